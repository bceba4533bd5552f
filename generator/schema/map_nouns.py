"""The typed map as a noun of the model."""

from generator.model.map import Box, Frame, Map, NamedLine
from generator.schema.maps import FrameFields, MapFields
from generator.schema.record import Record


def map_of(record: Record | None) -> Map:
    """Return the map; one without frames when the site has none, or when it is at fault."""
    fields = record.fields if record else None
    if not isinstance(fields, MapFields):
        return Map("", "", "", "", "", ())
    frames = sorted(map(_frame, fields.frames), key=lambda frame: (frame.box.area, frame.id))
    return Map(
        record.position.path if record else "",
        fields.source,
        fields.source_url,
        fields.licence,
        fields.note or "",
        tuple(frames),
    )


def _frame(fields: FrameFields) -> Frame:
    box = fields.box
    return Frame(
        fields.id,
        fields.title,
        fields.where,
        Box(box.south, box.west, box.north, box.east),
        fields.land,
        fields.borders,
        tuple(NamedLine(line.label, line.points) for line in fields.lines),
    )
