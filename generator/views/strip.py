"""The strip: events on one axis of time, thaw above the line and freeze below, a lane a thread."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count, pairwise

from generator.model.library import Event
from generator.model.registry import Direction
from generator.text.edtf import days_between
from generator.views.cards import EventCardView, event_card
from generator.views.edition import Edition

WIDE, NARROW = 1080.0, 360.0
_MARGIN = 8.0
_MARK = 9.0
_STEP = 10.0
_LABEL_HEIGHT = 24.0
_GAP_BELOW = 10.0
_AXIS_HEIGHT = 24.0
_SILENCE_DAYS = 300
_SILENCE_WIDTH = 74.0
_RECENT_YEARS = 2


Lanes = tuple[tuple[str, tuple[Event, ...]], ...]


@dataclass(frozen=True, slots=True)
class MarkView:
    """An event's sign: its middle, and the end of its bar where the event lasted."""

    x: float
    y: float
    end: float
    card: EventCardView


@dataclass(frozen=True, slots=True)
class SilenceView:
    """A long time without an event: the middle of the gap on the line, and its length in words."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class LaneView:
    """One line of the strip; `top` is where its label stands, `y` the line itself."""

    label: str
    top: float
    y: float
    marks: tuple[MarkView, ...]
    silences: tuple[SilenceView, ...]


@dataclass(frozen=True, slots=True)
class TickView:
    """The beginning of a year on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class StripView:
    """A strip in user units, `width` by `height`; `axis` is where the years are written."""

    width: float
    height: float
    axis: float
    lanes: tuple[LaneView, ...]
    ticks: tuple[TickView, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days to user units."""

    start: date
    end: date
    width: float

    def x(self, day: date) -> float:
        share = (day - self.start).days / max((self.end - self.start).days, 1)
        return round(_MARGIN + share * (self.width - 2 * _MARGIN), 1)


def strip_view(lanes: Lanes, span: tuple[date, date], width: float, edition: Edition) -> StripView:
    """Return the strip of the events between two days; `lanes` are labels with their events."""
    start, end = span
    scale = _Scale(start, end, width)
    drawn: list[LaneView] = []
    top = 0.0
    for label, events in lanes:
        lane = _lane(label, _within(events, start, end), top, scale, edition)
        drawn.append(lane)
        lowest = max((mark.y for mark in lane.marks), default=lane.y)
        top = max(lowest, lane.y) + _MARK + _GAP_BELOW
    years = range(start.year if start == date(start.year, 1, 1) else start.year + 1, end.year + 1)
    ticks = tuple(TickView(scale.x(date(year, 1, 1)), str(year)) for year in years)
    height = top + _AXIS_HEIGHT
    return StripView(width, height, top + 16.0, tuple(drawn), ticks)


def _within(events: tuple[Event, ...], start: date, end: date) -> tuple[Event, ...]:
    return tuple(e for e in events if e.date.earliest and start <= e.date.earliest <= end)


def _lane(
    label: str, events: tuple[Event, ...], top: float, scale: _Scale, edition: Edition
) -> LaneView:
    """Stack marks that would overlap, away from the line; the lane is as high as its stacks."""
    placed: list[tuple[Event, float, int]] = []
    taken: dict[int, float] = {}
    for event in events:
        day = event.date.earliest
        if day is not None:
            x = scale.x(day)
            slots = (slot for slot in _slots(event) if x - taken.get(slot, -_MARK) >= _MARK)
            slot = next(slots)
            taken[slot] = x
            placed.append((event, x, slot))
    highest = max((slot for _, _, slot in placed), default=0)
    y = top + _LABEL_HEIGHT + max(highest, 1) * _STEP
    marks = tuple(_mark(event, x, y - slot * _STEP, scale, edition) for event, x, slot in placed)
    return LaneView(label, top + 14.0, y, marks, tuple(_silences(events, scale)))


def _slots(event: Event) -> Iterator[int]:
    """Yield the heights at which an event may stand, nearest to the line first."""
    if event.kind.direction is Direction.CONFLICT:
        return count(-1, -1)
    return count(1 if event.kind.direction is Direction.COOPERATION else 0)


def _mark(event: Event, x: float, y: float, scale: _Scale, edition: Edition) -> MarkView:
    last = event.date.latest
    right = scale.width - _MARGIN
    end = min(scale.x(last), right) if last else right
    return MarkView(x, round(y, 1), max(end, x), event_card(event, edition))


def _silences(events: tuple[Event, ...], scale: _Scale) -> Iterator[SilenceView]:
    for earlier, later in pairwise(events):
        days = days_between(earlier.date, later.date)
        last, first = earlier.date.latest, later.date.earliest
        if days is None or days < _SILENCE_DAYS or last is None or first is None:
            continue
        left, right = scale.x(last), scale.x(first)
        if right - left >= _SILENCE_WIDTH:
            yield SilenceView(round((left + right) / 2, 1), f"{days:,} days")


def site_strips(lanes: Lanes, edition: Edition) -> tuple[StripView, ...]:
    """Return the strip from the site's own beginning, and the last years of it for small screens.

    No strip is drawn without a beginning, without lanes, or when no event falls into it.
    """
    site = edition.library.site
    start = site.strip_from.earliest if site.strip_from else None
    end = site.as_of.latest
    if start is None or end is None or start >= end:
        return ()
    recent = max(start, date(end.year - _RECENT_YEARS, end.month, 1))
    whole = strip_view(lanes, (start, end), WIDE, edition)
    if not any(lane.marks for lane in whole.lanes):
        return ()
    return (whole, strip_view(lanes, (recent, end), NARROW, edition))
