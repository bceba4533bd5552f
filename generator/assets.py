"""The folder `templates/` in memory: Jinja sources, the one stylesheet, scripts and pictures."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

STYLESHEET = "style.css"
_FIRST = "css/layers.css"


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
    """Read the folder; raises OSError when it is not there, or names two files alike."""
    paths = sorted(path for path in templates.rglob("*") if path.is_file() and _is_ours(path))
    if not paths:
        message = f"There are no templates in '{templates}'."
        raise FileNotFoundError(message)
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
    files = {STYLESHEET: _stylesheet(served)}
    for name, data in served.items():
        if _is_style(name):
            continue
        flat = name.rpartition("/")[2]
        if flat in files:
            message = f"There are two files named '{flat}' in '{templates / 'assets'}'."
            raise FileExistsError(message)
        files[flat] = _script(data) if flat.endswith(".js") else data
    folder = f"/assets/{digest(sorted(files.items()))}/"
    everything = digest((name, path.read_bytes()) for name, path in names)
    return Assets(MappingProxyType(sources), MappingProxyType(files), folder, everything)


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


def _stylesheet(served: Mapping[str, bytes]) -> bytes:
    """Join the styles; the order of layers stands in layers.css, so the rest needs none."""
    names = sorted(filter(_is_style, served), key=lambda name: (name != _FIRST, name))
    return b"\n".join(served[name] for name in names)


def _script(data: bytes) -> bytes:
    """Leave out what only readers of the source need: indents, and lines that are comments."""
    lines = (line.strip() for line in data.split(b"\n"))
    return b"\n".join(line for line in lines if line and not line.startswith(b"//"))


def digest(named: Iterable[tuple[str, bytes]]) -> str:
    """Return twelve hexadecimal digits of SHA-256 over names and contents, in the order given."""
    total = hashlib.sha256()
    for name, data in named:
        total.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        total.update(data)
    return total.hexdigest()[:12]
