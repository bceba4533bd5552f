"""Ten different faults in a copy of the real content: all told at once, each where it is."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.problems import Code
from tests.worlds import CONTENT, differing, run, tree

HERE = "«"


@dataclass(frozen=True, slots=True)
class Fault:
    """A change to the first file of `files` that matches; HERE marks where it must be told.

    Files that an earlier fault took are passed over, so each fault has one of its own.
    """

    code: Code
    files: str
    pattern: str
    replacement: str


EVENTS = "events/20*/*.md"
FAULTS = [
    Fault(Code.UNKNOWN_FIELD, EVENTS, r"^kind: ", f"{HERE}palce: panmunjom\nkind: "),
    Fault(Code.IMPOSSIBLE_DATE, EVENTS, r"^date: (\d{4})-\d\d-\d\d$", rf"date: \1-02-{HERE}30"),
    Fault(Code.DANGLING_REFERENCE, EVENTS, r"^actors: \[", f"actors: [{HERE}nobody-at-all, "),
    Fault(Code.DUPLICATE_FIELD, EVENTS, r"^(kind: .*)$", rf"\1\n{HERE}\1"),
    Fault(
        Code.UNCITED_CLAIM, EVENTS, r"\A(---\n.*?\n---\n)", rf"\1{HERE}서울 said so, we hear.\n\n"
    ),
    Fault(Code.MALFORMED_CITATION, EVENTS, r"(\[@[^\]]*)\]", rf"\1; {HERE}and so on]"),
    Fault(
        Code.BROKEN_ANCHOR, EVENTS, r"\Z", f"\n## More\nSee {HERE}[[kim-jong-un#claim-none|him]].\n"
    ),
    Fault(Code.WRONG_VALUE, "actors/*.md", r"^type: person$", f"type: {HERE}preson"),
    Fault(
        Code.DUPLICATE_ID,
        "sources/*.yaml",
        r"\A(references:\n)(- id: )(\S+)(\n(?:  .*\n)*)",
        rf"\1\2\3\4\2{HERE}\3\4",
    ),
    Fault(Code.MISPLACED_FILE, "events/notes.txt", r"\A", HERE),
]


def position(marked: str) -> tuple[int, int]:
    before = marked[: marked.index(HERE)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def planted(content: Path) -> Iterator[tuple[str, int, int, str]]:
    """Plant every fault; yield where it must be told."""
    taken: set[Path] = set()
    (content / "events" / "notes.txt").write_text("", "utf-8")
    for fault in FAULTS:
        pattern = re.compile(fault.pattern, re.MULTILINE | re.DOTALL)
        if "\\A" not in fault.pattern:
            pattern = re.compile(fault.pattern, re.MULTILINE)
        file = next(
            path
            for path in sorted(content.glob(fault.files))
            if path not in taken and pattern.search(path.read_text("utf-8"))
        )
        taken.add(file)
        marked = pattern.sub(fault.replacement, file.read_text("utf-8"), count=1)
        file.write_text(marked.replace(HERE, "", 1), "utf-8")
        path = file.relative_to(content.parent).as_posix()
        yield path, *position(marked), fault.code.value


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the real content and the site that it makes."""
    folder = tmp_path_factory.mktemp("world")
    shutil.copytree(CONTENT, folder / "content")
    done = run("build", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_ten_faults_give_exactly_ten_problems_and_no_new_site(world: Path) -> None:
    before = tree(world / "site")
    expected = sorted(planted(world / "content"))
    assert len(expected) == len({code for *_, code in expected}) == 10
    done = run("check", "--format", "json", cwd=world)
    told = [(p["path"], p["line"], p["column"], p["code"]) for p in json.loads(done.stdout)]
    assert told == expected
    assert (done.returncode, done.stderr) == (1, "")
    done = run("build", cwd=world)
    assert (done.returncode, done.stderr) == (1, "")
    places = [f"{path}:{line}:{column}: {code}: " for path, line, column, code in expected]
    blocks = done.stdout.split("\n\n")
    assert [block.startswith(place) for block, place in zip(blocks, places, strict=False)] == (
        [True] * 10
    )
    assert blocks[10:] == ["10 problems\n"]
    assert differing(tree(world / "site"), before) == []
    assert sorted(path.name for path in world.iterdir()) == ["content", "site"]
