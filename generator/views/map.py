"""The page of maps: every frame with its places, each beside the list of the same."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import cos, radians, sqrt

from generator import urls
from generator.model.map import Box, Frame
from generator.model.registry import Place
from generator.text.edtf_words import short
from generator.views.cards import LinkView
from generator.views.edition import Edition
from generator.views.labels import Area, LabelView, labels, room_of
from generator.views.place_marks import PlaceMarkView, place_mark
from generator.views.projection import OutlineView, Projection, fitted, outline_view, round_length

_LETTERS = 13.0
_MARGIN = 10.0
_DISTORTED = 1.3


@dataclass(frozen=True, slots=True)
class PlaceRowView:
    """A place in the list beside its map; `when` tells its first and its last event."""

    href: str
    name: str
    when: str
    count: int


@dataclass(frozen=True, slots=True)
class InsetView:
    """The part of a map that has a map of its own."""

    x: float
    y: float
    width: float
    height: float
    link: LinkView


@dataclass(frozen=True, slots=True)
class BarView:
    """The scale: a bar of a length in words, true in the middle of the map."""

    x: float
    y: float
    width: float
    words: str


@dataclass(frozen=True, slots=True)
class LayerView:
    """Marks and names for one size of screen, in pixels; `scale` takes them to the outline's."""

    size: str
    scale: float
    width: float
    height: float
    insets: tuple[InsetView, ...]
    marks: tuple[PlaceMarkView, ...]
    labels: tuple[LabelView, ...]
    bar: BarView | None


@dataclass(frozen=True, slots=True)
class FrameView:
    """One map with its list, at most `width` pixels wide.

    `along` is the latitude where its scale is true in all directions.
    """

    anchor: str
    title: str
    form: str
    width: float
    summary: str
    along: str
    outline: OutlineView
    layers: tuple[LayerView, ...]
    lines: tuple[str, ...]
    rows: tuple[PlaceRowView, ...]


@dataclass(frozen=True, slots=True)
class MapView:
    """All that the page of maps shows; `unplaced` are places of events that no map shows."""

    title: str
    description: str
    frames: tuple[FrameView, ...]
    unplaced: tuple[PlaceRowView, ...]
    source: LinkView
    licence: str
    note: str


@dataclass(frozen=True, slots=True)
class _Size:
    """The most that a map may take; a mark's radius is `growth` times the root of its events."""

    name: str
    width: float
    height: float
    growth: float


_SIZES = (_Size("wide", 960.0, 760.0, 2.8), _Size("narrow", 340.0, 640.0, 2.3))
_SHOWN = (1140.0, 900.0)


def map_view(edition: Edition) -> MapView:
    """Return the page; each place stands on the smallest frame that holds it."""
    atlas, visited = edition.library.map, _visited(edition)
    by_frame: dict[str, list[Place]] = {frame.id: [] for frame in atlas.frames}
    unplaced: list[Place] = []
    for place in visited:
        frame = atlas.frame_of((place.pin,)) if place.pin else None
        (by_frame[frame.id] if frame else unplaced).append(place)
    return MapView(
        "Map",
        "Where the events happened, to scale, and when each place was first and last in them.",
        tuple(_frame_view(frame, by_frame[frame.id], edition) for frame in atlas.frames),
        tuple(_row(place, edition) for place in unplaced),
        LinkView(atlas.source_url, atlas.source),
        atlas.licence,
        atlas.note,
    )


def _visited(edition: Edition) -> list[Place]:
    """Return the places of events, those with most events first."""
    counts = edition.relations.by_place
    places = (place for place in edition.library.places.values() if counts.get(place.id))
    return sorted(places, key=lambda p: (-len(counts[p.id]), p.names.main.casefold(), p.id))


def _frame_view(frame: Frame, places: list[Place], edition: Edition) -> FrameView:
    outline = outline_view(frame)
    middle = (frame.box.south + frame.box.north) / 2
    rows = tuple(_row(place, edition) for place in places)
    return FrameView(
        f"map-{frame.id}",
        frame.title,
        "tall" if outline.height > outline.width else "broad",
        fitted(frame.box, *_SHOWN).width,
        _summary(len(rows)),
        f"{abs(middle):.0f}° {'N' if middle >= 0 else 'S'}",
        outline,
        tuple(_layer(size, frame, places, outline, edition) for size in _SIZES),
        tuple(dict.fromkeys(line.label for line in frame.lines)),
        rows,
    )


