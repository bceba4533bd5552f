"""The comparison of one event, and the list of all."""

from generator.views.compare import CompareView, compare_list_view, compare_view
from tests.sites import SHUT, Changes, changed, edition_of

ID = "2021-03-01-bridge-shut"
DISPUTED = changed(
    SHUT, "[birch: @gazette-2021-03-02]", "[birch: @gazette-2021-03-02; but alder: @almanac]"
)


def view(changes: Changes) -> CompareView:
    edition = edition_of(changes)
    return compare_view(edition.library.events[ID], edition)


def test_each_side_has_a_column_whose_claims_lead_to_the_account() -> None:
    shown = view({})
    columns = [(c.party.text, [said.claim.text for said in c.said]) for c in shown.columns]
    assert columns == [
        ("Alder", ["Alder shut the bridge at eight."]),
        ("Birch", ["Birch called it a breach."]),
    ]
    assert shown.columns[0].said[0].claim.href == f"/repo/events/{ID}/#claim-shut"
    assert shown.title == "Who says what: Alder shuts the bridge"
    assert shown.description == f"{shown.title}, by Alder and Birch, each with its sources."


def test_what_is_disputed_stands_with_both_parties() -> None:
    shown = view(DISPUTED)
    (dispute,) = shown.disputes
    assert (dispute.says.voices, dispute.disputes.voices) == ("Birch", "Alder")
    assert [column.party.text for column in shown.columns] == ["Alder"]


def test_the_list_says_what_differs() -> None:
    (row,) = compare_list_view(edition_of(DISPUTED)).events
    assert row.href == f"/repo/compare/{ID}/"
    assert row.summary == "1 disputed claim; claims of one side alone: Alder 1"
    (own,) = compare_list_view(edition_of({})).events
    assert own.summary == "claims of one side alone: Alder 1, Birch 1"
