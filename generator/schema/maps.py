"""The fields of map.yaml: frames, each with its box and its outlines."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, PlainValidator, model_validator
from pydantic_core import PydanticCustomError

from generator.schema.fields import (
    Fields,
    Latitude,
    Longitude,
    Text,
    WebAddress,
    number,
    refusal,
)

Points = tuple[tuple[float, float], ...]
_FRAME_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _points(value: object) -> Points:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "Points are text.")
    return tuple(_point(typed.strip()) for typed in value.split(","))


def _point(typed: str) -> tuple[float, float]:
    words = typed.split()
    if len(words) == 2:  # noqa: PLR2004 - a latitude and a longitude
        latitude, longitude = map(number, words)
        if abs(latitude) <= 90 and abs(longitude) <= 180:  # noqa: PLR2004 - degrees
            return latitude, longitude
    hint = "Write latitude and longitude in degrees, like '37.95 126.67', with commas between."
    raise refusal(f"'{typed}' is not a point.", hint)


def _ring(points: Points) -> Points:
    if len(set(points)) < 3:  # noqa: PLR2004 - a triangle
        raise refusal("An outline needs three different points.", "Add points, or remove it.")
    return points


def _line(points: Points) -> Points:
    if len(set(points)) < 2:  # noqa: PLR2004 - a stretch
        raise refusal("A line needs two different points.", "Add points, or remove it.")
    return points


def _frame_id(value: str) -> str:
    if not _FRAME_ID.fullmatch(value):
        hint = "Use small letters a-z, digits and single hyphens."
        raise refusal(f"'{value}' cannot be an id.", hint)
    return value


_Typed = Annotated[Points, PlainValidator(_points, json_schema_input_type=str)]
Ring = Annotated[_Typed, AfterValidator(_ring)]
Stretch = Annotated[_Typed, AfterValidator(_line)]


class BoxFields(Fields):
    """The edges of a frame in degrees; 'east' below 'west' crosses the antimeridian."""

    south: Annotated[Latitude, Field(description="Its southern edge.")]
    west: Annotated[Longitude, Field(description="Its western edge.")]
    north: Annotated[Latitude, Field(description="Its northern edge.")]
    east: Annotated[Longitude, Field(description="Its eastern edge.")]

    @model_validator(mode="after")
    def _has_room(self) -> "BoxFields":
        if self.south >= self.north or self.west == self.east:
            hint = "'south' lies below 'north', and 'west' is not 'east'."
            raise refusal("The box of this frame holds nothing.", hint)
        return self


class NamedLineFields(Fields):
    """A line with a name, drawn dashed and explained beside the map."""

    label: Annotated[Text, Field(description="The line's name.")]
    points: Annotated[Stretch, Field(description="Its points, from end to end.")]


class FrameFields(Fields):
    """A frame of map.yaml."""

    id: Annotated[Text, AfterValidator(_frame_id), Field(description="Part of its address.")]
    title: Annotated[Text, Field(description="The map's heading.")]
    where: Annotated[Text, Field(description="Follows a place's name, like 'on the island'.")]
    box: Annotated[BoxFields, Field(description="The part of the world that it shows.")]
    land: Annotated[tuple[Ring, ...], Field(description="Outlines of land and of lakes in it.")]
    borders: Annotated[tuple[Stretch, ...], Field(description="Borders on land.")] = ()
    lines: Annotated[tuple[NamedLineFields, ...], Field(description="Lines with a name.")] = ()


def _each_once(frames: tuple[FrameFields, ...]) -> tuple[FrameFields, ...]:
    ids = [frame.id for frame in frames]
    for id_ in ids:
        if ids.count(id_) > 1:
            raise refusal(f"Two frames have the id '{id_}'.", "Give one of them another id.")
    return frames


class MapFields(Fields):
    """map.yaml: outlines to draw maps from, without which the site has none."""

    source: Annotated[Text, Field(description="Who drew the outlines.")]
    source_url: Annotated[WebAddress, Field(description="Where they can be had.")]
    licence: Annotated[Text, Field(description="Under which terms.")]
    note: Annotated[Text | None, Field(description="What readers must know of borders.")] = None
    frames: Annotated[
        Annotated[tuple[FrameFields, ...], AfterValidator(_each_once)],
        Field(description="The maps, one frame each."),
    ]
