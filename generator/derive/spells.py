"""How long a channel stood in each state: from one step to the next, counted in days."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.model.figures import Channel, ChannelState, Step
from generator.model.library import Library
from generator.text.edtf import Edtf, days_between, parse


@dataclass(frozen=True, slots=True)
class Spell:
    """A time in one state; `end` is None for the last, which lasts as far as is known.

    `first` and `last` are the days between which it is drawn; `days` is None unless both of its
    ends are exact.
    """

    state: ChannelState
    begin: Edtf
    end: Edtf | None
    first: date
    last: date
    days: int | None
    event: str
    note: str


def spells(channel: Channel, library: Library, known: Edtf) -> tuple[Spell, ...]:
    """Return the spells of a channel in order of time, up to the day to which it is known."""
    steps = sorted(
        ((_begin(step, library), step) for step in channel.steps),
        key=lambda pair: pair[0].sort_key(),
    )
    last = last_day(known)
    ends: list[Edtf | None] = [later for _, (later, _) in pairwise(steps)]
    return tuple(
        Spell(
            step.state,
            begin,
            end,
            first_day(begin),
            first_day(end) if end else max(last, first_day(begin)),
            days_between(begin, end or known),
            step.event,
            step.note,
        )
        for (begin, step), end in zip(steps, [*ends, None], strict=True)
    )


def first_day(value: Edtf) -> date:
    """Return the first day that a date may be; the last one where its start is open."""
    return value.earliest or last_day(value)


def last_day(value: Edtf) -> date:
    """Return the last day that a date may be; the first one where its end is open."""
    return value.latest or value.earliest or date.max


def _begin(step: Step, library: Library) -> Edtf:
    """Return the day of a step; an event that lasted changes the channel when it begins."""
    value = step.begin or library.events[step.event].date
    return parse(str(value.start or value.end))
