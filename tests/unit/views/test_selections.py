"""Pages of the events that have something in common."""

from generator.views.selections import selection_views
from tests.sites import edition_of


def test_each_page_says_what_its_events_share() -> None:
    edition = edition_of({"addresses.yaml": "published:\n- /timeline/disputed/\n"})
    pages = {address: view() for address, view in selection_views(edition)}
    closures = pages["/timeline/kinds/closure/"]
    assert (closures.title, closures.description) == (
        "Timeline: Closure",
        "1 event of this kind, in order of time.",
    )
    assert [card.title for year in closures.years for card in year.events] == [
        "Alder shuts the bridge"
    ]
    assert [jump.href for jump in closures.jumps] == ["#year-2021"]
    disputed = pages["/timeline/disputed/"]
    assert disputed.years == ()
    assert (
        disputed.description == "At present no event with at least one claim that has this label."
    )
