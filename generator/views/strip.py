"""The strip: events on one axis of time, thaw above the line and freeze below, a lane a thread."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from generator.model.library import Event
from generator.model.registry import Direction
from generator.text.edtf import Edtf, Form, days_between
from generator.text.edtf_words import readable
from generator.views.cards import EventCardView, event_card
from generator.views.edition import Edition
from generator.views.scale import NARROW, WIDE, Scale, TickView, ticks

FEWEST = 3
"""Fewer events than these are no picture: the list says it better."""

_MARK = 9.0
_STEP = 10.0
_LABEL_HEIGHT = 24.0
_GAP_BELOW = 10.0
_AXIS_HEIGHT = 24.0
_SILENCE_DAYS = 300
_SILENCE_WIDTH = 74.0
_RECENT_YEARS = 2
_TALLEST_ON_SMALL_SCREENS = 320.0


Lanes = tuple[tuple[str, tuple[Event, ...]], ...]
Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class MarkView:
    """An event's sign: its middle, and the end of its bar where the event lasted.

    The bar `fades` where the date is known only roughly, or its end is open.
    """

    x: float
    y: float
    end: float
    fades: bool
    card: EventCardView


@dataclass(frozen=True, slots=True)
class SilenceView:
    """A long time without an event, from mark to mark; `label` is '' where it has no room."""

    start: float
    end: float
    x: float
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A stretch of a lane's line in which events happened."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class LaneView:
    """One line of the strip; `top` is where its label stands, `y` the line itself."""

    label: str
    top: float
    y: float
    lines: tuple[LineView, ...]
    marks: tuple[MarkView, ...]
    silences: tuple[SilenceView, ...]


@dataclass(frozen=True, slots=True)
class StripView:
    """A strip in user units, `width` by `height`; `axis` is where the years are written.

    `id` tells the strips of a page apart, `span` names its years, `words` say what can be seen, and
    `fades` and `is_silent` whether there are bars without an exact end, and long silences.
    """

    id: str
    width: float
    height: float
    axis: float
    lanes: tuple[LaneView, ...]
    ticks: tuple[TickView, ...]
    span: str
    words: str
    fades: bool
    is_silent: bool


def strip_view(
    lanes: Lanes, span: Span, width: float, edition: Edition, id_: str = "whole"
) -> StripView:
    """Return the strip of the events between two days; `lanes` are labels with their events."""
    start, end = span
    scale = Scale(start, end, width)
    drawn: list[LaneView] = []
    top = 0.0
    for label, events in lanes:
        lane = _lane(label, _within(events, start, end), top, scale, edition)
        drawn.append(lane)
        lowest = max((mark.y for mark in lane.marks), default=lane.y)
        top = max(lowest, lane.y) + _MARK + _GAP_BELOW
    height, years = top + _AXIS_HEIGHT, _years(start, end)
    return StripView(
        id_,
        width,
        height,
        top + 16.0,
        tuple(drawn),
        ticks(scale),
        years,
        _words(drawn, years),
        any(mark.fades and mark.end > mark.x for lane in drawn for mark in lane.marks),
        any(lane.silences for lane in drawn),
    )


def _within(events: tuple[Event, ...], start: date, end: date) -> tuple[Event, ...]:
    return tuple(e for e in events if e.date.earliest and start <= e.date.earliest <= end)


def _years(start: date, end: date) -> str:
    return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"


def _words(lanes: list[LaneView], years: str) -> str:
    found = Counter(mark.card.tone.direction for lane in lanes for mark in lane.marks)
    marks = found.total()
    directions = f"{found['thaw']} thaw, {found['freeze']} freeze, {found['neither']} neither"
    return f"{marks} {'mark' if marks == 1 else 'marks'}, {years}: {directions}."


def _lane(
    label: str, events: tuple[Event, ...], top: float, scale: Scale, edition: Edition
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
    silences = tuple(_silences(events, scale))
    return LaneView(label, top + 14.0, y, tuple(_lines(silences, scale)), marks, silences)


def _slots(event: Event) -> Iterator[int]:
    """Yield the heights at which an event may stand, nearest to the line first."""
    if event.kind.direction is Direction.CONFLICT:
        return count(-1, -1)
    return count(1 if event.kind.direction is Direction.COOPERATION else 0)


def _mark(event: Event, x: float, y: float, scale: Scale, edition: Edition) -> MarkView:
    last = event.date.latest
    end = scale.x(last) if last else scale.right
    return MarkView(x, round(y, 1), end, not _is_certain(event.date), event_card(event, edition))


def _is_certain(value: Edtf) -> bool:
    ends = (value.start, value.end)
    return value.form is not Form.ONE_OF and all(part and part.is_exact_day for part in ends)


def _silences(events: tuple[Event, ...], scale: Scale) -> Iterator[SilenceView]:
    """Yield long gaps between exact days; an event that lasts through a gap leaves none."""
    before: Event | None = None
    for event in events:
        if before and (silence := _silence(before, event, scale)):
            yield silence
        reach, last = before.date.latest if before else None, event.date.latest
        if reach is None or last is None or last >= reach:
            before = event


def _silence(before: Event, after: Event, scale: Scale) -> SilenceView | None:
    days = days_between(before.date, after.date)
    last, first = before.date.latest, after.date.earliest
    if days is None or days < _SILENCE_DAYS or last is None or first is None:
        return None
    left, right = scale.x(last), scale.x(first)
    label = f"{days:,} days"
    ends = f"{readable(before.date)} to {readable(after.date)}"
    return SilenceView(
        left,
        right,
        round((left + right) / 2, 1),
        label if right - left >= _SILENCE_WIDTH else "",
        f"{label} without an event recorded here, from {ends}",
    )


def _lines(silences: tuple[SilenceView, ...], scale: Scale) -> Iterator[LineView]:
    start = 0.0
    for silence in silences:
        yield LineView(start, silence.start)
        start = silence.end
    yield LineView(start, scale.width)


def site_strips(lanes: Lanes, edition: Edition) -> tuple[StripView, ...]:
    """Return the strip from the site's own beginning; none on a site without a beginning."""
    start, end = _site_span(edition)
    return strips(lanes, (start, end), edition) if start and end else ()


