"""Time to scale: days as places on a horizontal axis, and the ticks under it."""

import textwrap
from dataclasses import dataclass
from datetime import date

from generator.text.months import MONTHS

WIDE, NARROW = 1080.0, 360.0
"""The widths of pictures, in user units, for large and for small screens."""

MARGIN = 8.0
_TICK_ROOM = 44.0
_LABEL_ROOM = 34.0
_LETTER = 8.8
_LINE = 17.0
_MONTHS_UP_TO = 400
_YEAR_DAYS = 365.25
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class TickView:
    """The beginning of a year or month on the axis; `label` is '' where there is no room."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class TextView:
    """A line of text, and the height at which it stands."""

    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to user units between two margins; days outside are moved to the nearer end."""

    start: date
    end: date
    width: float
    margin: float = MARGIN

    @property
    def right(self) -> float:
        """The place of the last day."""
        return self.width - self.margin

    def x(self, day: date) -> float:
        """Return the place of a day."""
        within = min(max(day, self.start), self.end)
        share = (within - self.start).days / max((self.end - self.start).days, 1)
        return round(self.margin + share * (self.width - 2 * self.margin), 1)


def ticks(scale: Scale) -> tuple[TickView, ...]:
    """Return the beginnings of years, or of months where the scale spans about a year.

    On a long scale only every second, fifth, tenth … year has a tick.
    """
    days = max((scale.end - scale.start).days, 1)
    if days <= _MONTHS_UP_TO:
        return _months(scale)
    year_width = (scale.width - 2 * scale.margin) * _YEAR_DAYS / days
    step = next((size for size in _STEPS if size * year_width >= _TICK_ROOM), _STEPS[-1])
    first = scale.start.year + (scale.start != date(scale.start.year, 1, 1))
    years = (year for year in range(first, scale.end.year + 1) if year % step == 0)
    return tuple(_tick(scale, date(year, 1, 1), str(year)) for year in years)


def _months(scale: Scale) -> tuple[TickView, ...]:
    month = (scale.width - 2 * scale.margin) / 12
    starts = (
        date(year, number, 1)
        for year in range(scale.start.year, scale.end.year + 1)
        for number in range(1, 13)
    )
    every = 1 if month >= _LABEL_ROOM else 3
    return tuple(
        _tick(scale, day, MONTHS[day.month - 1][:3] if (day.month - 1) % every == 0 else "")
        for day in starts
        if scale.start <= day <= scale.end
    )


def _tick(scale: Scale, day: date, label: str) -> TickView:
    x = scale.x(day)
    return TickView(x, label if x + _LABEL_ROOM <= scale.width else "")


def texts(label: str, top: float, width: float) -> tuple[TextView, ...]:
    """Return a label below `top` in lines that fit the picture, since SVG text does not wrap."""
    lines = textwrap.wrap(label, int((width - 2 * MARGIN) / _LETTER)) or [label]
    return tuple(TextView(top + (place + 1) * _LINE, line) for place, line in enumerate(lines))
