"""One file's text as records, and everything wrong with it that needs no other file to see."""

import re

from pydantic import ValidationError

from generator.problems import Checked, Code, Position, Problem
from generator.schema.faults import plain, problems_of
from generator.schema.fields import Fields
from generator.schema.layout import Form, Kind, Shape, shape_of
from generator.schema.misplaced import in_wrong_folder, in_wrong_year, other_kind
from generator.schema.pruned import elsewhere, pruned
from generator.schema.record import Record, Records, SourceFile
from generator.text import fences, frontmatter, markdown
from generator.text.anchors import slug
from generator.text.frontmatter import Mapping, Node, Scalar, Sequence
from generator.text.prose import Body

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ID_HINT = "Use small letters a-z, digits and single hyphens"
_NO_BODY = Body()


def validate(file: SourceFile) -> Checked[Records]:
    """Type everything the file holds; a record with a faulty field is kept without its fields."""
    shape = shape_of(file.inner_path)
    if shape is None:
        return Checked(Records())
    if shape.form is Form.DOCUMENT:
        return _document(file, shape)
    if file.text is None:
        return Checked(Records(unread=frozenset({shape.kind})))
    loaded = frontmatter.load(file.path, file.text)
    if loaded.value is None:
        return Checked(Records(unread=frozenset({shape.kind})), loaded.problems)
    slips = _slips(loaded.problems)
    typed = _typed(shape, file, loaded.value, slips)
    guessed = any(p.code is Code.YAML_SYNTAX and p.repair is None for p in loaded.problems)
    unread = typed.value.unread | ({shape.kind} if guessed else frozenset())
    records = Records(typed.value.records, unread)
    return Checked(records, loaded.problems + elsewhere(typed.problems, slips))


def _slips(problems: tuple[Problem, ...]) -> frozenset[int]:
    """Return the lines that `load` could read only by mending them."""
    return frozenset(p.position.line for p in problems if p.code is Code.YAML_SYNTAX)


def _typed(shape: Shape, file: SourceFile, top: Mapping, slips: frozenset[int]) -> Checked[Records]:
    if shape.form is Form.SINGLE:
        record = _record(shape, Scalar(file.inner_path, Position(file.path)), top, slips)
        return Checked(Records((record.value,)), record.problems)
    entries = (
        Checked(top.fields) if shape.form is Form.REGISTRY else _bibliography_entries(file, top)
    )
    records: list[Record] = []
    problems = list(entries.problems)
    for key, node in entries.value or ():
        if key.value or shape.form is Form.REGISTRY:
            problems.extend(_id_problems(key.value, key.position))
        if isinstance(node, Mapping):
            record = _record(shape, key, node, slips)
            problems.extend(record.problems)
            records.append(record.value)
        else:
            name = f"'{key.value}'" if key.value else "A source"
            problems.append(_not_a_record(node, f"{name} must have fields of its own."))
            empty = Mapping((), node.position)
            records.append(Record(shape.kind, key.value, key.position, empty, None))
    # An entry without an id may be the one that any reference means.
    lost = entries.value is None or not all(key.value for key, _ in entries.value)
    unread = frozenset({shape.kind} if lost else ())
    return Checked(Records(tuple(records), unread), tuple(problems))


def _bibliography_entries(
    file: SourceFile, top: Mapping
) -> Checked[tuple[tuple[Scalar, Node], ...] | None]:
    """Return the sources with their ids, '' where none is typed; None when there is no list."""
    problems = [
        Problem(
            key.position,
            Code.UNKNOWN_FIELD,
            f"There is no field '{key.value}'.",
            "A bibliography has one field, 'references', with the sources as its list.",
        )
        for key, _ in top.fields
        if key.value != "references"
    ]
    listed = top.get("references")
    if not isinstance(listed, Sequence):
        if not problems:
            at = listed.position if listed else Position(file.path)
            message = "A bibliography is a list of sources under 'references'."
            hint = "Begin the file with 'references:' and each source with '- id: …'."
            problems.append(Problem(at, Code.WRONG_TYPE, message, hint))
        return Checked(None, tuple(problems))
    return Checked(tuple((_source_id(node), node) for node in listed.items), tuple(problems))


def _source_id(node: Node) -> Scalar:
    key = node.get("id") if isinstance(node, Mapping) else None
    return key if isinstance(key, Scalar) else Scalar("", node.position)


def _not_a_record(node: Node, message: str) -> Problem:
    hint = "Write 'name: value' lines below it, indented by two spaces."
    return Problem(node.position, Code.WRONG_TYPE, message, hint)


def _document(file: SourceFile, shape: Shape) -> Checked[Records]:
    name = file.inner_path.rsplit("/", 1)[-1].removesuffix(".md")
    at = Position(file.path)
    problems = list(_id_problems(name, at))
    if file.text is None:
        return Checked(_alone(shape.kind, name, at), tuple(problems))
    cut = fences.split(file.path, file.text)
    problems.extend(cut.problems)
    if cut.value is None:
        return Checked(_alone(shape.kind, name, at), tuple(problems))
    loaded = frontmatter.load(file.path, cut.value.yaml, first_line=2)
    meant = other_kind(shape, loaded.value) if loaded.value else None
    account = (meant or shape).account
    body = markdown.parse(file.path, cut.value.body, cut.value.body_line, account=account)
    problems.extend(loaded.problems + body.problems)
    if meant:
        problems.append(in_wrong_folder(file, shape, meant))
    if loaded.value is None or meant:
        return Checked(_alone((meant or shape).kind, name, at, body.value), tuple(problems))
    slips = _slips(loaded.problems)
    record = _record(shape, Scalar(name, at), loaded.value, slips, body.value)
    problems.extend(elsewhere(record.problems, slips))
    if astray := in_wrong_year(file, record.value):
        problems.append(astray)
    return Checked(Records((record.value,)), tuple(problems))


def _alone(kind: Kind, name: str, at: Position, body: Body | None = None) -> Records:
    return Records((Record(kind, name, at, Mapping((), at), None, body or Body()),))


def _record(
    shape: Shape, id_: Scalar, node: Mapping, slips: frozenset[int], body: Body = _NO_BODY
) -> Checked[Record]:
    """Type one record; what stands on a line that was mended is neither typed nor followed."""
    fields = _fields(shape, node)
    known = pruned(node, slips)
    whole = fields.value if known == node else None
    return Checked(Record(shape.kind, id_.value, id_.position, known, whole, body), fields.problems)


def _fields(shape: Shape, node: Mapping) -> Checked[Fields | None]:
    try:
        return Checked(shape.fields.model_validate(plain(node)))
    except ValidationError as error:
        return Checked(None, tuple(problems_of(error, node, shape.fields)))


def _id_problems(name: str, at: Position) -> tuple[Problem, ...]:
    if _ID.fullmatch(name):
        return ()
    meant = slug(name)
    hint = f"{_ID_HINT}: {meant}." if _ID.fullmatch(meant) else f"{_ID_HINT}."
    return (Problem(at, Code.MALFORMED_ID, f"'{name}' cannot be an id.", hint),)
