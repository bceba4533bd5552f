"""Maps whatever the frame: north is up, what lies inside is drawn inside, names keep apart."""

from math import hypot

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.map import Box, Point
from generator.views.edition import Edition
from generator.views.labels import Area, around, labels, room_of
from generator.views.locator import locator_view
from generator.views.map import map_view
from generator.views.projection import OUTLINE, Projection, fitted
from tests.maps import MAP
from tests.property.strategies import edited
from tests.sites import BASE, edition_of, resolved, source_files


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    south = draw(st.floats(-80, 78))
    north = draw(st.floats(south + 1, 80))
    west = draw(st.floats(-180, 180))
    width = draw(st.floats(1, 355))
    return Box(south, west, north, (west + width + 180) % 360 - 180)


@st.composite
def points_in(draw: st.DrawFn, box: Box) -> Point:
    latitude = draw(st.floats(box.south, box.north))
    across = draw(st.floats(0.001, 0.999)) * box.width
    return latitude, (box.west + across + 180) % 360 - 180


@given(st.data(), boxes())
def test_what_lies_inside_a_box_is_drawn_inside_the_picture(data: st.DataObject, box: Box) -> None:
    onto = Projection(box, 500)
    point = data.draw(points_in(box))
    x, y = onto.spot(point)
    assert box.holds(point)
    assert 0 <= x <= onto.width
    assert -0.1 <= y <= onto.height + 0.1


@given(st.data(), boxes())
def test_north_is_up_and_east_is_right(data: st.DataObject, box: Box) -> None:
    onto = Projection(box, 500)
    one, other = data.draw(points_in(box)), data.draw(points_in(box))
    (x, y), (other_x, other_y) = onto.spot(one), onto.spot(other)
    if one[0] > other[0]:
        assert y <= other_y
    if box.east_of_west(one[1]) > box.east_of_west(other[1]):
        assert x >= other_x


@given(boxes(), st.floats(50, 1200), st.floats(50, 1200))
def test_a_picture_fits_into_its_room(box: Box, width: float, height: float) -> None:
    onto = fitted(box, width, height)
    assert 0 <= onto.width <= width
    assert onto.height <= height + 0.1 or onto.width == 1


SPOTS = st.tuples(st.floats(0, 300), st.floats(0, 200), st.floats(2, 20))
NAMES = st.text(st.sampled_from("abcdefghij 판문점"), min_size=1, max_size=20)


@given(st.lists(st.tuples(SPOTS, NAMES), max_size=25))
def test_names_never_cover_each_other_or_a_mark(
    wanted: list[tuple[tuple[float, float, float], str]],
) -> None:
    marks = [around(*spot) for spot, _ in wanted]
    names = list(zip(marks, (name for _, name in wanted), strict=True))
    picture = Area(0, 0, 300, 200)
    placed = labels(names, marks, picture, 12)
    rooms = [room_of(label, 12) for label in placed]
    for number, room in enumerate(rooms):
        assert picture.holds(room)
        assert not any(map(room.meets, rooms[:number]))
        for (x, y, radius), _ in wanted:
            across = max(room.left - x, 0, x - room.right)
            down = max(room.top - y, 0, y - room.bottom)
            assert hypot(across, down) > radius - 0.2


@given(edited(MAP))
@settings(deadline=None, max_examples=60)
def test_any_file_gives_problems_or_a_map_that_can_be_drawn(text: str) -> None:
    site = {**BASE, "map.yaml": text}
    if not resolved(source_files(site)).problems:
        assert_drawn(edition_of(site))


@given(boxes())
@settings(deadline=None, max_examples=50)
def test_any_box_can_be_drawn(box: Box) -> None:
    edges = ("south", "west", "north", "east")
    typed = ", ".join(f"{edge}: {getattr(box, edge):.4f}" for edge in edges)
    old = "south: 51.9, west: -1.8, north: 52.3, east: -1.2"
    assert_drawn(edition_of({**BASE, "map.yaml": MAP.replace(old, typed)}))


def assert_drawn(edition: Edition) -> None:
    frames = map_view(edition).frames
    assert len(frames) == len(edition.library.map.frames)
    for frame in frames:
        assert 0 < max(frame.outline.width, frame.outline.height) <= OUTLINE
        assert all(layer.scale > 0 for layer in frame.layers)
    locator_view(("old-bridge",), edition)
