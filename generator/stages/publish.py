"""The one door to the site: stage beside it, swap in whole, keep what is not ours.

A finished site names its own files in a manifest. Whatever else lies in the folder was put there
by somebody else and is carried over; a build never deletes it and refuses to overwrite it.
"""

import contextlib
import ctypes
import fcntl
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

MANIFEST = ".thawline-manifest"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class RefusedOutputError(Exception):
    """The output folder is not one that a build may replace; the message is one line."""


def guard(out: Path, *precious: Path) -> None:
    """Refuse an output folder that holds, or lies within, a folder that is not for output."""
    target = _resolved(out)
    inputs = [folder.resolve() for folder in precious]
    surroundings = [Path.cwd(), Path.home(), Path(target.anchor)]
    for folder in (*inputs, *surroundings):
        if folder == target or folder.is_relative_to(target):
            message = f"'{out}' cannot be the output: it holds '{folder}'."
            raise RefusedOutputError(message)
    for folder in inputs:
        if target.is_relative_to(folder):
            message = f"'{out}' cannot be the output: it lies within '{folder}'."
            raise RefusedOutputError(message)
    if target.exists() and not target.is_dir():
        message = f"'{out}' cannot be the output: it is not a folder."
        raise RefusedOutputError(message)


@contextmanager
def staging(out: Path) -> Iterator[Path]:
    """Yield an empty folder beside `out`; one build at a time, and nothing is left behind.

    Raises RefusedOutputError when another build holds the folder, OSError when the disk refuses.
    """
    target = out.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    staged, previous = (target.with_name(f".{target.name}.{end}") for end in ("next", "previous"))
    with _locked(target):
        _clear(target, staged, previous)
        staged.mkdir()
        try:
            yield staged
        finally:
            _clear(target, staged, previous)


def write(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files by their paths relative to `folder`."""
    made: set[Path] = set()
    for relative, data in files:
        path = folder / relative
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(data)


def replace_file(path: Path, text: str) -> None:
    """Put a text in the place of a file in one step; UTF-8."""
    beside = path.with_name(f".{path.name}.next")
    beside.write_text(text, "utf-8")
    beside.replace(path)


def swap(staged: Path, out: Path) -> None:
    """Put the staged folder in the place of `out`."""
    target = out.resolve()
    ours = sorted(_files(staged))
    _carry_over(target, staged, frozenset(ours))
    (staged / MANIFEST).write_text("".join(f"{path}\n" for path in ours), "utf-8")
    if not target.exists():
        staged.rename(target)
    elif not _exchange(staged, target):
        target.rename(target.with_name(f".{target.name}.previous"))
        staged.rename(target)


def _carry_over(target: Path, staged: Path, ours: frozenset[str]) -> None:
    """Copy what the last build did not make; whoever put it there keeps it."""
    made = _manifest(target)
    for relative in _files(target) if target.is_dir() else ():
        if relative in made or relative == MANIFEST:
            continue
        path, copy = target / relative, staged / relative
        if relative in ours or (copy.exists() and not _is_folder(path)):
            message = f"'{path}' was not made by a build; move it away first."
            raise RefusedOutputError(message)
        try:
            copy.parent.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            message = f"'{path}' stands where a page must be; move it away first."
            raise RefusedOutputError(message) from None
        _copy(path, copy)


def _copy(path: Path, copy: Path) -> None:
    if _is_folder(path):
        copy.mkdir(exist_ok=True)
    else:
        shutil.copy2(path, copy, follow_symlinks=False)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _manifest(target: Path) -> frozenset[str]:
    try:
        return frozenset((target / MANIFEST).read_text("utf-8", "replace").splitlines())
    except FileNotFoundError:
        return frozenset()


def _files(folder: Path) -> Iterator[str]:
    """Yield the path of everything but folders that hold something."""
    for root, folders, names in os.walk(folder, onerror=_raise):
        links = [name for name in folders if (Path(root) / name).is_symlink()]
        for name in (*names, *links):
            yield (Path(root) / name).relative_to(folder).as_posix()
        if not (folders or names) and Path(root) != folder:
            yield Path(root).relative_to(folder).as_posix()


def _raise(error: OSError) -> None:
    raise error


def _resolved(out: Path) -> Path:
    try:
        return out.resolve()
    except RuntimeError:
        message = f"'{out}' cannot be the output: it is a link to itself."
        raise RefusedOutputError(message) from None


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    """Hold a lock that ends with the process, so a killed build leaves none that counts."""
    path = target.with_name(f".{target.name}.lock")
    with path.open("w") as lock:
        if not _hold(lock.fileno(), path):
            message = f"Another build is writing '{target.name}'; wait for it to end."
            raise RefusedOutputError(message)
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def _hold(lock: int, path: Path) -> bool:
    """Lock an open file; False if it is held, or was removed by its holder since we opened it."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(lock), path.stat())
    except (BlockingIOError, FileNotFoundError):
        return False


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in a single step; False where the system offers none (renameat2(2))."""
    if sys.platform != "linux":
        return False
    with contextlib.suppress(OSError, AttributeError):
        rename = ctypes.CDLL(None, use_errno=True).renameat2
        status = rename(
            _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE
        )
        return bool(status == 0)
    return False


def _clear(target: Path, staged: Path, previous: Path) -> None:
    """Remove what a build leaves beside its output, after undoing a swap that was cut short."""
    if previous.exists() and not target.exists():
        previous.rename(target)
    _remove(staged)
    _remove(previous)


def _remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
