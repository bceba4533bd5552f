"""That what is installed is what was locked, and that the commands we promise are there."""

import os
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
RUNTIME = "requirements.lock"
DEV = "requirements-dev.lock"
LOCKS = [RUNTIME, DEV]
ENTRY = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;]+)(?: ; [^\\]+)?"
    r"(?P<hashes>(?: \\\n {4}--hash=sha256:[0-9a-f]{64})*)\n"
    r"(?P<via>(?: {4}#.*\n)*)",
    re.MULTILINE,
)
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def versions(lock: str) -> dict[str, str]:
    return {entry["name"]: entry["version"] for entry in ENTRY.finditer(text(lock))}


def roots(lock: str, asked_by: str) -> set[str]:
    """The packages that `asked_by` (a file or a group, as the lock writes it) names itself."""
    return {
        entry["name"]
        for entry in ENTRY.finditer(text(lock))
        if f"thawline ({asked_by})" in entry["via"]
    }


def names(requirements: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(line).name) for line in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_versions_and_hashes_and_nothing_else(lock: str) -> None:
    rest = ENTRY.sub("", text(lock))
    assert [line for line in rest.splitlines() if not line.startswith("#")] == []
    assert versions(lock)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_hashes(lock: str) -> None:
    entries = ENTRY.finditer(text(lock))
    assert [entry["name"] for entry in entries if not entry["hashes"]] == []


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("trace", ["://", "file:", " @ ", "--find-links", "index-url", "/"])
def test_a_lock_names_no_address_and_no_path(lock: str, trace: str) -> None:
    assert trace not in text(lock)


def test_the_runtime_lock_holds_what_the_package_asks_for() -> None:
    assert roots(RUNTIME, "pyproject.toml") == names(PYPROJECT["project"]["dependencies"])


def test_what_builds_the_package_is_locked_with_it() -> None:
    group = names(PYPROJECT["dependency-groups"]["build"])
    assert roots(RUNTIME, "pyproject.toml:build") == group
    assert names(PYPROJECT["build-system"]["requires"]) <= group


def test_the_dev_lock_holds_what_tests_and_lint_ask_for() -> None:
    assert roots(DEV, "pyproject.toml:dev") == names(PYPROJECT["dependency-groups"]["dev"])


def test_locked_versions_are_the_ones_the_package_allows() -> None:
    locked = versions(RUNTIME)
    for line in PYPROJECT["project"]["dependencies"]:
        wanted = Requirement(line)
        assert locked[canonicalize_name(wanted.name)] in wanted.specifier, line


def test_tests_run_with_the_versions_that_build_the_site() -> None:
    runtime = versions(RUNTIME)
    both = {name: version for name, version in versions(DEV).items() if name in runtime}
    assert both == {name: runtime[name] for name in both}


@pytest.mark.parametrize("command", ["site", "test", "lint", "serve", "check", "clean", "lock"])
def test_the_commands_of_the_readme_exist(command: str) -> None:
    makefile = text("Makefile")
    assert re.search(rf"^{command}:", makefile, re.MULTILINE)
    assert re.search(rf"^\.PHONY:.* {command}\b", makefile, re.MULTILINE)


def test_continuous_integration_runs_lint_and_test() -> None:
    lines = text(".ci/run").splitlines()
    assert [line for line in lines[1:] if line] == ["set -eu", "make lint", "make test"]


@pytest.mark.parametrize("script", [".ci/run", "tests/browser/install_chromium"])
def test_scripts_can_be_started(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)
