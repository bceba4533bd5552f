"""Who is heard where: the claims that rest on an actor's word, or on a source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.derive.corroboration import origins_of
from generator.model.library import Library
from generator.text.prose import Claim


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with the event that tells it."""

    event: str
    claim: Claim


Claims = Mapping[str, tuple[Told, ...]]


def statements(library: Library) -> Claims:
    """Return by actor the claims that rest on its word, in reading order; disputes do not count."""
    return _group(
        (origin, told)
        for told in _claims(library)
        for origin in dict.fromkeys(
            origin
            for citation in told.claim.citations
            if not citation.disputes
            for origin in origins_of(citation, library)
        )
        if origin in library.actors
    )


def citing(library: Library) -> Claims:
    """Return by source the claims that cite it, for or against, in reading order."""
    return _group(
        (source, told)
        for told in _claims(library)
        for source in dict.fromkeys(citation.source for citation in told.claim.citations)
    )


def own_sources(library: Library) -> Mapping[str, tuple[str, ...]]:
    """Return by actor the sources that are its own voice: its outlets', or its words carried."""
    found: dict[str, list[str]] = {}
    for source in library.sources.values():
        side = library.outlets[source.outlet].side
        for id_ in dict.fromkeys((side, *source.origins)):
            if id_ in library.actors:
                found.setdefault(id_, []).append(source.id)
    return MappingProxyType({id_: tuple(ids) for id_, ids in found.items()})


def _claims(library: Library) -> Iterator[Told]:
    for event in library.events.values():
        for claim in event.body.claims:
            yield Told(event.id, claim)


def _group(pairs: Iterator[tuple[str, Told]]) -> Claims:
    found: dict[str, list[Told]] = {}
    for id_, told in pairs:
        found.setdefault(id_, []).append(told)
    return MappingProxyType({id_: tuple(claims) for id_, claims in found.items()})
