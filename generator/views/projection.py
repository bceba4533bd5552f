"""Degrees to the units of a picture: equirectangular, north up, true to scale in the middle."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from generator.model.map import Box, Frame, Line, Point

OUTLINE = 1000.0
_KM_A_DEGREE = 111.195
"""Of latitude, on a sphere of the mean radius of 6,371 km (IUGG)."""


@dataclass(frozen=True, slots=True)
class OutlineView:
    """A frame's outlines as the data of paths, in units of which the longer side has 1,000."""

    width: int
    height: int
    land: str
    borders: str
    lines: str


@dataclass(frozen=True, slots=True)
class Projection:
    """A box on a picture `width` units wide.

    Lengths are true from north to south, and from west to east along the middle latitude.
    """

    box: Box
    width: float

    @property
    def degree(self) -> float:
        """Return the units of a degree of latitude."""
        return self.width / _breadth(self.box)

    @property
    def height(self) -> float:
        """Return the height of the picture."""
        return round(self.box.height * self.degree, 1)

    def spot(self, point: Point) -> tuple[float, float]:
        """Return where a point lies, to the right and down from the upper left corner."""
        latitude, longitude = point
        x = self.box.east_of_west(longitude) * self.width / self.box.width
        return round(x, 1), round((self.box.north - latitude) * self.degree, 1)

    def length(self, kilometres: float) -> float:
        """Return the units of a length in the middle of the picture."""
        return kilometres / _KM_A_DEGREE * self.degree


def fitted(box: Box, width: float, height: float) -> Projection:
    """Return the largest projection that is neither wider nor higher, at least a unit wide."""
    return Projection(box, float(max(1, int(min(width, height * _breadth(box) / box.height)))))


def _breadth(box: Box) -> float:
    """Return the width of the box along its middle, in degrees of latitude."""
    return box.width * cos(radians((box.south + box.north) / 2))


def outline_view(frame: Frame) -> OutlineView:
    """Return a frame's outlines; what is smaller than a unit is dropped."""
    onto = fitted(frame.box, OUTLINE, OUTLINE)
    return OutlineView(
        int(onto.width),
        round(onto.height),
        _paths(frame.land, onto, "z"),
        _paths(frame.borders, onto),
        _paths((line.points for line in frame.lines), onto),
    )


def _paths(lines: Iterable[Line], onto: Projection, end: str = "") -> str:
    return "".join(_path(line, onto, end) for line in lines)


def _path(line: Line, onto: Projection, end: str) -> str:
    """Return whole units, each relative to the one before, in SVG's shortest form."""
    spots: list[tuple[int, int]] = []
    for point in line:
        x, y = onto.spot(point)
        spot = (round(x), round(y))
        if not spots or spot != spots[-1]:
            spots.append(spot)
    if len(set(spots)) < (3 if end else 2):
        return ""
    (x, y), *others = spots
    steps: list[str] = []
    for next_x, next_y in others:
        steps += (str(next_x - x), str(next_y - y))
        x, y = next_x, next_y
    return f"M{spots[0][0]} {spots[0][1]}l{' '.join(steps).replace(' -', '-')}{end}"


def round_length(most: float) -> int:
    """Return the greatest of 1, 2, 5, 10, 20, 50 ... that is not beyond `most`, at least 1."""
    power = int("1".ljust(len(str(int(most))), "0"))
    return next(step * power for step in (5, 2, 1) if step * power <= max(most, 1))
