"""pydantic's errors as problems: code, place, words and a remedy for each kind."""

import unicodedata
from collections.abc import Sequence

import pytest

from generator.problems import Code, Problem
from generator.schema.faults import nearest, plain
from generator.text import frontmatter
from tests.sites import OPEN, changed, problems_of, told

LIND = "actors/mara-lind.md"


def only(changes: dict[str, str | None]) -> Problem:
    (problem,) = problems_of(changes)
    return problem


CASES: Sequence[tuple[str, str, str, str, Code, str, str]] = [
    # file, what is replaced, by what, place, code, words of the message, words of the hint
    (OPEN, "kind: re", "knd: re", "7:1", Code.UNKNOWN_FIELD, "field 'knd'", "Did you mean 'kind'?"),
    (
        OPEN,
        "title: The",
        "colour: red\ntitle: The",
        "2:1",
        Code.UNKNOWN_FIELD,
        "field 'colour'",
        "Fields here: title, date, time, place, actors, ",
    ),
    (
        LIND,
        "  dates: 2020",
        "  datse: 2020",
        "8:3",
        Code.UNKNOWN_FIELD,
        "field 'datse'",
        "Did you mean 'dates'? Fields here: title, dates.",
    ),
    (
        OPEN,
        "date: 2021-05-01\n",
        "",
        "2:1",
        Code.MISSING_FIELD,
        "field 'date' is missing",
        "Add a line 'date: …'.",
    ),
    (
        LIND,
        "- title: Mayor of Mill Town\n  dates",
        "- dates",
        "7:3",
        Code.MISSING_FIELD,
        "field 'title' is missing",
        "Add a line 'title: …'.",
    ),
    (
        "places.yaml",
        "    en: Mill Town\n  precision: town\n",
        "    en: Mill Town\n",
        "10:3",
        Code.MISSING_FIELD,
        "'precision'",
        "",
    ),
    # Types.
    (
        OPEN,
        "title: The bridge opens again",
        "title: [The bridge, opens]",
        "2:8",
        Code.WRONG_TYPE,
        "'title' must be text",
        "Write a single value.",
    ),
    (
        OPEN,
        "title: The bridge opens again",
        "title: {a: b}",
        "2:8",
        Code.WRONG_TYPE,
        "'title' must be text",
        "",
    ),
    (
        OPEN,
        "date: 2021-05-01",
        "date: [2021-05-01]",
        "3:7",
        Code.WRONG_TYPE,
        "'date' must be text",
        "",
    ),
    (
        OPEN,
        "actors: [alder,",
        "actors: [[alder],",
        "6:10",
        Code.WRONG_TYPE,
        "'actors' must be text",
        "",
    ),
    (
        OPEN,
        "actors: [alder, birch, mara-lind]",
        "actors: {alder: birch}",
        "6:9",
        Code.WRONG_TYPE,
        "'actors' must be a list",
        "[one, two]",
    ),
    (
        "outlets.yaml",
        "languages: [en]",
        "languages: en",
        "20:14",
        Code.WRONG_TYPE,
        "'languages' must be a list",
        "[one, two]",
    ),
    (
        "places.yaml",
        "point: [52.1, -1.5]",
        "point: 52.1",
        "7:10",
        Code.WRONG_TYPE,
        "'point' must be a list",
        "",
    ),
    (
        "places.yaml",
        "point: [52.1,",
        "point: [[52.1],",
        "7:11",
        Code.WRONG_TYPE,
        "'point' must be text",
        "",
    ),
    (
        LIND,
        "- title: Mayor of Mill Town\n  dates: 2020/..",
        "- Mayor",
        "7:3",
        Code.WRONG_TYPE,
        "'offices' must be fields of its own",
        "'name: value'",
    ),
    (
        "kinds.yaml",
        "direction: conflict",
        "direction: [conflict]",
        "7:14",
        Code.WRONG_TYPE,
        "'direction' must be text",
        "",
    ),
    (
        "site.yaml",
        "zones:\n  BST: Europe/London",
        "zones: BST",
        "8:8",
        Code.WRONG_TYPE,
        "'zones' must be fields of its own",
        "",
    ),
    (
        "kinds.yaml",
        "closure:\n  label: Closure\n  direction: conflict\n  manner: deeds",
        "closure: Closure",
        "5:10",
        Code.WRONG_TYPE,
        "'closure' must have fields",
        "indented by two spaces",
    ),
    # Values.
    (
        "kinds.yaml",
        "direction: conflict",
        "direction: conflct",
        "7:14",
        Code.WRONG_VALUE,
        "'conflct' is not a value of 'direction'",
        "Did you mean 'conflict'? Allowed: cooperation, conflict, neutral.",
    ),
    (
        "kinds.yaml",
        "direction: conflict",
        "direction: 42",
        "7:14",
        Code.WRONG_VALUE,
        "'42'",
        "Allowed: cooperation, conflict, neutral.",
    ),
    (
        LIND,
        "type: person",
        "type: NO",
        "4:7",
        Code.WRONG_VALUE,
        "'NO' is not a value of 'type'",
        "Allowed: person, government, institution, group, party.",
    ),
    (
        "outlets.yaml",
        "kind: newspaper",
        "kind: Newspaper",
        "24:9",
        Code.WRONG_VALUE,
        "'Newspaper'",
        "Did you mean 'newspaper'?",
    ),
    (
        OPEN,
        "title: The bridge opens again",
        "title: " + "가" * 121,
        "2:8",
        Code.WRONG_VALUE,
        "'title' has 121 characters; at most 120 fit.",
        "Shorten it.",
    ),
    (
        OPEN,
        "title: The bridge opens again",
        "title: ",
        "2:7",
        Code.WRONG_VALUE,
        "'title' has no value",
        "remove the line",
    ),
    (
        OPEN,
        "title: The bridge opens again",
        "title: ''",
        "2:8",
        Code.WRONG_VALUE,
        "'title' has no value",
        "",
    ),
    (OPEN, "time: 10:00 BST", "time:", "4:6", Code.WRONG_VALUE, "'time' has no value", ""),
    (
        OPEN,
        "time: 10:00 BST",
        "time: 36000",
        "4:7",
        Code.WRONG_VALUE,
        "'36000' is not a time with its zone",
        "like 10:00 KST",
    ),
    (OPEN, "time: 10:00 BST", "time: 24:00 BST", "4:7", Code.WRONG_VALUE, "'24:00 BST'", ""),
    (OPEN, "time: 10:00 BST", "time: 1٠:٠0 BST", "4:7", Code.WRONG_VALUE, "is not a time", ""),
    (
        OPEN,
        "time: 10:00 BST",
        "time: 10:00 XYZ",
        "4:7",
        Code.WRONG_VALUE,
        "'XYZ' is not a time zone that this site knows",
        "Use BST, or an IANA name",
    ),
    (
        OPEN,
        "[old-bridge, mill-town]",
        "[old-bridge, '']",
        "5:21",
        Code.WRONG_VALUE,
        "'place' has no value",
        "",
    ),
    ("places.yaml", "point: [52.1, -1.5]", "point: [52.1]", "7:10", Code.MISSING_FIELD, "", ""),
    (
        "places.yaml",
        "point: [52.1, -1.5]",
        "point: [52.1, -1.5, 3]",
        "7:10",
        Code.WRONG_VALUE,
        "'point' must have 2 values",
        "commas",
    ),
    (
        "places.yaml",
        "point: [52.1, -1.5]",
        "point: [52.1, east]",
        "7:17",
        Code.WRONG_VALUE,
        "'east' is not a number",
        "37.956",
    ),
    (
        "places.yaml",
        "point: [52.1, -1.5]",
        "point: [nan, -1.5]",
        "7:11",
        Code.WRONG_VALUE,
        "'nan' is not a number",
        "",
    ),
    (
        "places.yaml",
        "point: [52.1, -1.5]",
        "point: [5_2, -1.5]",
        "7:11",
        Code.WRONG_VALUE,
        "'5_2' is not a number",
        "",
    ),
    (
        "places.yaml",
        "point: [52.1, -1.5]",
        "point: [1e1, -1.5]",
        "7:11",
        Code.WRONG_VALUE,
        "'1e1' is not a number",
        "",
    ),
    (
        "places.yaml",
        "point: [52.1, -1.5]",
        "point: [95.5, -1.5]",
        "7:11",
        Code.WRONG_VALUE,
        "95.5 is beyond 90 degrees",
        "latitude, then longitude",
    ),
    (
        "places.yaml",
        "point: [52.1, -1.5]",
        "point: [52.1, -181]",
        "7:17",
        Code.WRONG_VALUE,
        "-181 is beyond 180 degrees",
        "",
    ),
    (
        "places.yaml",
        "country: GB",
        "country: gb",
        "13:12",
        Code.WRONG_VALUE,
        "'gb' is not a country code",
        "ISO 3166",
    ),
    (
        "places.yaml",
        "    en: Mill Town",
        "    EN: Mill Town",
        "11:5",
        Code.WRONG_VALUE,
        "'EN' is not a language tag",
        "ko-KR",
    ),
    (
        "outlets.yaml",
        "languages: [en]",
        "languages: [english]",
        "20:15",
        Code.WRONG_VALUE,
        "'english' is not a language tag",
        "",
    ),
    (
        "site.yaml",
        "BST: Europe/London",
        "BST: Europe/Londin",
        "9:8",
        Code.WRONG_VALUE,
        "'Europe/Londin' is not a time zone",
        "IANA",
    ),
    (
        "site.yaml",
        "https://banks.example/",
        "banks.example",
        "4:11",
        Code.WRONG_VALUE,
        "'banks.example' is not ",
        "",
    ),
    (
        "sources/2021.yaml",
        "https://radio.example/shut",
        "javascript:alert(1)",
        "6:8",
        Code.WRONG_VALUE,
        "'javascript:alert(1)' is not a web address",
        "",
    ),
    (
        "sources/2021.yaml",
        "  outlet: alder-radio\n",
        "  outlet: alder-radio\n  excerpt: " + "word " * 26 + "\n",
        "9:12",
        Code.WRONG_VALUE,
        "The excerpt has 26 words.",
        "Keep the 25 words",
    ),
    # Dates.
    (
        OPEN,
        "date: 2021-05-01",
        "date: 2021-5-1",
        "3:13",
        Code.MALFORMED_DATE,
        "'2021-5-1'",
        "2021-05-01",
    ),
    (
        OPEN,
        "date: 2021-05-01",
        "date: 2021-02-30",
        "3:15",
        Code.IMPOSSIBLE_DATE,
        "has no day 30",
        "2021-02-28",
    ),
    (
        OPEN,
        "date: 2021-05-01",
        "date: '2021-02-30'",
        "3:16",
        Code.IMPOSSIBLE_DATE,
        "has no day 30",
        "",
    ),
    (
        OPEN,
        "date: 2021-05-01",
        'date: "\\x32021-02-30"',
        "3:7",
        Code.IMPOSSIBLE_DATE,
        "has no day 30",
        "",
    ),
    (
        OPEN,
        "date: 2021-05-01",
        "date: >-\n  2021-02-30",
        "3:7",
        Code.IMPOSSIBLE_DATE,
        "has no day 30",
        "",
    ),
    (
        OPEN,
        "date: 2021-05-01",
        "date: 2021-05-02/2021-05-01",
        "3:18",
        Code.IMPOSSIBLE_DATE,
        "",
        "2021-05-01/2021-05-02",
    ),
    (OPEN, "date: 2021-05-01", "date:", "3:6", Code.MALFORMED_DATE, "", "2021-07-27"),
    (LIND, "dates: 2020/..", "dates: 2020-13/..", "8:15", Code.IMPOSSIBLE_DATE, "", ""),
    (
        "sources/2021.yaml",
        "issued: 2021-03-01",
        "issued: 1 March 2021",
        "5:12",
        Code.MALFORMED_DATE,
        "",
        "2021-03-01",
    ),
]


