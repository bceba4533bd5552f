"""What one state of the content adds, changes and removes against another; reads no files."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Protocol

from markupsafe import Markup

from generator.derive.addresses import destinations
from generator.derive.corroboration import corroboration, parties_to
from generator.derive.promises import series, state_of
from generator.derive.relations import relate
from generator.model.library import Library
from generator.text.prose import Body, Citation, Claim, Prose, WikiLink
from generator.urls import Urls
from generator.views.edition import Edition

ADDED, CHANGED, REMOVED = "added", "changed", "removed"
_SAME_CLAIM = 0.6
_ASIDE = frozenset({"id", "path", "body", "check"})


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; `area` is what it is about, `before` and `after` are '' where nothing is."""

    area: str
    what: str
    name: str
    before: str = ""
    after: str = ""


class _Record(Protocol):
    @property
    def id(self) -> str: ...


def changes(before: Library, after: Library) -> tuple[Change, ...]:
    """Return the differences between two libraries without problems, area by area."""
    old, new = _edition(before), _edition(after)
    return (
        *(c for area in _areas(before) for c in _records(area, old, new)),
        *_claims(before, after),
        *_labels(before, after),
        *_promises(old, new),
        *_addresses(before, after),
    )


def _edition(library: Library) -> Edition:
    return Edition(library, relate(library), series(library), Urls(library.site.base_url))


def _areas(library: Library) -> Mapping[str, Mapping[str, _Record]]:
    return {
        "events": library.events,
        "sources": library.sources,
        "threads": library.threads,
        "questions": library.questions,
        "promises": library.commitments,
        "actors": library.actors,
        "places": library.places,
        "outlets": library.outlets,
        "documents and terms": library.terms,
        "reports": library.reports,
        "checks": library.checks,
        "figures": library.figures,
        "summits": library.summits,
        "pages": library.pages,
    }


def _records(area: str, old: Edition, new: Edition) -> Iterator[Change]:
    before, after = _areas(old.library)[area], _areas(new.library)[area]
    for id_ in sorted({*before, *after}):
        if id_ not in before:
            yield Change(area, ADDED, id_, "", new.name(id_))
        elif id_ not in after:
            yield Change(area, REMOVED, id_, old.name(id_))
        elif differing := _differing(before[id_], after[id_]):
            yield Change(area, CHANGED, id_, "", ", ".join(differing))


def _differing(before: _Record, after: _Record) -> list[str]:
    """Return the names of the fields that differ, and 'text' where the explanation does."""
    names = [field.name for field in fields(before) if field.name not in _ASIDE]  # type: ignore[arg-type]  # every noun is a dataclass
    differing = [name for name in names if getattr(before, name) != getattr(after, name)]
    one, other = _body(before), _body(after)
    if _claim_texts(one) != _claim_texts(other):
        differing.append("claims")
    if _explanation(one) != _explanation(other):
        differing.append("text")
    return differing


def _body(record: _Record) -> Body:
    body = getattr(record, "body", None)
    return body if isinstance(body, Body) else Body()


def _explanation(body: Body) -> tuple[object, ...]:
    proses = (body.lead, *(section.prose for section in body.sections), body.notes)
    said = (_words(prose) for prose in proses)
    cited = (_cited(citation) for prose in proses for citation in prose.citations())
    return (*(section.title for section in body.sections), *said, *cited)


def _words(prose: Prose) -> str:
    """Return what is typed, without marks; a link that takes another page's title is its id."""
    pieces = (
        f"[[{part.label or part.target}]]" if isinstance(part, WikiLink) else part
        for part in prose.parts
        if isinstance(part, WikiLink | Markup)
    )
    return Markup("").join(pieces).striptags()


def _claim_texts(body: Body) -> list[tuple[object, ...]]:
    return [(claim.anchor, *_told(claim)) for claim in body.claims]


def _told(claim: Claim) -> tuple[str, str]:
    cited = "; ".join(_cited(citation) for citation in claim.citations)
    return _words(claim.prose), cited


