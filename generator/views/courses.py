"""The course of a promise from its making on, drawn and in words."""

from datetime import date
from itertools import accumulate

from generator.derive.promises import state_of
from generator.derive.spells import first_day, last_day
from generator.model.answers import Commitment, State
from generator.text.edtf import Edtf
from generator.text.edtf_words import short
from generator.views.edition import Edition
from generator.views.status_strip import (
    LARGE,
    LARGE_ON_SMALL_SCREENS,
    StatusStripView,
    Steps,
    large_strip,
    small_strip,
)

STATE_WORDS = {
    State.MADE: "made",
    State.ADVANCED: "under way",
    State.PARTLY: "partly kept",
    State.KEPT: "kept",
    State.SUSPENDED: "suspended",
    State.RESUMED: "kept again",
    State.LAPSED: "lapsed",
    State.BROKEN: "broken",
    State.SUPERSEDED: "replaced",
    State.UNCLEAR: "unclear",
    State.OPEN: "open",
}


def course(commitment: Commitment, edition: Edition) -> StatusStripView:
    """Return the strip of a promise for a row of a table."""
    steps, words = _steps(commitment, edition), _words(commitment, edition)
    return small_strip(steps, _known(edition), words)


def courses(commitment: Commitment, edition: Edition) -> tuple[StatusStripView, ...]:
    """Return the strips of a promise for its own page, for large and for small screens."""
    steps, words = _steps(commitment, edition), _words(commitment, edition)
    widths = ((LARGE, "whole"), (LARGE_ON_SMALL_SCREENS, "small"))
    return tuple(large_strip(steps, _known(edition), width, words, id_) for width, id_ in widths)


def _known(edition: Edition) -> date:
    return last_day(edition.library.site.as_of)


def _overdue(commitment: Commitment, edition: Edition) -> Edtf | None:
    """Return the date after which a promise without an outcome is unclear, if it is."""
    derived = edition.series[commitment.id][-1].state is not State.UNCLEAR
    unclear = state_of(commitment, edition.series[commitment.id], edition.library) is State.UNCLEAR
    return commitment.due if derived and unclear else None


def _steps(commitment: Commitment, edition: Edition) -> Steps:
    """Return the days on which the promise came to stand otherwise, in order."""
    steps = [(outcome.state, first_day(outcome.date)) for outcome in edition.series[commitment.id]]
    overdue = _overdue(commitment, edition)
    if overdue and overdue.latest:
        steps.append((State.UNCLEAR, overdue.latest))
    days = accumulate((day for _, day in steps), max)
    return tuple((state, day) for (state, _), day in zip(steps, days, strict=True))


def _words(commitment: Commitment, edition: Edition) -> str:
    steps = [
        f"{STATE_WORDS[outcome.state]} {short(outcome.date)}"
        for outcome in edition.series[commitment.id]
    ]
    overdue = _overdue(commitment, edition)
    if overdue:
        steps.append(f"unclear after {short(overdue)}")
    words = ", ".join(steps)
    return f"{words[0].upper()}{words[1:]}"
