"""How well a claim is supported, by whose words it rests on and on which side they stand.

Origins are counted, not outlets: two papers that print one agency's copy are one origin, and so
are an outlet and the one that runs it. A speaker named in the citation is the origin, whoever
carried the words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.model.library import Event, Library
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


def corroboration(
    claim: Claim, library: Library, parties: frozenset[str] | None = None
) -> Corroboration:
    """Judge one claim by its citations.

    `parties` are the governments concerned (None: all): the state media of another country that
    report on a matter between two others speak for neither side of it.
    """
    origins = _origins(library, (c for c in claim.citations if not c.disputes))
    disputed_by = _origins(library, (c for c in claim.citations if c.disputes))
    side = {origin: _concerned(side_of(origin, library), parties) for origin in origins}
    sides = tuple(sorted(set(side.values()) - {""}))
    if disputed_by:
        label = Label.DISPUTED
    elif len(sides) > 1:
        label = Label.SEVERAL_SIDES
    elif len(origins) > 1 and "" in side.values():
        label = Label.INDEPENDENT
    else:
        label = Label.ONE_SIDE if sides else Label.SINGLE
    return Corroboration(label, origins, sides, disputed_by)


def parties_to(event: Event, library: Library) -> frozenset[str]:
    """Return the governments that act in an event, themselves or through those who speak."""
    return frozenset(side for id_ in event.actors if (side := side_of(id_, library)))


def _concerned(side: str, parties: frozenset[str] | None) -> str:
    return side if parties is None or side in parties else ""


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
