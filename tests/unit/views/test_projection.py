"""Outlines in the fewest characters, and lengths as a scale tells them."""

import re

import pytest

from generator.model.map import Box, Frame, NamedLine
from generator.views.projection import Projection, fitted, outline_view, round_length

BOX = Box(0, 0, 10, 10)


def frame(*land: tuple[tuple[float, float], ...], box: Box = BOX) -> Frame:
    lines = (NamedLine("Line", ((0.0, 0.0), (10.0, 10.0))),)
    return Frame("f", "F", "in F", box, land, (), lines)


def test_an_outline_is_closed_and_relative_to_its_first_point() -> None:
    view = outline_view(frame(((10, 0), (10, 5), (5, 5))))
    assert (view.width, view.height) == (996, 1000)
    assert view.land == "M0 0l498 0 0 500z"
    assert view.lines == "M0 1000l996-1000"
    assert view.borders == ""


def test_what_is_smaller_than_a_unit_is_left_out() -> None:
    islet = ((5, 5), (5.0001, 5), (5, 5.0001))
    notched = ((10, 0), (9.9999, 0.0001), (10, 5), (5, 5))
    assert outline_view(frame(islet)).land == ""
    assert outline_view(frame(notched)).land == outline_view(frame(((10, 0), (10, 5), (5, 5)))).land


def test_paths_hold_nothing_but_moves() -> None:
    view = outline_view(frame(((10, 0), (10, 5), (5, 5)), ((1, 1), (2, 2), (3, 1.5))))
    assert re.fullmatch(r"(M\d+ \d+l(-?\d+[ ]?)+z)+", view.land)


def test_a_degree_of_latitude_has_its_length() -> None:
    onto = Projection(Box(37, 126, 39, 128), 800)
    _, north = onto.spot((39, 127))
    _, south = onto.spot((38, 127))
    assert onto.length(111.195) == pytest.approx(south - north, abs=0.1)


@pytest.mark.parametrize(
    ("box", "width", "height"), [(Box(0, 0, 20, 10), 600, 300), (Box(-10, 0, 10, 80), 600, 300)]
)
def test_a_picture_is_neither_wider_nor_higher_than_asked(
    box: Box, width: float, height: float
) -> None:
    onto = fitted(box, width, height)
    assert onto.width <= width
    assert onto.height <= height + 0.1
    assert onto.width > width - 1 or onto.height > height - 8


@pytest.mark.parametrize(
    ("most", "length"), [(0.4, 1), (1, 1), (4.9, 2), (5, 5), (99.9, 50), (100, 100), (2345, 2000)]
)
def test_scales_have_round_lengths(most: float, length: int) -> None:
    assert round_length(most) == length
