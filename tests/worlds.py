"""Worlds for tests of the edges: folders as dicts, the command as a process, a lesser root."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content"
GOLDEN = ROOT / "tests" / "golden" / "site"
GOLDEN_CONTENT = GOLDEN / "content"
BASE_URL = "https://x.example/repo/"
COMMAND = (sys.executable, "-m", "generator")
TIMEOUT = 120
Tree = Mapping[str, bytes]


def tree(folder: Path) -> dict[str, bytes]:
    """Return everything in the folder by path: files with a mark and bytes, links, folders."""
    found: dict[str, bytes] = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = b"link " + os.fsencode(path.readlink())
        elif path.is_dir():
            found[name] = b"folder"
        else:
            found[name] = b"file " + path.read_bytes()
    return found


def differing(one: Tree, other: Tree) -> list[str]:
    """Return the paths that are not the same in both, so that a failure names them."""
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))


def names(folder: Path) -> list[str]:
    """Return what stands in the folder itself, sorted."""
    return sorted(path.name for path in folder.iterdir())


def lay(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by their paths relative to the folder; return the folder."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


def environment(**changes: str) -> dict[str, str]:
    """Return this process's environment with changes; ROOT is where `generator` is found."""
    path = os.pathsep.join(filter(None, (changes.pop("PYTHONPATH", ""), str(ROOT))))
    return {**os.environ, "PYTHONPATH": path, **changes}


def run(
    *arguments: str | Path, cwd: Path = ROOT, prefix: Sequence[str] = (), **changes: str
) -> subprocess.CompletedProcess[str]:
    """Run the command to its end; `changes` are variables of its environment."""
    return subprocess.run(
        (*prefix, *COMMAND, *map(str, arguments)),
        cwd=cwd,
        env=environment(**changes),
        capture_output=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )


def start(*arguments: str | Path, cwd: Path = ROOT, **changes: str) -> subprocess.Popen[str]:
    """Start the command; the caller ends it."""
    return subprocess.Popen(
        (*COMMAND, *map(str, arguments)),
        cwd=cwd,
        env=environment(**changes),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    """Return the one line that the command said on its error stream."""
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    assert "Traceback" not in done.stderr
    return lines[0]


def obeying_permissions() -> tuple[str, ...]:
    """Return what to put before a command so that permissions bind it even when we are root."""
    if os.geteuid() != 0:
        return ()
    program = shutil.which("setpriv")
    if program is None:
        pytest.skip("root is bound by no permissions, and there is no setpriv to change that")
    rights = "-dac_override,-dac_read_search"
    return (program, "--bounding-set", rights, "--inh-caps", rights)


def fake_pagefind(folder: Path, script: str) -> str:
    """Lay a package in front of the real one, whose binary is the script; return its PYTHONPATH."""
    binary = lay(folder, {"pagefind_bin/pagefind": f"#!/bin/sh\n{script}\n"})
    (binary / "pagefind_bin" / "pagefind").chmod(0o755)
    lines: Iterable[str] = (
        "from pathlib import Path",
        "def get_executable():",
        "    return Path(__file__).with_name('pagefind')",
    )
    lay(folder, {"pagefind_bin/__init__.py": "\n".join(lines)})
    return str(folder)