def _cited(citation: Citation) -> str:
    marks = (
        *(("but",) if citation.disputes else ()),
        *(("earlier",) if citation.earlier else ()),
        *((f"{citation.speaker}:",) if citation.speaker else ()),
        f"@{citation.source}",
        *((citation.locator,) if citation.locator else ()),
    )
    return " ".join(marks)


def _shown(claim: Claim) -> str:
    text, cited = _told(claim)
    return f"{text} [{cited}]"


def _claims(before: Library, after: Library) -> Iterator[Change]:
    for id_, one, other in _event_claims(before, after):
        if one and other:
            if _told(one) != _told(other):
                shown = _shown(one), _shown(other)
                yield Change("claims", CHANGED, f"{id_}#{other.anchor}", *shown)
            if one.anchor != other.anchor:
                links = f"#{one.anchor}", f"#{other.anchor}"
                yield Change("permalinks", CHANGED, id_, *links)
        elif other:
            yield Change("claims", ADDED, f"{id_}#{other.anchor}", "", _shown(other))
        elif one:
            yield Change("claims", REMOVED, f"{id_}#{one.anchor}", _shown(one))


def _event_claims(
    before: Library, after: Library
) -> Iterator[tuple[str, Claim | None, Claim | None]]:
    """Yield the claims of all events, each with what it was or what became of it."""
    for id_ in sorted({*before.events, *after.events}):
        one = before.events[id_].body.claims if id_ in before.events else ()
        other = after.events[id_].body.claims if id_ in after.events else ()
        kept = {claim.anchor for claim in one} & {claim.anchor for claim in other}
        later = {claim.anchor: claim for claim in other}
        for claim in one:
            match = later.get(claim.anchor) or _reworded(claim, later, kept)
            if match:
                del later[match.anchor]
            yield id_, claim, match
        yield from ((id_, None, claim) for claim in later.values())


def _reworded(claim: Claim, later: Mapping[str, Claim], kept: set[str]) -> Claim | None:
    """Return the claim that says nearly the same, among those that have no other match."""
    text = _words(claim.prose)
    free = (other for anchor, other in later.items() if anchor not in kept)
    rated = [
        (difflib.SequenceMatcher(None, text, _words(other.prose)).ratio(), other) for other in free
    ]
    likeness, nearest = max(rated, key=lambda one: one[0], default=(0.0, None))
    return nearest if likeness >= _SAME_CLAIM else None


def _labels(before: Library, after: Library) -> Iterator[Change]:
    """Yield the claims that readers will find labelled otherwise, also for a change elsewhere."""
    for id_, one, other in _event_claims(before, after):
        if one and other:
            labels = _label(id_, one, before), _label(id_, other, after)
            if labels[0] != labels[1]:
                yield Change("labels of claims", CHANGED, f"{id_}#{other.anchor}", *labels)


def _label(event: str, claim: Claim, library: Library) -> str:
    parties = parties_to(library.events[event], library)
    return corroboration(claim, library, parties).label.value.replace("-", " ")


def _promises(old: Edition, new: Edition) -> Iterator[Change]:
    before, after = old.library.commitments, new.library.commitments
    for id_ in sorted(before.keys() & after.keys()):
        states = (
            state_of(before[id_], old.series[id_], old.library).value,
            state_of(after[id_], new.series[id_], new.library).value,
        )
        if states[0] != states[1]:
            yield Change("states of promises", CHANGED, id_, *states)


def _addresses(before: Library, after: Library) -> Iterator[Change]:
    old = {destination.address for destination in destinations(before)}
    new = {destination.address for destination in destinations(after)}
    moved = {
        address: id_
        for address, id_ in after.ledger.moved.items()
        if before.ledger.moved.get(address) != id_
    }
    for address in sorted(old | new | moved.keys()):
        if address in moved:
            yield Change("addresses", CHANGED, address, "", f"leads to {moved[address]}")
        elif address not in old:
            yield Change("addresses", ADDED, address)
        elif address not in new:
            yield Change("addresses", REMOVED, address)
