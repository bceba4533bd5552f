"""Events counted by quarter, as small multiples on one axis: a bar a quarter, a mark an event."""

from dataclasses import dataclass
from datetime import date

from generator.derive.tallies import Quarter, by_quarter, first_of, last_of, quarter_of
from generator.model.library import Event
from generator.views.cards import EventCardView, event_card, tone
from generator.views.edition import Edition
from generator.views.scale import NARROW, WIDE, Scale, TextView, TickView, texts, ticks

_UNDER_LABEL = 9.0
_MARK = 11.0
_NUMBER_ROOM = 14.0
_GAP_BELOW = 16.0
_AXIS_HEIGHT = 18.0
_AIR = 2.0

Rows = tuple[tuple[str, tuple[Event, ...]], ...]


@dataclass(frozen=True, slots=True)
class UnitView:
    """A mark in a bar: its middle, and the direction and manner of the event."""

    y: float
    direction: str
    manner: str


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A quarter with events: the bar from `x`, `middle` for its marks and number."""

    x: float
    top: float
    width: float
    height: float
    middle: float
    count: int
    words: str
    units: tuple[UnitView, ...]


@dataclass(frozen=True, slots=True)
class MultipleView:
    """One tally: its label in lines, and `y` as the line on which its bars stand."""

    label: tuple[TextView, ...]
    y: float
    columns: tuple[ColumnView, ...]


@dataclass(frozen=True, slots=True)
class PictureView:
    """All tallies on one axis in user units; `title` and `words` name and describe it."""

    id: str
    title: str
    words: str
    wide: bool
    width: float
    height: float
    axis: float
    multiples: tuple[MultipleView, ...]
    ticks: tuple[TickView, ...]


@dataclass(frozen=True, slots=True)
class QuarterView:
    """A row of the table."""

    words: str
    count: int
    events: tuple[EventCardView, ...]


@dataclass(frozen=True, slots=True)
class TallyView:
    """A tally's table; quarters without an event are left out."""

    label: str
    total: int
    quarters: tuple[QuarterView, ...]


@dataclass(frozen=True, slots=True)
class TalliesView:
    """Pictures of all tallies, and a table for each."""

    pictures: tuple[PictureView, ...]
    tallies: tuple[TallyView, ...]


def tallies_view(rows: Rows, since: date, until: date, edition: Edition) -> TalliesView:
    """Return the tallies from the quarter of one day to that of another."""
    start, end = first_of(quarter_of(since)), last_of(quarter_of(until))
    pictures = tuple(
        _picture(id_, rows, Scale(start, end, width))
        for id_, width in (("wide", WIDE), ("narrow", NARROW))
    )
    return TalliesView(pictures, tuple(_tally(label, events, edition) for label, events in rows))


def _picture(id_: str, rows: Rows, scale: Scale) -> PictureView:
    drawn: list[MultipleView] = []
    top = 0.0
    for label, events in rows:
        multiple = _multiple(label, events, top, scale)
        drawn.append(multiple)
        top = multiple.y + _GAP_BELOW
    title = f"Events by quarter, {scale.start.year} to {scale.end.year}"
    words = " ".join(f"{label}: {_counted(events)}." for label, events in rows)
    height = top + _AXIS_HEIGHT
    return PictureView(
        id_,
        title,
        words,
        scale.width == WIDE,
        scale.width,
        height,
        height - 8,
        tuple(drawn),
        ticks(scale),
    )


def _counted(events: tuple[Event, ...]) -> str:
    number = f"{len(events)} {'event' if len(events) == 1 else 'events'}"
    found = by_quarter(events)
    if not found:
        return number
    most = max(found, key=lambda quarter: (len(found[quarter]), quarter))
    return f"{number}, most in {quarter_words(most)} ({len(found[most])})"


def _multiple(label: str, events: tuple[Event, ...], top: float, scale: Scale) -> MultipleView:
    found = by_quarter(events)
    highest = max((len(listed) for listed in found.values()), default=1)
    lines = texts(f"{label}: {len(events)}", top, scale.width)
    y = lines[-1].y + _UNDER_LABEL + _NUMBER_ROOM + highest * _MARK
    columns = tuple(_column(quarter, listed, y, scale) for quarter, listed in found.items())
    return MultipleView(lines, y, columns)


def _column(quarter: Quarter, events: tuple[Event, ...], y: float, scale: Scale) -> ColumnView:
    left, right = scale.x(first_of(quarter)), scale.x(last_of(quarter))
    height = len(events) * _MARK
    units = (
        UnitView(y - (place + 0.5) * _MARK, shown.direction, shown.manner)
        for place, shown in enumerate(tone(event.kind) for event in events)
    )
    return ColumnView(
        round(left + _AIR / 2, 1),
        y - height,
        round(right - left - _AIR, 1),
        height,
        round((left + right) / 2, 1),
        len(events),
        f"{quarter_words(quarter)}: {len(events)}",
        tuple(units),
    )


def _tally(label: str, events: tuple[Event, ...], edition: Edition) -> TallyView:
    listed = tuple(
        QuarterView(
            quarter_words(quarter), len(found), tuple(event_card(event, edition) for event in found)
        )
        for quarter, found in by_quarter(events).items()
    )
    return TallyView(label, len(events), listed)


def quarter_words(quarter: Quarter) -> str:
    """Return a quarter as readers write it."""
    year, number = quarter
    return f"Q{number} {year}"
