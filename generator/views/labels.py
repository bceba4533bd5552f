"""Where names stand on a picture: each beside its mark, none on another name or mark."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_WIDE = 1.05
_NARROW = 0.6
_ROOM = 3.0


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in the units of a picture."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Area") -> bool:
        """Tell whether the two share any room."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: "Area") -> bool:
        """Tell whether the other lies wholly inside."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


@dataclass(frozen=True, slots=True)
class LabelView:
    """A name: where its baseline begins, ends or has its middle, as `anchor` tells."""

    x: float
    y: float
    anchor: str
    text: str


def around(x: float, y: float, radius: float) -> Area:
    """Return the square about a mark."""
    return Area(x - radius, y - radius, x + radius, y + radius)


def labels(
    wanted: Iterable[tuple[Area, str]], taken: Iterable[Area], picture: Area, size: float
) -> tuple[LabelView, ...]:
    """Place names of the font size, the most wanted first; one that finds no room is left out."""
    occupied = list(taken)
    placed: list[LabelView] = []
    for mark, text in wanted:
        for label in _beside(mark, text, size):
            room = room_of(label, size)
            others = (area for area in occupied if area != mark)
            if picture.holds(room) and not any(map(room.meets, others)):
                occupied.append(room)
                placed.append(label)
                break
    return tuple(placed)


def room_of(label: LabelView, size: float) -> Area:
    """Return the room that a name takes; letters of unknown fonts are taken to be wide."""
    wide = sum(1 for letter in label.text if unicodedata.east_asian_width(letter) in "WF")
    width = size * (wide * _WIDE + (len(label.text) - wide) * _NARROW)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return Area(left, label.y - size, left + width, label.y + 0.3 * size)


def _beside(mark: Area, text: str, size: float) -> Iterator[LabelView]:
    """Yield the places about a mark: right, left, below, above, then aslant, near its circle."""
    middle, centre = (mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2
    right, left = mark.right + _ROOM, mark.left - _ROOM
    below, above = mark.bottom + size + 1, mark.top - 0.3 * size - 1
    level = centre + 0.35 * size
    aside, apart = 0.375 * (mark.right - mark.left), 0.375 * (mark.bottom - mark.top)
    lower, upper = centre + apart + 0.7 * size, centre - apart
    for x, y, anchor in (
        (right, level, "start"),
        (left, level, "end"),
        (middle, below, "middle"),
        (middle, above, "middle"),
        (middle + aside + _ROOM, lower, "start"),
        (middle + aside + _ROOM, upper, "start"),
        (middle - aside - _ROOM, lower, "end"),
        (middle - aside - _ROOM, upper, "end"),
    ):
        yield LabelView(round(x, 1), round(y, 1), anchor, text)
