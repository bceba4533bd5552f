"""Citation groups: who says what, in Pandoc's syntax, with a place for every part."""

import time

import pytest

from generator.problems import Checked, Code, Position
from generator.text.citations import parse_group
from generator.text.prose import CitationGroup


def parse(inner: str) -> Checked[CitationGroup]:
    return parse_group(inner, lambda offset: Position("x.md", 1, offset + 1))


READ = [
    # typed, (source, column, speaker, its column, locator, disputes) of each citation
    ("@a", [("a", 2, "", 0, "", False)]),
    (" @a ", [("a", 3, "", 0, "", False)]),
    ("@a; @b", [("a", 2, "", 0, "", False), ("b", 6, "", 0, "", False)]),
    ("@a;@b", [("a", 2, "", 0, "", False), ("b", 5, "", 0, "", False)]),
    ("@a;\n  @b", [("a", 2, "", 0, "", False), ("b", 8, "", 0, "", False)]),
    ("north: @a", [("a", 9, "north", 1, "", False)]),
    ("north : @a", [("a", 10, "north", 1, "", False)]),
    ("north:@a", [("a", 8, "north", 1, "", False)]),
    ("n: @a; @b", [("a", 5, "n", 1, "", False), ("b", 9, "n", 1, "", False)]),
    ("n: @a; s: @b", [("a", 5, "n", 1, "", False), ("b", 12, "s", 8, "", False)]),
    ("@a; s: @b", [("a", 2, "", 0, "", False), ("b", 9, "s", 5, "", False)]),
    ("@a; but @b", [("a", 2, "", 0, "", False), ("b", 10, "", 0, "", True)]),
    ("but @a", [("a", 6, "", 0, "", True)]),
    (
        "n: @a; but @b; @c",
        [("a", 5, "n", 1, "", False), ("b", 13, "", 0, "", True), ("c", 17, "", 0, "", True)],
    ),
    ("n: @a; but s: @b", [("a", 5, "n", 1, "", False), ("b", 16, "s", 12, "", True)]),
    ("@a, p. 3", [("a", 2, "", 0, "p. 3", False)]),
    ("@a , p. 3, 5 ; @b", [("a", 2, "", 0, "p. 3, 5", False), ("b", 17, "", 0, "", False)]),
    ("@a, 3쪽", [("a", 2, "", 0, "3쪽", False)]),
    ("@butter", [("butter", 2, "", 0, "", False)]),
    ("but: @a", [("a", 7, "but", 1, "", False)]),
]


@pytest.mark.parametrize(("typed", "expected"), READ)
def test_groups_are_read(typed: str, expected: list[tuple[str, int, str, int, str, bool]]) -> None:
    group = parse(typed)
    assert group.problems == ()
    assert [
        (
            citation.source,
            citation.position.column,
            citation.speaker,
            citation.speaker_position.column if citation.speaker_position else 0,
            citation.locator,
            citation.disputes,
        )
        for citation in group.value.citations
    ] == expected


MALFORMED = [
    ("@a, @b", [1]),
    ("@a @b", [1]),
    ("@a;", [4]),
    ("@", [1]),
    ("@a; b", [5]),
    ("a@b", [1]),
    ("see @a", [1]),
    ("north south: @a", [1]),
    ("n: s: @a", [1]),
    ("@a,", [1]),
    ("@a, ", [1]),
    ("@a:b", [1]),
    ("  x;\n y; @z", [3, 7]),
]


@pytest.mark.parametrize(("typed", "columns"), MALFORMED)
def test_what_is_no_citation_is_told_where_it_begins(typed: str, columns: list[int]) -> None:
    problems = parse(typed).problems
    assert [p.position.column for p in problems] == columns
    assert {p.code for p in problems} == {Code.MALFORMED_CITATION}


def test_a_malformed_citation_does_not_hide_its_neighbours() -> None:
    group = parse("@a; see b; @c")
    assert [citation.source for citation in group.value.citations] == ["a", "c"]
    assert len(group.problems) == 1


@pytest.mark.parametrize(
    "typed", ["@a, " + " " * 60_000, " " * 60_000 + "@a", "@a," + " ;" * 20_000, "x" * 60_000]
)
def test_the_time_to_read_grows_with_the_length(typed: str) -> None:
    started = time.process_time()
    parse(typed)
    assert time.process_time() - started < 1
