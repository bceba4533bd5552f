"""Writing into the content: whole files, only those that changed, and never over a stranger's."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from generator import cli
from generator.stages.read import read
from generator.writing import create, write_mended
from tests.sites import BASE, OPEN
from tests.worlds import lay, run, tree


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return lay(tmp_path / "content", dict(BASE))


def test_only_what_changed_is_written(content: Path) -> None:
    for path in content.rglob("*.*"):
        os.utime(path, (1, 1))
    files = read(content).value
    after = tuple(
        replace(f, text=f"{f.text}\nMore.\n") if f.inner_path == OPEN else f for f in files
    )
    assert write_mended(content, files, after) == ()
    written = [
        p.relative_to(content).as_posix() for p in content.rglob("*.*") if p.stat().st_mtime > 1
    ]
    assert written == [OPEN]
    assert (content / OPEN).read_text("utf-8").endswith("\nMore.\n")


def test_a_file_that_somebody_changed_meanwhile_is_left(content: Path) -> None:
    files = read(content).value
    after = tuple(replace(f, text="x") if f.inner_path == OPEN else f for f in files)
    (content / OPEN).write_text("theirs", "utf-8")
    write_mended(content, files, after)
    assert (content / OPEN).read_text("utf-8") == "theirs"


def test_line_ends_and_a_byte_order_mark_are_taken_away(content: Path) -> None:
    (content / OPEN).write_bytes(b"\xef\xbb\xbf" + BASE[OPEN].replace("\n", "\r\n").encode())
    files = read(content).value
    assert write_mended(content, files, files) == (f"content/{OPEN}",)
    assert (content / OPEN).read_bytes() == BASE[OPEN].encode()


def test_a_file_that_exists_is_never_replaced_by_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "a.md"
    create(path, "한\n")
    assert path.read_bytes() == "한\n".encode()
    with pytest.raises(FileExistsError):
        create(path, "b")
    assert path.read_bytes() == "한\n".encode()


def test_check_fix_says_what_it_did_and_what_is_left(content: Path) -> None:
    text = BASE[OPEN].replace("date: 2021-05-01", "date: 1 May 2021")
    lay(
        content,
        {OPEN: text.replace("kind: re", "kind: ree"), "pages/n.md": "---\ntitle: N \n---\n"},
    )
    before = tree(content)
    assert run("check", cwd=content.parent).returncode == cli.PROBLEMS
    assert tree(content) == before
    done = run("check", "--fix", cwd=content.parent)
    assert done.stdout.splitlines()[:3] == [
        f"content/{OPEN}:3:7: 1 May 2021 → 2021-05-01",
        "content/pages/n.md: spaces at the ends of lines are gone",
        "",
    ]
    assert done.stdout.endswith("1 problem\n")
    assert f"content/{OPEN}:7:7: dangling-reference" in done.stdout
    assert done.returncode == cli.PROBLEMS
    assert sorted(path.name for path in content.parent.iterdir()) == ["content"]
    again = run("check", "--fix", "--format", "json", cwd=content.parent)
    assert again.stderr == ""
    assert again.stdout.startswith("[")


def test_check_fix_keeps_repairs_out_of_what_machines_read(content: Path) -> None:
    lay(content, {OPEN: BASE[OPEN].replace("date: 2021-05-01", "date: 1 May 2021")})
    done = run("check", "--fix", "--format", "json", cwd=content.parent)
    assert (done.stdout, done.returncode) == ("[]\n", cli.DONE)
    assert "1 May 2021 → 2021-05-01" in done.stderr
