"""Marks and notes that have no partner."""

import pytest

from generator.problems import Code
from generator.text import markdown

NOTES = [
    ("A.[^1] [@a]\n\n[^1]: Note.\n", []),
    ("A `[^x]` b. [@a]\n", []),
    ("A b.[^x] [@a]\n", [(1, 5, "[^x]: its text")]),
    ("A b.[^2] [@a]\n\n[^1]: Note.\n", [(1, 5, "Did you mean [^1]?")]),
    ("A b. [@a]\n\n  [^1]: Note.\n", [(3, 3, "Put [^1] where")]),
    ("A.[^1] [@a]\n\n[^1]: One.\n[^1]: Two.\n", [(4, 1, "another name")]),
    ("A.[^x] [@a]\n\n## B\nC.[^y]\n\n[^z]: D.\n", [(1, 3, "[^z]"), (4, 3, "[^y]: its text")]),
    ("A.[^1] [@a\n\n[^1]: Note.\n", []),
    ("A [@a b.[^1]\n\n[^1]: hidden by the bracket above\n", []),
]


@pytest.mark.parametrize(("text", "expected"), NOTES)
def test_marks_and_notes_come_in_pairs(text: str, expected: list[tuple[int, int, str]]) -> None:
    problems = markdown.parse("x.md", text, 1, account=True).problems
    found = [p for p in problems if p.code is Code.UNMATCHED_FOOTNOTE]
    assert [(p.position.line, p.position.column) for p in found] == [e[:2] for e in expected]
    for problem, (_, _, hint) in zip(found, expected, strict=True):
        assert hint in problem.hint
