"""What is weak rather than wrong, for editors: thin support, dead addresses, old answers, orphans.

It reads the library alone; review_report.py says how it is shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.corroboration import Label, corroboration, parties_to
from generator.derive.relations import Relations, relate
from generator.model.library import Library
from generator.model.links import Answers
from generator.problems import Position
from generator.text.edtf import Edtf
from generator.text.edtf_words import readable
from generator.text.prose import Body, WikiLink

FEW_EVENTS = 3
_PRIMARY = frozenset({"government", "international-organisation", "state-media"})

ONE_SIDE = "claims that only one side makes"
SINGLE = "claims with a single origin"
SECOND_HAND = "claims without a primary document"
UNARCHIVED = "sources without an archived copy"
DEAD = "sources whose address no longer answers"
MOVED = "sources whose page has moved"
UNUSED = "sources that nothing cites"
OLD = "answers older than the site"
ACTORS = "actors that nothing names"
PLACES = "places where nothing happened"
THREADS = f"threads with fewer than {FEW_EVENTS} events"
KINDS = (
    *(ONE_SIDE, SINGLE, SECOND_HAND, UNARCHIVED, DEAD, MOVED, UNUSED, OLD, ACTORS, PLACES),
    THREADS,
)
"""All kinds of weak spots, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Weakness:
    """A weak spot of one of KINDS; `threads` are the ids of the threads whose readers meet it."""

    kind: str
    position: Position
    text: str
    threads: tuple[str, ...] = ()


def review(library: Library) -> tuple[Weakness, ...]:
    """Return the weak spots, by kind and place."""
    relations = relate(library)
    found = (
        *_claims(library),
        *_sources(library, relations),
        *_old_answers(library),
        *_orphans(library, relations),
    )
    return tuple(sorted(found, key=lambda one: (KINDS.index(one.kind), one.position, one.text)))


def _claims(library: Library) -> Iterator[Weakness]:
    for event in library.events.values():
        parties = parties_to(event, library)
        for claim in event.body.claims:
            judged = corroboration(claim, library, parties)
            place = f"(#{claim.anchor})"
            said = f"{', '.join(judged.origins)} {place}"
            if judged.label is Label.ONE_SIDE:
                yield Weakness(ONE_SIDE, claim.position, said, event.threads)
            if judged.label is Label.SINGLE:
                yield Weakness(SINGLE, claim.position, said, event.threads)
            sources = (library.sources[citation.source] for citation in claim.citations)
            if not any(library.outlets[one.outlet].kind in _PRIMARY for one in sources):
                yield Weakness(SECOND_HAND, claim.position, said, event.threads)


def _sources(library: Library, relations: Relations) -> Iterator[Weakness]:
    used = _used_sources(library)
    for source in library.sources.values():
        citing = relations.citing_source.get(source.id, ())
        threads = {thread for id_ in citing for thread in library.events[id_].threads}
        at, met = Position(source.path), tuple(sorted(threads))
        if not source.archive:
            yield Weakness(UNARCHIVED, at, source.id, met)
        if source.gone:
            copy = "a copy is archived" if source.archive else "and no copy is archived"
            yield Weakness(DEAD, at, f"{source.id}, as of {readable(source.gone)}; {copy}", met)
        if source.check and source.check.answers is Answers.MOVED:
            yield Weakness(MOVED, at, f"{source.id}, to {source.check.leads_to}", met)
        if source.id not in used:
            yield Weakness(UNUSED, at, source.id, met)


def _used_sources(library: Library) -> frozenset[str]:
    cited = (citation.source for body in _bodies(library) for citation in body.citations())
    shown = (report.source for report in library.reports.values())
    promised = (o.source for one in library.commitments.values() for o in one.outcomes)
    return frozenset((*cited, *shown, *promised))


def _bodies(library: Library) -> Iterator[Body]:
    yield from (one.body for one in library.events.values())
    yield from (one.body for one in library.threads.values())
    yield from (one.body for one in library.actors.values())
    yield from (one.body for one in library.questions.values())
    yield from (one.body for one in library.commitments.values())
    yield from (one.body for one in library.reports.values())
    yield from (one.body for one in library.checks.values())
    yield from (one.body for one in library.terms.values())
    yield from (one.body for one in library.figures.values())
    yield from (one.body for one in library.summits.values())
    yield from (one.body for one in library.pages.values())


def _old_answers(library: Library) -> Iterator[Weakness]:
    dated = (
        *((one.path, one.as_of, (one.id,)) for one in library.threads.values()),
        *((one.path, one.as_of, one.threads) for one in library.questions.values()),
        *((one.path, one.as_of, ()) for one in library.reports.values()),
        *((one.path, one.as_of, one.threads) for one in library.figures.values()),
    )
    for path, as_of, threads in dated:
        if _older(as_of, library.site.as_of):
            yield Weakness(OLD, Position(path), f"as of {readable(as_of)}", threads)


def _orphans(library: Library, relations: Relations) -> Iterator[Weakness]:
    naming = (
        *(relations.by_actor, relations.promises_of_actor, relations.speaking_for),
        *(relations.statements, relations.linked_from),
    )
    named = _named(library)
    for actor in library.actors.values():
        if actor.id not in named and not any(ids.get(actor.id) for ids in naming):
            yield Weakness(ACTORS, Position(actor.path), actor.id)
    for place in library.places.values():
        if not relations.by_place.get(place.id):
            yield Weakness(PLACES, Position(place.path), place.id)
    for thread in library.threads.values():
        count = len(relations.by_thread.get(thread.id, ()))
        if count < FEW_EVENTS:
            yield Weakness(THREADS, Position(thread.path), f"{count} events", (thread.id,))


def _named(library: Library) -> frozenset[str]:
    """Return the ids of those who speak in any citation, and of all that a text links to."""
    bodies = tuple(_bodies(library))
    speakers = (citation.speaker for body in bodies for citation in body.citations())
    links = (link.target for body in bodies for link in body.links() if isinstance(link, WikiLink))
    return frozenset((*speakers, *links))


def _older(one: Edtf, other: Edtf) -> bool:
    return one.latest is not None and other.latest is not None and one.latest < other.latest
