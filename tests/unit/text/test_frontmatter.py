"""YAML as text only: what is kept as typed, what is refused, and exactly where."""

import sys
import time
import unicodedata

import pytest

from generator.problems import Checked, Code, Position
from generator.text import frontmatter
from generator.text.characters import FORBIDDEN
from generator.text.frontmatter import Mapping, Node, Scalar, Sequence

PATH = "content/events/2021/x.md"


def load(text: str) -> Checked[Mapping | None]:
    return frontmatter.load(PATH, text)


def plain(node: Node | None) -> object:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Mapping)
    return {key.value: plain(value) for key, value in node.fields}


def told(checked: Checked[Mapping | None]) -> list[tuple[int, int, Code]]:
    return [(p.position.line, p.position.column, p.code) for p in checked.problems]


KEPT = [
    *("NO", "no", "yes", "on", "off", "y", "True", "null", "~", "Null"),
    *("12:30:45", "10:00", "9:19", "9.19", "10.4", "1.10", "0123", "0755", "0o17", "0x1F"),
    *("1_000", "1e3", ".nan", ".inf", "-.inf", "+1", "2021-02-30", "2024-01-02", "9" * 5000),
    *(
        "2001-12-14t21:59:43.10-05:00",
        "=",
        "a:b",
        "a#b",
        "C#",
        "50%",
        "it's",
        'a "b" c',
        "-a",
        "b]",
        "b}",
        "a]",
    ),
    *("a, b", "a [b]", "a {b}", "x: y".replace(": ", ":"), "한국", "🕊️", "e\u0301"),
]


@pytest.mark.parametrize("value", KEPT)
def test_no_value_is_typed_by_yaml(value: str) -> None:
    loaded = load(f"a: {value}\n")
    assert loaded.problems == ()
    assert plain(loaded.value) == {"a": unicodedata.normalize("NFC", value)}


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("a: 'it''s'", "it's"),
        ('a: "x: y # z"', "x: y # z"),
        ('a: "\\u00e9\\x41"', "éA"),
        ('a: "@x"', "@x"),
        ("a: |\n  one\n  two\n", "one\ntwo\n"),
        ("a: >-\n  one\n  two", "one two"),
        ("a: one\n  two", "one two"),
        ("# a remark\na: x\n  # another", "x"),
        ("a: 'x' # a remark", "x"),
        ("a:", ""),
        ("a: ''", ""),
    ],
)
def test_quotes_and_blocks_are_read(typed: str, value: str) -> None:
    loaded = load(typed)
    assert loaded.problems == ()
    assert plain(loaded.value) == {"a": value}


def test_keys_stay_as_typed() -> None:
    text = "NO: a\n10:00: b\n0123: c\n2021-07-27: d\nnull: e\n"
    expected = {"NO": "a", "10:00": "b", "0123": "c", "2021-07-27": "d", "null": "e"}
    assert plain(load(text).value) == expected


@pytest.mark.parametrize("text", ["", "\n", "# only a remark\n", "\n\n  \n"])
def test_nothing_is_an_empty_mapping(text: str) -> None:
    loaded = load(text)
    assert loaded.problems == ()
    assert loaded.value == Mapping((), Position(PATH, 1))


