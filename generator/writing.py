"""The door to files that people own: new ones are made, mended ones replaced, none is lost."""

from collections.abc import Iterable
from pathlib import Path

from generator.schema.record import SourceFile
from generator.stages.publish import replace_file


def write_mended(
    content: Path, before: Iterable[SourceFile], after: Iterable[SourceFile]
) -> tuple[str, ...]:
    """Replace the files whose text changed, each in one step; return those with other line ends.

    A file that somebody changed since it was read is left as it is. Line ends become those of
    Unix, and a byte order mark goes, also where nothing else changed.
    """
    ended: list[str] = []
    for old, new in zip(before, after, strict=True):
        if old.text is None or new.text is None:
            continue
        path = content.parent / old.path
        data = path.read_bytes()
        if data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n") != old.text:
            continue
        if data != new.text.encode():
            replace_file(path, new.text)
            if data != old.text.encode():
                ended.append(old.path)
    return tuple(ended)


def create(path: Path, text: str) -> None:
    """Make a file that is not there yet; raises FileExistsError otherwise."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def put(path: Path, text: str) -> None:
    """Make or replace a file that a command of ours has made before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, text)


def append(path: Path, text: str) -> None:
    """Add to the end of a file, which need not be there."""
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(text)
