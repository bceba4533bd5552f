"""What events add up to: promises, questions, checked reports, terms that people search by name."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.registry import Names
from generator.text.edtf import Edtf
from generator.text.prose import Body


class State(StrEnum):
    """What can become of a promise; OPEN and UNCLEAR also follow from the lack of any outcome."""

    MADE = "made"
    ADVANCED = "advanced"
    PARTLY = "partly"
    KEPT = "kept"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    LAPSED = "lapsed"
    BROKEN = "broken"
    SUPERSEDED = "superseded"
    UNCLEAR = "unclear"
    OPEN = "open"


class Verdict(StrEnum):
    """What the check of a statement found."""

    CONFIRMED = "confirmed"
    PARTLY = "partly"
    WRONG = "wrong"
    UNVERIFIED = "unverified"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A dated step in the life of a promise, shown by an event, or else by a source alone."""

    state: State
    date: Edtf
    event: str
    source: str


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise; `made` is the event that made it, `outcomes` are those that no event carries."""

    id: str
    path: str
    title: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    made: str
    due: Edtf | None
    outcomes: tuple[Outcome, ...]
    body: Body


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asks; `asked` are other ways to ask it, `answers` the events that answer."""

    id: str
    path: str
    title: str
    asked: tuple[str, ...]
    as_of: Edtf
    answers: tuple[str, ...]
    threads: tuple[str, ...]
    body: Body


@dataclass(frozen=True, slots=True)
class Report:
    """A published report whose statements are checked; `source` is the report itself."""

    id: str
    path: str
    title: str
    label: str
    source: str
    as_of: Edtf
    body: Body


@dataclass(frozen=True, slots=True)
class Check:
    """One statement of a report, in our words, and what was found; `event` may be ''."""

    id: str
    path: str
    report: str
    statement: str
    verdict: Verdict
    event: str
    body: Body


@dataclass(frozen=True, slots=True)
class Term:
    """A document, exercise or arrangement that people search by name; `event` may be ''."""

    id: str
    path: str
    names: Names
    type: str
    event: str
    parties: tuple[str, ...]
    body: Body
