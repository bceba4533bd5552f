"""All records as one library: ids are unique, every reference leads somewhere, order is known."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from generator.derive.addresses import address_problems
from generator.model.library import Event, Library
from generator.problems import Checked, Code, Position, Problem
from generator.schema import nouns
from generator.schema.faults import nearest
from generator.schema.fields import Fields, is_time_zone
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
from generator.schema.layout import REFERENCES, Kind
from generator.schema.record import Record, Records
from generator.text.frontmatter import Node, Scalar, Sequence
from generator.text.prose import WikiLink

F = TypeVar("F", bound=Fields)
N = TypeVar("N")
_LINKED = frozenset(
    {Kind.EVENT, Kind.THREAD, Kind.ACTOR, Kind.PLACE, Kind.SOURCE, Kind.OUTLET, Kind.PAGE}
)
_SPEAKERS = (Kind.ACTOR, Kind.OUTLET)


@dataclass(frozen=True, slots=True)
class _Index:
    """Every record by id, and the kinds of which some file could not be read at all."""

    by_id: Mapping[str, Record]
    unread: frozenset[Kind]

    def ids_of(self, kinds: Iterable[Kind]) -> list[str]:
        wanted = set(kinds)
        return [id_ for id_, record in self.by_id.items() if record.kind in wanted]


def resolve(files: Iterable[Records]) -> Checked[Library]:
    """Join what all files hold; what a faulty record would have led to is left out."""
    listed = tuple(files)
    records = sorted((r for file in listed for r in file.records), key=lambda r: r.position)
    unread = frozenset(kind for file in listed for kind in file.unread)
    problems: list[Problem] = []
    index = _Index(MappingProxyType(dict(_unique(records, problems))), unread)
    for record in records:
        problems.extend(_reference_problems(record, index))
        problems.extend(_body_problems(record, index))
    library = _library(index)
    problems.extend(_time_problems(index, library))
    problems.extend(_order_problems(index, library))
    problems.extend(address_problems(library))
    return Checked(library, tuple(problems))


def _unique(records: Iterable[Record], problems: list[Problem]) -> Iterator[tuple[str, Record]]:
    first: dict[str, Record] = {}
    for record in records:
        if not record.id:
            continue
        taken = first.setdefault(record.id, record)
        if taken is record:
            yield record.id, record
            continue
        message = f"The id '{record.id}' is already that of {_a(taken.kind)}."
        hint = "Give one of the two another id; ids are unique across all kinds."
        related = (taken.position,)
        problems.append(Problem(record.position, Code.DUPLICATE_ID, message, hint, related))


def _reference_problems(record: Record, index: _Index) -> Iterator[Problem]:
    for name, kinds in REFERENCES.get(record.kind, ()):
        for scalar in _scalars(record.node.get(name)):
            if scalar.value:
                yield from _dangling(scalar.value, scalar.position, kinds, index)


def _scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        yield from (item for item in node.items if isinstance(item, Scalar))


def _body_problems(record: Record, index: _Index) -> Iterator[Problem]:
    for citation in record.body.citations():
        yield from _dangling(citation.source, citation.position, (Kind.SOURCE,), index)
        if citation.speaker and citation.speaker_position:
            yield from _dangling(citation.speaker, citation.speaker_position, _SPEAKERS, index)
    for link in record.body.links():
        if isinstance(link, WikiLink):
            yield from _dangling(link.target, link.position, tuple(_LINKED), index)


def _dangling(
    typed: str, at: Position, kinds: tuple[Kind, ...], index: _Index
) -> Iterator[Problem]:
    found = index.by_id.get(typed)
    if found is not None and found.kind in kinds:
        return
    wanted = " or ".join(sorted({kind.value for kind in kinds}))
    if found is not None:
        message = f"'{typed}' is {_a(found.kind)}, but this must be {wanted}."
        hint = _did_you_mean(typed, index.ids_of(kinds))
        yield Problem(at, Code.WRONG_REFERENCE, message, hint, (found.position,))
    elif not index.unread.intersection(kinds):
        what = "Nothing" if len(kinds) > len(_SPEAKERS) else f"No {wanted}"
        hint = _did_you_mean(typed, index.ids_of(kinds))
        yield Problem(at, Code.DANGLING_REFERENCE, f"{what} has the id '{typed}'.", hint)


def _did_you_mean(typed: str, ids: list[str]) -> str:
    near = nearest(typed, ids)
    return f"Did you mean '{near[0]}'?" if near else "Check the spelling, or create it first."


def _a(kind: Kind) -> str:
    return f"{'an' if kind.value[0] in 'aeio' else 'a'} {kind.value}"


def _time_problems(index: _Index, library: Library) -> Iterator[Problem]:
    if Kind.SITE in index.unread:
        return
    for event in library.events.values():
        zone = event.time.partition(" ")[2]
        if zone and zone not in library.site.zones and not is_time_zone(zone):
            record = index.by_id[event.id]
            node = record.node.get("time")
            at = node.position if node else record.position
            known = ", ".join((*library.site.zones, "or an IANA name such as Asia/Seoul"))
            message = f"'{zone}' is not a time zone that this site knows."
            yield Problem(at, Code.WRONG_VALUE, message, f"Use {known}.")


def _order_problems(index: _Index, library: Library) -> Iterator[Problem]:
    for event in library.events.values():
        for scalar in _scalars(index.by_id[event.id].node.get("follows")):
            earlier = library.events.get(scalar.value)
            if earlier is None or _may_precede(earlier, event):
                continue
            message = f"'{earlier.id}' does not begin before this event."
            hint = "'follows' names earlier events; let the later one name the earlier."
            related = (index.by_id[earlier.id].position,)
            yield Problem(scalar.position, Code.FOLLOWS_LATER_EVENT, message, hint, related)


def _may_precede(earlier: Event, later: Event) -> bool:
    if earlier.id == later.id:
        return False
    first, last = earlier.date.earliest, later.date.latest
    return first is None or last is None or first <= last


def _library(index: _Index) -> Library:
    by_kind: dict[Kind, list[Record]] = {kind: [] for kind in Kind}
    for record in index.by_id.values():
        by_kind[record.kind].append(record)
    site_record = next(iter(by_kind[Kind.SITE]), None)
    site = nouns.site(site_record)
    kinds = _by_id(
        by_kind[Kind.EVENT_KIND], EventKindFields, lambda r, f: nouns.event_kind(r.id, f)
    )
    places = _by_id(by_kind[Kind.PLACE], PlaceFields, lambda r, f: nouns.place(r, f, site.language))
    actors = _by_id(by_kind[Kind.ACTOR], ActorFields, lambda r, f: nouns.actor(r, f, site.language))
    outlets = _by_id(by_kind[Kind.OUTLET], OutletFields, nouns.outlet)
    sources = _by_id(by_kind[Kind.SOURCE], SourceFields, nouns.source)
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
        pages,
        frozenset(index.by_id),
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
