"""SIGKILL at any moment leaves the old site or the new one, whole, and the next build succeeds."""

import contextlib
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

from tests.worlds import GOLDEN_CONTENT, differing, names, run, start, tree

RUNS = 25
SEED = 20210727
EVENT = "events/1982/1982-01-flood.md"
WORDS = ("left its banks", "rose over its banks")


def turn(content: Path) -> None:
    """Change the content from its one version to the other."""
    path = content / EVENT
    text = path.read_text("utf-8")
    old, new = WORDS if WORDS[0] in text else WORDS[::-1]
    path.write_text(text.replace(old, new), "utf-8")


def build(world: Path) -> dict[str, bytes]:
    done = run("build", cwd=world)
    assert done.returncode == 0, done.stderr
    assert names(world) == ["content", "site"]
    return tree(world / "site")


def killed_after(world: Path, seconds: float) -> bool:
    """Start a build and kill it; tell whether it was still running."""
    with start("build", cwd=world) as process:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    return process.returncode == -signal.SIGKILL


def test_a_killed_build_leaves_one_of_two_whole_sites(tmp_path: Path) -> None:
    shutil.copytree(GOLDEN_CONTENT, tmp_path / "content")
    one = build(tmp_path)
    turn(tmp_path / "content")
    began = time.monotonic()
    other = build(tmp_path)
    usual = time.monotonic() - began
    assert differing(one, other) != []
    moments, killed = random.Random(SEED), 0  # noqa: S311 - the same moments in each run
    for number in range(RUNS):
        turn(tmp_path / "content")
        # Two thirds of the moments lie in the last part, where the disk is written.
        share = moments.uniform(0.5, 1.1) if number % 3 else moments.uniform(0.0, 1.0)
        in_time = killed_after(tmp_path, usual * share)
        killed += in_time
        usual *= 1.05 if in_time else 0.85  # the machine may be less busy than it was, or more
        site = tree(tmp_path / "site")
        assert site in (one, other), (number, differing(site, one), differing(site, other))
        if number % 5 == 4:
            assert build(tmp_path) in (one, other)
    assert killed > RUNS // 4, "too few builds were still running when they were killed"
    assert build(tmp_path) in (one, other)
