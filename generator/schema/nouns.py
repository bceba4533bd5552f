"""Typed records as nouns of the model; ids in them are taken as they stand."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.library import Correction, Event, Ledger, Page, Site, Synonyms, Thread
from generator.model.links import LinkCheck
from generator.model.registry import (
    Actor,
    Direction,
    EventKind,
    Manner,
    Names,
    Office,
    Outlet,
    Place,
    Source,
)
from generator.schema.kinds import (
    ActorFields,
    EventFields,
    EventKindFields,
    LedgerFields,
    OutletFields,
    PageFields,
    PlaceFields,
    SiteFields,
    SourceFields,
    SynonymFields,
    ThreadFields,
)
from generator.schema.layout import OUTCOME_FIELDS
from generator.schema.record import Record
from generator.text import edtf


def site(record: Record | None) -> Site:
    """Return the site; a stand-in when site.yaml is at fault, so that the rest can be checked."""
    fields = record.fields if record else None
    if not isinstance(fields, SiteFields):
        known = edtf.parse("2000")
        return Site(
            "", "", "", "", "https://site.example/", "", "en", known, "", "", {}, (), None, (), ()
        )
    return Site(
        record.position.path if record else "",
        fields.title,
        fields.tagline,
        fields.description,
        fields.base_url,
        fields.repository or "",
        fields.language,
        fields.as_of,
        fields.licence,
        fields.licence_url,
        MappingProxyType(fields.zones),
        fields.lanes,
        fields.strip_from,
        fields.questions,
        fields.promises,
    )


def ledger(record: Record | None) -> Ledger:
    """Return the ledger; an empty one when the site keeps none, or when it is at fault."""
    fields = record.fields if record else None
    if not isinstance(fields, LedgerFields):
        return Ledger("", (), MappingProxyType({}))
    path = record.position.path if record else ""
    return Ledger(path, fields.published, MappingProxyType(fields.moved))


def synonyms(record: Record | None) -> Synonyms:
    """Return the groups of synonyms; none when the site keeps none, or when they are at fault."""
    fields = record.fields if record else None
    groups = fields.groups if isinstance(fields, SynonymFields) else {}
    return MappingProxyType({name: MappingProxyType(dict(words)) for name, words in groups.items()})


def event_kind(id_: str, fields: EventKindFields) -> EventKind:
    """Return an entry of kinds.yaml."""
    return EventKind(id_, fields.label, Direction(fields.direction), Manner(fields.manner))


def names(
    by_language: Mapping[str, str], aliases: Mapping[str, tuple[str, ...]], language: str
) -> Names:
    """Return names whose main one is in the site's language, or else the first typed."""
    main = by_language.get(language) or next(iter(by_language.values()), "")
    return Names(main, MappingProxyType(dict(by_language)), MappingProxyType(dict(aliases)))


def place(record: Record, fields: PlaceFields, language: str) -> Place:
    """Return an entry of places.yaml."""
    return Place(
        record.id,
        record.position.path,
        names(fields.names, fields.aliases, language),
        fields.point,
        fields.precision,
        fields.country or "",
    )


def outlet(record: Record, fields: OutletFields) -> Outlet:
    """Return an entry of outlets.yaml."""
    return Outlet(
        record.id,
        record.position.path,
        fields.name,
        fields.kind,
        fields.side or "",
        fields.country or "",
        fields.time_zone or "",
        fields.languages,
        fields.owner or "",
        fields.description,
    )


def source(record: Record, fields: SourceFields, checks: Mapping[str, LinkCheck]) -> Source:
    """Return an entry of a bibliography; without an origin it carries its outlet's own words.

    What was found at another address than the one typed now is of no account.
    """
    found = checks.get(record.id)
    check = found if found and found.url == fields.URL else None
    return Source(
        record.id,
        record.position.path,
        fields.type,
        fields.title,
        fields.author or "",
        fields.publisher or "",
        fields.issued,
        fields.URL,
        fields.language,
        fields.outlet,
        fields.origin or (fields.outlet,),
        fields.excerpt or "",
        fields.archive or (check.archive if check else ""),
        fields.note or "",
        check,
    )


def actor(record: Record, fields: ActorFields, language: str) -> Actor:
    """Return an actor."""
    return Actor(
        record.id,
        record.position.path,
        names(fields.names, fields.aliases, language),
        fields.type,
        fields.side or "",
        tuple(Office(office.title, office.dates) for office in fields.offices),
        record.body,
    )


def event(record: Record, fields: EventFields, kind: EventKind) -> Event:
    """Return an event."""
    return Event(
        record.id,
        record.position.path,
        fields.title,
        fields.date,
        fields.time or "",
        fields.place,
        fields.actors,
        kind,
        fields.threads,
        fields.follows,
        tuple(
            (state, id_) for name, state in OUTCOME_FIELDS.items() for id_ in getattr(fields, name)
        ),
        tuple(Correction(one.date, one.wrong, one.right) for one in fields.corrections),
        record.body,
    )


def thread(record: Record, fields: ThreadFields) -> Thread:
    """Return a thread."""
    path = record.position.path
    return Thread(record.id, path, fields.title, fields.label, fields.as_of, record.body)


def page(record: Record, fields: PageFields) -> Page:
    """Return a page of plain text."""
    return Page(record.id, record.position.path, fields.title, record.body)
