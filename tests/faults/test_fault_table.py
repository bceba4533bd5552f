"""Every row of the table is planted in one copy of a site, and one run tells them all, exactly."""

import json
import shutil
from pathlib import Path

import pytest

from tests.faults.table import FAULTS, GOOD, HERE, LATIN, PATHS, WHOLE
from tests.sites import BASE_FOLDER
from tests.worlds import lay, run

Told = tuple[str, int, int, str]
WIRE = GOOD["source"].format(id="wire-2022")


def place(marked: str) -> tuple[int, int]:
    assert marked.count(HERE) == 1, marked
    before = marked[: marked.index(HERE)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def good(kind: str, number: str) -> tuple[str, str]:
    text = GOOD[kind].format(id=f"fair-source-{number}") if kind == "source" else GOOD[kind]
    return PATHS[kind].format(number), text


def planted(content: Path) -> dict[Told, str]:
    """Lay every fault into the content; return the hint of each by where it must be told."""
    expected: dict[Told, str] = {}
    files: dict[str, str | bytes] = {}
    for number, fault in enumerate(FAULTS, start=1):
        path, text = good(fault.kind, f"{number:02}")
        assert text.count(fault.old) == 1, fault
        marked = text.replace(fault.old, fault.new)
        files[path] = marked.replace(HERE, "")
        expected[f"content/{path}", *place(marked), fault.code] = fault.hint
    for path, marked, code, hint in WHOLE:
        files[path] = marked.replace(HERE, "")
        expected[f"content/{path}", *place(marked), code] = hint
    path, text, where, code, hint = LATIN
    line, column = where.split(":")
    files[path] = text.encode("latin-1")
    expected[f"content/{path}", int(line), int(column), code] = hint
    lay(content, files)
    return expected


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A site without a fault: one good file of each kind, and one with BOM and CRLF."""
    folder = tmp_path / "content"
    shutil.copytree(BASE_FOLDER, folder)
    lay(folder, dict(good(kind, "00") for kind in GOOD))
    path, text = good("event", "windows")
    lay(folder, {"sources/2022.yaml": WIRE, path: "\ufeff" + text.replace("\n", "\r\n")})
    return folder


def test_the_site_has_no_fault_of_its_own(content: Path) -> None:
    done = run("check", cwd=content.parent)
    assert (done.stdout, done.stderr, done.returncode) == ("0 problems\n", "", 0)


def test_all_faults_are_told_in_one_run_each_at_its_place(content: Path) -> None:
    expected = planted(content)
    assert len(expected) == len(FAULTS) + len(WHOLE) + 1 > 80
    done = run("check", "--format", "json", cwd=content.parent)
    problems = json.loads(done.stdout)
    told = {(p["path"], p["line"], p["column"], p["code"]): p["hint"] for p in problems}
    assert sorted(told) == sorted(expected)
    assert len(problems) == len(expected)
    assert (done.returncode, done.stderr) == (1, "")
    lacking = {at: (hint, told[at]) for at, hint in expected.items() if hint not in told[at]}
    assert lacking == {}
