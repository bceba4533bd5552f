"""Slips in YAML: each is told at its place, shows the line as meant, and hides no other."""

import pytest

from generator.problems import Code, Problem
from generator.text import frontmatter
from generator.text.slips import in_quotes

CUT = "YAML leaves out what follows"
SLIPS = [
    # What is mended, and what a program may write.
    ("title: Notes: more", "1:13", 'title: "Notes: more"', 'title: "Notes: more"'),
    ("title: \u201cNotes: more\u201d", "1:14", 'title: "Notes: more"', 'title: "Notes: more"'),
    ("title: @home", "1:8", 'title: "@home"', 'title: "@home"'),
    ("title: %d", "1:8", 'title: "%d"', 'title: "%d"'),
    ("title: - x", "1:8", 'title: "- x"', 'title: "- x"'),
    ("title: | x", "1:10", 'title: "| x"', 'title: "| x"'),
    ("title: [New] x", "1:14", 'title: "[New] x"', 'title: "[New] x"'),
    ('title: "A" b', "1:12", r'"\"A\" b"', r'title: "\"A\" b"'),
    ("title: 'It's'", "1:12", 'title: "It\'s"', 'title: "It\'s"'),
    ('title: "C:\\d"', "1:11", r"title: 'C:\d'", r"title: 'C:\d'"),
    ("title = x\ndate: 1", "1:7", "title: x", "title: x"),
    ("title= x\ndate= y\nkind: z", "1:6 2:5", "date: y", "date: y"),
    ("title:x\ndate: 1", "1:6", "title: x", "title: x"),
    ("names:\n\ten: x", "2:1", "en: x", "  en: x"),
    ("- a: b\n\tc: d", "2:1", "c: d", "  c: d"),
    # What only its writer knows.
    ("title: x\n date: y", "2:2", "left margin: date: y", None),
    (" title: x\ndate: y", "1:2", "left margin: title: x", None),
    ("- id: a\n   type: b", "2:4", "2 spaces before it: type: b", None),
    ("- id: a\n type: b", "2:2", "2 spaces before it: type: b", None),
    ("a:\n  b: c\n d:\n  e: f", "3:2", "left margin: d:", None),
    ("actors: [a, b\ndate: x", "1:9", "actors: [a, b]", None),
    ('title: "A\ndate: x\nkind: "y"', "1:8", 'title: "A"', None),
    ("title: 'A\ndate: x", "1:8", 'title: "A"', None),
    # What YAML passes over.
    ("title: Round #3 of: four", "1:14", 'title: "Round #3 of: four"', '"Round #3 of: four"'),
    ("- a #b", "1:5", '- "a #b"', '"a #b"'),
    ("date: 2021 # a guess", "1:12", "a line of its own", None),
    ("title: \u201cA\u201d", "1:8", 'straight ones: "A"', '"A"'),
    ("a: [\u2018b\u2019, c]", "1:5", '"b"', '"b"'),
    ("\u201ctitle\u201d: A", "1:1", '"title"', '"title"'),
]


def slips(text: str) -> list[Problem]:
    found = frontmatter.load("x.md", text + "\n").problems
    return [problem for problem in found if problem.code is Code.YAML_SYNTAX]


@pytest.mark.parametrize(("text", "places", "hint", "new"), SLIPS)
def test_a_slip_shows_what_was_meant(text: str, places: str, hint: str, new: str | None) -> None:
    found = slips(text)
    assert [f"{p.position.line}:{p.position.column}" for p in found] == places.split()
    assert hint in found[-1].hint
    repair = found[-1].repair
    assert (repair.new if repair else None) == new


@pytest.mark.parametrize(("text", "places", "hint", "new"), SLIPS)
def test_what_a_program_may_write_has_no_slip(
    text: str, places: str, hint: str, new: str | None
) -> None:
    assert places
    assert hint
    lines = text.split("\n")
    for repair in [problem.repair for problem in slips(text)]:
        if repair is not None:
            number, start = repair.position.line - 1, repair.position.column - 1
            assert lines[number].startswith(repair.old, start)
            end = start + len(repair.old)
            lines[number] = lines[number][:start] + repair.new + lines[number][end:]
    if new is not None:
        assert slips("\n".join(lines)) == []


def test_many_slips_in_one_file_are_all_told_and_the_rest_is_read() -> None:
    text = "title= A\ndate= x\nkind: a: b\nnames:\n\ten: C\nplace: [a, b\nlast: @d\nend: e\n"
    loaded = frontmatter.load("x.md", text)
    assert [p.position.line for p in loaded.problems] == [1, 2, 3, 5, 6, 7]
    assert loaded.value is not None
    assert [key.value for key, _ in loaded.value.fields][-1] == "end"


def test_no_more_slips_are_mended_than_a_hand_makes() -> None:
    loaded = frontmatter.load("x.md", "".join(f"a{n}: b: c\n" for n in range(40)))
    assert loaded.value is None
    assert len(loaded.problems) == frontmatter.MAX_SLIPS_A_FILE + 1


@pytest.mark.parametrize(
    "text",
    [
        'a: "one\n  two"\nb: c',
        "a: one\n  b=c and more\nd: e",
        "a: |\n  b = c\n  d: e: f\n  #g",
        "a: b#c\nd: '#e'\n# f: g: h",
        "a: [b, c]  # a remark",
        "a: \u201cone\u201d and \u201ctwo\u201d",
    ],
)
def test_what_yaml_reads_as_meant_has_no_slip(text: str) -> None:
    assert frontmatter.load("x.md", text).problems == ()


@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        ("a: b", '"a: b"'),
        ('a "b": c', r'"a \"b\": c"'),
        ('"a: b"', '"a: b"'),
        ("'a'", '"a"'),
        ("'a' or 'b'", "\"'a' or 'b'\""),
        ("\u201ca\u201d", '"a"'),
        (r"a\b's", r"'a\b''s'"),
    ],
)
def test_a_quoted_value_reads_as_typed(value: str, quoted: str) -> None:
    assert in_quotes(value) == quoted
    loaded = frontmatter.load("x.md", f"a: {quoted}\n")
    assert loaded.problems == ()
