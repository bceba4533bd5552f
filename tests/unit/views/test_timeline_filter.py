"""The form over all events, and what each row carries for it."""

import pytest

from generator.views.browse import browse_views
from generator.views.chronology import timeline_view, year_view
from generator.views.filters import FieldView
from generator.views.timeline_filter import filterable_card, timeline_filter
from tests.sites import OPEN, changed, edition_of

SHUT_ID, OPEN_ID = "2021-03-01-bridge-shut", "2021-05-01-bridge-open"


def field(name: str) -> FieldView:
    (found,) = (one for one in timeline_filter(edition_of({})).fields if one.name == name)
    return found


def choices(name: str) -> list[tuple[str, str]]:
    groups = field(name).groups
    return [(option.value, option.words) for group in groups for option in group.options]


def test_a_row_carries_what_its_event_is() -> None:
    edition = edition_of({})
    card = filterable_card(edition.library.events[OPEN_ID], edition)
    assert dict(card.facets) == {
        "thread": "bridge",
        "actor": "alder birch mara-lind",
        "kind": "reopening",
        "tone": "thaw deeds",
        "evidence": "single",
        "when": "2021-05-01",
    }


@pytest.mark.parametrize(
    ("date", "when"),
    [
        ("2021-05", "2021-05-01/2021-05-31"),
        ("2021-05-01/2021-05-03", "2021-05-01/2021-05-03"),
        ("2021-05-01/..", "2021-05-01/"),
        ("../2021-05-01", "/2021-05-01"),
        ("2021-05-01~", "2021-05-01"),
    ],
)
def test_a_row_carries_first_and_last_day(date: str, when: str) -> None:
    edition = edition_of({**changed(OPEN, "date: 2021-05-01\ntime: 10:00 BST", f"date: {date}")})
    card = filterable_card(edition.library.events[OPEN_ID], edition)
    assert dict(card.facets)["when"] == when


def test_choices_are_those_that_events_have() -> None:
    assert choices("thread") == [("bridge", "The bridge")]
    assert choices("actor") == [("alder", "Alder"), ("birch", "Birch"), ("mara-lind", "Mara Lind")]
    assert choices("kind") == [("closure", "Closure"), ("reopening", "Reopening")]


def test_direction_and_manner_can_be_chosen_alone_and_together() -> None:
    values = dict(choices("tone"))
    assert values["thaw"] == "Thaw"
    assert values["deeds"] == "In deeds"
    assert values["freeze words"] == "Freeze, in words"
    assert values["neither deeds"] == "Neither thaw nor freeze, in deeds"
    assert len(values) == 3 + 2 + 6


def test_days_are_bounded_by_first_and_last_event() -> None:
    assert (field("from").first, field("to").last) == ("2021-03-01", "2021-05-01")


def test_only_the_whole_timeline_has_the_form_and_rows_for_it() -> None:
    edition = edition_of({})
    whole, year = timeline_view(edition), year_view(2021, edition)
    assert whole.filter is not None
    assert all(card.facets for one in whole.years for card in one.events)
    assert year.filter is None
    assert not any(card.facets for one in year.years for card in one.events)


def test_ways_to_browse_lead_to_pages_with_events_only() -> None:
    edition = edition_of({"addresses.yaml": "published:\n- /timeline/disputed/\n"})
    listed = {
        view.title: [(x.text, x.href, x.count) for x in view.links]
        for view in browse_views(edition)
    }
    assert listed == {
        "Threads": [("The bridge", "/repo/threads/bridge/", 2)],
        "Thaw or freeze": [
            ("Thaw, in deeds", "/repo/timeline/thaw-in-deeds/", 1),
            ("Freeze, in deeds", "/repo/timeline/freeze-in-deeds/", 1),
        ],
        "Evidence": [
            ("One side says so", "/repo/timeline/one-side/", 1),
            ("Single report", "/repo/timeline/single/", 1),
        ],
        "Kinds of events": [
            ("Closure", "/repo/timeline/kinds/closure/", 1),
            ("Reopening", "/repo/timeline/kinds/reopening/", 1),
        ],
    }
