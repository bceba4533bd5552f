"""Who and what events refer to: kinds, actors, places, outlets, sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.model.links import Answers, LinkCheck
from generator.text.edtf import Edtf
from generator.text.prose import Body


class Direction(StrEnum):
    """Which way a kind of event points."""

    COOPERATION = "cooperation"
    CONFLICT = "conflict"
    NEUTRAL = "neutral"


class Manner(StrEnum):
    """Whether a kind of event is something said or something done."""

    WORDS = "words"
    DEEDS = "deeds"


@dataclass(frozen=True, slots=True)
class EventKind:
    """What sort of thing happened; the two axes are the quad classes of event data (PLOVER)."""

    id: str
    label: str
    direction: Direction
    manner: Manner


@dataclass(frozen=True, slots=True)
class Names:
    """Names by BCP 47 language tag; `main` is the name in the site's own language."""

    main: str
    by_language: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Office:
    """A post that a person held."""

    title: str
    dates: Edtf | None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, government, institution or group; `side` is the government it speaks for."""

    id: str
    path: str
    names: Names
    type: str
    side: str
    offices: tuple[Office, ...]
    body: Body


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened; `point` is (latitude, longitude) in degrees, WGS 84."""

    id: str
    path: str
    names: Names
    point: tuple[float, float] | None
    precision: str
    country: str

    @property
    def pin(self) -> tuple[float, float] | None:
        """Return the point that maps may show; a whole country has none."""
        return None if self.precision == "country" else self.point


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes; `side` is the government it speaks for, `owner` the outlet that runs it."""

    id: str
    path: str
    name: str
    kind: str
    side: str
    country: str
    time_zone: str
    languages: tuple[str, ...]
    owner: str
    description: str


@dataclass(frozen=True, slots=True)
class Source:
    """A published item, in the terms of CSL; `origins` are those whose words it carries.

    `check` is the last look at its address, None where there was none since it was typed; an
    `archive` that nobody typed is the copy found then.
    """

    id: str
    path: str
    type: str
    title: str
    author: str
    publisher: str
    issued: Edtf | None
    url: str
    language: str
    outlet: str
    origins: tuple[str, ...]
    excerpt: str
    archive: str
    note: str
    check: LinkCheck | None = None

    @property
    def gone(self) -> Edtf | None:
        """Return the day on which its address was found not to answer."""
        return self.check.checked if self.check and self.check.answers is Answers.NO else None
