"""What can be wrong with content, where it is, and how a stage hands its findings on."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Code(StrEnum):
    """Permanent names of problems; each is explained in explanations.md."""

    UNREADABLE_FILE = "unreadable-file"
    FILE_TOO_LARGE = "file-too-large"
    FORBIDDEN_CHARACTER = "forbidden-character"
    MISPLACED_FILE = "misplaced-file"
    MISSING_FILE = "missing-file"
    MALFORMED_ID = "malformed-id"
    MISSING_FRONT_MATTER = "missing-front-matter"
    YAML_SYNTAX = "yaml-syntax"
    UNSUPPORTED_YAML = "unsupported-yaml"
    TOO_COMPLEX = "too-complex"
    DUPLICATE_FIELD = "duplicate-field"
    UNKNOWN_FIELD = "unknown-field"
    MISSING_FIELD = "missing-field"
    WRONG_TYPE = "wrong-type"
    WRONG_VALUE = "wrong-value"
    MALFORMED_DATE = "malformed-date"
    IMPOSSIBLE_DATE = "impossible-date"
    UNCITED_CLAIM = "uncited-claim"
    MISSING_ACCOUNT = "missing-account"
    UNSUPPORTED_ACCOUNT = "unsupported-account"
    MALFORMED_CITATION = "malformed-citation"
    MISPLACED_HEADING = "misplaced-heading"
    UNMATCHED_FOOTNOTE = "unmatched-footnote"
    FORBIDDEN_LINK = "forbidden-link"
    DUPLICATE_ID = "duplicate-id"
    DUPLICATE_ANCHOR = "duplicate-anchor"
    DANGLING_REFERENCE = "dangling-reference"
    WRONG_REFERENCE = "wrong-reference"
    FOLLOWS_LATER_EVENT = "follows-later-event"
    OUTCOME_BEFORE_PROMISE = "outcome-before-promise"
    SOURCE_BEFORE_EVENT = "source-before-event"
    UNSUPPORTED_QUOTE = "unsupported-quote"
    MISSING_NAME = "missing-name"
    BROKEN_LINK = "broken-link"
    BROKEN_ANCHOR = "broken-anchor"
    ADDRESS_COLLISION = "address-collision"
    VANISHED_ADDRESS = "vanished-address"
    HANDBOOK_FAULT = "handbook-fault"
    TEMPLATE_FAILURE = "template-failure"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file of the content: both numbers count from 1, columns in characters."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Repair:
    """A change within one line that mends a problem for certain: `old` stands at the position."""

    position: Position
    old: str
    new: str


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something that stops publishing, with what to do about it.

    `repair` is left out of comparisons: the same fault is the same with or without it.
    """

    position: Position
    code: Code
    message: str
    hint: str = ""
    related: tuple[Position, ...] = ()
    repair: Repair | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Checked(Generic[T_co]):
    """The finished value of a stage beside everything that the stage found wrong."""

    value: T_co
    problems: tuple[Problem, ...] = ()
