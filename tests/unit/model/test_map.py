"""Boxes on a round earth, and which frame shows a place."""

import pytest

from generator.model.map import Box, Frame, Map

PACIFIC = Box(-40, 120, 60, -70)
ISLE = Box(51.9, -1.8, 52.3, -1.2)


def frame(id_: str, box: Box) -> Frame:
    return Frame(id_, id_, f"in {id_}", box, (), (), ())


ATLAS = Map("map.yaml", "", "", "", "", (frame("isle", ISLE), frame("pacific", PACIFIC)))


@pytest.mark.parametrize("point", [(0, 120), (0, 179.9), (0, -180), (21.3, -157.9), (60, -70)])
def test_a_box_across_the_antimeridian_holds_what_lies_on_either_side(
    point: tuple[float, float],
) -> None:
    assert PACIFIC.holds(point)


@pytest.mark.parametrize("point", [(0, 119.9), (0, -69.9), (0, 0), (60.1, 180), (-40.1, 180)])
def test_a_box_holds_nothing_beyond_its_edges(point: tuple[float, float]) -> None:
    assert not PACIFIC.holds(point)


def test_a_box_knows_its_width_across_the_antimeridian() -> None:
    assert (PACIFIC.width, PACIFIC.height) == (170, 100)


def test_the_smallest_frame_that_holds_all_places_is_chosen() -> None:
    wide = Map("", "", "", "", "", (*ATLAS.frames, frame("all", Box(-60, -179, 70, 179))))
    bridge, singapore, lima = (52.1, -1.5), (1.35, 103.8), (-12.0, -77.0)
    for points, chosen in (((bridge,), "isle"), ((lima,), "pacific"), ((bridge, lima), "all")):
        found = wide.frame_of(points)
        assert found is not None
        assert found.id == chosen
    assert ATLAS.frame_of((singapore,)) is None
    assert ATLAS.frame_of(()) is None