@pytest.mark.parametrize(("path", "old", "new", "place", "code", "message", "hint"), CASES)
def test_each_fault_is_told_once_at_its_place(  # noqa: PLR0913, PLR0917 - one column each
    path: str, old: str, new: str, place: str, code: Code, message: str, hint: str
) -> None:
    problem = only(changed(path, old, new))
    assert told([problem]) == [f"{path}:{place} {code}"]
    assert message in problem.message
    assert hint in problem.hint


def test_dates_typed_in_decomposed_hangul_are_told_where_they_begin() -> None:
    typed = unicodedata.normalize("NFD", "2021년 5월 1일")
    problem = only(changed(OPEN, "date: 2021-05-01", f"date: {typed}"))
    assert told([problem]) == [f"{OPEN}:3:7 malformed-date"]
    assert "2021-05-01" in problem.hint


def test_all_faults_of_a_file_are_told_at_once() -> None:
    text = "---\ntitel: x\ndate: 2021-02-30\ntime: noon\nkind: [a]\nplace: ''\n---\nA. [@b\n"
    assert told(problems_of({"events/2021/2021-06-01-fair.md": text})) == [
        f"events/2021/2021-06-01-fair.md:{place}"
        for place in (
            *("2:1 unknown-field", "3:15 impossible-date"),
            *("4:7 wrong-value", "5:7 wrong-type", "5:8 dangling-reference", "6:8 wrong-value"),
            "8:4 malformed-citation",
        )
    ]


