"""What the search page knows of every searchable page without opening it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator import urls
from generator.derive.corroboration import Label, corroboration, parties_to
from generator.derive.vocabulary import Concept
from generator.model.library import Event, Library
from generator.text.edtf import Edtf
from generator.text.edtf_words import readable
from generator.views.cards import tone
from generator.views.edition import Edition

_STRONGEST_FIRST = (
    Label.SEVERAL_SIDES,
    Label.INDEPENDENT,
    Label.ONE_SIDE,
    Label.SINGLE,
    Label.DISPUTED,
)


@dataclass(frozen=True, slots=True)
class EntryView:
    """A page: `day` is its first day, or 'first/last', '' where it has none; `date` is in words.

    `label` is the strongest that any of its claims has; `answers` are addresses of events.
    """

    address: str
    title: str
    type: str
    day: str = ""
    date: str = ""
    kind: str = ""
    tone: str = ""
    label: str = ""
    threads: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CatalogueView:
    """All searchable pages by address, and the words by which readers may mean things."""

    entries: tuple[EntryView, ...] = ()
    concepts: tuple[Concept, ...] = ()


def entry(id_: str, edition: Edition) -> EntryView:
    """Return the entry of a record's page; that of corrections is there without a record."""
    library = edition.library
    address = edition.address(id_) or urls.page(id_)
    if id_ in library.events:
        return _event(library.events[id_], address, edition)
    shown = EntryView(address, edition.name(id_), _type(id_, library))
    if id_ in library.questions:
        question = library.questions[id_]
        answers = tuple(edition.address(answer) for answer in question.answers)
        return replace(shown, threads=question.threads, answers=answers)
    if id_ in library.commitments:
        promise = library.commitments[id_]
        threads = library.events[promise.made].threads
        return replace(shown, threads=threads, actors=(*promise.by, *promise.to))
    if id_ in library.summits:
        summit = library.summits[id_]
        threads = library.events[summit.event].threads
        return replace(shown, threads=threads, actors=(*summit.parties, *summit.leaders))
    if id_ in library.figures:
        return replace(shown, threads=library.figures[id_].threads)
    own = (id_,)
    threads = own if id_ in library.threads else ()
    return replace(shown, threads=threads, actors=own if id_ in library.actors else ())


def _type(id_: str, library: Library) -> str:
    if id_ in library.actors:
        return library.actors[id_].type
    if id_ in library.terms:
        return library.terms[id_].type.replace("-", " ")
    named = (
        ("question", library.questions),
        ("promise", library.commitments),
        ("thread", library.threads),
        ("report", library.reports),
        ("summit", library.summits),
        ("figure", library.figures),
    )
    return next((name for name, records in named if id_ in records), "page")


def _event(event: Event, address: str, edition: Edition) -> EntryView:
    parties = parties_to(event, edition.library)
    labels = {corroboration(claim, edition.library, parties).label for claim in event.body.claims}
    day = _days(event.date)
    return EntryView(
        address,
        event.title,
        "event",
        day,
        "" if "/" not in day else readable(event.date),
        event.kind.id,
        tone(event.kind).words,
        next((label.value for label in _STRONGEST_FIRST if label in labels), ""),
        event.threads,
        event.actors,
    )


def _days(date: Edtf) -> str:
    ends = tuple(_ends(date))
    return ends[0] if len(set(ends)) == 1 else "/".join(ends)


def _ends(date: Edtf) -> Iterator[str]:
    for end in (date.earliest or date.latest, date.latest or date.earliest):
        if end:
            yield end.isoformat()
