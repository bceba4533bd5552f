"""All records as one library, in reading order; references in it are taken as they stand."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from generator.model.library import Library
from generator.schema import answer_nouns, figure_nouns, map_nouns, nouns
from generator.schema.answers import (
    CheckFields,
    CommitmentFields,
    QuestionFields,
    ReportFields,
    TermFields,
)
from generator.schema.fields import Fields
from generator.schema.figures import FigureFields
from generator.schema.kinds import (
    ActorFields,
    EventFields,
    EventKindFields,
    OutletFields,
    PageFields,
    PlaceFields,
    SiteFields,
    SourceFields,
    ThreadFields,
)
from generator.schema.layout import Kind
from generator.schema.link_nouns import checks_of
from generator.schema.record import Record
from generator.schema.summits import SummitFields

F = TypeVar("F", bound=Fields)
N = TypeVar("N")


def library_of(records: Iterable[Record]) -> Library:
    """Return the library of all records that have their fields; no two share an id."""
    by_kind: dict[Kind, list[Record]] = {kind: [] for kind in Kind}
    for record in records:
        by_kind[record.kind].append(record)
    site_record = next(iter(by_kind[Kind.SITE]), None)
    site = nouns.site(site_record)
    kinds = _by_id(
        by_kind[Kind.EVENT_KIND], EventKindFields, lambda r, f: nouns.event_kind(r.id, f)
    )
    places = _by_id(by_kind[Kind.PLACE], PlaceFields, lambda r, f: nouns.place(r, f, site.language))
    actors = _by_id(by_kind[Kind.ACTOR], ActorFields, lambda r, f: nouns.actor(r, f, site.language))
    outlets = _by_id(by_kind[Kind.OUTLET], OutletFields, nouns.outlet)
    checks = checks_of(by_kind[Kind.LINKS])
    sources = _by_id(by_kind[Kind.SOURCE], SourceFields, lambda r, f: nouns.source(r, f, checks))
    threads = _by_id(by_kind[Kind.THREAD], ThreadFields, nouns.thread)
    pages = _by_id(by_kind[Kind.PAGE], PageFields, nouns.page)
    events = _by_id(
        [
            r
            for r in by_kind[Kind.EVENT]
            if isinstance(r.fields, EventFields) and r.fields.kind in kinds
        ],
        EventFields,
        lambda r, f: nouns.event(r, f, kinds[f.kind]),
    )
    in_order = sorted(events.values(), key=lambda event: event.sort_key())
    return Library(
        site,
        MappingProxyType({event.id: event for event in in_order}),
        _in_listed_order(threads, site_record),
        actors,
        places,
        outlets,
        sources,
        kinds,
        nouns.ledger(next(iter(by_kind[Kind.LEDGER]), None)),
        pages,
        _by_id(by_kind[Kind.QUESTION], QuestionFields, answer_nouns.question),
        _by_id(by_kind[Kind.COMMITMENT], CommitmentFields, answer_nouns.commitment),
        _by_id(by_kind[Kind.REPORT], ReportFields, answer_nouns.report),
        _by_id(by_kind[Kind.CHECK], CheckFields, answer_nouns.check),
        _by_id(by_kind[Kind.TERM], TermFields, lambda r, f: answer_nouns.term(r, f, site.language)),
        _by_id(by_kind[Kind.FIGURE], FigureFields, figure_nouns.figure),
        map_nouns.map_of(next(iter(by_kind[Kind.MAP]), None)),
        _by_id(by_kind[Kind.SUMMIT], SummitFields, answer_nouns.summit),
        nouns.synonyms(next(iter(by_kind[Kind.SYNONYMS]), None)),
    )


def _by_id(
    records: list[Record], model: type[F], noun: Callable[[Record, F], N]
) -> Mapping[str, N]:
    typed = ((r, r.fields) for r in sorted(records, key=lambda r: r.id))
    return MappingProxyType({r.id: noun(r, f) for r, f in typed if isinstance(f, model)})


def _in_listed_order(threads: Mapping[str, N], site: Record | None) -> Mapping[str, N]:
    listed = site.fields.threads if site and isinstance(site.fields, SiteFields) else ()
    order = {id_: number for number, id_ in enumerate(listed)}
    ids = sorted(threads, key=lambda id_: (order.get(id_, len(order)), id_))
    return MappingProxyType({id_: threads[id_] for id_ in ids})
