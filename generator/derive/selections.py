"""Which events have a kind, a direction and manner, or a label in common; each is a page."""

from collections.abc import Callable, Iterable, Mapping
from itertools import product
from typing import TypeVar

from generator import urls
from generator.derive.corroboration import Label, corroboration, parties_to
from generator.model.library import Event, Library
from generator.model.registry import Direction, Manner

DIRECTIONS = {
    Direction.COOPERATION: "thaw",
    Direction.CONFLICT: "freeze",
    Direction.NEUTRAL: "neither",
}
Tone = tuple[Direction, Manner]
Ids = tuple[str, ...]
Key = TypeVar("Key")


def by_kind(library: Library) -> Mapping[str, Ids]:
    """Return the ids of events, in reading order, by the id of their kind."""
    return _grouped(library, library.kinds, urls.kind, lambda event: (event.kind.id,))


def by_tone(library: Library) -> Mapping[Tone, Ids]:
    """Return the ids of events, in reading order, by direction and manner."""

    def tones(event: Event) -> tuple[Tone]:
        return ((event.kind.direction, event.kind.manner),)

    return _grouped(library, product(Direction, Manner), address_of_tone, tones)


def by_label(library: Library) -> Mapping[Label, Ids]:
    """Return the ids of events, in reading order, by every label that a claim of theirs has."""
    return _grouped(library, Label, urls.label, lambda event: labels_of(event, library))


def labels_of(event: Event, library: Library) -> tuple[Label, ...]:
    """Return the labels that the event's claims have, each once, in the order of the labels.

    While a source is missing, a claim may come to have any label.
    """
    if any(c.source not in library.sources for claim in event.body.claims for c in claim.citations):
        return tuple(Label)
    parties = parties_to(event, library)
    found = {corroboration(claim, library, parties).label for claim in event.body.claims}
    return tuple(label for label in Label if label in found)


def address_of_tone(tone: Tone) -> str:
    """Return the address of the events of one direction and manner."""
    direction, manner = tone
    return urls.tone(DIRECTIONS[direction], manner)


def addresses(library: Library) -> Iterable[str]:
    """Return the addresses of all these pages."""
    return (
        *map(urls.kind, by_kind(library)),
        *map(address_of_tone, by_tone(library)),
        *map(urls.label, by_label(library)),
    )


def _grouped(
    library: Library,
    keys: Iterable[Key],
    address: Callable[[Key], str],
    keys_of: Callable[[Event], Iterable[Key]],
) -> Mapping[Key, Ids]:
    """Leave out what no event has, unless its page was published: an address never vanishes."""
    found: dict[Key, list[str]] = {key: [] for key in keys}
    for event in library.events.values():
        for key in keys_of(event):
            found[key].append(event.id)
    published = frozenset(library.ledger.published)
    return {key: tuple(ids) for key, ids in found.items() if ids or address(key) in published}
