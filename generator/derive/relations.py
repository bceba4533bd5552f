"""What leads to what: the inverse of every reference, and who stands beside whom in time."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.derive.versions import Versions, compared
from generator.derive.voices import Claims, citing, own_sources, statements
from generator.model.library import Event, Library

Ids = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The ids of the events before and after, or ''."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Relations:
    """Ids by id; events stand in reading order everywhere.

    `carrying` leads from an origin to the sources in which other outlets print its words,
    `cited_elsewhere` from a source to the pages other than events that cite it, `in_thread` from
    a thread to the neighbours of its events within it; `compared` holds the events that are told
    in several versions. `statements` are the claims that rest on an actor's word,
    `claims_of_source` those that cite a source; `speaking_for` leads from a government to the
    actors on its side.
    """

    followed_by: Ids
    by_actor: Ids
    by_place: Ids
    by_thread: Ids
    by_year: Mapping[int, tuple[str, ...]]
    citing_source: Ids
    sources_of_outlet: Ids
    carrying: Ids
    linked_from: Ids
    cited_elsewhere: Ids
    questions_of_event: Ids
    questions_of_thread: Ids
    promises_made: Ids
    promises_of_actor: Ids
    terms_of_event: Ids
    summits_of_event: Ids
    compared: Mapping[str, Versions]
    checks_of_report: Ids
    reports_on_event: Ids
    figures_of_thread: Ids
    neighbours: Mapping[str, Neighbours]
    statements: Claims
    claims_of_source: Claims
    own_sources: Ids
    speaking_for: Ids
    in_thread: Mapping[str, Mapping[str, Neighbours]]


def relate(library: Library) -> Relations:
    """Derive the relations; the cost is proportional to the number of references."""
    events = library.events.values()
    sources = library.sources.values()
    by_thread = _inverse(events, lambda event: event.threads)
    return Relations(
        _inverse(events, lambda event: event.follows),
        _inverse(events, lambda event: event.actors),
        _inverse(events, lambda event: event.places),
        by_thread,
        _by_year(events),
        _inverse(events, lambda event: (c.source for c in event.body.citations())),
        _group((source.outlet, source.id) for source in sources),
        _group(
            (origin, source.id)
            for source in sources
            for origin in source.origins
            if origin != source.outlet
        ),
        _linked_from(library),
        _cited_elsewhere(library),
        _group((id_, q.id) for q in library.questions.values() for id_ in q.answers),
        _group((id_, q.id) for q in library.questions.values() for id_ in q.threads),
        _group((promise.made, promise.id) for promise in library.commitments.values()),
        _group((id_, promise.id) for promise in library.commitments.values() for id_ in promise.by),
        _group((term.event, term.id) for term in library.terms.values()),
        _group((summit.event, summit.id) for summit in library.summits.values()),
        compared(library),
        _group((check.report, check.id) for check in library.checks.values()),
        _group(dict.fromkeys((check.event, check.report) for check in library.checks.values())),
        _group((id_, figure.id) for figure in library.figures.values() for id_ in figure.threads),
        _neighbours(tuple(library.events)),
        statements(library),
        citing(library),
        own_sources(library),
        _group((a.side, a.id) for a in library.actors.values() if a.side and a.side != a.id),
        MappingProxyType({thread: _neighbours(ids) for thread, ids in by_thread.items()}),
    )


def _by_year(events: Iterable[Event]) -> Mapping[int, tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    for event in events:
        found.setdefault(year_of(event), []).append(event.id)
    return MappingProxyType({year: tuple(ids) for year, ids in sorted(found.items())})


def year_of(event: Event) -> int:
    """Return the year under which an event is listed; an open start is listed by its end."""
    day = event.date.earliest or event.date.latest
    return day.year if day else 0


def _inverse(events: Iterable[Event], ids: Callable[[Event], Iterable[str]]) -> Ids:
    return _group((id_, event.id) for event in events for id_ in dict.fromkeys(ids(event)))


def _group(pairs: Iterable[tuple[str, str]]) -> Ids:
    grouped: dict[str, list[str]] = {}
    for key, value in pairs:
        grouped.setdefault(key, []).append(value)
    return MappingProxyType({key: tuple(values) for key, values in grouped.items()})


def _linked_from(library: Library) -> Ids:
    bodies = (
        *((event.id, event.body) for event in library.events.values()),
        *((thread.id, thread.body) for thread in library.threads.values()),
    )
    pairs = (
        (link.target, id_)
        for id_, body in bodies
        for link in body.wiki_links()
        if link.target != id_
    )
    return _group(dict.fromkeys(pairs))


def _cited_elsewhere(library: Library) -> Ids:
    bodies = (
        *((record.id, record.body) for record in library.threads.values()),
        *((record.id, record.body) for record in library.questions.values()),
        *((record.id, record.body) for record in library.commitments.values()),
        *((record.id, record.body) for record in library.terms.values()),
        *((record.id, record.body) for record in library.figures.values()),
        *((record.id, record.body) for record in library.summits.values()),
        *((record.id, record.body) for record in library.reports.values()),
        *((check.report, check.body) for check in library.checks.values()),
        *((record.id, record.body) for record in library.pages.values()),
    )
    pairs = ((cited.source, id_) for id_, body in bodies for cited in body.citations())
    return _group(dict.fromkeys(pairs))


def _neighbours(ids: tuple[str, ...]) -> Mapping[str, Neighbours]:
    around = ("", *ids, "")
    return MappingProxyType(
        {id_: Neighbours(around[place], around[place + 2]) for place, id_ in enumerate(ids)}
    )
