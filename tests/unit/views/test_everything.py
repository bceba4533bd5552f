"""The list of everything: each record once, events by time, the rest by name."""

from generator.views.everything import everything_view
from tests.sites import BASE, edition_of

PLACES = BASE["places.yaml"] + (
    "abbey: {names: {en: abbey}, precision: site}\nzoo: {names: {en: Zoo}, precision: site}\n"
)


def test_events_stand_by_year_in_order_of_time() -> None:
    view = everything_view(edition_of({}))
    (year,) = (shelf for shelf in view.shelves if shelf.anchor == "year-2021")
    assert [link.href for link in year.links] == [
        "/repo/events/2021-03-01-bridge-shut/",
        "/repo/events/2021-05-01-bridge-open/",
    ]
    assert year.href == "/repo/timeline/2021/"


def test_other_records_stand_by_name_whatever_their_case() -> None:
    view = everything_view(edition_of({"places.yaml": PLACES}))
    (places,) = (shelf for shelf in view.shelves if shelf.anchor == "places")
    assert [link.text for link in places.links] == ["abbey", "Mill Town", "Old Bridge", "Zoo"]


def test_kinds_of_which_there_is_nothing_are_left_out() -> None:
    anchors = [shelf.anchor for shelf in everything_view(edition_of({})).shelves]
    assert "threads" in anchors
    assert "terms" not in anchors
