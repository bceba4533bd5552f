"""The account as claims: what they keep, how they are named, and every fault at its place."""

import unicodedata

import pytest

from generator.problems import Checked, Code, Position
from generator.text import markdown
from generator.text.prose import Body, Claim

PATH = "content/events/2021/x.md"


def parse(text: str) -> Checked[Body]:
    """Read an account that begins at line 11 of its file."""
    return markdown.parse(PATH, text, 11, account=True)


def claims(text: str) -> tuple[Claim, ...]:
    body = parse(text)
    assert body.problems == ()
    return body.value.claims


def told(text: str) -> list[tuple[int, int, Code]]:
    return [(p.position.line, p.position.column, p.code) for p in sorted(parse(text).problems)]


def html(claim: Claim) -> str:
    return "".join(part for part in claim.prose.parts if isinstance(part, str))


KEPT = [
    ("Kim said: talk. [@a]", "Kim said: talk."),
    ("It was launch #2, said ROK #1 # loudly. [@a]", "It was launch #2, said ROK #1 # loudly."),
    ("He said \"no\" and 'yes'. [@a]", "He said &quot;no&quot; and 'yes'."),
    ("Write to me@example.org @home. [@a]", "Write to me@example.org @home."),
    ("It said [sic] and (so). [@a]", "It said [sic] and (so)."),
    ("Curly {braces} {#x} stay. [@a]", "Curly {braces} {#x} stay."),
    ("남북 통신선이 복원됐다. [@a]", "남북 통신선이 복원됐다."),
    ("5 < 6 & 7 > 3. [@a]", "5 &lt; 6 &amp; 7 &gt; 3."),
    ("<b>No</b> HTML. [@a]", "&lt;b&gt;No&lt;/b&gt; HTML."),
    ("No {{ view.title }} {% raw %}. [@a]", "No {{ view.title }} {% raw %}."),
    (
        "*Slow* and **loud** `code`. [@a]",
        "<em>Slow</em> and <strong>loud</strong> <code>code</code>.",
    ),
    ("A price of 9:19 - 10.4 NO 0123. [@a]", "A price of 9:19 - 10.4 NO 0123."),
    ("One line\nand another. [@a]", "One line\nand another."),
    ("An asterisk * and a_b_c. [@a]", "An asterisk * and a_b_c."),
    ("Escaped \\[@x\\] stays. [@a]", "Escaped [@x] stays."),
    ("Code `[@x]` stays. [@a]", "Code <code>[@x]</code> stays."),
]


@pytest.mark.parametrize(("typed", "expected"), KEPT)
def test_claims_keep_their_words(typed: str, expected: str) -> None:
    (claim,) = claims(typed)
    assert html(claim) == expected
    assert [citation.source for citation in claim.citations] == ["a"]


def test_words_are_composed() -> None:
    (claim,) = claims(unicodedata.normalize("NFD", "평화 café. [@a]"))
    assert html(claim) == "평화 café."


CUTS = [
    ("One. [@a] Two. [@b]", [(11, 1), (11, 11)]),
    ("One. [@a]\nTwo. [@b]", [(11, 1), (12, 1)]),
    ("One. [@a]\n\nTwo. [@b]", [(11, 1), (13, 1)]),
    ("One. [@a]\n  Two. [@b]", [(11, 1), (12, 3)]),
    ("  One. [@a]", [(11, 3)]),
    ("One\ngoes\non. [@a]   Two. [@b]", [(11, 1), (13, 12)]),
    ("One. [@a;\n@b] {#n} Two. [@c]", [(11, 1), (12, 10)]),
    ("하나. [@a] 둘. [@b]", [(11, 1), (11, 10)]),
    (unicodedata.normalize("NFD", "하나.") + " [@a] Two. [@b]", [(11, 1), (11, 12)]),
    ("One. [@a]{#n}\tTwo. [@b]", [(11, 1), (11, 15)]),
    ("One.[@a]Two.[@b]", [(11, 1), (11, 9)]),
]