def own_strips(label: str, events: tuple[Event, ...], edition: Edition) -> tuple[StripView, ...]:
    """Return the strip of one record's events, from the year of the first that the site draws."""
    start, _ = _site_span(edition)
    return promise_strips(label, _within(events, start or date.min, date.max), edition)


def promise_strips(
    label: str, events: tuple[Event, ...], edition: Edition
) -> tuple[StripView, ...]:
    """Return the strip of all events, from the year of the first, however long ago."""
    days = [event.date.earliest for event in events if event.date.earliest]
    _, end = _site_span(edition)
    span = (date(min(days).year, 1, 1), end) if days and end else None
    return strips(((label, events),), span, edition) if span else ()


def year_strips(
    label: str, events: tuple[Event, ...], year: int, edition: Edition
) -> tuple[StripView, ...]:
    """Return the strip of one year, as far as the site knows it."""
    _, known = _site_span(edition)
    end = min(date(year, 12, 31), known or date.max)
    return strips(((label, events),), (date(year, 1, 1), end), edition)


def _site_span(edition: Edition) -> tuple[date | None, date | None]:
    site = edition.library.site
    return site.strip_from.earliest if site.strip_from else None, site.as_of.latest


def strips(lanes: Lanes, span: Span, edition: Edition) -> tuple[StripView, ...]:
    """Return a strip for large screens and one for small ones; none for too few events.

    On small screens all of it is shown where it does not grow too tall, else its last years.
    """
    start, end = span
    if start >= end:
        return ()
    whole = strip_view(lanes, span, WIDE, edition)
    if _count(whole) < FEWEST:
        return ()
    small = strip_view(lanes, span, NARROW, edition, "small")
    recent = max(start, date(max(end.year - _RECENT_YEARS, 1), end.month, 1))
    if small.height > _TALLEST_ON_SMALL_SCREENS:
        latest = strip_view(lanes, (recent, end), NARROW, edition, "small")
        small = latest if _count(latest) >= FEWEST else small
    return (whole, small)


def _count(strip: StripView) -> int:
    return sum(len(lane.marks) for lane in strip.lanes)
