"""What became of each promise: a dated series, whose last step is its state.

Nobody types the state. Events say which promises they keep, break, suspend and so on; a
commitment's own file adds only what no event carries. A promise with no outcome is open, or
unclear once its due date has passed.
"""

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.answers import Commitment, Outcome, State
from generator.model.library import Library


def series(library: Library) -> Mapping[str, tuple[Outcome, ...]]:
    """Return each promise's outcomes by date, its making first."""
    found: dict[str, list[Outcome]] = {}
    for event in library.events.values():
        for state, id_ in event.outcomes:
            found.setdefault(id_, []).append(Outcome(state, event.date, event.id, ""))
    return MappingProxyType(
        {
            commitment.id: (
                _making(commitment, library),
                *sorted((*found.get(commitment.id, ()), *commitment.outcomes), key=_by_date),
            )
            for commitment in library.commitments.values()
        }
    )


def state_of(commitment: Commitment, outcomes: tuple[Outcome, ...], library: Library) -> State:
    """Return where the promise stands on the day up to which the site knows."""
    last = outcomes[-1].state
    if last not in {State.MADE, State.ADVANCED}:
        return last
    due, known = commitment.due, library.site.as_of.latest
    passed = due is not None and due.latest is not None and known is not None and due.latest < known
    return State.UNCLEAR if passed else State.OPEN


def _making(commitment: Commitment, library: Library) -> Outcome:
    event = library.events[commitment.made]
    return Outcome(State.MADE, event.date, event.id, "")


def _by_date(outcome: Outcome) -> tuple[object, ...]:
    return (outcome.date.sort_key(), outcome.event, outcome.source)
