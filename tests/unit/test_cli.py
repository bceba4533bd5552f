"""The command as people and machines call it: exit status, where it speaks, in how many lines."""

import json
import os
import pty
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.problems import Code
from tests.worlds import (
    BASE_URL,
    COMMAND,
    GOLDEN_CONTENT,
    ROOT,
    differing,
    environment,
    fake_pagefind,
    lay,
    names,
    obeying_permissions,
    one_line,
    run,
    start,
    tree,
)

EVENT = "events/1982/1982-01-flood.md"
HANGING = 'touch "$(dirname "$0")/../../indexing"; exec sleep 60'


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(GOLDEN_CONTENT, tmp_path / "content")


@pytest.fixture
def faulty(content: Path) -> Path:
    """The golden content with an unknown place and an impossible date in one file."""
    path = content / EVENT
    text = path.read_text("utf-8")
    text = text.replace("date: 1982-01\n", "date: 1982-02-30\nplace: 강남\n")
    path.write_text(text, "utf-8")
    return content


@pytest.fixture
def built(content: Path, tmp_path: Path) -> Path:
    done = run("build", "--content", content, "--out", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    return tmp_path / "site"


# --- 0: done


def test_a_build_says_what_it_made_and_how_long_each_stage_took(
    content: Path, tmp_path: Path
) -> None:
    done = run("build", "--content", content, "--out", tmp_path / "site", "--base-url", BASE_URL)
    assert (done.returncode, done.stderr) == (0, "")
    first, second = done.stdout.splitlines()
    assert first.startswith(f"{tmp_path / 'site'}: 6 events, 9 claims, 12 sources, ")
    assert re.search(r"\d+ pages, 21 indexed$", first)
    stages = re.findall(r"([a-z]+) \d+\.\d\d", second)
    assert " ".join(stages) == "read validate resolve plan render check stage cards index publish"
    assert (tmp_path / "site" / "index.html").is_file()
    assert names(tmp_path) == ["content", "site"]


def test_content_site_and_its_address_have_defaults(content: Path) -> None:
    done = run("build", cwd=content.parent)
    assert done.returncode == 0, done.stderr
    home = (content.parent / "site" / "index.html").read_text("utf-8")
    assert "https://issen.example/" in home
    assert BASE_URL not in home


@pytest.mark.parametrize("typed", [BASE_URL, BASE_URL.rstrip("/")])
def test_the_address_given_wins_over_that_of_the_content(
    typed: str, content: Path, tmp_path: Path
) -> None:
    done = run("build", "--content", content, "--out", tmp_path / "site", "--base-url", typed)
    assert done.returncode == 0, done.stderr
    home = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert 'href="/repo/timeline/"' in home
    assert "issen.example" not in home


def test_a_check_of_good_content_writes_nothing(content: Path) -> None:
    before = tree(content.parent)
    done = run("check", cwd=content.parent)
    assert (done.returncode, done.stdout, done.stderr) == (0, "0 problems\n", "")
    assert differing(tree(content.parent), before) == []


@pytest.mark.parametrize("code", [next(iter(Code)), Code.DANGLING_REFERENCE])
def test_a_code_is_explained(code: Code) -> None:
    done = run("explain", code.value)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{code.value}\n\n")
    assert len(done.stdout.split()) > 10


# --- 1: problems in the content


def test_problems_of_a_build_are_told_and_nothing_is_written(built: Path, faulty: Path) -> None:
    before = tree(built)
    done = run("build", "--content", faulty, "--out", built)
    assert (done.returncode, done.stderr) == (1, "")
    assert f"content/{EVENT}:3:15: impossible-date: " in done.stdout
    assert f"content/{EVENT}:4:8: dangling-reference: " in done.stdout
    assert done.stdout.endswith("\n2 problems\n")
    assert differing(tree(built), before) == []


def test_a_check_tells_the_problem_its_line_and_what_to_do(faulty: Path) -> None:
    done = run("check", "--content", faulty)
    assert (done.returncode, done.stderr) == (1, "")
    first, second, count = done.stdout.split("\n\n")
    place, line, caret, hint = first.splitlines()
    assert place.startswith(f"content/{EVENT}:3:15: impossible-date: ")
    assert line == "    date: 1982-02-30"
    assert caret.index("^") == line.index("30")
    assert hint.startswith("  hint: ")
    assert "    place: 강남\n           ^\n" in second
    assert count == "2 problems\n"


def test_json_is_a_list_of_objects_as_promised(faulty: Path) -> None:
    done = run("check", "--format", "json", "--content", faulty)
    assert (done.returncode, done.stderr) == (1, "")
    listed = json.loads(done.stdout)
    fields = ["path", "line", "column", "code", "message", "hint", "related"]
    assert [list(problem) for problem in listed] == [fields] * 2
    assert [(p["path"], p["line"], p["column"], p["code"]) for p in listed] == [
        (f"content/{EVENT}", 3, 15, "impossible-date"),
        (f"content/{EVENT}", 4, 8, "dangling-reference"),
    ]
    assert "강남" in listed[1]["message"]


def test_json_of_good_content_is_an_empty_list(content: Path) -> None:
    done = run("check", "--format", "json", "--content", content)
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


def test_the_page_of_a_workflows_run_lists_all_problems(faulty: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", "utf-8")
    arguments = ("check", "--format", "github", "--content", faulty)
    run(*arguments, GITHUB_STEP_SUMMARY=str(summary))
    words = summary.read_text("utf-8")
    assert words.startswith("before\n### 2 problems in the content\n")
    assert words.count(f"/{EVENT}:") == 2
    run("check", "--content", faulty, GITHUB_STEP_SUMMARY=str(summary))
    assert summary.read_text("utf-8") == words


@pytest.mark.parametrize(
    ("changes", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colours_are_for_terminals(
    faulty: Path,
    changes: Mapping[str, str],
    coloured: bool,  # noqa: FBT001 - a case of the table
) -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        (*COMMAND, "check", "--content", str(faulty)),
        cwd=ROOT,
        env=environment(**{"TERM": "xterm", "NO_COLOR": "", **changes}),
        stdout=theirs,
        timeout=60,
        check=False,
    )
    os.close(theirs)
    words = os.read(ours, 100_000)
    os.close(ours)
    assert done.returncode == 1
    assert (b"\x1b[" in words) == coloured
    assert "\x1b[" not in run("check", "--content", faulty).stdout


def test_github_gets_commands_on_one_stream_and_people_words_on_the_other(faulty: Path) -> None:
    done = run("check", "--format", "github", "--content", faulty)
    assert done.returncode == 1
    rows = done.stdout.splitlines()
    assert [row.partition("::")[0] for row in rows] == ["", ""]
    assert rows[0].startswith(f"::error file=content/{EVENT},line=3,col=15,title=impossible-date::")
    assert done.stderr.endswith("2 problems\n")
    assert not any(row.startswith("::") for row in done.stderr.splitlines())


def test_sarif_holds_every_problem_with_its_region(faulty: Path) -> None:
    done = run("check", "--format", "sarif", "--content", faulty)
    assert (done.returncode, done.stderr) == (1, "")
    log = json.loads(done.stdout)
    assert log["version"] == "2.1.0"
    places = [result["locations"][0]["physicalLocation"] for result in log["runs"][0]["results"]]
    assert [place["artifactLocation"]["uri"] for place in places] == [f"content/{EVENT}"] * 2
    assert [place["region"] for place in places] == [
        {"startLine": 3, "startColumn": 15},
        {"startLine": 4, "startColumn": 8},
    ]


@pytest.mark.parametrize("typed", [".", "../content", "../content/"])
def test_paths_begin_with_the_name_of_the_content_folder(typed: str, faulty: Path) -> None:
    done = run("check", "--content", typed, cwd=faulty)
    assert done.stdout.startswith(f"content/{EVENT}:3:15: ")
    assert "    date: 1982-02-30\n" in done.stdout


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "utf-8"])
def test_any_terminal_can_be_told(encoding: str, faulty: Path) -> None:
    done = run("check", "--content", faulty, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (1, "")
    assert "강남" in done.stdout


def test_a_file_whose_name_is_no_text_is_told_or_read(content: Path) -> None:
    (content / "sources" / os.fsdecode(b"caf\xe9.yaml")).write_text("references: []\n")
    (content / "actors" / os.fsdecode(b"caf\xe9.md")).write_text("x")
    done = run("check", "--content", content)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(r"content/actors/caf\udce9.md:1:1: ")


@pytest.mark.parametrize("what", ["pipe", "link", "huge"])
def test_what_is_no_file_of_text_is_told_and_not_shown(
    what: str, content: Path, tmp_path: Path
) -> None:
    """A named pipe would be waited for without end, a link would show a file from elsewhere."""
    strange = content / "actors" / "strange.md"
    secret = lay(tmp_path, {"secret": "do not show\n"}) / "secret"
    if what == "pipe":
        os.mkfifo(strange)
    elif what == "link":
        strange.symlink_to(secret)
    else:
        strange.write_bytes(b"a word\n" * 50_000)
    done = run("check", "--content", content)
    assert done.returncode == 1
    place, hint, _empty, count = done.stdout.splitlines()
    assert place.startswith("content/actors/strange.md:1:1: ")
    assert hint.startswith("  hint: ")
    assert count == "1 problem"


# --- 2: wrong usage


WRONG = [
    (),
    ("publish",),
    ("build", "--colour"),
    ("build", "extra"),
    ("check", "--format", "xml"),
    ("check", "--out", "site"),
    ("explain",),
    ("explain", "no-such-code"),
    ("serve", "--port", "many"),
    ("serve", "--port", "65536"),
    ("serve", "--port", "-1"),
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_usage_is_told_with_the_right_one(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: thawline ")
    assert "Traceback" not in done.stderr


WRONG_ADDRESSES = [
    "x.example",
    "ftp://x.example/",
    "https://",
    "https:///repo/",
    "https://[x/",
    "https://x.example/a b/",
    "https://x.example/?q=1",
    "https://x.example/#top",
    "https://x.example//evil.example/",
    "https://x.example/../",
    "https://user@x.example/",
    "https://x.example/\n",
]


@pytest.mark.parametrize(
    ("command", "address"),
    [*(("build", each) for each in WRONG_ADDRESSES), ("check", "x"), ("serve", "x")],
)
def test_an_address_where_no_site_can_be_is_refused(
    command: str, address: str, content: Path
) -> None:
    done = run(command, "--base-url", address, cwd=content.parent)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is not a web address" in one_line(done)
    assert names(content.parent) == ["content"]


@pytest.mark.parametrize("address", WRONG_ADDRESSES[:6])
def test_such_an_address_in_the_content_is_a_problem(address: str, content: Path) -> None:
    path = content / "site.yaml"
    text = path.read_text("utf-8").replace("https://issen.example/", f'"{address}"')
    path.write_text(text, "utf-8")
    done = run("check", "--content", content)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("content/site.yaml:4:11: wrong-value: ")


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize("typed", ["nowhere", "file.txt", os.fsdecode(b"caf\xe9")])
def test_a_content_folder_that_is_not_there_is_told(
    command: str, typed: str, tmp_path: Path
) -> None:
    lay(tmp_path, {"file.txt": "x"})
    done = run(command, "--content", typed, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    shown = typed.encode("utf-8", "backslashreplace").decode()
    assert one_line(done) == f"thawline: There is no folder '{shown}'; name it with --content."
    assert names(tmp_path) == ["file.txt"]


# --- 3: the world failed


@pytest.mark.parametrize("out", [".", "content", "content/site", "/", "..", "~"])
def test_an_output_that_would_destroy_something_is_refused(out: str, content: Path) -> None:
    before = tree(content.parent)
    home = str(content.parent)
    typed = str(Path(home)) if out == "~" else out
    done = run("build", "--out", typed, cwd=content.parent, HOME=home)
    assert (done.returncode, done.stdout) == (3, "")
    assert "cannot be the output" in one_line(done)
    assert differing(tree(content.parent), before) == []


def test_a_foreign_file_in_the_place_of_a_page_is_told(content: Path) -> None:
    lay(content.parent / "site", {"index.html": "mine"})
    before = tree(content.parent)
    done = run("build", cwd=content.parent)
    assert (done.returncode, done.stdout) == (3, "")
    assert one_line(done).endswith("was not made by a build; move it away first.")
    assert differing(tree(content.parent), before) == []


def test_an_output_that_cannot_be_written_is_told(content: Path) -> None:
    closed = content.parent / "closed"
    closed.mkdir(mode=0o555)
    prefix = obeying_permissions()
    done = run("build", "--out", closed / "site", cwd=content.parent, prefix=prefix)
    assert (done.returncode, done.stdout) == (3, "")
    assert "Permission denied" in one_line(done)
    assert names(closed) == []


def test_content_that_cannot_be_listed_is_told(content: Path) -> None:
    (content / "events").chmod(0)
    done = run("check", "--content", content, prefix=obeying_permissions())
    (content / "events").chmod(0o755)
    assert (done.returncode, done.stdout) == (3, "")
    assert "Permission denied" in one_line(done)


BROKEN_INDEXERS = [
    ("exit 0", "Pagefind ended with status 0: no message"),
    ("printf 'eA==,'; exec sleep 60", "Pagefind made no index that can be read."),
    ("echo out of wasm >&2; exit 1", "Pagefind ended with status 1: out of wasm"),
    ("kill -11 $$", "Pagefind ended with status -11: no message"),
]


@pytest.mark.parametrize(("script", "message"), BROKEN_INDEXERS)
def test_a_broken_indexer_is_told_and_the_old_site_stands(
    script: str, message: str, built: Path, tmp_path: Path
) -> None:
    before = tree(built)
    event = tmp_path / "content" / EVENT
    event.write_text(event.read_text("utf-8").replace("title: ", "title: New ", 1), "utf-8")
    fake = fake_pagefind(tmp_path / "fake", script)
    done = run("build", cwd=tmp_path, PYTHONPATH=fake)
    assert (done.returncode, done.stdout) == (3, "")
    assert one_line(done) == f"thawline: {message}"
    assert differing(tree(built), before) == []
    assert names(tmp_path) == ["content", "fake", "site"]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A folder that can be given a size."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not resized(folder, "8m", "mount"):
        pytest.skip("only root can mount a small disk here")
    yield folder
    subprocess.run(("umount", folder), check=True)


def resized(folder: Path, size: str, how: str = "remount") -> bool:
    options = {"mount": f"size={size}", "remount": f"remount,size={size}"}[how]
    command = ("mount", "-t", "tmpfs", "-o", options, "none", folder)
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_a_full_disk_is_told_and_the_old_site_stands(content: Path, disk: Path) -> None:
    """At every size, from no room for a page to nearly enough for the search index.

    Pagefind 1.5.2 itself, when it writes, leaves files empty or cut there and ends with status 0.
    """
    assert run("build", "--content", content, "--out", disk / "site").returncode == 0
    before = tree(disk)
    page = (content / EVENT).read_text("utf-8")
    (content / EVENT).write_text(page.replace("left its banks", "rose"), "utf-8")
    used = sum(len(data) // 4096 + 1 for data in before.values()) * 4
    told = 0
    for spare in range(0, 1600, 160):
        assert resized(disk, f"{used + spare}k")
        done = run("build", "--content", content, "--out", disk / "site")
        if done.returncode == 0:
            break
        assert (done.returncode, done.stdout) == (3, "")
        assert "No space left on device" in one_line(done)
        assert differing(tree(disk), before) == []
        told += 1
    assert told > 3
    assert resized(disk, "8m")
    done = run("build", "--content", content, "--out", disk / "site")
    assert done.returncode == 0, done.stderr
    assert b"rose" in tree(disk / "site")["events/1982-01-flood/index.html"]


def test_a_port_that_is_taken_is_told(content: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = str(taken.getsockname()[1])
        done = run("serve", "--port", number, cwd=content.parent)
    assert done.returncode == 3
    assert "Address already in use" in one_line(done)


# --- 130 and 143: signals


@contextmanager
def running(*arguments: str, cwd: Path, **changes: str) -> Iterator[subprocess.Popen[str]]:
    with start(*arguments, cwd=cwd, **changes) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_for(path: Path) -> None:
    end = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < end, f"{path} did not appear"
        time.sleep(0.01)


SIGNALS: Mapping[signal.Signals, int] = {signal.SIGINT: 130, signal.SIGTERM: 143}


@pytest.mark.parametrize("sent", SIGNALS)
def test_a_build_that_is_stopped_leaves_the_old_site(
    sent: signal.Signals, built: Path, tmp_path: Path
) -> None:
    before = tree(built)
    fake = fake_pagefind(tmp_path / "fake", HANGING)
    with running("build", cwd=tmp_path, PYTHONPATH=fake) as process:
        wait_for(tmp_path / "indexing")
        process.send_signal(sent)
        out, error = process.communicate(timeout=30)
    assert (process.returncode, out, error) == (SIGNALS[sent], "", "")
    assert differing(tree(built), before) == []
    assert names(tmp_path) == ["content", "fake", "indexing", "site"]


@pytest.mark.parametrize("sent", SIGNALS)
def test_a_preview_runs_until_it_is_stopped(sent: signal.Signals, content: Path) -> None:
    arguments = ("serve", "--port", "0", "--base-url", BASE_URL)
    with running(*arguments, cwd=content.parent) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert re.fullmatch(r"http://localhost:\d+/repo/ \(Ctrl\+C ends it\)\n", line)
        process.send_signal(sent)
        _out, error = process.communicate(timeout=30)
    assert (process.returncode, error) == (SIGNALS[sent], "")
    assert not list((content.parent / "site").rglob("card.png"))  # nobody shares a preview


def test_a_second_build_at_the_same_time_is_refused(content: Path, tmp_path: Path) -> None:
    fake = fake_pagefind(tmp_path / "fake", HANGING)
    with running("build", cwd=tmp_path, PYTHONPATH=fake):
        wait_for(tmp_path / "indexing")
        done = run("build", cwd=content.parent)
    assert (done.returncode, done.stdout) == (3, "")
    assert one_line(done).startswith("thawline: Another build is writing 'site'; wait for it")


def test_the_command_is_installed_under_its_name() -> None:
    program = ROOT / ".venv" / "bin" / "thawline"
    if not program.exists():
        pytest.skip("the package is installed elsewhere")
    done = subprocess.run((program, "--version"), capture_output=True, text=True, check=True)
    assert re.fullmatch(r"thawline \d+\.\d+\.\d+\n", done.stdout)
