"""How much there is, and how well it is supported: figures for the data page and for editors."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.derive.corroboration import Label, corroboration, parties_to
from generator.derive.promises import series, state_of
from generator.model.answers import State
from generator.model.library import Library


@dataclass(frozen=True, slots=True)
class Counts:
    """`claims` are those of events; `several_origins` and `several_sides` are some of them."""

    events: int
    claims: int
    several_origins: int
    several_sides: int
    labels: Mapping[Label, int]
    promises: Mapping[State, int]


def counts(library: Library) -> Counts:
    """Count the claims of all events by their support, and all promises by their state."""
    judged = [
        corroboration(claim, library, parties_to(event, library))
        for event in library.events.values()
        for claim in event.body.claims
    ]
    outcomes = series(library)
    states = Counter(
        state_of(promise, outcomes[promise.id], library) for promise in library.commitments.values()
    )
    return Counts(
        len(library.events),
        len(judged),
        sum(len(one.origins) + len(one.disputed_by) > 1 for one in judged),
        sum(len(one.sides) > 1 for one in judged),
        MappingProxyType(Counter(one.label for one in judged)),
        MappingProxyType(states),
    )
