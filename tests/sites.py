"""A site as a dict of path to text, taken as far as `resolve` without touching the disk.

Paths are those inside the content folder: `kinds.yaml`, `events/2021/x.md`. What a test types is
laid over BASE, which has no fault; None takes a file of it away.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from generator.derive.promises import series
from generator.derive.relations import relate
from generator.model.library import Library
from generator.problems import Checked, Problem
from generator.schema.layout import REQUIRED_FILES
from generator.schema.record import SourceFile
from generator.stages.resolve import resolve
from generator.stages.validate import validate
from generator.urls import Urls
from generator.views.edition import Edition

BASE_FOLDER = Path(__file__).parent / "golden" / "problems" / "base" / "content"
BASE: Mapping[str, str] = MappingProxyType(
    {
        path.relative_to(BASE_FOLDER).as_posix(): path.read_text("utf-8")
        for path in sorted(BASE_FOLDER.rglob("*"))
        if path.is_file()
    }
)
SHUT = "events/2021/2021-03-01-bridge-shut.md"
OPEN = "events/2021/2021-05-01-bridge-open.md"
Changes = Mapping[str, str | None]


def source_files(site: Changes) -> list[SourceFile]:
    """Return the files as `read` would; a required file that is None is missing."""
    files = [SourceFile(f"content/{path}", path, text) for path, text in site.items()]
    return [file for file in files if file.text is not None or file.inner_path in REQUIRED_FILES]


def resolved(files: Iterable[SourceFile]) -> Checked[Library]:
    """Validate and resolve; the problems of both, sorted as the pipeline sorts them."""
    typed = [validate(file) for file in files]
    library = resolve(records.value for records in typed)
    found = {*library.problems, *(p for records in typed for p in records.problems)}
    return Checked(library.value, tuple(sorted(found)))


def problems_of(changes: Changes) -> tuple[Problem, ...]:
    return resolved(source_files({**BASE, **changes})).problems


def library_of(changes: Changes) -> Library:
    """Return the library of a site that must have no problem."""
    checked = resolved(source_files({**BASE, **changes}))
    assert not checked.problems, checked.problems
    return checked.value


def changed(path: str, old: str, new: str) -> dict[str, str | None]:
    """Return one file of BASE with one passage replaced, which must stand there once."""
    text = BASE[path]
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    return {path: text.replace(old, new)}


def told(problems: Iterable[Problem]) -> list[str]:
    """Return `path:line:column code` for each, which is what most tests are about."""
    return [
        f"{p.position.path.removeprefix('content/')}:{p.position.line}:{p.position.column} {p.code}"
        for p in problems
    ]


def edition_of(changes: Changes, base_url: str = "https://x.example/repo/") -> Edition:
    library = library_of(changes)
    return Edition(library, relate(library), series(library), Urls(base_url))
