"""Locators: the smallest frame that holds the places, marks where they lie, no false pins."""

import pytest

from generator.views.locator import LocatorView, locator_view
from tests.maps import with_map
from tests.sites import edition_of


def located(*extra: str, ids: tuple[str, ...] = ("mill-town",)) -> LocatorView | None:
    return locator_view(ids, edition_of(with_map(*extra)))


def test_a_locator_shows_the_place_on_its_frame() -> None:
    view = located(ids=("old-bridge",))
    assert view is not None
    assert view.outline == "/repo/map/isle.svg"
    assert (view.frame.href, view.frame.text) == ("/repo/map/#map-isle", "on the Isle")
    (mark,) = view.marks
    assert mark.shape == "site"
    assert mark.x / view.width == pytest.approx(0.5, abs=0.01)
    assert mark.y / view.height == pytest.approx(0.5, abs=0.01)
    assert [label.text for label in view.labels] == ["Old Bridge"]


def test_several_places_share_the_frame_that_holds_them_all() -> None:
    view = located("point: [53, -3]", ids=("old-bridge", "mill-town"))
    assert view is not None
    assert (view.names, view.outline) == ("Old Bridge and Mill Town", "/repo/map/shire.svg")
    assert len(view.marks) == 2


def test_a_place_without_a_point_is_left_out_of_a_locator() -> None:
    view = located(ids=("mill-town", "old-bridge"))
    assert view is not None
    assert view.names == "Old Bridge"


def test_there_is_no_locator_without_pin_frame_or_map() -> None:
    assert located() is None
    assert located("point: [53, 5]") is None
    assert locator_view(("old-bridge",), edition_of({})) is None


def test_a_country_is_no_pin() -> None:
    changes = with_map("point: [53, -3]")
    text = changes["places.yaml"] or ""
    assert locator_view(("mill-town",), edition_of(changes)) is not None
    changes["places.yaml"] = text.replace("precision: town", "precision: country")
    assert locator_view(("mill-town",), edition_of(changes)) is None
