"""The status strip: what became of one promise, to scale, from its making to what is known.

What was kept stands above the line and what was broken below it; how tall a stretch is says how
far. Shapes alone tell the states apart.
"""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.model.answers import State
from generator.views.scale import Scale, TickView, ticks

SMALL, LARGE, LARGE_ON_SMALL_SCREENS = 136.0, 780.0, 340.0
"""Widths in user units: in a table, on a promise's page, and there on small screens."""

_THICK, _THIN = 7.0, 4.0
_LARGER = 2.0
_AXIS_HEIGHT = 24.0
_NARROWEST = 2.0
_MARGIN = 1.0
_SHAPES = {
    State.MADE: "pending",
    State.OPEN: "pending",
    State.ADVANCED: "partly",
    State.PARTLY: "partly",
    State.KEPT: "kept",
    State.RESUMED: "kept",
    State.SUSPENDED: "suspended",
    State.BROKEN: "broken",
    State.UNCLEAR: "unknown",
    State.LAPSED: "ended",
    State.SUPERSEDED: "ended",
}
_HEIGHTS = {"partly": _THIN, "kept": _THICK, "suspended": _THIN, "broken": _THICK}
_BELOW = frozenset({"suspended", "broken"})

Steps = tuple[tuple[State, date], ...]


@dataclass(frozen=True, slots=True)
class StretchView:
    """A time in one state: a block from `top`, or a bare line where its `height` is 0."""

    shape: str
    x: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class StatusStripView:
    """A strip in user units; `y` is its line, and `words` tell the same as the picture.

    `id` tells the strips of a page apart; `axis` is where years are written, and there are ticks
    only where there is an axis.
    """

    id: str
    width: float
    height: float
    y: float
    axis: float
    stretches: tuple[StretchView, ...]
    ticks: tuple[TickView, ...]
    words: str


def small_strip(steps: Steps, end: date, words: str, id_: str = "") -> StatusStripView:
    """Return the strip for a row of a table; `steps` begin with the making, oldest first."""
    scale = Scale(steps[0][1], max(end, steps[0][1]), SMALL, _MARGIN)
    return StatusStripView(
        id_, SMALL, 2 * _THICK + 2, _THICK + 1, 0, _stretches(steps, scale, 1), (), words
    )


def large_strip(steps: Steps, end: date, width: float, words: str, id_: str) -> StatusStripView:
    """Return the strip with an axis of years for the page of a promise."""
    scale = Scale(steps[0][1], max(end, steps[0][1]), width, _MARGIN)
    line = (_THICK + 1) * _LARGER
    height = 2 * line + _AXIS_HEIGHT
    stretches = _stretches(steps, scale, _LARGER)
    return StatusStripView(id_, width, height, line, height - 6, stretches, ticks(scale), words)


def sample_strip(state: State) -> StatusStripView:
    """Return a strip in one state throughout, for a legend."""
    width = 44.0
    scale = Scale(date(2000, 1, 1), date(2001, 1, 1), width, _MARGIN)
    ended = _SHAPES[state] == "ended"
    steps = ((State.OPEN, scale.start), (state, date(2000, 7, 1))) if ended else ()
    stretches = _stretches(steps or ((state, scale.start),), scale, 1)
    return StatusStripView("", width, 2 * _THICK + 2, _THICK + 1, 0, stretches, (), "")


def _stretches(steps: Steps, scale: Scale, size: float) -> tuple[StretchView, ...]:
    """Return the stretches between the steps; one too short to be seen is drawn a little wider."""
    line = (_THICK + 1) * size
    shapes = [_SHAPES[state] for state, _ in steps]
    places = [scale.x(day) for _, day in steps] + [scale.right]
    drawn = []
    for shape, (left, right) in zip(shapes, pairwise(places), strict=True):
        if left == right == scale.margin:
            continue
        width = max(round(right - left, 1), _NARROWEST)
        height = _HEIGHTS.get(shape, 0.0) * size
        x = min(left, scale.right - width) if height else left
        top = line if shape in _BELOW else line - height
        drawn.append(StretchView(shape, x, top, width, height))
    return tuple(drawn)
