"""The folder `templates/` in memory: Jinja sources, the one stylesheet, scripts and pictures."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

STYLESHEET = "style.css"
_FIRST = "layers.css"


@dataclass(frozen=True, slots=True)
class Assets:
    """`sources` are Jinja templates by name; `files` are served below `folder`, named by content.

    `folder` is an address such as /assets/0123456789ab/, so a cached file never meets a newer
    page; `digest` names exactly these templates and files.
    """

    sources: Mapping[str, str]
    files: Mapping[str, bytes]
    folder: str
    digest: str


def load(templates: Path) -> Assets:
    """Read the folder; raises OSError when it is not there."""
    paths = sorted(path for path in templates.rglob("*") if path.is_file())
    names = [(path.relative_to(templates).as_posix(), path) for path in paths]
    sources = {
        name: path.read_text("utf-8")
        for name, path in names
        if not name.startswith("assets/") and path.suffix in {".html", ".xml", ".txt"}
    }
    served = {
        name.removeprefix("assets/"): path.read_bytes()
        for name, path in names
        if name.startswith("assets/")
    }
    files = {name.rpartition("/")[2]: data for name, data in served.items() if not _is_style(name)}
    files[STYLESHEET] = _stylesheet(served)
    folder = f"/assets/{digest(sorted(files.items()))}/"
    everything = digest((name, path.read_bytes()) for name, path in names)
    return Assets(MappingProxyType(sources), MappingProxyType(files), folder, everything)


def _is_style(name: str) -> bool:
    return name.startswith("css/")


def _stylesheet(served: Mapping[str, bytes]) -> bytes:
    """Join the styles; the order of layers stands in layers.css, so the rest needs none."""
    names = sorted(filter(_is_style, served), key=lambda name: (not name.endswith(_FIRST), name))
    return b"\n".join(served[name] for name in names)


def digest(named: Iterable[tuple[str, bytes]]) -> str:
    """Return twelve hexadecimal digits of SHA-256 over names and contents, in the order given."""
    total = hashlib.sha256()
    for name, data in named:
        total.update(f"{name}\0{len(data)}\0".encode())
        total.update(data)
    return total.hexdigest()[:12]
