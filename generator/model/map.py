"""The map as drawn by hand elsewhere: frames with their outlines, in degrees, WGS 84."""

from collections.abc import Iterable
from dataclasses import dataclass

Point = tuple[float, float]
"""Latitude and longitude in degrees."""
Line = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the earth; with `east` below `west` it crosses the antimeridian (RFC 7946, 5.2)."""

    south: float
    west: float
    north: float
    east: float

    @property
    def height(self) -> float:
        """Return the degrees of latitude."""
        return self.north - self.south

    @property
    def width(self) -> float:
        """Return the degrees of longitude."""
        return (self.east - self.west) % 360

    @property
    def area(self) -> float:
        """Return a measure to tell the smaller of two boxes by."""
        return self.height * self.width

    def east_of_west(self, longitude: float) -> float:
        """Return the degrees from the western edge; below 0 or above `width` lies outside."""
        middle = self.west + self.width / 2
        return (longitude - middle + 180) % 360 - 180 + self.width / 2

    def holds(self, point: Point) -> bool:
        """Tell whether the point lies inside or on the edge."""
        latitude, longitude = point
        across = self.east_of_west(longitude)
        return self.south <= latitude <= self.north and 0 <= across <= self.width


@dataclass(frozen=True, slots=True)
class NamedLine:
    """A line that readers are told the name of."""

    label: str
    points: Line


@dataclass(frozen=True, slots=True)
class Frame:
    """One map: `where` continues a place's name in a caption; `land` are closed rings."""

    id: str
    title: str
    where: str
    box: Box
    land: tuple[Line, ...]
    borders: tuple[Line, ...]
    lines: tuple[NamedLine, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """All frames, the smallest first, and where their outlines come from."""

    path: str
    source: str
    source_url: str
    licence: str
    note: str
    frames: tuple[Frame, ...]

    def frame_of(self, points: Iterable[Point]) -> Frame | None:
        """Return the smallest frame that holds all of the points."""
        wanted = tuple(points)
        fitting = (frame for frame in self.frames if all(map(frame.box.holds, wanted)))
        return next(fitting, None) if wanted else None
