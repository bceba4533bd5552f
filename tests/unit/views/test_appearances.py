"""The sentence that opens the page of an actor or place."""

from generator.views.appearances import appearances
from tests.sites import BASE, edition_of

EVENTS = tuple(edition_of({}).library.events.values())


def test_none_gives_no_sentence() -> None:
    assert appearances(()) == ""


def test_one_event_is_told_with_its_day() -> None:
    assert appearances(EVENTS[:1]) == "One event, 1 March 2021: 1 freeze."


def test_several_are_told_with_first_and_last_day_and_each_direction_that_occurs() -> None:
    assert len(EVENTS) == 2, sorted(BASE)
    assert appearances(EVENTS) == "2 events, 1 March 2021 to 1 May 2021: 1 thaw, 1 freeze."
