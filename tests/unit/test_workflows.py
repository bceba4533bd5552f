"""What the workflows may do, and that nobody can change what they run from outside."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
USES = re.compile(r"^\s*(?:- )?uses: *(?P<action>.*)$", re.MULTILINE)
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
# Whoever opens a pull request writes these; in `run:` they would be read as shell.
FROM_OUTSIDE = re.compile(r"\$\{\{[^}]*(?:github\.event\b|head_ref|github\.ref_name\b|inputs\.)")
WRITERS = {
    ("publish.yml", "deploy"): {"pages": "write", "id-token": "write"},
    ("links.yml", "propose"): {"contents": "write", "pull-requests": "write"},
}
OUR_CODE = re.compile(r"\b(make|thawline|python3?|pip|pytest|npm|bash|sh)\b|\./")


def triggers(path: Path) -> dict[str, Any]:
    """The `on:` of a workflow, whose name YAML 1.1 reads as true."""
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))[True]
    return found


def jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path in FILES:
        for name, job in yaml.safe_load(path.read_text("utf-8"))["jobs"].items():
            yield path.name, name, job


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    for file, name, job in jobs():
        for step in job["steps"]:
            yield f"{file}: {name}", step


def test_there_are_workflows() -> None:
    assert {path.name for path in FILES} >= {"check.yml", "links.yml", "publish.yml"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_action_is_pinned_by_hash_with_its_version(path: Path) -> None:
    actions = [found["action"] for found in USES.finditer(path.read_text("utf-8"))]
    assert actions
    assert [action for action in actions if not PINNED.fullmatch(action)] == []


def test_an_action_has_one_hash_everywhere() -> None:
    pins: dict[str, set[str]] = {}
    for path in FILES:
        for found in USES.finditer(path.read_text("utf-8")):
            name, _, pin = found["action"].partition("@")
            pins.setdefault(name, set()).add(pin)
    assert {name: found for name, found in pins.items() if len(found) > 1} == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_workflow_starts_without_permissions(path: Path) -> None:
    assert yaml.safe_load(path.read_text("utf-8"))["permissions"] == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_contribution_never_runs_with_the_permissions_of_the_repository(path: Path) -> None:
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(triggers(path))


def test_only_those_that_publish_or_propose_may_write() -> None:
    for file, name, job in jobs():
        given = job["permissions"]
        assert isinstance(given, dict), f"{file}: {name}: {given}"
        writes = {scope: level for scope, level in given.items() if level != "read"}
        assert writes == WRITERS.get((file, name), {}), f"{file}: {name}"


def test_what_may_write_runs_none_of_our_code() -> None:
    for file, name, job in jobs():
        if (file, name) in WRITERS:
            for step in job["steps"]:
                action = step.get("uses", "actions/checkout").partition("@")[0]
                assert action in {"actions/checkout", "actions/deploy-pages"}
                assert not OUR_CODE.search(step.get("run", "")), step["run"]


def test_every_job_has_a_time_limit() -> None:
    for file, name, job in jobs():
        assert 0 < job.get("timeout-minutes", 0) <= 30, f"{file}: {name}"


def test_no_checkout_leaves_credentials_behind() -> None:
    for place, step in steps():
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False, place


def test_no_command_is_put_together_from_outside() -> None:
    for place, step in steps():
        assert not FROM_OUTSIDE.search(step.get("run", "")), f"{place}: {step}"


def test_a_deployment_is_never_cut_short() -> None:
    publish = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))
    assert publish["concurrency"] == {"group": "pages", "cancel-in-progress": False}