REFUSED = [
    # Anchors, aliases, tags, merge keys, documents, directives.
    ("a: &x b", 1, 4, Code.UNSUPPORTED_YAML),
    ("a: *x", 1, 4, Code.UNSUPPORTED_YAML),
    ("a: &x [*x]", 1, 4, Code.UNSUPPORTED_YAML),
    ("a: [b, *x]", 1, 8, Code.UNSUPPORTED_YAML),
    ("&x a: b", 1, 1, Code.UNSUPPORTED_YAML),
    ("a: !!str b", 1, 4, Code.UNSUPPORTED_YAML),
    ("a: !x b", 1, 4, Code.UNSUPPORTED_YAML),
    ("a: ! b", 1, 4, Code.UNSUPPORTED_YAML),
    ("a: !!set {b}", 1, 4, Code.UNSUPPORTED_YAML),
    ("a: b\n<<: {c: d}", 2, 1, Code.UNSUPPORTED_YAML),
    ("a:\n  b: c\n  <<: [d]", 3, 3, Code.UNSUPPORTED_YAML),
    ("a: b\n--- \nc: d", 2, 1, Code.UNSUPPORTED_YAML),
    ("a: b\n...\n---\nc: d", 3, 1, Code.UNSUPPORTED_YAML),
    ("? [a]\n: b", 1, 3, Code.UNSUPPORTED_YAML),
    ("{{title}}: b", 1, 2, Code.UNSUPPORTED_YAML),
    ("%YAML 3.0\n---\na: b", 1, 1, Code.YAML_SYNTAX),
    # Duplicates.
    ("a: b\na: c", 2, 1, Code.DUPLICATE_FIELD),
    ("a:\n  한: b\n  한: c", 3, 3, Code.DUPLICATE_FIELD),
    ("a: {b: c, b: d}", 1, 11, Code.DUPLICATE_FIELD),
    ("é: b\ne\u0301: c", 2, 1, Code.DUPLICATE_FIELD),
    # Syntax.
    ("a: b: c", 1, 5, Code.YAML_SYNTAX),
    ("한국: 정상: 회담", 1, 7, Code.YAML_SYNTAX),
    ("a: b\n c: d", 2, 2, Code.YAML_SYNTAX),
    ("a: @b", 1, 4, Code.YAML_SYNTAX),
    ("a: `b`", 1, 4, Code.YAML_SYNTAX),
    ("a: %b", 1, 4, Code.YAML_SYNTAX),
    ("a:\n\tb: c", 2, 1, Code.YAML_SYNTAX),
    ("\ta: b", 1, 1, Code.YAML_SYNTAX),
    ("a: [b", 1, 4, Code.YAML_SYNTAX),
    ("a: b\nc: {d: [e]\n\n", 2, 4, Code.YAML_SYNTAX),
    ('a: "b', 1, 4, Code.YAML_SYNTAX),
    ("a: b\nc: 'd\ne: f\n", 2, 4, Code.YAML_SYNTAX),
    ('a: "b" c', 1, 8, Code.YAML_SYNTAX),
    ('a: "\\q"', 1, 5, Code.YAML_SYNTAX),
    ('a: "\\ud800"', 1, 7, Code.YAML_SYNTAX),
    ("- a\nb: c", 2, 1, Code.YAML_SYNTAX),
    # What cannot be seen may not come in by escapes either.
    ('a: "b\\0"', 1, 4, Code.FORBIDDEN_CHARACTER),
    ('a: "\\a"', 1, 4, Code.FORBIDDEN_CHARACTER),
    ('a: [b, "\\u202e"]', 1, 8, Code.FORBIDDEN_CHARACTER),
    ('"\\r": b', 1, 1, Code.FORBIDDEN_CHARACTER),
    ('a: "\\N"', 1, 4, Code.FORBIDDEN_CHARACTER),
    # Shape.
    ("- a", 1, 1, Code.WRONG_TYPE),
    ("just words", 1, 1, Code.WRONG_TYPE),
    ("\n  'quoted'", 2, 3, Code.WRONG_TYPE),
]


@pytest.mark.parametrize(("text", "line", "column", "code"), REFUSED)
def test_refusals_stand_at_their_place(text: str, line: int, column: int, code: Code) -> None:
    assert told(load(text)) == [(line, column, code)]


@pytest.mark.parametrize(("text", "line", "column", "code"), REFUSED)
def test_lines_count_from_the_top_of_the_file(
    text: str, line: int, column: int, code: Code
) -> None:
    moved = frontmatter.load(PATH, text, first_line=2)
    assert told(moved) == [(line + 1, column, code)]
    assert {p.position.path for p in moved.problems} == {PATH}


def test_a_duplicate_names_the_first_and_keeps_it() -> None:
    loaded = load("title: one\ndate: x\ntitle: two\ntitle: three\n")
    assert told(loaded) == [(3, 1, Code.DUPLICATE_FIELD), (4, 1, Code.DUPLICATE_FIELD)]
    assert [p.related for p in loaded.problems] == [(Position(PATH, 1, 1),)] * 2
    assert plain(loaded.value) == {"title": "one", "date": "x"}


def test_duplicates_before_a_syntax_error_are_told_too() -> None:
    loaded = load("a: b\na: c\nd: [[e\n")
    assert told(loaded) == [(2, 1, Code.DUPLICATE_FIELD), (3, 5, Code.YAML_SYNTAX)]
    assert loaded.value is None


def test_an_unclosed_bracket_names_where_it_opened() -> None:
    (problem,) = load("a: b\nc: [d,\ne: f\n").problems
    assert (problem.code, problem.position) == (Code.YAML_SYNTAX, Position(PATH, 2, 4))
    assert problem.related == ()
    (problem,) = load("a: b\nc: [[d,\ne}\nf: g\n").problems
    assert (problem.code, problem.position) == (Code.YAML_SYNTAX, Position(PATH, 3, 2))
    assert problem.related == (Position(PATH, 2, 5),)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("title: Talks: day 2", 'Put the value in double quotes: title: "Talks: day 2"'),
        ('title: A "b": c', 'Put the value in double quotes: title: "A \\"b\\": c"'),
        ("title: @home ", 'Put the value in double quotes: title: "@home"'),
        ("a:\n\tb: c", "Use two spaces instead of the tab: b: c"),
    ],
)
def test_syntax_hints_can_be_typed(text: str, hint: str) -> None:
    (problem,) = load(text).problems
    assert problem.hint == hint
    if "double quotes" in hint:
        assert load(hint.partition(": ")[2]).problems == ()


