"""The page of maps: every place of an event once, no false pins, marks by the number of events."""

import pytest

from generator.views.labels import room_of
from generator.views.map import FrameView, MapView, map_view
from tests.maps import MAP, with_map
from tests.sites import BASE, edition_of


def view_of(*extra: str) -> MapView:
    return map_view(edition_of(with_map(*extra)))


def frame_of(view: MapView, anchor: str) -> FrameView:
    return next(frame for frame in view.frames if frame.anchor == anchor)


def test_a_place_stands_on_the_smallest_frame_that_holds_it() -> None:
    view = view_of("point: [53, -3]")
    assert [row.name for row in frame_of(view, "map-isle").rows] == ["Old Bridge"]
    assert [row.name for row in frame_of(view, "map-shire").rows] == ["Mill Town"]
    assert view.unplaced == ()


def test_places_without_a_pin_or_a_frame_are_listed_and_not_drawn() -> None:
    for extra in ((), ("point: [53, 5]",)):
        view = view_of(*extra)
        assert [row.name for row in view.unplaced] == ["Mill Town"]
        assert not frame_of(view, "map-shire").layers[0].marks


def test_a_country_has_no_pin() -> None:
    edition = edition_of(
        {
            "map.yaml": MAP,
            "places.yaml": BASE["places.yaml"].replace(
                "precision: town", "point: [53, -3]\n  precision: country"
            ),
        }
    )
    view = map_view(edition)
    assert [row.name for row in view.unplaced] == ["Mill Town"]
    assert not frame_of(view, "map-shire").layers[0].marks


def test_rows_tell_how_many_events_and_when() -> None:
    (row,) = frame_of(view_of(), "map-isle").rows
    assert (row.href, row.count, row.when) == (
        "/repo/places/old-bridge/",
        2,
        "1 Mar 2021 to 1 May 2021",
    )
    (once,) = view_of().unplaced
    assert (once.count, once.when) == (1, "1 May 2021")


def test_the_area_of_a_mark_grows_with_its_events() -> None:
    for layer in frame_of(view_of("point: [52, -1.3]"), "map-isle").layers:
        twice, once = layer.marks
        assert twice.radius**2 == pytest.approx(2 * once.radius**2, rel=0.1)


@pytest.mark.parametrize("precision", ["site", "town", "region"])
def test_marks_take_the_shape_of_their_precision(precision: str) -> None:
    text = BASE["places.yaml"].replace(
        "precision: town", f"point: [53, -3]\n  precision: {precision}"
    )
    view = map_view(edition_of({"map.yaml": MAP, "places.yaml": text}))
    (mark,) = frame_of(view, "map-shire").layers[0].marks
    assert (mark.shape, mark.href) == (precision, "/repo/places/mill-town/")
    assert mark.title == "Mill Town: 1 event, 1 May 2021"
    bar = frame_of(view, "map-shire").layers[0].bar
    assert bar is not None
    kilometres = int(bar.words.removesuffix(" km"))
    if precision == "region":
        assert mark.radius == pytest.approx(40 * bar.width / kilometres, abs=0.2)
    else:
        assert mark.radius < 20 * bar.width / kilometres


def test_marks_lie_on_the_picture_and_names_on_nothing() -> None:
    for frame in view_of("point: [52.101, -1.499]").frames:
        for layer in frame.layers:
            for mark in layer.marks:
                assert 0 <= mark.x <= layer.width
                assert 0 <= mark.y <= layer.height
            rooms = [room_of(label, 13) for label in layer.labels]
            for number, room in enumerate(rooms):
                assert not any(map(room.meets, rooms[:number]))
                assert not any(room.meets(mark.area) for mark in layer.marks)
            assert layer.scale * layer.width == pytest.approx(frame.outline.width, abs=1)


def test_a_map_shows_where_the_smaller_one_lies() -> None:
    view = view_of()
    assert not frame_of(view, "map-isle").layers[0].insets
    for layer in frame_of(view, "map-shire").layers:
        (inset,) = layer.insets
        assert (inset.link.href, inset.link.text) == ("/repo/map/#map-isle", "The Isle")
        assert inset.width / layer.width == pytest.approx(0.6 / 5, abs=0.01)
        assert inset.height / layer.height == pytest.approx(0.4 / 4, abs=0.01)
        assert "The Isle" in {label.text for label in layer.labels}


def test_lines_are_named_and_one_scale_is_told_only_where_it_holds() -> None:
    shire = frame_of(view_of(), "map-shire")
    assert (shire.lines, shire.along, shire.form) == (("The armistice line",), "52° N", "tall")
    world = MAP.replace("north: 54", "north: 80")
    for layer in frame_of(map_view(edition_of({"map.yaml": world})), "map-shire").layers:
        assert layer.bar is None