@pytest.mark.parametrize(("typed", "places"), CUTS)
def test_claims_begin_where_they_are_typed(typed: str, places: list[tuple[int, int]]) -> None:
    assert [(c.position.line, c.position.column) for c in claims(typed)] == places


def test_citations_know_their_places() -> None:
    (claim,) = claims("북: 남. [north: @a;\n  but @b, p. 2]")
    assert [citation.position for citation in claim.citations] == [
        Position(PATH, 11, 16),
        Position(PATH, 12, 8),
    ]
    assert claim.citations[0].speaker_position == Position(PATH, 11, 8)


def test_anchors_come_from_six_words_or_from_the_name() -> None:
    text = (
        "The *first* cart of the year crossed slowly. [@a]\n"
        "The first cart of the year again. [@b] {#ribbon}\n"
        "See [[old-bridge]] now. [@c]\nSee [[old-bridge|the bridge]] now. [@d]\n평화. [@e]"
    )
    assert [claim.anchor for claim in claims(text)] == [
        "claim-the-first-cart-of-the-year",
        "claim-ribbon",
        "claim-see-old-bridge-now",
        "claim-see-the-bridge-now",
        "claim",
    ]


def test_a_name_is_the_editors_even_when_earlier_words_would_give_it() -> None:
    first, second = claims("Shut. [@a]\nLater. [@b] {#shut}")
    assert (first.anchor, second.anchor) == ("claim-shut-2", "claim-shut")


FAULTS = [
    ("Nothing cited.", [(11, 1, Code.UNCITED_CLAIM)]),
    ("One. [@a] And more.", [(11, 11, Code.UNCITED_CLAIM)]),
    ("One. [@a]\n\n   And more\nhere.", [(13, 4, Code.UNCITED_CLAIM)]),
    ("One. [@a]\nAnd more.\n\nTwo. [@b]", [(12, 1, Code.UNCITED_CLAIM)]),
    ("One [@a].", [(11, 9, Code.UNCITED_CLAIM)]),
    ("One [@a]. Two. [@b]", [(11, 9, Code.UNCITED_CLAIM)]),
    ("One. [@a] {#n}.", [(11, 15, Code.UNCITED_CLAIM)]),
    ("One. [@a] {#n} {#m}", [(11, 16, Code.UNCITED_CLAIM)]),
    ("한국. [@a] 북한.", [(11, 10, Code.UNCITED_CLAIM)]),
    ("[@a]", [(11, 1, Code.MALFORMED_CITATION)]),
    ("One. [@a] [@b]", [(11, 11, Code.MALFORMED_CITATION)]),
    ("*One. [@a]*", [(11, 7, Code.MALFORMED_CITATION)]),
    (
        "One **two. [@a; @b]** more.",
        [(11, 12, Code.MALFORMED_CITATION), (11, 20, Code.UNCITED_CLAIM)],
    ),
    ("[One. [@a]](https://x.example)", [(11, 11, Code.UNCITED_CLAIM)]),
    ("One. [@a, @b]", [(11, 7, Code.MALFORMED_CITATION)]),
    ("One. [@a; see b]", [(11, 11, Code.MALFORMED_CITATION)]),
    ("One. [mail me@x]", [(11, 7, Code.MALFORMED_CITATION)]),
    ("One. [@a\nTwo. [@b]", [(11, 6, Code.MALFORMED_CITATION)]),
    ("One. [north: @a", [(11, 6, Code.MALFORMED_CITATION)]),
    ("One. [@a; [@b]\nTwo. [@c]", [(11, 6, Code.MALFORMED_CITATION)]),
    ("One. [@a] {#East}", [(11, 13, Code.MALFORMED_ID)]),
    ("One. [@a] {#}", [(11, 13, Code.MALFORMED_ID)]),
    ("One. [@a] {#n}\n둘. [@b] {#n}", [(12, 11, Code.DUPLICATE_ANCHOR)]),
    ("One. [@a]\n\n- Two. [@b]", [(13, 1, Code.UNSUPPORTED_ACCOUNT)]),
    ("One. [@a]\n\n> Two. [@b]", [(13, 1, Code.UNSUPPORTED_ACCOUNT)]),
    ("One. [@a]\n\n| a |\n|---|\n| b |\n", [(13, 1, Code.UNSUPPORTED_ACCOUNT)]),
    ("One. [@a]\n\n  ---\n", [(13, 3, Code.UNSUPPORTED_ACCOUNT)]),
    ("One. [@a]\n\n```\ncode\n```\n", [(13, 1, Code.UNSUPPORTED_ACCOUNT)]),
    (
        "One. [@a]\n\n- x\n- y\n\n1. z\n",
        [(13, 1, Code.UNSUPPORTED_ACCOUNT), (16, 1, Code.UNSUPPORTED_ACCOUNT)],
    ),
    ("", [(11, 1, Code.MISSING_ACCOUNT)]),
    ("## Background\nText.", [(11, 1, Code.MISSING_ACCOUNT)]),
    (
        "## Background\n#### Deep\nText.",
        [(11, 1, Code.MISSING_ACCOUNT), (12, 1, Code.MISPLACED_HEADING)],
    ),
    ("## Background\n[x](y)", [(11, 1, Code.MISSING_ACCOUNT), (12, 1, Code.FORBIDDEN_LINK)]),
    # A wrong heading ends the account once, whatever stands above or below it.
    ("# Title\nText.", [(11, 1, Code.MISPLACED_HEADING)]),
    ("One. [@a]\n\n### Part\nText.", [(13, 1, Code.MISPLACED_HEADING)]),
    ("### Part\nText.", [(11, 1, Code.MISPLACED_HEADING)]),
]


