"""The record behind an event's page: UTC, disputes, and its neighbours in each thread."""

import pytest

from generator.views.claims import Setting
from generator.views.dossier import DossierView, dossier_view
from tests.sites import OPEN, SHUT, Changes, changed, edition_of

DISPUTED = changed(
    SHUT,
    "[birch: @gazette-2021-03-02]",
    "[birch: @gazette-2021-03-02; but alder: @radio-2021-03-01, at 8]",
)


def dossier(id_: str, changes: Changes) -> DossierView:
    edition = edition_of(changes)
    event = edition.library.events[id_]
    return dossier_view(event, Setting(edition.href(id_), frozenset({"alder", "birch"})), edition)


UNIVERSAL = [
    ("10:00 BST", "09:00 UTC"),
    ("10:00 Asia/Seoul", "01:00 UTC"),
    ("03:00 Asia/Seoul", "18:00 UTC on 30 April 2021"),
    ("20:00 America/New_York", "00:00 UTC on 2 May 2021"),
    ("10:00 UTC", ""),
]


@pytest.mark.parametrize(("typed", "expected"), UNIVERSAL)
def test_a_clock_time_is_told_in_utc_with_its_day_if_that_differs(
    typed: str, expected: str
) -> None:
    changes = changed(OPEN, "10:00 BST", typed)
    assert dossier("2021-05-01-bridge-open", changes).universal == expected


def test_without_a_clock_time_there_is_none_in_utc() -> None:
    changes = changed(OPEN, "time: 10:00 BST\n", "")
    assert dossier("2021-05-01-bridge-open", changes).universal == ""


def test_both_sides_of_a_disputed_claim_stand_with_their_own_sources() -> None:
    (dispute,) = dossier("2021-03-01-bridge-shut", DISPUTED).disputes
    assert dispute.href.endswith("/2021-03-01-bridge-shut/#claim-birch-called-it-a-breach")
    assert dispute.says.voices == "Birch"
    assert [item.outlet for item in dispute.says.evidence] == ["Birch Gazette"]
    assert dispute.disputes.voices == "Alder"
    (against,) = dispute.disputes.evidence
    assert (against.outlet, against.carries, against.locator) == ("Alder Radio", "Alder", "at 8")


def test_claims_that_nobody_disputes_are_no_disputes() -> None:
    assert dossier("2021-03-01-bridge-shut", {}).disputes == ()


def test_neighbours_are_those_of_the_thread_and_not_of_the_site() -> None:
    between = changed(SHUT, "threads: [bridge]\n", "")[SHUT]
    assert between is not None
    changes = {"events/2021/2021-04-01-fair.md": between.replace("2021-03-01", "2021-02-01", 1)}
    (step,) = dossier("2021-05-01-bridge-open", changes).threads
    assert step.before is not None
    assert step.before.text == "Alder shuts the bridge"
    assert step.before.href.endswith("/events/2021-03-01-bridge-shut/")
    assert step.after is None
    (first,) = dossier("2021-03-01-bridge-shut", changes).threads
    assert first.before is None
    assert first.after is not None


def test_files_of_the_event_stand_below_its_address() -> None:
    files = dossier("2021-05-01-bridge-open", {}).cite.files
    names = ("event.json", "sources.bib", "sources.ris", "sources.json")
    assert [file.href for file in files] == [
        f"/repo/events/2021-05-01-bridge-open/{name}" for name in names
    ]
