"""What a change of the content means for readers, and that nothing in it becomes markup."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import changes_report
from generator.changes import Change, changes
from tests.sites import BASE, SHUT, changed, library_of
from tests.worlds import lay, run

SOURCES = "sources/2021.yaml"


def found(after: Mapping[str, str | None]) -> list[tuple[str, str, str]]:
    return [(c.area, c.what, c.name) for c in changes(library_of({}), library_of(after))]


def test_equal_content_has_no_changes_wherever_it_lies() -> None:
    assert changes(library_of({}), library_of({})) == ()
    assert changes_report.text(()) == "no changes\n"


def test_lines_that_only_move_are_no_change() -> None:
    assert found({SHUT: BASE[SHUT].replace("---\n", "---\n\n", 2)}) == []


def test_a_new_event_adds_its_claims_and_its_address() -> None:
    new = BASE[SHUT].replace("date: 2021-03-01", "date: 2021-03-02")
    told = found({"events/2021/2021-03-02-again.md": new})
    assert ("events", "added", "2021-03-02-again") in told
    assert ("addresses", "added", "/events/2021-03-02-again/") in told
    assert [c for c in told if c[0] == "claims"] == [
        ("claims", "added", f"2021-03-02-again#{claim.anchor}")
        for claim in sorted(
            library_of({}).events["2021-03-01-bridge-shut"].body.claims,
            key=lambda claim: claim.position,
        )
    ]
    backwards = changes(library_of({"events/2021/2021-03-02-again.md": new}), library_of({}))
    assert ("events", "removed") in {(c.area, c.what) for c in backwards}
    assert ("addresses", "removed") in {(c.area, c.what) for c in backwards}


def test_a_field_a_reworded_claim_and_a_source_are_told_apart() -> None:
    text = BASE[SHUT]
    title = text.partition("title: ")[2].partition("\n")[0]
    (one,) = changes(library_of({}), library_of(changed(SHUT, f"title: {title}", "title: Other")))
    assert one == Change("events", "changed", "2021-03-01-bridge-shut", "", "title")
    reworded = library_of(changed(SHUT, "called it a breach", "calls it a breach"))
    told_ = {c.area: c for c in changes(library_of({}), reworded)}
    assert sorted(told_) == ["claims", "events", "permalinks"]
    assert told_["claims"].before == "Birch called it a breach. [birch: @gazette-2021-03-02]"
    assert told_["claims"].after == "Birch calls it a breach. [birch: @gazette-2021-03-02]"
    told = found(changed(SOURCES, "title: Alder shuts the bridge", "title: Alder shuts it"))
    assert told == [("sources", "changed", "gazette-2021-03-02")]


def test_a_label_that_changes_is_told_though_the_claim_is_untouched() -> None:
    told = changes(library_of({}), library_of(changed("actors/alder.md", "side: alder\n", "")))
    assert ("actors", "changed") in {(c.area, c.what) for c in told}
    (label,) = [c for c in told if c.area == "labels of claims"]
    assert (label.name, label.before, label.after) == (
        "2021-03-01-bridge-shut#claim-shut",
        "one side",
        "single",
    )


def test_a_moved_address_leads_on() -> None:
    ledger = "published: []\nmoved:\n  /events/old/: 2021-03-01-bridge-shut\n"
    told = changes(library_of({}), library_of({"addresses.yaml": ledger}))
    assert told == (
        Change("addresses", "changed", "/events/old/", "", "leads to 2021-03-01-bridge-shut"),
    )


@pytest.mark.parametrize(
    "evil", ["a | b", "`x` <img src=x>", "</details>\n::error::x", "[a](javascript:x)", "```"]
)
def test_nothing_from_the_content_becomes_markup(evil: str) -> None:
    told = changes_report.markdown((Change("claims", "changed", evil, evil, evil),))
    (row,) = [line for line in told.splitlines() if line.startswith("| changed")]
    assert row.replace("\\|", "").count("|") == 5
    for cell in row.replace("\\|", "").split("|")[2:5]:
        assert cell.strip().startswith("`")
        assert cell.strip().endswith("`")
    assert not any(line.startswith("::") for line in told.splitlines())


def test_long_tables_are_cut_and_say_so() -> None:
    many = tuple(Change("events", "added", f"e{n}") for n in range(changes_report.ROWS + 7))
    assert changes_report.markdown(many).endswith("\n7 more.\n")


def test_the_command_compares_two_folders(tmp_path: Path) -> None:
    before = lay(tmp_path / "before", BASE)
    after = lay(tmp_path / "content", {**BASE, SHUT: BASE[SHUT].replace("title: ", "title: Now ")})
    done = run("changes", before, "--content", after, "--format", "json")
    assert done.returncode == 0, done.stderr
    assert [one["area"] for one in json.loads(done.stdout)] == ["events"]
    shown = run("changes", before, "--content", after).stdout
    assert shown.startswith("~ events: 2021-03-01-bridge-shut: title\n")
    assert run("changes", tmp_path / "nowhere", "--content", after).returncode == 2
    (before / SHUT).write_text("---\n---\n", "utf-8")
    broken = run("changes", before, "--content", after)
    assert broken.returncode == 2
    assert "has problems; nothing can be compared" in broken.stderr