def _summary(places: int) -> str:
    if not places:
        return "The places of events that lie here are on the smaller maps."
    shown = "1 place" if places == 1 else f"{places} places"
    return f"{shown} where events happened; the list names them all."


def _row(place: Place, edition: Edition) -> PlaceRowView:
    events = edition.events(edition.relations.by_place[place.id])
    first, last = short(events[0].date), short(events[-1].date)
    when = first if first == last else f"{first} to {last}"
    return PlaceRowView(edition.href(place.id), place.names.main, when, len(events))


def _layer(
    size: _Size, frame: Frame, places: list[Place], outline: OutlineView, edition: Edition
) -> LayerView:
    onto = fitted(frame.box, size.width, size.height)
    picture = Area(0, 0, onto.width, onto.height)
    marks = tuple(_marks(size, places, onto, edition))
    insets = tuple(_insets(frame, onto, edition))
    rooms = [_room(inset) for inset in insets]
    bar = _bar(onto, (*(mark.area for mark in marks), *rooms))
    bars = (Area(bar.x, bar.y - _LETTERS, bar.x + bar.width, bar.y + _LETTERS),) if bar else ()
    names = (
        *zip(rooms, (inset.link.text for inset in insets), strict=True),
        *_names(places, marks, rings=False),
    )
    exact = (*(area for area, _ in names), *rooms, *bars)
    named = labels(names, exact, picture, _LETTERS)
    rings = tuple(_names(places, marks, rings=True))
    taken = (*exact, *(area for area, _ in rings), *(room_of(label, _LETTERS) for label in named))
    named += labels(rings, taken, picture, _LETTERS)
    scale = round(outline.width / onto.width, 4)
    return LayerView(size.name, scale, onto.width, onto.height, insets, marks, named, bar)


def _marks(
    size: _Size, places: Iterable[Place], onto: Projection, edition: Edition
) -> Iterator[PlaceMarkView]:
    for place in places:
        row = _row(place, edition)
        title = f"{row.name}: {row.count} {'event' if row.count == 1 else 'events'}, {row.when}"
        mark = place_mark(place, title, size.growth * sqrt(row.count), onto, edition)
        if mark:
            yield mark


def _names(
    places: Iterable[Place], marks: Iterable[PlaceMarkView], *, rings: bool
) -> Iterator[tuple[Area, str]]:
    """Yield names with the room of their marks.

    A ring about a region may be written over, if not with the name of another region.
    """
    for place, mark in zip(places, marks, strict=True):
        if (mark.shape == "region") is rings:
            yield mark.area, place.names.main


def _insets(frame: Frame, onto: Projection, edition: Edition) -> Iterator[InsetView]:
    """Yield the smaller frames inside this one, but none that lies inside another of them."""
    frames = edition.library.map.frames
    smaller = [other for other in frames if other is not frame and _within(other.box, frame.box)]
    for inner in smaller:
        if not any(_within(inner.box, other.box) for other in smaller if other is not inner):
            x, y = onto.spot((inner.box.north, inner.box.west))
            right, bottom = onto.spot((inner.box.south, inner.box.east))
            link = LinkView(edition.urls.href(urls.MAP, f"map-{inner.id}"), inner.title)
            yield InsetView(x, y, round(right - x, 1), round(bottom - y, 1), link)


def _within(inner: Box, outer: Box) -> bool:
    corners = ((inner.south, inner.west), (inner.north, inner.east))
    return inner.area < outer.area and all(map(outer.holds, corners))


def _room(inset: InsetView) -> Area:
    return Area(inset.x, inset.y, inset.x + inset.width, inset.y + inset.height)


def _bar(onto: Projection, taken: Iterable[Area]) -> BarView | None:
    """Return a bar in a free corner; None where one scale would mislead, or no corner is free."""
    box = onto.box
    across = [cos(radians(latitude)) for latitude in (box.south, box.north)]
    middle = cos(radians((box.south + box.north) / 2))
    if max(*across, middle) > _DISTORTED * min(*across, middle):
        return None
    kilometres = round_length(onto.width / 4 / onto.length(1))
    width = round(onto.length(kilometres), 1)
    left, right = _MARGIN, round(onto.width - _MARGIN - width, 1)
    top, bottom = _MARGIN + _LETTERS, round(onto.height - _MARGIN, 1)
    occupied = tuple(taken)
    for x, y in ((left, bottom), (right, bottom), (left, top), (right, top)):
        room = Area(x, y - 2 * _LETTERS, x + width, y)
        if not any(map(room.meets, occupied)):
            return BarView(x, y, width, f"{kilometres:,} km")
    return None
