"""Quotations and the excerpts that must hold them."""

import pytest

from generator.problems import Position
from generator.text.quotes import quotes_in, stands_in

EXCERPT = "We will take proactive, gradual steps to restore the “Sept. 19” military agreement."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "yes" and “no”.', [("yes", 8), ("no", 18)]),
        ("„ja“ and «oui»", [("ja", 0), ("oui", 9)]),
        ("it's the leaders' line", []),
        ('one " alone', []),
        ('over "two\nlines"', []),
    ],
)
def test_quotations_are_found_where_they_begin(text: str, found: list[tuple[str, int]]) -> None:
    quotes = quotes_in(text, lambda offset: Position("x", 1, offset))
    assert [(quote.words, quote.position.column) for quote in quotes] == found


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("proactive, gradual steps", True),
        ("Proactive,  gradual steps.", True),
        ('the "Sept. 19" military agreement', True),
        ("we … restore", True),
        ("will take [bold] steps", True),
        ("take proactive [and] gradual steps", True),
        ("take proactive, [really] gradual steps", True),
        ("take [bold] proactive measures", False),
        ("restore … we will", False),
        ("proactive and gradual steps", False),
        ("gradual step towards", False),
    ],
)
def test_an_excerpt_must_hold_the_words_in_order(words: str, held: bool) -> None:  # noqa: FBT001
    assert stands_in(words, ["Something else.", EXCERPT]) is held


def test_words_divided_between_two_excerpts_are_not_held() -> None:
    assert not stands_in("one two", ["one", "two"])
