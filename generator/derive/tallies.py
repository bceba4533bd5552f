"""Events counted by quarter of a year."""

from collections.abc import Mapping
from datetime import date
from itertools import groupby
from types import MappingProxyType

from generator.model.figures import Tally
from generator.model.library import Event, Library
from generator.text.months import month_end

Quarter = tuple[int, int]
"""A year with a number from 1 to 4."""


def counted(tally: Tally, library: Library, since: date, until: date) -> tuple[Event, ...]:
    """Return the events that a tally counts and that began between two days, oldest first."""
    return tuple(
        event
        for event in library.events.values()
        if event.kind.id in tally.kinds
        and set(tally.actors) <= set(event.actors)
        and (not tally.threads or not set(tally.threads).isdisjoint(event.threads))
        and event.date.earliest is not None
        and since <= event.date.earliest <= until
    )


def by_quarter(events: tuple[Event, ...]) -> Mapping[Quarter, tuple[Event, ...]]:
    """Return events, which stand in order of their beginning, by the quarter in which each began.

    Quarters without an event are left out.
    """
    groups = groupby((event for event in events if event.date.earliest), key=_quarter_of_event)
    return MappingProxyType({quarter: tuple(group) for quarter, group in groups})


def quarter_of(day: date) -> Quarter:
    """Return the quarter in which a day lies."""
    return day.year, (day.month + 2) // 3


def first_of(quarter: Quarter) -> date:
    """Return the first day of a quarter."""
    year, number = quarter
    return date(year, number * 3 - 2, 1)


def last_of(quarter: Quarter) -> date:
    """Return the last day of a quarter."""
    year, number = quarter
    return month_end(year, number * 3)


def _quarter_of_event(event: Event) -> Quarter:
    return quarter_of(event.date.earliest or date.min)
