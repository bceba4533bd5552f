"""The content folder as text in memory; the only stage that reads it."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generator.problems import Checked, Code, Position, Problem
from generator.schema.layout import REQUIRED_FILES, shape_of
from generator.schema.misplaced import misplaced, place_meant
from generator.schema.record import SourceFile
from generator.text.characters import FORBIDDEN

MAX_BYTES = 256 * 1024
IGNORED_FOLDERS = frozenset({"handbook"})
Known = Mapping[str, SourceFile]
_NOTHING: Known = MappingProxyType({})


def read(content: Path, known: Known = _NOTHING) -> Checked[tuple[SourceFile, ...]]:
    """Read every file of `content` that can be a record, in the order of their paths.

    `known` are files read before, by inner path; what did not change since is taken from there.
    Raises OSError when the folder itself cannot be listed.
    """
    files: list[SourceFile] = []
    problems: list[Problem] = []
    entries = _entries(content)
    taken = {inner_path for inner_path, _ in entries}
    for inner_path, entry in entries:
        path = f"{content.name}/{inner_path}"
        if shape_of(inner_path) is None:
            meant = place_meant(inner_path)
            problems.append(misplaced(path, meant))
            if meant and meant not in taken:
                files.append(SourceFile(path, meant, None))  # so that its id is known
            continue
        stamp = _stamp(entry)
        file = known.get(inner_path)
        if file is None or not stamp or file.stamp != stamp:
            text, faults = _read_file(path, entry)
            file = SourceFile(path, inner_path, text, faults, stamp)
        files.append(file)
        problems.extend(file.faults)
    present = {file.inner_path for file in files}
    for name in REQUIRED_FILES:
        if name not in present:
            at = Position(f"{content.name}/{name}")
            message = f"The file '{name}' does not exist."
            problems.append(Problem(at, Code.MISSING_FILE, message, "Create it; see the README."))
            files.append(SourceFile(at.path, name, None))
    return Checked(tuple(files), tuple(problems))


def _stamp(file: Path) -> tuple[int, ...]:
    """Return what changes with every writing of a file; () when the disk does not tell."""
    try:
        status = file.lstat()
    except OSError:
        return ()
    return (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def _entries(content: Path) -> list[tuple[str, Path]]:
    found: list[tuple[str, Path]] = []
    folders = [content]
    while folders:
        for entry in os.scandir(folders.pop()):
            if entry.name.startswith(".") or entry.name.endswith("~"):
                continue
            path = Path(entry.path)
            inner = _printable(path.relative_to(content).as_posix())
            if entry.is_dir(follow_symlinks=False):
                if inner not in IGNORED_FOLDERS:
                    folders.append(path)
            else:
                found.append((inner, path))
    return sorted(found)


def _printable(name: str) -> str:
    """Spell out the bytes of a name that is not UTF-8, which no report could print."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _read_file(path: str, file: Path) -> tuple[str | None, tuple[Problem, ...]]:
    data, fault = _read_bytes(path, file)
    if data is None:
        return None, (fault,) if fault else ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        at = _position(path, before, len(before))
        hint = f"Save the file {_encoding(data)}with the encoding UTF-8."
        return None, (Problem(at, Code.UNREADABLE_FILE, "The file is not UTF-8 text.", hint),)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    faults = tuple(
        Problem(
            _position(path, text, match.start()),
            Code.FORBIDDEN_CHARACTER,
            f"The character U+{ord(match[0]):04X} cannot be seen and is not allowed.",
            "Delete it and type the line anew.",
        )
        for match in FORBIDDEN.finditer(text)
    )
    return (None if faults else text), faults


def _encoding(data: bytes) -> str:
    """Say which encoding the file seems to have, if it shows; else ''."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "(it seems to be UTF-16) "
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return "(it seems to be Windows-1252 or Latin-1) "


def _read_bytes(path: str, file: Path) -> tuple[bytes | None, Problem | None]:
    at = Position(path)
    try:
        status = file.lstat()
        if not stat.S_ISREG(status.st_mode):
            hint = "Put the file itself here; links and devices are not followed."
            return None, Problem(at, Code.UNREADABLE_FILE, "This is not a regular file.", hint)
        if status.st_size > MAX_BYTES:
            size = f"The file has {status.st_size:,} bytes; at most {MAX_BYTES:,} are read."
            return None, Problem(at, Code.FILE_TOO_LARGE, size, "Divide it into several files.")
        return file.read_bytes(), None
    except OSError as error:
        reason = f"The file cannot be read: {error.strerror}."
        return None, Problem(at, Code.UNREADABLE_FILE, reason, "Check its permissions.")


def _position(path: str, text: str, offset: int) -> Position:
    line_start = text.rfind("\n", 0, offset) + 1
    return Position(path, text.count("\n", 0, offset) + 1, offset - line_start + 1)
