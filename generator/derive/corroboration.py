"""How well a claim is supported, by whose words it rests on and on which side they stand.

Origins are counted, not outlets: two papers that print one agency's copy are one origin, and so
are an outlet and the one that runs it. A speaker named in the citation is the origin, whoever
carried the words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.model.library import Library
from generator.text.prose import Citation, Claim


class Label(StrEnum):
    """What readers are told, from the most contested to the least supported."""

    DISPUTED = "disputed"
    SEVERAL_SIDES = "several-sides"
    INDEPENDENT = "independent"
    ONE_SIDE = "one-side"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Corroboration:
    """The label with what it rests on: ids of origins, and of the governments that speak."""

    label: Label
    origins: tuple[str, ...]
    sides: tuple[str, ...]
    disputed_by: tuple[str, ...]


def corroboration(claim: Claim, library: Library) -> Corroboration:
    """Judge one claim by its citations."""
    origins = _origins(library, (c for c in claim.citations if not c.disputes))
    disputed_by = _origins(library, (c for c in claim.citations if c.disputes))
    sides = tuple(sorted({side for origin in origins if (side := side_of(origin, library))}))
    label = _label(origins, sides, disputed_by, library)
    return Corroboration(label, origins, sides, disputed_by)


def _label(
    origins: tuple[str, ...],
    sides: tuple[str, ...],
    disputed_by: tuple[str, ...],
    library: Library,
) -> Label:
    if disputed_by:
        return Label.DISPUTED
    if len(sides) > 1:
        return Label.SEVERAL_SIDES
    if len(origins) > 1 and any(not side_of(origin, library) for origin in origins):
        return Label.INDEPENDENT
    return Label.ONE_SIDE if sides else Label.SINGLE


def origins_of(citation: Citation, library: Library) -> tuple[str, ...]:
    """Return whose words a citation rests on: its speaker, or else the source's origins."""
    if citation.speaker:
        return (_owner(citation.speaker, library),)
    return tuple(_owner(origin, library) for origin in library.sources[citation.source].origins)


def side_of(id_: str, library: Library) -> str:
    """Return the id of the government that an actor or outlet speaks for, or ''."""
    if id_ in library.actors:
        return library.actors[id_].side
    return library.outlets[id_].side if id_ in library.outlets else ""


def _origins(library: Library, citations: Iterable[Citation]) -> tuple[str, ...]:
    found = (origin for citation in citations for origin in origins_of(citation, library))
    return tuple(dict.fromkeys(found))


def _owner(id_: str, library: Library) -> str:
    """Follow ownership to its end; all who own each other in a ring are one owner."""
    chain = [id_]
    while chain[-1] in library.outlets and (owner := library.outlets[chain[-1]].owner):
        if owner in chain:
            return min(chain[chain.index(owner) :])
        chain.append(owner)
    return chain[-1]
