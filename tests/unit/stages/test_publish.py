"""That a build replaces its own files in one step, and nothing that is not its own, ever."""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.stages import publish
from generator.stages.publish import (
    MANIFEST,
    RefusedOutputError,
    guard,
    staging,
    swap,
    write,
)
from tests.worlds import differing, environment, lay, names, obeying_permissions, tree

SITE = {"index.html": b"home", "events/a/index.html": b"a", "feed.xml": b"feed"}
NEXT = {"index.html": b"new home", "events/b/index.html": b"b", "feed.xml": b"feed"}


def build(out: Path, files: Mapping[str, bytes] = SITE) -> None:
    with staging(out) as folder:
        write(folder, files.items())
        swap(folder, out)


def build_and_fail(out: Path, error: BaseException) -> None:
    with staging(out) as folder:
        write(folder, NEXT.items())
        raise error


def own(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What `tree` shows of a site of these files alone."""
    manifest = "".join(f"{path}\n" for path in sorted(files)).encode()
    folders = {parent.as_posix(): b"folder" for path in files for parent in Path(path).parents[:-1]}
    return {
        **folders,
        **{path: b"file " + data for path, data in files.items()},
        MANIFEST: b"file " + manifest,
    }


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away renameat2, as on systems other than Linux."""
    monkeypatch.setattr(sys, "platform", "other")


# --- guard


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a project in it, which is the current folder."""
    project = lay(tmp_path / "home" / "project", {"content/site.yaml": "", "templates/a.html": ""})
    lay(project, {"file": ""})
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(project)
    return tmp_path / "home"


@pytest.mark.parametrize(
    "place",
    [
        "content",
        "content/",
        "./content/../content",
        "content/site",
        "content/events/2021",
        "templates",
        "templates/site",
        ".",
        "..",
        "../..",
        "../../..",
        "/",
        "/./",
        "~",
        "~/project",
        "file",
        "link-to-content",
        "link-to-content/site",
        "link-to-home",
        "loop",
    ],
)
def test_a_folder_that_is_not_for_output_is_refused(place: str, home: Path) -> None:
    (home / "project" / "link-to-content").symlink_to("content")
    (home / "project" / "link-to-home").symlink_to(home)
    (home / "project" / "loop").symlink_to("loop")
    before = tree(home)
    with pytest.raises(RefusedOutputError) as refused:
        guard(Path(place).expanduser(), Path("content"), Path("templates"))
    assert "cannot be the output" in str(refused.value)
    assert "\n" not in str(refused.value)
    assert tree(home) == before


@pytest.mark.parametrize("place", ["site", "build/site", "../site", "content-site", "contents"])
def test_other_folders_are_let_pass(place: str, home: Path) -> None:
    guard(Path(place), home / "project" / "content", home / "project" / "templates")


# --- staging


def test_a_first_build_leaves_the_site_and_nothing_beside_it(out: Path) -> None:
    build(out)
    assert tree(out) == own(SITE)
    assert names(out.parent) == ["site"]


def test_folders_above_the_site_are_made(tmp_path: Path) -> None:
    build(tmp_path / "a" / "b" / "site")
    assert tree(tmp_path / "a" / "b" / "site") == own(SITE)


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt, SystemExit])
def test_a_failed_build_leaves_the_old_site_and_nothing_beside_it(
    out: Path, error: type[BaseException]
) -> None:
    build(out)
    with pytest.raises(error):
        build_and_fail(out, error())
    assert tree(out) == own(SITE)
    assert names(out.parent) == ["site"]


def test_what_a_killed_build_left_is_not_published(out: Path) -> None:
    build(out)
    lay(out.parent / ".site.next", {"left/over.html": "x"})
    lay(out.parent / ".site.previous", {"left/over.html": "x"})
    (out.parent / ".site.lock").touch()
    build(out, NEXT)
    assert tree(out) == own(NEXT)
    assert names(out.parent) == ["site"]


def test_a_swap_that_was_cut_short_is_undone_before_anything_else(out: Path) -> None:
    build(out)
    lay(out, {"notes.txt": "mine"})
    before = tree(out)
    out.rename(out.parent / ".site.previous")
    lay(out.parent / ".site.next", {"half": "x"})
    with pytest.raises(OSError, match="full"):
        build_and_fail(out, OSError("full"))
    assert tree(out) == before
    assert names(out.parent) == ["site"]


def test_a_lock_of_another_process_refuses_the_build(out: Path) -> None:
    build(out)
    holder = (
        "import sys; from pathlib import Path; from generator.stages.publish import staging\n"
        "with staging(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        (sys.executable, "-c", holder, out),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(RefusedOutputError, match=r"^Another build is writing 'site'; wait"):
            build(out, NEXT)
        assert (out.parent / ".site.next").is_dir(), "the other build's folder was taken away"
        process.send_signal(signal.SIGKILL)
    assert tree(out) == own(SITE)
    build(out, NEXT)
    assert tree(out) == own(NEXT)


def test_a_lock_that_its_holder_has_removed_locks_nothing(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between our opening the file and locking it, the build that held it ends."""
    flock = fcntl.flock

    def late(lock: int, operation: int) -> None:
        (out.parent / ".site.lock").unlink()
        flock(lock, operation)

    monkeypatch.setattr(fcntl, "flock", late)
    with pytest.raises(RefusedOutputError, match="Another build"):
        build(out)
    assert not out.exists()


# --- swap


@pytest.mark.usefixtures("no_exchange")
def test_without_an_exchange_two_renames_do_the_same(out: Path) -> None:
    test_stale_files_of_ours_are_dropped(out)
    test_files_of_others_are_kept(out)


@pytest.mark.usefixtures("no_exchange")
def test_a_build_ended_between_the_two_renames_brings_the_old_site_back(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(out)
    rename = Path.rename

    def once(self: Path, target: Path) -> Path:
        monkeypatch.setattr(Path, "rename", rename)
        rename(self, target)
        raise SystemExit(143)

    monkeypatch.setattr(Path, "rename", once)
    with pytest.raises(SystemExit):
        build(out, NEXT)
    assert tree(out) == own(SITE)
    assert names(out.parent) == ["site"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two folders in a step")
def test_on_linux_the_site_is_never_absent(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(out)

    def refuse(self: Path, target: Path) -> Path:
        raise AssertionError(f"{self} was renamed to {target}")

    monkeypatch.setattr(Path, "rename", refuse)
    build(out, NEXT)
    assert tree(out) == own(NEXT)


def test_stale_files_of_ours_are_dropped(out: Path) -> None:
    build(out, SITE)
    build(out, NEXT)
    assert tree(out) == own(NEXT)


def test_an_own_file_that_somebody_deleted_comes_back(out: Path) -> None:
    build(out)
    (out / "events" / "a" / "index.html").unlink()
    build(out)
    assert tree(out) == own(SITE)


def test_files_of_others_are_kept(out: Path) -> None:
    foreign = {".gitignore": b"*\n", "CNAME": b"x", ".git/refs/heads/main": b"1", "events/x": b""}
    build(out)
    lay(out, foreign)
    (out / ".git" / "objects").mkdir()
    (out / "latest").symlink_to("events/a")
    (out / "CNAME").chmod(0o640)
    kept = {path: look for path, look in tree(out).items() if path not in own(SITE)}
    build(out, NEXT)
    assert differing(tree(out), {**own(NEXT), **kept}) == []
    assert (out / "CNAME").stat().st_mode & 0o777 == 0o640
    build(out, SITE)
    assert differing(tree(out), {**own(SITE), **kept}) == []


@pytest.mark.parametrize(
    "foreign",
    ["index.html", "events", "events/b", "events/b/index.html/x", "feed.xml/x", "feed.xml"],
)
def test_a_foreign_thing_in_the_place_of_a_page_stops_the_build(out: Path, foreign: str) -> None:
    lay(out, {foreign: "mine"})
    before = tree(out)
    with pytest.raises(RefusedOutputError, match="move it away first") as refused:
        build(out, NEXT)
    assert str(out / foreign) in str(refused.value)
    assert tree(out) == before
    assert names(out.parent) == ["site"]


def test_a_foreign_link_to_a_folder_in_the_place_of_ours_stops_the_build(out: Path) -> None:
    elsewhere = lay(out.parent / "elsewhere", {"x": "mine"})
    out.mkdir()
    (out / "events").symlink_to(elsewhere)
    before = tree(out.parent)
    with pytest.raises(RefusedOutputError):
        build(out)
    assert tree(out.parent) == before


def test_a_manifest_that_cannot_be_read_makes_nothing_ours(out: Path) -> None:
    build(out)
    (out / MANIFEST).write_bytes(b"\xff\xfe index.html")
    before = tree(out)
    with pytest.raises(RefusedOutputError):
        build(out, NEXT)
    assert tree(out) == before


NAMES = st.sampled_from(["a", "b", "events", "index.html", "feed.xml", ".git", "서울", "x y"])
PATHS = st.lists(NAMES, min_size=1, max_size=4).map("/".join)
LOOKS = st.one_of(
    st.binary(max_size=8).map(lambda data: ("file", data)),
    st.just(("folder", b"")),
    st.just(("link", b"nowhere")),
    st.just(("link", b".")),
)


@pytest.fixture(scope="module")
def module_folder() -> Iterator[Path]:
    with TemporaryDirectory() as name:
        yield Path(name)


@settings(deadline=None, max_examples=200)
@given(foreign=st.dictionaries(PATHS, LOOKS, max_size=6), before=st.booleans())
def test_nothing_of_others_is_deleted_or_changed(
    module_folder: Path, *, foreign: dict[str, tuple[str, bytes]], before: bool
) -> None:
    out = module_folder / "site"
    shutil.rmtree(out, ignore_errors=True)
    if before:
        build(out, SITE)
    out.mkdir(exist_ok=True)
    ours = tree(out)
    for path, (kind, data) in foreign.items():
        place(out / path, kind, data)
    laid = tree(out)
    mine = {p: look for p, look in laid.items() if ours.get(p) != look and look != b"folder"}
    empty = {p for p in laid if laid[p] == b"folder" and not any((out / p).iterdir())}
    try:
        build(out, NEXT)
    except RefusedOutputError:
        assert differing(tree(out), laid) == []
    else:
        now = tree(out)
        assert {p: now.get(p) for p in mine} == mine
        assert empty <= now.keys()
        assert {p: now.get(p) for p in NEXT} == {p: b"file " + data for p, data in NEXT.items()}
    assert names(module_folder) == ["site"]


def place(path: Path, kind: str, data: bytes) -> None:
    """Put something foreign at the path where nothing stands; what stands there already stays."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        return
    if not path.parent.resolve().samefile(path.parent.parent / path.parent.name):
        return
    if path.exists() or path.is_symlink():
        return
    if kind == "file":
        path.write_bytes(data)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(os.fsdecode(data))


# --- permissions


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_files_have_the_permissions_that_the_umask_leaves(out: Path, mask: int, mode: int) -> None:
    old = os.umask(mask)
    try:
        build(out)
    finally:
        os.umask(old)
    modes = {path.stat().st_mode & 0o777 for path in out.rglob("*") if path.is_file()}
    folders = {path.stat().st_mode & 0o777 for path in (out, *out.rglob("*")) if path.is_dir()}
    assert modes == {mode}
    assert folders == {0o777 & ~mask}


BUILD = (
    "import sys; from pathlib import Path; from generator.stages.publish import *\n"
    "out = Path(sys.argv[1])\n"
    "with staging(out) as folder: write(folder, [('index.html', b'new')]); swap(folder, out)"
)


def build_as_bound(out: Path) -> str:
    """Build in a process that permissions bind; return the last line of its error."""
    command = (*obeying_permissions(), sys.executable, "-c", BUILD, str(out))
    done = subprocess.run(
        command, env=environment(), capture_output=True, encoding="utf-8", check=False
    )
    return done.stderr.strip().rpartition("\n")[2]


def test_a_folder_that_cannot_be_written_is_told_as_an_os_error(out: Path) -> None:
    build(out)
    out.parent.chmod(0o555)
    try:
        said = build_as_bound(out)
    finally:
        out.parent.chmod(0o755)
    assert said.startswith("PermissionError: ")
    assert tree(out) == own(SITE)


def test_a_foreign_folder_that_cannot_be_read_stops_the_build(out: Path) -> None:
    build(out)
    lay(out, {"closed/diary": "mine"})
    before = tree(out)
    (out / "closed").chmod(0)
    try:
        said = build_as_bound(out)
    finally:
        (out / "closed").chmod(0o755)
    assert said.startswith("PermissionError: ")
    assert differing(tree(out), before) == []
    assert names(out.parent) == ["site"]


def test_the_exchange_says_no_where_there_is_nothing_to_exchange(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    assert publish._exchange(tmp_path / "one", tmp_path / "two") is False  # noqa: SLF001
    assert names(tmp_path) == ["one"]