POSITIONS = [
    ("a: b", 1, 4, 0),
    ("a:   b", 1, 6, 0),
    ("a:\n    b", 2, 5, 0),
    ('한국: "평화"', 1, 5, 1),
    ("한국: '평화'", 1, 5, 1),
    # Columns count characters of the file, where decomposed Hangul has three to a syllable.
    ("a: " + unicodedata.normalize("NFD", "한"), 1, 4, None),
    (unicodedata.normalize("NFD", "한") + ": b", 1, 6, 0),
    ('a: "\\x41b"', 1, 4, None),
    ("a: 'it''s'", 1, 4, None),
    ("a: >-\n  b", 1, 4, None),
    ("a: b\n  c", 1, 4, None),
    ("a: b   ", 1, 4, 0),
]


@pytest.mark.parametrize(("text", "line", "column", "lead"), POSITIONS)
def test_a_value_knows_its_place_and_whether_it_reads_as_typed(
    text: str, line: int, column: int, lead: int | None
) -> None:
    top = load(text).value
    assert top is not None
    ((_, value),) = top.fields
    assert isinstance(value, Scalar)
    assert (value.position, value.lead) == (Position(PATH, line, column), lead)


def test_fields_and_items_know_their_places() -> None:
    top = load("names:\n  en: A\n  ko-KR: 가\nlist: [b, 나, c]\nblock:\n  - d\n").value
    assert top is not None
    assert top.key_position("list") == Position(PATH, 4, 1)
    assert top.key_position("absent") == top.position == Position(PATH, 1, 1)
    names, listed, block = top.get("names"), top.get("list"), top.get("block")
    assert isinstance(names, Mapping)
    assert isinstance(listed, Sequence)
    assert isinstance(block, Sequence)
    assert names.position == Position(PATH, 2, 3)
    assert names.key_position("ko-KR") == Position(PATH, 3, 3)
    assert [item.position.column for item in listed.items] == [8, 11, 14]
    assert block.items[0].position == Position(PATH, 6, 5)
    assert top.get("absent") is None


@pytest.mark.parametrize(
    "text",
    [
        *("a: " + "[" * 50_000, "a: " + "[" * 50_000 + "]" * 50_000, "{" * 50_000),
        *(
            "- " * 50_000,
            "? " * 50_000,
            "a: " + "{b: " * 50_000,
            "a:\n" + "".join(f"{' ' * depth}b:\n" for depth in range(1, 300)),
        ),
    ],
    ids=["open", "closed", "braces", "dashes", "questions", "mappings", "indents"],
)
def test_deep_nesting_is_refused_before_it_costs_anything(text: str) -> None:
    started = time.process_time()
    loaded = load(text)
    assert [p.code for p in loaded.problems] == [Code.TOO_COMPLEX]
    assert time.process_time() - started < 2


def test_eight_levels_are_allowed() -> None:
    assert load("a: [[[[[[b]]]]]]").problems == ()
    assert told(load("a: [[[[[[[b]]]]]]]")) == [(1, 11, Code.TOO_COMPLEX)]


def test_too_many_values_are_refused() -> None:
    # The top, and two for each field, are counted.
    fits = (frontmatter.MAX_EVENTS_A_FILE - 1) // 2
    lines = [f"k{number}:" for number in range(fits + 1)]
    assert load("\n".join(lines[:fits])).problems == ()
    assert [p.code for p in load("\n".join(lines)).problems] == [Code.TOO_COMPLEX]


def test_alias_bombs_do_not_go_off() -> None:
    levels = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60))]
    assert told(load("\n".join(levels))) == [(1, 5, Code.UNSUPPORTED_YAML)]


def test_whatever_read_lets_through_libyaml_can_scan() -> None:
    """Some characters make libyaml fail without a place; `read` must refuse them first."""
    everything = map(chr, range(0x20, sys.maxunicode + 1))
    seen = [c for c in everything if not FORBIDDEN.match(c) and not 0xD800 <= ord(c) <= 0xDFFF]
    typed = "".join(seen).replace("\\", "").replace('"', "")
    loaded = load(f'a: "{typed}"\nb: c\n')
    assert loaded.problems == ()
    assert loaded.value is not None
    assert loaded.value.key_position("b") == Position(PATH, 2, 1)