@pytest.mark.parametrize(
    ("typed", "names", "expected"),
    [
        ("tittle", ["title", "date"], ["title"]),
        ("Title", ["title", "date"], ["title"]),
        ("xyz", ["title", "date"], []),
        ("", ["title"], []),
        ("date", [], []),
    ],
)
def test_the_nearest_name_is_close(typed: str, names: list[str], expected: list[str]) -> None:
    assert nearest(typed, names) == expected


def test_nodes_become_text_lists_and_dicts() -> None:
    top = frontmatter.load("x.md", "a: NO\nb: [1, 0123]\nc:\n  d: 2021-01-01\n").value
    assert top is not None
    assert plain(top) == {"a": "NO", "b": ("1", "0123"), "c": {"d": "2021-01-01"}}


def test_a_field_that_lost_its_indent_is_one_problem_and_others_keep_theirs() -> None:
    text = "---\nnames:\nen: A Reeve\ntype: person\n---\n"
    (problem,) = problems_of({"actors/reeve.md": text})
    assert told([problem]) == ["actors/reeve.md:3:1 unknown-field"]
    assert problem.hint == "Put two spaces before it if it belongs to 'names'."
    text = "---\nnames: {en: A Reeve}\nside:\ntpye: person\n---\n"
    assert told(problems_of({"actors/reeve.md": text})) == [
        "actors/reeve.md:3:6 wrong-value",
        "actors/reeve.md:4:1 unknown-field",
    ]
