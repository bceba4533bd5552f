"""Which parties tell an event in their own way: disputed claims, and claims of one side alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator import urls
from generator.derive.corroboration import Label, corroboration, parties_to
from generator.model.library import Event, Library
from generator.text.prose import Claim


@dataclass(frozen=True, slots=True)
class Versions:
    """Claims of one event; `own` leads from a government to those that it alone says.

    `shared` are those that several sides say. What only outsiders report stands in none of them.
    """

    disputed: tuple[Claim, ...]
    own: Mapping[str, tuple[Claim, ...]]
    shared: tuple[Claim, ...]

    @property
    def differ(self) -> bool:
        """Whether there is anything to compare."""
        return bool(self.disputed) or len(self.own) > 1


def versions(event: Event, library: Library) -> Versions:
    """Sort the claims of an event by who says them; governments stand in the order of speaking."""
    parties = parties_to(event, library)
    disputed: list[Claim] = []
    own: dict[str, list[Claim]] = {}
    shared: list[Claim] = []
    for claim in event.body.claims:
        judged = corroboration(claim, library, parties)
        if judged.label is Label.DISPUTED:
            disputed.append(claim)
        elif judged.label is Label.ONE_SIDE:
            own.setdefault(judged.sides[0], []).append(claim)
        elif judged.label is Label.SEVERAL_SIDES:
            shared.append(claim)
    listed = {side: tuple(claims) for side, claims in own.items()}
    return Versions(tuple(disputed), MappingProxyType(listed), tuple(shared))


def compared(library: Library) -> Mapping[str, Versions]:
    """Return the events whose versions differ by their ids, in reading order.

    A comparison that was published stays, though its event may be told in one version since. While
    a source is missing nobody can say whose word it carries; such an event is listed without any
    claims, so that links to its comparison are no second fault.
    """
    found = {}
    published = frozenset(library.ledger.published)
    for event in library.events.values():
        told = versions(event, library) if _is_known(event, library) else None
        if told is None or told.differ or urls.compare(event.id) in published:
            found[event.id] = told or Versions((), MappingProxyType({}), ())
    return MappingProxyType(found)


def _is_known(event: Event, library: Library) -> bool:
    claims = event.body.claims
    return all(c.source in library.sources for claim in claims for c in claim.citations)
