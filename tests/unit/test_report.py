"""Problems in the forms that people and machines read."""

import json
import re
import unicodedata
from collections.abc import Sequence

import pytest

from generator import report
from generator.problems import Code, Position, Problem, Repair

PATH = "content/pages/x.md"


def problem(
    line: int = 1, column: int = 1, message: str = "M.", hint: str = "", path: str = PATH
) -> Problem:
    return Problem(Position(path, line, column), Code.WRONG_VALUE, message, hint)


def text(one: Problem, *lines: str) -> str:
    return report.text([one], {one.position.path: lines})


def test_a_block_is_the_problem_its_line_the_hint_and_other_places() -> None:
    one = Problem(
        Position(PATH, 2, 4),
        Code.DUPLICATE_ID,
        "The id is taken.",
        "Take another.",
        (Position("content/a.md", 3, 1), Position("content/b.md")),
    )
    assert text(one, "---", "id: x", "---") == (
        "content/pages/x.md:2:4: duplicate-id: The id is taken.\n"
        "    id: x\n"
        "       ^\n"
        "  hint: Take another.\n"
        "  see also: content/a.md:3:1\n"
        "  see also: content/b.md:1:1\n"
        "\n"
        "1 problem\n"
    )


def test_blocks_are_divided_and_counted() -> None:
    words = report.text([problem(1), problem(2)], {})
    assert words == (
        "content/pages/x.md:1:1: wrong-value: M.\n\n"
        "content/pages/x.md:2:1: wrong-value: M.\n\n2 problems\n"
    )


NFD = unicodedata.normalize("NFD", "한국")
CARETS = [
    # the line, the column of the caret, how many terminal columns stand before it
    ("abc", 1, 0),
    ("abc", 3, 2),
    ("abc", 4, 3),
    ("한국: x", 3, 4),
    ("한국: x", 5, 6),
    ("日本: x", 5, 6),
    ("ｶﾅ x", 4, 3),
    ("Ａ x", 3, 3),
    ("😀 x", 3, 3),
    (f"{NFD}: x", len(NFD) + 3, 6),
    ("e\u0301: x", 5, 3),
    ("a\u200d\u200cb", 4, 1),
    ("\tx", 2, 1),
    ("กำ x", 4, 3),
    ("נִי x", 4, 2),
]


@pytest.mark.parametrize(("line", "column", "width"), CARETS)
def test_the_caret_stands_under_the_fault(line: str, column: int, width: int) -> None:
    _, shown, caret, *_ = text(problem(1, column), line).split("\n")
    assert shown == f"    {line}".replace("\t", " ")
    assert caret == f"    {' ' * width}^"


@pytest.mark.parametrize("lines", [(), ("",), ("   ",), ("a",)])
def test_a_line_that_is_not_there_or_blank_is_not_shown(lines: Sequence[str]) -> None:
    assert "^" not in text(problem(2 if lines == ("a",) else 1), *lines)


HOSTILE = [
    "a\n::set-env name=PATH::/tmp",
    "a\r\n::error::x",
    "a\r::error::x",
    "a\x85::error::x",
    "a\u2028::error::x",
    "a\x0b::error::x",
    "a\x1b[2Jb",
    "a\u202eb",
    "a\x00b",
    "a\x9bb",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_content_cannot_begin_a_line_or_steer_the_terminal(words: str) -> None:
    one = Problem(
        Position(words),
        Code.WRONG_VALUE,
        f"'{words}' is wrong.",
        f"Not '{words}'.",
        (Position(words),),
    )
    shown = report.text([one], {words: [re.sub(r"[\r\n]", "", words)]})
    assert len(shown.splitlines()) == 7
    assert not re.search(r"^\s*::", shown, re.MULTILINE)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e]", shown)


