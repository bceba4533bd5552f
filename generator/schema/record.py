"""A file as read, and a record as typed: what passes between the first stages."""

from dataclasses import dataclass, field

from generator.problems import Position, Problem
from generator.schema.fields import Fields
from generator.schema.layout import Kind
from generator.text.frontmatter import Mapping
from generator.text.prose import Body


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file; `text` is None when it could not be read, and `faults` say why.

    `path` begins with the folder's name. Two files of one path and one `stamp`, which names size,
    place and time of change on the disk, hold the same text.
    """

    path: str
    inner_path: str
    text: str | None
    faults: tuple[Problem, ...] = ()
    stamp: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """One record; `fields` is None when a field is at fault, and then `node` still shows the rest.

    `position` is where the id stands.
    """

    kind: Kind
    id: str
    position: Position
    node: Mapping
    fields: Fields | None
    body: Body = field(default=Body())


@dataclass(frozen=True, slots=True)
class Records:
    """What a file holds; `unread` names the kinds of whose records nothing can be known."""

    records: tuple[Record, ...] = ()
    unread: frozenset[Kind] = frozenset()
