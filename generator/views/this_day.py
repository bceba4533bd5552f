"""Events by the day of the year, whatever the year; only those of which the day is certain."""

from collections import defaultdict
from dataclasses import dataclass, replace

from generator.derive.relations import year_of
from generator.model.library import Event
from generator.text.edtf import Form
from generator.text.months import MONTHS
from generator.views.cards import DateView, EventCardView, event_card
from generator.views.edition import Edition


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of the year that has events, oldest first; a card's date is only its year."""

    anchor: str
    words: str
    events: tuple[EventCardView, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month that has events."""

    anchor: str
    title: str
    days: tuple[DayView, ...]


@dataclass(frozen=True, slots=True)
class ThisDayView:
    """All months with their days."""

    title: str
    description: str
    months: tuple[MonthView, ...]


def this_day_view(edition: Edition) -> ThisDayView:
    """Return the list of all days of the year on which something happened."""
    by_day: dict[tuple[int, int], list[Event]] = defaultdict(list)
    for event in edition.library.events.values():
        part = event.date.start
        if event.date.form is Form.DATE and part and part.is_exact_day:
            by_day[part.earliest.month, part.earliest.day].append(event)
    months = (
        MonthView(
            f"month-{number:02}",
            name,
            tuple(
                _day(day, number, by_day[number, day], edition)
                for day in range(1, 32)
                if (number, day) in by_day
            ),
        )
        for number, name in enumerate(MONTHS, start=1)
    )
    count = sum(map(len, by_day.values()))
    description = f"{count} events of which the day is known, by month and day."
    return ThisDayView("On this day", description, tuple(m for m in months if m.days))


def _day(day: int, month: int, events: list[Event], edition: Edition) -> DayView:
    cards = (
        replace(event_card(event, edition), date=DateView(*(str(year_of(event)),) * 3))
        for event in events
    )
    return DayView(f"day-{month:02}-{day:02}", f"{day} {MONTHS[month - 1]}", tuple(cards))
