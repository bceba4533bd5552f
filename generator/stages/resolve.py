"""All records as one library: ids are unique, every reference leads somewhere, order is known."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from generator import urls
from generator.derive.addresses import Typed, address_problems
from generator.derive.rules import quote_problems, source_problems
from generator.model.library import Library
from generator.problems import Checked, Code, Position, Problem
from generator.schema.consistency import consistency_problems
from generator.schema.faults import nearest, replacing
from generator.schema.layout import REFERENCES, Kind
from generator.schema.names import folded, ids_by_name
from generator.schema.nodes import typed_ids
from generator.schema.record import Record, Records
from generator.schema.shelve import library_of
from generator.text.anchors import slug
from generator.text.frontmatter import Scalar
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
    Kind.FIGURE: urls.figure,
    Kind.SUMMIT: urls.summit,
}
_LINKED = frozenset(_ADDRESS)
_SPEAKERS = (Kind.ACTOR, Kind.OUTLET)


@dataclass(frozen=True, slots=True)
class _Index:
    """Every record by id, and the kinds of which some file could not be read at all.

    `shared` are the ids that several records have, and `claimed` holds each with all of its kinds,
    and a malformed id also as it should be: nothing else is reported of what these may mean.
    """

    by_id: Mapping[str, Record]
    shared: frozenset[str]
    claimed: frozenset[tuple[str, Kind]]
    unread: frozenset[Kind]
    named: Mapping[str, tuple[str, ...]]

    def ids_of(self, kinds: Iterable[Kind]) -> list[str]:
        wanted = set(kinds)
        return [id_ for id_, record in self.by_id.items() if record.kind in wanted]

    def meant(self, typed: str, kinds: Iterable[Kind]) -> list[str]:
        """Return the ids of these kinds that are the typed words in small letters, or bear them."""
        wanted = frozenset(kinds)
        ids = (slug(typed), *self.named.get(folded(typed), ()))
        return [
            id_
            for id_ in dict.fromkeys(ids)
            if id_ != typed and id_ in self.by_id and self.by_id[id_].kind in wanted
        ]


def resolve(files: Iterable[Records]) -> Checked[Library]:
    """Join what all files hold; what a faulty record would have led to is left out."""
    listed = tuple(files)
    records = sorted((r for file in listed for r in file.records), key=lambda r: r.position)
    unread = frozenset(kind for file in listed for kind in file.unread)
    problems: list[Problem] = []
    by_id = MappingProxyType(dict(_unique(records, problems)))
    shared = frozenset(r.id for r in records if r.id and by_id[r.id] is not r)
    claimed = frozenset((id_, r.kind) for r in records for id_ in (r.id, slug(r.id)))
    index = _Index(by_id, shared, claimed, unread, ids_by_name(by_id.values()))
    for record in records:
        problems.extend(_reference_problems(record, index))
        problems.extend(_body_problems(record, index))
    library = library_of(r for r in by_id.values() if r.id not in shared)
    problems.extend(consistency_problems(by_id, library))
    for record in records:
        problems.extend(quote_problems(record.body, library))
    for event in library.events.values():
        problems.extend(source_problems(event, library))
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
    typed = {key.value for key, _ in record.node.fields}
    for name, kinds in REFERENCES.get(record.kind, ()):
        if name.rstrip(":#").partition(".")[0] not in typed:
            continue
        for scalar in typed_ids(record.node, name):
            if scalar.value:
                for problem in _dangling(scalar.value, scalar.position, kinds, index):
                    yield _with_repair(problem, scalar, kinds, index)


def _body_problems(record: Record, index: _Index) -> Iterator[Problem]:
    for citation in record.body.citations():
        yield from _dangling(citation.source, citation.position, (Kind.SOURCE,), index)
        if citation.speaker and citation.speaker_position:
            yield from _dangling(citation.speaker, citation.speaker_position, _SPEAKERS, index)
    for link in record.body.links():
        if isinstance(link, WikiLink):
            yield from _dangling(link.target, link.position, tuple(_LINKED), index)


def _with_repair(
    problem: Problem, scalar: Scalar, kinds: tuple[Kind, ...], index: _Index
) -> Problem:
    """Add the id that was meant where a name, or the id in other letters, was typed for it.

    What is an id of another kind may have been meant, so it is left.
    """
    if problem.code is not Code.DANGLING_REFERENCE:
        return problem
    meant = index.meant(scalar.value, kinds)
    repair = replacing(scalar, meant[0]) if len(meant) == 1 else None
    return replace(problem, repair=repair)


def _dangling(
    typed: str, at: Position, kinds: tuple[Kind, ...], index: _Index
) -> Iterator[Problem]:
    if any((typed, kind) in index.claimed for kind in kinds):
        return
    found = index.by_id.get(typed)
    wanted = " or ".join(sorted({kind.value for kind in kinds}))
    if found is not None:
        message = f"'{typed}' is {_a(found.kind)}, but this must be {wanted}."
        hint = _did_you_mean(typed, kinds, index)
        yield Problem(at, Code.WRONG_REFERENCE, message, hint, (found.position,))
    elif not index.unread.intersection(kinds):
        what = "Nothing" if len(kinds) > len(_SPEAKERS) else f"No {wanted}"
        hint = _did_you_mean(typed, kinds, index)
        yield Problem(at, Code.DANGLING_REFERENCE, f"{what} has the id '{typed}'.", hint)


def _did_you_mean(typed: str, kinds: tuple[Kind, ...], index: _Index) -> str:
    near = index.meant(typed, kinds) or nearest(typed, index.ids_of(kinds))
    wanted = " or ".join(f"'{id_}'" for id_ in near)
    return f"Did you mean {wanted}?" if near else "Check the spelling, or create it first."


def _a(kind: Kind) -> str:
    return f"{'an' if kind.value[0] in 'aeio' else 'a'} {kind.value}"


def _typed(records: Iterable[Record], index: _Index, library: Library) -> Typed:
    """Gather what editors wrote, also in records that are left out, and what cannot be known."""
    with_pages = [record for record in records if record.kind in _ADDRESS]
    bodies = tuple((_ADDRESS[r.kind](r.id), r.body) for r in with_pages)
    left_out = [r for r in with_pages if r.fields is None or r.id in index.shared]
    left_out += [r for r in with_pages if r.kind is Kind.EVENT and r.id not in library.events]
    unknown = [_ADDRESS[record.kind](record.id) for record in left_out]
    unknown += [_ADDRESS[r.kind](slug(r.id)) for r in with_pages if slug(r.id) != r.id]
    unknown += [_ADDRESS[kind]("").removesuffix("/") for kind in index.unread if kind in _ADDRESS]
    if any(record.kind is Kind.EVENT for record in left_out):
        unknown += (urls.TIMELINE, urls.COMPARE)
        unknown += [urls.TIMELINE, urls.AS_KNOWN]
    ledgers = [record for record in records if record.kind is Kind.LEDGER]
    published = tuple(
        (scalar.value, scalar.position)
        for ledger in ledgers
        for scalar in typed_ids(ledger.node, "published")
    )
    return Typed(bodies, tuple(unknown), published)
