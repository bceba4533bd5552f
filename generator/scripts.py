"""Scripts as readers load them: without comments, and the modules of a folder joined into one."""

import re
from collections.abc import Mapping
from graphlib import TopologicalSorter

_IMPORT = re.compile(rb'^import [^;]*? from "\./([\w-]+)\.js";\n', re.MULTILINE)


def join(modules: Mapping[str, bytes]) -> bytes:
    """Join modules by name, each after those of them that it imports.

    They share one scope then, so no two may give the same name to something at their top.
    Imports of other modules stay. Raises CycleError when modules import each other.
    """
    texts = {name: _without_comments(modules[name]) for name in sorted(modules)}
    imported = {name: _imports(text) & texts.keys() for name, text in texts.items()}
    order = TopologicalSorter({name: sorted(imported[name]) for name in texts}).static_order()
    return b"".join(_without_imports(texts[name], imported[name]) for name in order)


def _without_comments(script: bytes) -> bytes:
    """Leave out indentation and lines that hold a comment alone."""
    lines = (line.strip() for line in script.split(b"\n"))
    return b"".join(line + b"\n" for line in lines if line and not line.startswith(b"//"))


def _imports(script: bytes) -> set[str]:
    return {name.decode() for name in _IMPORT.findall(script)}


def _without_imports(script: bytes, names: set[str]) -> bytes:
    return _IMPORT.sub(lambda found: b"" if found[1].decode() in names else found[0], script)
