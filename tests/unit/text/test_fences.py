"""A file cut at its fences, and where a missing one is told."""

import pytest

from generator.problems import Code, Position
from generator.text import fences

PATH = "content/events/2021/x.md"


SPLITS = [
    ("---\na: b\n---\nText\n", "a: b\n", "Text\n", 4),
    ("---\n---\n", "\n", "", 3),
    ("---\n---", "\n", "", 2),
    ("---  \na: b\n--- \t\nText", "a: b\n", "Text", 4),
    ("---\na: |\n  ---\n---\n\n---\n", "a: |\n  ---\n", "\n---\n", 5),
    ("---\na: b\n---", "a: b\n", "", 3),
]


@pytest.mark.parametrize(("text", "yaml", "body", "line"), SPLITS)
def test_a_file_is_cut_at_its_fences(text: str, yaml: str, body: str, line: int) -> None:
    cut = fences.split(PATH, text)
    assert cut.problems == ()
    assert cut.value == fences.FrontMatter(yaml, body, line)


MISSING = [
    ("", 1, "is empty", "delete the file"),
    ("\n \n", 1, "is empty", "delete the file"),
    ("title: x\n---\n", 1, "does not begin", "above 'title: x'"),
    ("\n---\na: b\n---\n", 2, "does not begin", "what stands above"),
    (" ---\na: b\n---\n", 1, "does not begin", "before it on its line"),
    ("----\na: b\n---\n", 1, "does not begin", "instead of '----'"),
    ("\u2014\na: b\n---\n", 1, "does not begin", "instead of '\u2014'"),
    ("+++\na: b\n+++\n", 1, "does not begin", "instead of '+++'"),
    ("Words.\n", 1, "does not begin", "the fields, and another such line"),
    ("---\na: b\n", 1, "is not closed", "before the text begins"),
    ("---\na: b\n ---\n", 1, "is not closed", "before the text begins"),
    ("---", 1, "is not closed", "before the text begins"),
    (
        "---\na: b\nn:\n  en: x\n- y\n\nIt rained. [@a]\n",
        7,
        "is not closed",
        "above 'It rained. [@a]'",
    ),
    ("---\na: b\n----\nText\n", 3, "is not closed", "instead of '----'"),
]


@pytest.mark.parametrize(("text", "line", "words", "hint"), MISSING)
def test_a_missing_fence_is_told_where_it_should_stand(
    text: str, line: int, words: str, hint: str
) -> None:
    cut = fences.split(PATH, text)
    (problem,) = cut.problems
    assert cut.value is None
    assert (problem.code, problem.position) == (Code.MISSING_FRONT_MATTER, Position(PATH, line))
    assert words in problem.message
    assert hint in problem.hint
