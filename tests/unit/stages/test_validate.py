"""One file's text as records: what is kept of a faulty file, and for whom."""

import pytest

from generator.problems import Code, Position
from generator.schema.layout import Kind
from generator.schema.record import Record, Records, SourceFile
from generator.stages.validate import validate
from generator.text.frontmatter import Scalar
from tests.sites import BASE, OPEN


def records(path: str, text: str | None) -> Records:
    return validate(SourceFile(f"content/{path}", path, text)).value


def only(path: str, text: str | None) -> Record:
    (record,) = records(path, text).records
    return record


def told(path: str, text: str | None) -> list[tuple[int, int, Code]]:
    problems = validate(SourceFile(f"content/{path}", path, text)).problems
    return [(p.position.line, p.position.column, p.code) for p in sorted(problems)]


@pytest.mark.parametrize("path", BASE)
def test_good_files_have_no_problem(path: str) -> None:
    assert told(path, BASE[path]) == []
    assert all(record.fields is not None for record in records(path, BASE[path]).records)
    assert records(path, BASE[path]).unread == frozenset()


def test_a_document_is_named_by_its_file() -> None:
    record = only(OPEN, BASE[OPEN])
    assert (record.kind, record.id) == (Kind.EVENT, "2021-05-01-bridge-open")
    assert record.position == Position(f"content/{OPEN}", 1, 1)
    assert [claim.position.line for claim in record.body.claims] == [11, 12]


def test_entries_are_named_by_their_keys() -> None:
    found = records("places.yaml", BASE["places.yaml"]).records
    assert [(record.id, record.position.line) for record in found] == [
        ("old-bridge", 1),
        ("mill-town", 9),
    ]


def test_sources_are_named_by_their_ids() -> None:
    found = records("sources/2021.yaml", BASE["sources/2021.yaml"]).records
    assert found[1].id == "gazette-2021-03-02"
    assert found[1].position == Position("content/sources/2021.yaml", 9, 7)


@pytest.mark.parametrize("path", ["nowhere.txt", "events/x.md"])
def test_a_file_of_no_kind_holds_nothing(path: str) -> None:
    assert records(path, "text") == Records()
    assert told(path, "text") == []


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        *(("site.yaml", Kind.SITE), ("kinds.yaml", Kind.EVENT_KIND), ("outlets.yaml", Kind.OUTLET)),
        *(("places.yaml", Kind.PLACE), ("sources/2021.yaml", Kind.SOURCE)),
    ],
)
@pytest.mark.parametrize("text", [None, "a: [[b", "- a\n", "a: &x b", "[" * 9 + "]" * 9])
def test_of_an_unread_registry_nothing_is_known(path: str, kind: Kind, text: str | None) -> None:
    assert records(path, text) == Records(unread=frozenset({kind}))


@pytest.mark.parametrize(
    "text", [None, "no fence", "---\na: [b\n---\nText.", "---\n- a\n---\n", "---\na: *b\n---\n"]
)
def test_an_unread_document_keeps_its_id(text: str | None) -> None:
    record = only("threads/x.md", text)
    assert (record.kind, record.id, record.fields) == (Kind.THREAD, "x", None)


def test_broken_fields_do_not_hide_the_text_below_them() -> None:
    text = "---\na: [b\n---\nA. [@c]\nB.\n"
    assert told("threads/x.md", text) == [(2, 4, Code.YAML_SYNTAX), (5, 1, Code.UNCITED_CLAIM)]
    assert [c.source for c in only("threads/x.md", text).body.citations()] == ["c"]


def test_a_faulty_field_leaves_the_others_to_be_seen() -> None:
    text = BASE[OPEN].replace("date: 2021-05-01", "date: soon")
    record = only(OPEN, text)
    assert record.fields is None
    kind = record.node.get("kind")
    assert isinstance(kind, Scalar)
    assert kind.value == "reopening"
    assert len(record.body.claims) == 2


def test_a_faulty_entry_keeps_its_id_beside_good_ones() -> None:
    text = "a: {label: A, direction: neutral, manner: words}\nb: B\nc: [d]\ne: {}\n"
    found = records("kinds.yaml", text)
    assert [(r.id, r.fields is not None) for r in found.records] == [
        ("a", True),
        ("b", False),
        ("c", False),
        ("e", False),
    ]
    assert found.unread == frozenset()
    assert told("kinds.yaml", text) == [
        (2, 4, Code.WRONG_TYPE),
        (3, 4, Code.WRONG_TYPE),
        (4, 4, Code.MISSING_FIELD),
    ]


GOOD = "  type: article\n  title: T\n  URL: https://x.example\n  language: en\n  outlet: o\n"


@pytest.mark.parametrize(
    ("text", "expected", "unread"),
    [
        ("", [(1, 1, Code.WRONG_TYPE)], True),
        ("refrences: []\n", [(1, 1, Code.UNKNOWN_FIELD)], True),
        ("references: none\n", [(1, 13, Code.WRONG_TYPE)], True),
        ("references:\n", [(1, 12, Code.WRONG_TYPE)], True),
        ("references: []\nmore: x\n", [(2, 1, Code.UNKNOWN_FIELD)], False),
        ("references: []\n", [], False),
        ("references:\n- a\n", [(2, 3, Code.WRONG_TYPE)], True),
        (f"references:\n- note: x\n{GOOD}", [(2, 3, Code.MISSING_FIELD)], True),
        (f"references:\n- id:\n{GOOD}", [(2, 6, Code.WRONG_VALUE)], True),
        (f"references:\n- id: [a]\n{GOOD}", [(2, 7, Code.WRONG_TYPE)], True),
        (f"references:\n- id: A B\n{GOOD}", [(2, 7, Code.MALFORMED_ID)], False),
        (f"references:\n- id: a\n{GOOD}  x: y\n", [(8, 3, Code.UNKNOWN_FIELD)], False),
        (f"references:\n- id: a\n{GOOD}", [], False),
    ],
)
def test_bibliographies(
    text: str,
    expected: list[tuple[int, int, Code]],
    unread: bool,  # noqa: FBT001
) -> None:
    assert told("sources/2021.yaml", text) == expected
    assert (Kind.SOURCE in records("sources/2021.yaml", text).unread) is unread


@pytest.mark.parametrize(
    ("name", "good"),
    [
        *(("a", True), ("a-b", True), ("2021-07-27-x", True), ("38-north", True), ("1", True)),
        *(("A", False), ("a_b", False), ("a--b", False), ("-a", False), ("a-", False)),
        *(("a b", False), ("é", False), ("한국", False), ("a.b", False), ("ａ", False)),
    ],
)
def test_ids_are_plain(name: str, good: bool) -> None:  # noqa: FBT001
    place = "names:\n    en: A\n  precision: town\n"
    assert told(f"pages/{name}.md", "---\ntitle: x\n---\nText.\n") == (
        [] if good else [(1, 1, Code.MALFORMED_ID)]
    )
    assert told("places.yaml", f'\n"{name}":\n  {place}') == (
        [] if good else [(2, 1, Code.MALFORMED_ID)]
    )


def test_an_entry_without_a_name_is_told() -> None:
    assert told("places.yaml", '"": {names: {en: A}, precision: town}') == [
        (1, 1, Code.MALFORMED_ID)
    ]


def test_accounts_are_for_events_and_threads() -> None:
    text = "---\ntitle: x\n---\nNothing is cited.\n"
    assert told("pages/x.md", text) == []
    thread = text.replace("title: x", "title: x\nlabel: x\nas_of: 2021")
    assert told("threads/x.md", thread) == [(6, 1, Code.UNCITED_CLAIM)]
