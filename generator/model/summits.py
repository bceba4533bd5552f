"""Meetings of leaders, gathered on one page: what was agreed there, and what each capital said."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.text.prose import Body


@dataclass(frozen=True, slots=True)
class ClaimReference:
    """A claim of an event by its anchor."""

    event: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Zone:
    """A clock to tell the meeting's time by; `name` is that of the IANA database."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Summit:
    """A meeting; `before` and `after` are () where the relations of its event shall tell them.

    `said` leads from each party to the claims in which its capital speaks.
    """

    id: str
    path: str
    title: str
    event: str
    zones: tuple[Zone, ...]
    parties: tuple[str, ...]
    leaders: tuple[str, ...]
    documents: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    said: Mapping[str, tuple[ClaimReference, ...]]
    body: Body
