"""The whole site's content, resolved: every id in it leads somewhere."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.answers import Check, Commitment, Question, Report, State, Term
from generator.model.figures import Figure
from generator.model.map import Map
from generator.model.registry import Actor, EventKind, Outlet, Place, Source
from generator.model.summits import Summit
from generator.text.edtf import Edtf
from generator.text.prose import Body

Synonyms = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Words for the same thing, by language (BCP 47) in named groups."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A published mistake that was put right on a day."""

    date: Edtf
    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, told in claims; `date` is the calendar day at the place.

    `outcomes` says which promises it keeps, breaks and so on.
    """

    id: str
    path: str
    title: str
    date: Edtf
    time: str
    places: tuple[str, ...]
    actors: tuple[str, ...]
    kind: EventKind
    threads: tuple[str, ...]
    follows: tuple[str, ...]
    outcomes: tuple[tuple[State, str], ...]
    corrections: tuple[Correction, ...]
    body: Body

    def sort_key(self) -> tuple[object, ...]:
        """Return the key of reading order: date, clock time, id."""
        return (self.date.sort_key(), self.time, self.id)


@dataclass(frozen=True, slots=True)
class Thread:
    """A question that several events answer together."""

    id: str
    path: str
    title: str
    label: str
    as_of: Edtf
    body: Body


@dataclass(frozen=True, slots=True)
class Page:
    """A page of plain text, such as how we know."""

    id: str
    path: str
    title: str
    body: Body


@dataclass(frozen=True, slots=True)
class Site:
    """What the site says of itself; `zones` are the clock abbreviations that events may use.

    `questions` and `promises` are those that the home page shows, `lanes` the threads of its strip,
    which begins at `strip_from`.
    """

    path: str
    title: str
    tagline: str
    description: str
    base_url: str
    repository: str
    language: str
    as_of: Edtf
    licence: str
    licence_url: str
    zones: Mapping[str, str]
    lanes: tuple[str, ...]
    strip_from: Edtf | None
    questions: tuple[str, ...]
    promises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Addresses ever published, and former ones with the id of the record that follows."""

    path: str
    published: tuple[str, ...]
    moved: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Library:
    """All records by id; `events` is in reading order, oldest first.

    While any problem is open, faulty records are left out and references may lead nowhere; a
    library without problems has none.
    """

    site: Site
    events: Mapping[str, Event]
    threads: Mapping[str, Thread]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    outlets: Mapping[str, Outlet]
    sources: Mapping[str, Source]
    kinds: Mapping[str, EventKind]
    ledger: Ledger
    pages: Mapping[str, Page]
    questions: Mapping[str, Question]
    commitments: Mapping[str, Commitment]
    reports: Mapping[str, Report]
    checks: Mapping[str, Check]
    terms: Mapping[str, Term]
    figures: Mapping[str, Figure]
    map: Map
    summits: Mapping[str, Summit]
    synonyms: Synonyms
