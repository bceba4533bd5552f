"""All records as one library: ids are unique, every reference leads somewhere, order is known."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator import urls
from generator.derive.addresses import Typed, address_problems
from generator.model.library import Event, Library
from generator.problems import Checked, Code, Position, Problem
from generator.schema.faults import nearest
from generator.schema.fields import is_time_zone
from generator.schema.layout import REFERENCES, Kind
from generator.schema.record import Record, Records
from generator.schema.shelve import library_of
from generator.text.frontmatter import Mapping as NodeMapping
from generator.text.frontmatter import Node, Scalar, Sequence
from generator.text.prose import WikiLink

_ADDRESS: Mapping[Kind, Callable[[str], str]] = {
    Kind.EVENT: urls.event,
    Kind.THREAD: urls.thread,
    Kind.ACTOR: urls.actor,
    Kind.PLACE: urls.place,
    Kind.SOURCE: urls.source,
    Kind.OUTLET: urls.outlet,
    Kind.PAGE: urls.page,
    Kind.QUESTION: urls.question,
    Kind.COMMITMENT: urls.commitment,
    Kind.REPORT: urls.report,
    Kind.TERM: urls.term,
}
_LINKED = frozenset(_ADDRESS)
_SPEAKERS = (Kind.ACTOR, Kind.OUTLET)


@dataclass(frozen=True, slots=True)
class _Index:
    """Every record by id, and the kinds of which some file could not be read at all.

    `shared` are the ids that several records have, and `claimed` holds each with all of its kinds:
    nothing else is reported of what such an id may mean.
    """

    by_id: Mapping[str, Record]
    shared: frozenset[str]
    claimed: frozenset[tuple[str, Kind]]
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
    by_id = MappingProxyType(dict(_unique(records, problems)))
    shared = frozenset(r.id for r in records if r.id and by_id[r.id] is not r)
    claimed = frozenset((record.id, record.kind) for record in records)
    index = _Index(by_id, shared, claimed, unread)
    for record in records:
        problems.extend(_reference_problems(record, index))
        problems.extend(_body_problems(record, index))
    library = library_of(r for r in by_id.values() if r.id not in shared)
    problems.extend(_time_problems(index, library))
    problems.extend(_order_problems(index, library))
    problems.extend(address_problems(library, _typed(records, index, library)))
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
        for scalar in _typed_ids(record.node, name):
            if scalar.value:
                yield from _dangling(scalar.value, scalar.position, kinds, index)


def _typed_ids(node: NodeMapping, name: str) -> Iterator[Scalar]:
    """Yield what is typed in a field, or in the field `b` of every item of `a` for `a.b`."""
    outer, dot, inner = name.partition(".")
    listed = node.get(outer)
    if not dot:
        yield from _scalars(listed)
    elif isinstance(listed, Sequence):
        for item in listed.items:
            if isinstance(item, NodeMapping):
                yield from _scalars(item.get(inner))


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
    if any((typed, kind) in index.claimed for kind in kinds):
        return
    found = index.by_id.get(typed)
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
    site = next((r for r in index.by_id.values() if r.kind is Kind.SITE), None)
    if site is None or site.fields is None:
        return
    for event in library.events.values():
        zone = event.time.partition(" ")[2]
        if zone and zone not in library.site.zones and not is_time_zone(zone):
            record = index.by_id[event.id]
            node = record.node.get("time")
            at = node.position if node else record.position
            known = "".join(f"{name}, " for name in library.site.zones)
            message = f"'{zone}' is not a time zone that this site knows."
            hint = f"Use {known}or an IANA name such as Asia/Seoul."
            yield Problem(at, Code.WRONG_VALUE, message, hint if known else hint.replace("or ", ""))


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


def _typed(records: Iterable[Record], index: _Index, library: Library) -> Typed:
    """Gather what editors wrote, also in records that are left out, and what cannot be known."""
    with_pages = [record for record in records if record.kind in _ADDRESS]
    bodies = tuple((_ADDRESS[r.kind](r.id), r.body) for r in with_pages)
    left_out = [r for r in with_pages if r.fields is None or r.id in index.shared]
    left_out += [r for r in with_pages if r.kind is Kind.EVENT and r.id not in library.events]
    unknown = [_ADDRESS[record.kind](record.id) for record in left_out]
    unknown += [_ADDRESS[kind]("").removesuffix("/") for kind in index.unread if kind in _ADDRESS]
    if any(record.kind is Kind.EVENT for record in left_out):
        unknown.append(urls.TIMELINE)
    return Typed(bodies, tuple(unknown))