def test_json_is_the_list_of_the_contract() -> None:
    one = Problem(
        Position(PATH, 2, 4), Code.DUPLICATE_ID, "'한국'", "H.", (Position("content/a.md", 3, 1),)
    )
    assert json.loads(report.as_json([one])) == [
        {
            "path": PATH,
            "line": 2,
            "column": 4,
            "code": "duplicate-id",
            "message": "'한국'",
            "hint": "H.",
            "related": [{"path": "content/a.md", "line": 3, "column": 1}],
        }
    ]
    assert report.as_json([]) == "[]\n"
    assert "한국" in report.as_json([one])


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("50% off", "50%25 off"),
        ("a\nb", "a%0Ab"),
        ("a\r\nb", "a%0D%0Ab"),
        ("a::b", "a::b"),
        ("%0A::error::x", "%250A::error::x"),
        ("a, b: c", "a, b: c"),
    ],
)
def test_annotations_escape_what_the_runner_would_obey(words: str, escaped: str) -> None:
    assert report.github([problem(3, 5, words, "H.")]) == (
        f"::error file={PATH},line=3,col=5,title=wrong-value::{escaped} H.\n"
    )


def test_properties_of_annotations_are_escaped_further() -> None:
    odd = "content/a,b:c%\n.md"
    assert report.github([problem(path=odd)]) == (
        "::error file=content/a%2Cb%3Ac%25%0A.md,line=1,col=1,title=wrong-value::M.\n"
    )


def test_only_ten_annotations_are_given_and_the_rest_is_counted() -> None:
    assert report.github([]) == ""
    many = [problem(line) for line in range(1, 14)]
    rows = report.github(many).splitlines()
    assert len(rows) == 11
    assert rows[-1] == "::error title=More problems::3 more; the job's log lists them all."
    assert len(report.github(many[:10]).splitlines()) == 10


def test_sarif_has_the_structure_that_scanners_read() -> None:
    one = Problem(
        Position("content/pages/나 b.md", 2, 4),
        Code.DUPLICATE_ID,
        "M.",
        "H.",
        (Position("content/a.md", 3, 1),),
    )
    log = json.loads(report.sarif([one, problem(9, 8), problem(9, 9)], "1.2.3"))
    assert (log["version"], log["$schema"]) == (
        "2.1.0",
        "https://json.schemastore.org/sarif-2.1.0.json",
    )
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"] == {
        "driver": {
            "name": "thawline",
            "version": "1.2.3",
            "rules": [{"id": "duplicate-id"}, {"id": "wrong-value"}],
        }
    }

    def location(uri: str, line: int, column: int) -> dict[str, object]:
        region = {"startLine": line, "startColumn": column}
        return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}

    assert run["results"][0] == {
        "ruleId": "duplicate-id",
        "level": "error",
        "message": {"text": "M. H."},
        "locations": [location("content/pages/%EB%82%98%20b.md", 2, 4)],
        "relatedLocations": [location("content/a.md", 3, 1)],
    }
    assert [
        r["locations"][0]["physicalLocation"]["region"]["startColumn"] for r in run["results"]
    ] == [4, 8, 9]
    assert json.loads(report.sarif([], "1"))["runs"][0]["results"] == []


def test_colours_paint_and_change_nothing_else() -> None:
    one = problem(1, 3, "M.", "Do it.")
    plain = text(one, "a: b")
    painted = report.text([one], {PATH: ["a: b"]}, report.COLOURS)
    assert painted != plain
    assert re.sub(r"\x1b\[\d+m", "", painted) == plain
    assert painted.count("\x1b[0m") == 4
    assert "\x1b" not in plain


def test_a_summary_lists_all_problems_in_a_table() -> None:
    words = report.github_summary([problem(n, 1, "M.", "Do it.") for n in range(1, 31)])
    assert words.startswith("### 30 problems in the content\n\n| where |")
    assert words.count("\n| ` content/pages/x.md:") == 30
    assert report.github_summary([]) == "No problems in the content.\n"


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("<img src=x> [a](b) *c*", "` <img src=x> [a](b) *c* `"),
        ("a | b", "` a \\| b `"),
        ("a `b` ``c``", "``` a `b` ``c`` ```"),
        ("a\n| b | c |", "` a \\| b \\| c \\| `"),
        ("a\x1b[31m", "` a\ufffd[31m `"),
    ],
)
def test_no_word_of_the_content_leaves_its_cell(words: str, cell: str) -> None:
    row = report.github_summary([problem(1, 1, words)]).splitlines()[-1]
    assert row == f"| ` {PATH}:1:1 ` | wrong-value | {cell} |  |"


def test_a_repair_is_said_in_a_line() -> None:
    repair = Repair(Position(PATH, 3, 7), "27.07.2021", "2021-07-27")
    assert report.repair_line(repair) == f"{PATH}:3:7: 27.07.2021 → 2021-07-27\n"
