"""Who tells an event how: disputed claims, those of one side alone, those of several."""

from generator.derive.versions import Versions, compared, versions
from generator.model.library import Library
from generator.views.claims import Setting
from generator.views.compare import compare_list_view
from generator.views.dossier import dossier_view
from tests.sites import (
    OPEN,
    SHUT,
    Changes,
    changed,
    edition_of,
    library_of,
    problems_of,
    told,
)

ID = "2021-03-01-bridge-shut"


def of(library: Library) -> Versions:
    return versions(library.events[ID], library)


def shut(citations: str) -> Changes:
    return changed(SHUT, "[birch: @gazette-2021-03-02]", citations)


def test_two_sides_with_claims_of_their_own_differ() -> None:
    found = of(library_of({}))
    assert {side: [c.anchor for c in claims] for side, claims in found.own.items()} == {
        "alder": ["claim-shut"],
        "birch": ["claim-birch-called-it-a-breach"],
    }
    assert found.differ


def test_one_side_alone_has_nothing_to_be_compared_with() -> None:
    found = of(library_of(shut("[alder: @gazette-2021-03-02]")))
    assert list(found.own) == ["alder"]
    assert not found.differ


def test_a_disputed_claim_is_enough_and_is_nobodys_own() -> None:
    found = of(library_of(shut("[alder: @gazette-2021-03-02; but birch: @gazette-2021-03-02]")))
    assert [claim.anchor for claim in found.disputed] == ["claim-birch-called-it-a-breach"]
    assert list(found.own) == ["alder"]
    assert found.differ


def test_what_several_sides_say_is_shared_and_what_outsiders_say_is_left_out() -> None:
    both = of(library_of(shut("[alder: @gazette-2021-03-02; birch: @gazette-2021-03-02]")))
    assert [claim.anchor for claim in both.shared] == ["claim-birch-called-it-a-breach"]
    outside = of(library_of(shut("[@almanac]")))
    assert (outside.shared, outside.disputed, list(outside.own)) == ((), (), ["alder"])


def test_only_events_that_differ_are_compared() -> None:
    assert list(compared(library_of({}))) == [ID]


def test_a_published_comparison_stays_though_nothing_differs_any_more() -> None:
    agreed = shut("[alder: @gazette-2021-03-02]")
    ledger = {"addresses.yaml": f"published: [/compare/{ID}/]\n"}
    assert list(compared(library_of({**agreed, **ledger}))) == [ID]
    edition = edition_of({**agreed, **ledger})
    assert compare_list_view(edition).events == ()
    setting = Setting(edition.href(ID))
    assert dossier_view(edition.library.events[ID], setting, edition).compare is None


LINK = {"pages/notes.md": f"---\ntitle: Notes\n---\n[Both](/compare/{ID}/)\n"}


def test_editors_can_link_to_a_comparison() -> None:
    assert problems_of(LINK) == ()
    agreed = shut("[alder: @gazette-2021-03-02]")
    assert told(problems_of({**LINK, **agreed})) == ["pages/notes.md:4:1 broken-link"]


def test_a_link_to_a_comparison_is_no_second_fault() -> None:
    faults = [
        shut("[birch: @gazette-2021-03-03]"),
        changed(SHUT, "title: Alder", "titel: Alder"),
        changed(OPEN, "title: The", "titel: The"),
    ]
    for fault in faults:
        assert len(problems_of({**LINK, **fault})) == 1