@pytest.mark.parametrize(("typed", "expected"), FAULTS)
def test_faults_are_told_at_their_place(typed: str, expected: list[tuple[int, int, Code]]) -> None:
    assert told(typed) == expected


def test_a_long_claim_is_told_by_its_beginning() -> None:
    (problem,) = parse("Word " * 50).problems
    assert problem.message == f"'{'Word ' * 11}Word…' cites no source."
    (problem,) = parse("[" * 500).problems
    assert len(problem.message) < 120


def test_what_stands_after_the_bracket_is_told_apart() -> None:
    (problem,) = parse("It happened [@a].").problems
    assert problem.message == "'.' stands after the citation group."
    assert problem.hint.startswith("Move it in front of the bracket")


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("One. [@a]", True),
        ("One. [@a]\n\n## Two\n#### Deep", True),
        ("One. [@a] {#East}", True),
        ("One. [@a] two.", False),
        ("One. [@a {#x}", False),
        ("*One. [@a] {#x}*", False),
        ("One. [@a]\n\n- Two. [@b] {#x}", False),
        ("## One", False),
        ("One. [@a] " + "x" * 70_000, False),
    ],
)
def test_a_body_that_may_lack_anchors_says_so(typed: str, whole: bool) -> None:  # noqa: FBT001
    assert parse(typed).value.whole is whole


def test_notes_stand_below_and_keep_their_links() -> None:
    body = parse("One.[^1] [@a]\n\n[^1]: Says [[b]] and [@c].\n\n## Two\nText.")
    assert body.problems == ()
    assert len(body.value.claims) == 1
    assert [link.position for link in body.value.notes.links()] == [Position(PATH, 13, 12)]
    assert [c.position for c in body.value.notes.citations()] == [Position(PATH, 13, 24)]


def test_bodies_list_citations_of_claims_first_and_every_link() -> None:
    body = parse("One [[p]]. [@a]\n\n## Two [@x]\nText [[q]] [@b] [r](/s/).\n").value
    assert [c.source for c in body.citations()] == ["a", "b"]
    assert [link.target for link in body.wiki_links()] == ["p", "q"]
    assert len(body.links()) == 3
