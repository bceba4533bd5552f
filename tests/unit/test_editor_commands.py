"""`new` and `init` as an editor calls them."""

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from generator import cli
from tests.sites import BASE
from tests.unit.test_page_metadata import serving
from tests.worlds import COMMAND, ROOT, environment, lay, one_line, run, tree


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return lay(tmp_path / "content", dict(BASE))


def told(content: Path) -> list[tuple[str, int, str]]:
    done = run("check", "--format", "json", "--content", content)
    return [(p["path"], p["line"], p["code"]) for p in json.loads(done.stdout)]


def test_an_event_is_begun_and_its_gaps_are_the_only_problems(content: Path) -> None:
    done = run("new", "event", "2021-07-27", "A ferry: the first", "--content", content)
    path = "events/2021/2021-07-27-a-ferry-the-first.md"
    assert (done.returncode, done.stderr) == (cli.DONE, "")
    assert done.stdout.splitlines() == [
        f"{content / path}",
        "Still missing: kind, a claim. Fill it in, then run: thawline check",
    ]
    assert told(content) == [
        (f"content/{path}", 5, "wrong-value"),
        (f"content/{path}", 9, "uncited-claim"),
    ]


def test_nothing_is_ever_written_over(content: Path) -> None:
    arguments = ("new", "event", "2021-07-27", "A ferry", "--content", content)
    run(*arguments)
    before = tree(content)
    assert run(*arguments).returncode == cli.DONE
    after = tree(content)
    assert {path: after[path] for path in before} == before
    assert sorted(set(after) - set(before)) == ["events/2021/2021-07-27-a-ferry-2.md"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["event"], "Missing: Date"),
        (["event", "27.07.2021", ""], "Type 2021-07-27."),
        (["event", "2021-07-27"], "Missing: Title"),
        (["event", "2021-07-27", " "], "no words"),
        (["actor"], "Missing: Name"),
        (["source"], "Missing: Address"),
        (["source", "times.example"], "not a web address"),
        (["source", "https://times.example/open"], "'times-2021-05-02' has this address"),
        (["source", "https://x.example/", "--offline", "--issued", "May"], "EDTF"),
    ],
)
def test_what_is_missing_or_wrong_is_a_usage_problem_without_a_terminal(
    content: Path, arguments: list[str], words: str
) -> None:
    before = tree(content)
    done = run("new", *arguments, "--content", content, prefix=("setsid",))
    assert done.returncode == cli.USAGE
    assert words in one_line(done)
    assert tree(content) == before


def test_a_person_at_a_terminal_is_asked(content: Path) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        (*COMMAND, "new", "event", "--content", str(content)),
        cwd=ROOT,
        env=environment(),
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        os.write(ours, b"2021-07-27\nA ferry\n")
        out, err = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert process.returncode == cli.DONE, err
    assert "Date (2021-07-27): " in err
    assert "Title: " in err
    assert "2021-07-27-a-ferry.md" in out


def test_a_source_takes_what_its_page_says(content: Path) -> None:
    with serving() as address:
        done = run(*("new", "source", f"{address}/a", "--content", content), no_proxy="127.0.0.1")
    assert (done.returncode, done.stderr) == (cli.DONE, "")
    assert "Still missing: outlet." in done.stdout
    text = (content / "sources/2021.yaml").read_text("utf-8")
    assert text.startswith(BASE["sources/2021.yaml"])
    added = text.removeprefix(BASE["sources/2021.yaml"])
    assert "title: The bridge & the town\n" in added
    assert "publisher: Valley Times\n" in added
    assert "issued: 2021-05-02\n" in added
    assert "language: en-US\n" in added
    assert [code for _, _, code in told(content)] == ["wrong-value"]


def test_a_source_is_begun_without_the_net(content: Path) -> None:
    done = run(
        *("new", "source", "http://127.0.0.1:1/x", "--content", content), no_proxy="127.0.0.1"
    )
    assert done.returncode == cli.DONE
    assert "could not be read" in one_line(done)
    assert "Still missing: title, language, outlet, issued." in done.stdout
    assert [code for _, _, code in told(content)] == ["wrong-value"] * 3


def test_a_bibliography_that_cannot_be_read_is_left(content: Path) -> None:
    lay(content, {"sources/2021.yaml": "references: [[a\n"})
    before = tree(content)
    done = run(
        *("new", "source", "https://x.example/", "--offline", "--issued", "2021-05-02"),
        *("--content", content),
    )
    assert done.returncode == cli.USAGE
    assert "mend its problems first" in one_line(done)
    assert tree(content) == before


def test_init_lays_a_site_that_builds(tmp_path: Path) -> None:
    done = run("init", "clock", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (cli.DONE, "")
    folder = tmp_path / "clock"
    assert sorted(path.name for path in folder.iterdir()) == [".gitignore", "README.md", "content"]
    assert len((folder / "README.md").read_text("utf-8").splitlines()) <= 12
    built = run("build", cwd=folder)
    assert (built.returncode, built.stderr) == (cli.DONE, "")
    page = folder / "site/events/2031-02-03-clock-stops/index.html"
    assert "The harbour clock stops" in page.read_text("utf-8")
    assert run("review", cwd=folder).returncode == cli.DONE


def test_init_leaves_a_folder_that_holds_something(tmp_path: Path) -> None:
    lay(tmp_path, {"a.txt": "mine"})
    before = tree(tmp_path)
    done = run("init", ".", cwd=tmp_path)
    assert done.returncode == cli.USAGE
    assert "not empty" in one_line(done)
    assert tree(tmp_path) == before
