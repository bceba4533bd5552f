"""Each problem's code has a folder with the smallest content that shows it, and what is printed.

A folder is laid over `base/`, which has no fault: `content/` and `templates/` replace or add files,
`without.txt` names files to take away, `larger.txt` files to lengthen beyond the limit, and
`latin1.txt` files to save in another encoding than UTF-8.
`expected.txt` is what `thawline check` prints. To add a case, make the folder, run pytest with
`--write-goldens`, and read the result.
"""

import shutil
from pathlib import Path

import pytest

from generator import cli, report
from generator.config import TEMPLATES, Config
from generator.pipeline import Stopwatch, prepare
from generator.problems import Code, Problem
from generator.stages.read import MAX_BYTES
from tests.sites import BASE_FOLDER, problems_of

FOLDER = Path(__file__).parent / "problems"
CODES = [code.value for code in Code]
PARTS = {"content", "templates", "without.txt", "larger.txt", "latin1.txt"}


def laid_over_base(case: Path, world: Path) -> Config:
    """Lay the case over the base and return where it lies."""
    shutil.copytree(BASE_FOLDER, world / "content")
    if (case / "content").is_dir():
        shutil.copytree(case / "content", world / "content", dirs_exist_ok=True)
    for path in listed(case / "without.txt"):
        (world / "content" / path).unlink()
    for path in listed(case / "larger.txt"):
        file = world / "content" / path
        file.write_bytes(file.read_bytes().ljust(MAX_BYTES, b"x") + b"\n")
    for path in listed(case / "latin1.txt"):
        file = world / "content" / path
        file.write_bytes(file.read_text("utf-8").encode("latin-1"))
    if not (case / "templates").is_dir():
        return Config(world / "content", world / "site")
    shutil.copytree(TEMPLATES, world / "templates")
    shutil.copytree(case / "templates", world / "templates", dirs_exist_ok=True)
    return Config(world / "content", world / "site", world / "templates")


def listed(file: Path) -> list[str]:
    return file.read_text("utf-8").split() if file.exists() else []


def printed(config: Config, capsys: pytest.CaptureFixture[str]) -> str:
    """Run the command; the templates of a case are run without it, which has no option for them."""
    if config.templates == TEMPLATES:
        assert cli.main(["check", "--content", str(config.content)]) == cli.PROBLEMS
        return capsys.readouterr().out
    problems = found(config)
    paths = {problem.position.path for problem in problems}
    texts = {path: (config.content.parent / path).read_text("utf-8") for path in paths}
    return report.text(problems, {path: text.split("\n") for path, text in texts.items()})


def found(config: Config) -> tuple[Problem, ...]:
    return prepare(config, Stopwatch(lambda: 0.0)).problems


def test_every_code_has_a_folder_and_every_folder_a_code() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted([*CODES, "base"])


def test_the_base_has_no_problem() -> None:
    assert problems_of({}) == ()


@pytest.mark.parametrize("code", CODES)
def test_a_folder_holds_the_fault_and_what_is_printed(
    code: str, request: pytest.FixtureRequest
) -> None:
    names = {path.name for path in (FOLDER / code).iterdir()}
    assert names - {"expected.txt"}, "A folder shows its fault by at least one file."
    assert names - {"expected.txt"} <= PARTS
    if not request.config.getoption("--write-goldens"):
        assert "expected.txt" in names


@pytest.mark.parametrize("code", CODES)
def test_exactly_this_problem_is_printed(
    code: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    config = laid_over_base(FOLDER / code, tmp_path)
    assert [problem.code for problem in found(config)] == [code]
    golden, text = FOLDER / code / "expected.txt", printed(config, capsys)
    if request.config.getoption("--write-goldens"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")
