"""The folder `templates/` in memory: Jinja sources, the one stylesheet, scripts and pictures."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files as files_of
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

from markupsafe import Markup

from generator import scripts

STYLESHEET = "style.css"
CARDS = "cards/"
_FIRST = "css/layers.css"
_SOURCES = frozenset({".html", ".svg", ".txt", ".xml"})
_ICON = re.compile(r"""\bicon\(name=["']([a-z0-9-]+)["']\)""")
WORKER = "sw.js"
"""The service worker, which must stand at the top of the site to see all of it."""
_SCRIPTS = "js/"


@dataclass(frozen=True, slots=True)
class Assets:
    """`sources` are Jinja templates by name; `files` are served below `folder`, named by content.

    `folder` is an address such as /assets/0123456789ab/, so a cached file never meets a newer
    page; `digest` names exactly these templates and files. `fonts` draw the social cards. `icons`
    are those that templates name, from the Material Design Icons within mkdocs-material.
    """

    sources: Mapping[str, str]
    files: Mapping[str, bytes]
    fonts: Mapping[str, bytes]
    icons: Mapping[str, Markup]
    icon_licence: bytes
    folder: str
    digest: str


def load(templates: Path) -> Assets:
    """Read the folder; raises OSError when it is not there, or names two files alike."""
    paths = sorted(path for path in templates.rglob("*") if path.is_file() and _is_ours(path))
    if not paths:
        message = f"There are no templates in '{templates}'."
        raise FileNotFoundError(message)
    names = [(path.relative_to(templates).as_posix(), path) for path in paths]
    sources = {
        name: path.read_text("utf-8")
        for name, path in names
        if not name.startswith(("assets/", CARDS)) and path.suffix in _SOURCES
    }
    served = {
        name.removeprefix("assets/"): path.read_bytes()
        for name, path in names
        if name.startswith("assets/")
    }
    fonts = {name.removeprefix(CARDS): path.read_bytes() for name, path in names if _is_font(name)}
    files = {STYLESHEET: _stylesheet(served), **_scripts(served)}
    for name, data in served.items():
        if _is_style(name) or name.startswith(_SCRIPTS):
            continue
        flat = name.rpartition("/")[2]
        if flat in files:
            message = f"There are two files named '{flat}' in '{templates / 'assets'}'."
            raise FileExistsError(message)
        files[flat] = data
    folder = f"/assets/{digest(sorted(files.items()))}/"
    everything = digest((name, path.read_bytes()) for name, path in names)
    return Assets(
        MappingProxyType(sources),
        MappingProxyType(files),
        MappingProxyType(fonts),
        MappingProxyType(_icons(sources.values())),
        (_icon_folder() / "LICENSE").read_bytes(),
        folder,
        everything,
    )


def code() -> str:
    """Return a digest of the generator's own code: its version, between releases too."""
    package = Path(__file__).parent
    paths = sorted(path for path in package.rglob("*.py") if _is_ours(path))
    return digest((path.relative_to(package).as_posix(), path.read_bytes()) for path in paths)


def _is_ours(path: Path) -> bool:
    """Tell whether a file is none of those that systems and editors leave about."""
    return not path.name.startswith(".") and not path.name.endswith("~")


def _is_style(name: str) -> bool:
    return name.startswith("css/")


def _is_font(name: str) -> bool:
    return name.startswith(CARDS) and name.endswith(".ttf")


def _icon_folder() -> Traversable:
    return files_of("material") / "templates" / ".icons" / "material"


def _icons(sources: Iterable[str]) -> dict[str, Markup]:
    """Read the icons that templates name; a name without a file fails where it is rendered."""
    named = {name for source in sources for name in _ICON.findall(source)}
    found = ((name, _icon_folder() / f"{name}.svg") for name in sorted(named))
    return {name: _icon(file.read_text("utf-8")) for name, file in found if file.is_file()}


def _icon(svg: str) -> Markup:
    """Return a picture beside words, in their size and colour, of which readers are not told."""
    own = '<svg class="icon" aria-hidden="true" focusable="false" '
    return Markup(svg.strip().replace('<svg xmlns="http://www.w3.org/2000/svg" ', own))  # noqa: S704 - from a locked package


def _scripts(served: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the scripts of `js/`, where a folder is one script made of several modules."""
    modules: dict[str, dict[str, bytes]] = {}
    for name, data in served.items():
        if name.startswith(_SCRIPTS):
            script, _, part = name.removeprefix(_SCRIPTS).removesuffix(".js").partition("/")
            modules.setdefault(f"{script}.js", {})[part or script] = data
    return {name: scripts.join(parts) for name, parts in modules.items()}


def _stylesheet(served: Mapping[str, bytes]) -> bytes:
    """Join the styles; the order of layers stands in layers.css, so the rest needs none."""
    names = sorted(filter(_is_style, served), key=lambda name: (name != _FIRST, name))
    return b"\n".join(served[name] for name in names)


def digest(named: Iterable[tuple[str, bytes]]) -> str:
    """Return twelve hexadecimal digits of SHA-256 over names and contents, in the order given."""
    total = hashlib.sha256()
    for name, data in named:
        total.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        total.update(data)
    return total.hexdigest()[:12]
