"""Figures: what is drawn from events, as spells of channels or as counts of events by quarter."""

from dataclasses import dataclass
from enum import StrEnum

from generator.text.edtf import Edtf
from generator.text.prose import Body


class ChannelState(StrEnum):
    """How a channel stands from one step to the next."""

    OPEN = "open"
    UNANSWERED = "unanswered"
    CUT = "cut"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Step:
    """A change of a channel, told by an event; `begin` is its day where the event has another."""

    event: str
    state: ChannelState
    begin: Edtf | None
    note: str


@dataclass(frozen=True, slots=True)
class Channel:
    """Something that opens and closes."""

    name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Which events are counted: of any of the kinds, with all of the actors, in any thread."""

    label: str
    kinds: tuple[str, ...]
    actors: tuple[str, ...]
    threads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A page with a picture; `since` is where counting, or the enlarged part, begins."""

    id: str
    path: str
    title: str
    as_of: Edtf
    since: Edtf | None
    threads: tuple[str, ...]
    channels: tuple[Channel, ...]
    tallies: tuple[Tally, ...]
    body: Body
