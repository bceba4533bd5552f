"""Anchors: derived from words, or named by editors."""

import unicodedata

import pytest

from generator.problems import Code, Position
from generator.text.anchors import Anchors, slug

AT = Position("x.md", 3, 9)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Why it matters", "why-it-matters"),
        ("What's next? Seoul’s", "whats-next-seouls"),
        ("Seoul—Tokyo 2018–2019", "seoul-tokyo-2018-2019"),
        ("Café — Übersicht", "cafe-ubersicht"),
        ("1,000 shells", "1-000-shells"),
        ("  --a--  ", "a"),
        ("<script>", "script"),
        ("평화", ""),
        ("9·19 합의", "9-19"),
        ("ﬁre ①", "fire-1"),
        ("", ""),
    ],
)
def test_slugs_are_plain(words: str, expected: str) -> None:
    assert slug(words) == expected
    assert slug(unicodedata.normalize("NFD", words)) == expected


def test_equal_words_get_numbers() -> None:
    anchors = Anchors()
    given = [anchors.derive("claim", words) for words in ("It rained", "It rained", "It rained!")]
    assert given == ["claim-it-rained", "claim-it-rained-2", "claim-it-rained-3"]


def test_words_without_latin_letters_get_numbers() -> None:
    anchors = Anchors()
    assert [anchors.derive("section", "배경"), anchors.derive("section", "결과")] == [
        "section",
        "section-2",
    ]


def test_a_derived_anchor_keeps_clear_of_a_numbered_one() -> None:
    anchors = Anchors()
    given = [anchors.derive("claim", words) for words in ("a 2", "a", "a")]
    assert given == ["claim-a-2", "claim-a", "claim-a-3"]


def test_prefixes_divide_claims_from_sections() -> None:
    anchors = Anchors()
    assert anchors.derive("claim", "a") == "claim-a"
    assert anchors.derive("section", "a") == "section-a"
    assert anchors.name("claim", "b", AT) == ("claim-b", None)


@pytest.mark.parametrize("name", ["east-line", "a", "a1", "a-", "e--f"])
def test_names_are_taken_as_typed(name: str) -> None:
    assert Anchors().name("claim", name, AT) == (f"claim-{name}", None)


@pytest.mark.parametrize("name", ["", "East", "1st", "-a", "a_b", "a.b", "동선", "é", "a\n"])
def test_other_names_are_refused_where_they_stand(name: str) -> None:
    _, problem = Anchors().name("claim", name, AT)
    assert problem is not None
    assert (problem.code, problem.position) == (Code.MALFORMED_ID, AT)
    assert f"'{name}'" in problem.message


def test_a_name_given_twice_names_the_first_place() -> None:
    anchors = Anchors()
    first = Position("x.md", 2, 5)
    assert anchors.name("claim", "a", first)[1] is None
    _, problem = anchors.name("claim", "a", AT)
    assert problem is not None
    assert (problem.code, problem.position) == (Code.DUPLICATE_ANCHOR, AT)
    assert problem.related == (first,)


def test_derived_anchors_give_way_to_names() -> None:
    anchors = Anchors()
    anchors.name("claim", "a", AT)
    assert anchors.derive("claim", "a") == "claim-a-2"
