"""Where a file that lies at no place of the content, or at the wrong one, was meant to lie."""

import difflib
import re

from pydantic import ValidationError

from generator.problems import Code, Position, Problem
from generator.schema.faults import plain, text_position
from generator.schema.kinds import EventFields
from generator.schema.layout import PLACES, Shape, document_shapes, shape_of
from generator.schema.record import Record, SourceFile
from generator.text.frontmatter import Mapping, Scalar

_SUFFIXES = {"yml": "yaml", "markdown": "md", "mdown": "md", "mkd": "md", "mdx": "md", "txt": "md"}
_FOLDERS = sorted({place.partition("/")[0] for place in PLACES if "/" in place})


def place_meant(inner_path: str) -> str:
    """Return the place that a path nearly names, or ''; `event/x.yml` never names two."""
    *folders, name = inner_path.split("/")
    stem, dot, suffix = name.rpartition(".")
    name = f"{stem}{dot}{_SUFFIXES.get(suffix.lower(), suffix.lower())}"
    if not folders:
        return _known(name.lower(), inner_path)
    near = difflib.get_close_matches(folders[0].lower(), _FOLDERS, n=1, cutoff=0.8)
    top = near[0] if near else folders[0]
    year = re.match("[0-9]{4}", name)
    within = next((folder for folder in folders[1:] if re.fullmatch("[0-9]{4}", folder)), "")
    if top == "events":
        inner = within or (year[0] if year else "")
        return _known(f"{top}/{inner}/{name}", inner_path)
    return _known(f"{top}/{name}", inner_path)


def _known(place: str, inner_path: str) -> str:
    return place if place != inner_path and shape_of(place) else ""


def misplaced(path: str, meant: str) -> Problem:
    """Return the problem of a file at a place that no kind of content has."""
    hint = f"Move it to {meant}." if meant else f"Move it; content lies at {', '.join(PLACES)}."
    message = "No kind of content lies at this place."
    return Problem(Position(path), Code.MISPLACED_FILE, message, hint)


def other_kind(shape: Shape, node: Mapping) -> Shape | None:
    """Return the shape that the fields of a Markdown file fit when some do not belong to its own.

    A file that only lacks fields is not asked where else it would fit.
    """
    known = {info.alias or name for name, info in shape.fields.model_fields.items()}
    if all(key.value in known for key, _ in node.fields):
        return None
    others = (other for other in document_shapes() if other is not shape)
    return next((other for other in others if _fits(other, node)), None)


def _fits(shape: Shape, node: Mapping) -> bool:
    try:
        shape.fields.model_validate(plain(node))
    except ValidationError:
        return False
    return True


def in_wrong_folder(file: SourceFile, shape: Shape, meant: Shape) -> Problem:
    """Return the problem of a file whose fields are those of another kind."""
    name = file.inner_path.rsplit("/", 1)[-1]
    place = meant.place.replace("<id>.md", name)
    if year := re.match("[0-9]{4}", name):
        place = place.replace("<year>", year[0])
    message = f"These are the fields of a file at {meant.place}, not of one at {shape.place}."
    return Problem(Position(file.path), Code.MISPLACED_FILE, message, f"Move it to {place}.")


def in_wrong_year(file: SourceFile, record: Record) -> Problem | None:
    """Return the problem of an event that no part of its folder's year belongs to."""
    if not isinstance(record.fields, EventFields):
        return None
    first, last = record.fields.date.earliest, record.fields.date.latest
    _, year, name = file.inner_path.split("/")
    if first is None or last is None or first.year <= int(year) <= last.year:
        return None
    node = record.node.get("date")
    at = text_position(node) if isinstance(node, Scalar) else record.position
    message = f"The event is of {first.year:04}, but its file lies in the folder of {year}."
    hint = f"Move the file to events/{first.year:04}/{name}, or mend the date."
    return Problem(at, Code.MISPLACED_FILE, message, hint)
