"""Markdown outside of accounts: what is rendered, where links stand, what is refused."""

import time
import unicodedata

import pytest

from generator.problems import Checked, Code, Position
from generator.text import markdown
from generator.text.prose import Body, CitationGroup, SiteLink, WikiLink

PATH = "content/pages/x.md"


def parse(text: str) -> Checked[Body]:
    """Read a body that begins at line 4 of its file."""
    return markdown.parse(PATH, text, 4, account=False)


def told(text: str) -> list[tuple[int, int, Code]]:
    return [(p.position.line, p.position.column, p.code) for p in parse(text).problems]


def html(text: str) -> str:
    body = parse(text)
    assert body.problems == ()
    return "".join(part if isinstance(part, str) else "…" for part in body.value.lead.parts)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("A *b* **c**", "<p>A <em>b</em> <strong>c</strong></p>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("a\n\n<div onclick=x>", "<p>a</p>\n<p>&lt;div onclick=x&gt;</p>\n"),
        ("{{ config }} {% include 'x' %}", "<p>{{ config }} {% include 'x' %}</p>\n"),
        ("    not code", "<p>not code</p>\n"),
        ("Not a heading\n---", "<p>Not a heading</p>\n<hr />\n"),
        ("Not a heading\n===", "<p>Not a heading\n===</p>\n"),
        ("[x]: https://x.example\n\n[x]", "<p>[x]: https://x.example</p>\n<p>[x]</p>\n"),
        ("```html <x>\n<b>\n```", '<pre><code class="language-html">&lt;b&gt;\n</code></pre>\n'),
        (
            "[a](https://x.example/?q=1&r=2)",
            '<p><a href="https://x.example/?q=1&amp;r=2" rel="noopener">a</a></p>\n',
        ),
        (
            "<https://x.example>",
            '<p><a href="https://x.example" rel="noopener">https://x.example</a></p>\n',
        ),
        ("[a](mailto:b@c.example)", '<p><a href="mailto:b@c.example" rel="noopener">a</a></p>\n'),
        (
            '[a](https://x.example "title")',
            '<p><a href="https://x.example" rel="noopener">a</a></p>\n',
        ),
        ("[a](/b/#c)", '<p><a href="…">a</a></p>\n'),
        ("[a](#c)", '<p><a href="…">a</a></p>\n'),
        ("[[b]]", "<p>…</p>\n"),
        ("`[[b]]`", "<p><code>[[b]]</code></p>\n"),
        ("\\[[b]]", "<p>[[b]]</p>\n"),
        ("&#2; &amp; &copy;", "<p>� &amp; ©</p>\n"),
        ("&#xFEFF; &#8238; &NoBreak;", "<p>&amp;#xFEFF; &amp;#8238; &amp;NoBreak;</p>\n"),
        (unicodedata.normalize("NFD", "평화"), "<p>평화</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("a  \nb", "<p>a<br />\nb</p>\n"),
    ],
)
def test_text_is_rendered(typed: str, expected: str) -> None:
    assert html(typed) == expected


def test_tables_are_rendered() -> None:
    assert "<td>1</td>" in html("| a |\n|---|\n| 1 |\n")


PLACES = [
    # The link is always [[zz]] or [zz](/zz/).
    ("[[zz]]", 4, 1),
    ("a [[zz|한국]]", 4, 3),
    ("한국 [[zz]]", 4, 4),
    (unicodedata.normalize("NFD", "한국 [[zz]]"), 4, 8),
    ("🕊️ [[zz]]", 4, 4),
    ("a\nb [[zz]]", 5, 3),
    ("a\n   b [[zz]]", 5, 6),
    ("   a [[zz]]", 4, 6),
    ("a\n\nb\nc\n\nd *e* **[[zz]]**", 9, 9),
    ("*a\nb [zz](/zz/)* c", 5, 3),
    ("- a\n- b [[zz]]", 5, 5),
    ("- a\n\n  b\n  c [[zz]]", 7, 5),
    ("- a\n  - b\n    - [[zz]]", 6, 7),
    ("- a\nlazy [[zz]]", 5, 6),
    ("10. a\n11. 1 [[zz]]", 5, 7),
    ("1. 1 [[zz]]", 4, 6),
    ("> a\n> > [[zz]]", 5, 5),
    ("> - a\n>   [[zz]]", 5, 5),
    (">[[zz]]", 4, 2),
    ("-\t[[zz]]", 4, 3),
    ("| a | b |\n|---|---|\n| c | [[zz]] |", 6, 7),
    ("| a | b |\n|---|---|\n| zz | z [zz](/zz/) |", 6, 10),
    ("| 가 | [[zz]] |\n|---|---|\n| c | d |", 4, 7),
    ("a | b\n---|---\n  c | [[zz]]", 6, 7),
    ("| a | b |\n|---|---|\n| c \\| d | e \\| [[zz]] |", 6, 17),
    ("| a | b |\n|---|---|\n|  |   [[zz]] |", 6, 8),
    ("- | a | b |\n  |---|---|\n  | c | [[zz]] |", 6, 9),
    ("a[^1]\n\n[^1]: b [[zz]]", 6, 9),
    ("a[^1]\n\n[^1]:\n    b\n    c [[zz]]", 8, 7),
    ("a[^1] b[^2]\n\n[^2]: c\n\n[^1]: d\n\n    e [[zz]]", 10, 7),
    ("a\n\n## B\nc\n\nd [[zz]]", 9, 3),
    ("[a [[zz]] b](https://x.example)", 4, 4),
    ("<https://x.example> [[zz]]", 4, 21),
    ("\\* `a` &amp; [[zz]]", 4, 14),
    ("[@a; @b]{#c} [[zz]]", 4, 14),
]


@pytest.mark.parametrize(("typed", "line", "column"), PLACES)
def test_links_know_their_places(typed: str, line: int, column: int) -> None:
    links = parse(typed).value.links()
    assert [link.position for link in links] == [Position(PATH, line, column)]


@pytest.mark.parametrize(("typed", "line", "column"), PLACES)
def test_faults_stand_at_the_same_places(typed: str, line: int, column: int) -> None:
    wrong = typed.replace("[zz](/zz/)", "[zz](zz)")
    for link in ("[[zz]]", "[[zz|한국]]"):
        wrong = wrong.replace(link, "[zz](zz)")
    wrong = wrong.replace("[a [zz](zz) b](https://x.example)", "[a [zz](zz) b]")
    assert told(wrong) == [(line, column, Code.FORBIDDEN_LINK)]


def test_equal_cells_have_places_of_their_own() -> None:
    cells = "| a | b | c |\n|---|---|---|\n| [[z]] | [[z]] | [[z]] |\n| [[z]] | x | [[z]] |\n"
    assert [(link.position.line, link.position.column) for link in parse(cells).value.links()] == [
        *((6, 3), (6, 11), (6, 19)),
        *((7, 3), (7, 15)),
    ]


@pytest.mark.parametrize(
    ("typed", "target", "fragment", "label"),
    [
        ("[[a]]", "a", "", ""),
        ("[[ a ]]", "a", "", ""),
        ("[[a|b c]]", "a", "", "b c"),
        ("[[a|b\n  c]]", "a", "", "b c"),
        ("[[a#b]]", "a", "b", ""),
        ("[[a#b|c]]", "a", "b", "c"),
        ("[[a|]]", "a", "", ""),
        ("[[]]", "", "", ""),
        (unicodedata.normalize("NFD", "[[a|평화]]"), "a", "", "평화"),
    ],
)
def test_wiki_links_are_read(typed: str, target: str, fragment: str, label: str) -> None:
    (link,) = parse(typed).value.links()
    assert link == WikiLink(target, fragment, label, Position(PATH, 4, 1))


@pytest.mark.parametrize(
    ("typed", "path", "fragment"),
    [
        ("[a](/b/)", "/b/", ""),
        ("[a](/b/#c)", "/b/", "c"),
        ("[a](#c)", "", "c"),
        ("[a](/%ED%95%9C/)", "/한/", ""),
        ("[a](/한/#두)", "/한/", "두"),
        ("[a](</b c/>)", "/b c/", ""),
    ],
)
def test_links_of_the_site_are_read(typed: str, path: str, fragment: str) -> None:
    (link,) = parse(typed).value.links()
    assert link == SiteLink(path, fragment, Position(PATH, 4, 1))


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#x73;cript:alert(1)", "vbscript:x"),
        *("data:text/html,x", "data:image/png;base64,x", "file:///etc/passwd", "blob:x", "about:x"),
        *("view-source:x", "filesystem:x", "ftp://x.example", "tel:1", "x:y", "//x.example/a"),
        *("a", "a/b.html", "../a", "./a", "?q=1", "/a?q=1", "www.x.example", "https//x.example"),
    ],
)
def test_other_addresses_are_refused(address: str) -> None:
    assert told(f"a [b]({address})") == [(4, 3, Code.FORBIDDEN_LINK)]
    assert told(f"![b]({address})") == [(4, 2, Code.FORBIDDEN_LINK)]


def test_a_bare_address_is_refused() -> None:
    assert told("<javascript:x>") == [(4, 1, Code.FORBIDDEN_LINK)]


HEADINGS = [
    ("# A", [(4, 1)]),
    ("### A", [(4, 1)]),
    ("## A\n#### B", [(5, 1)]),
    ("## A\n# B", [(5, 1)]),
    ("## A\n#### B\n###### C", [(5, 1), (6, 1)]),
    ("##", [(4, 1)]),
    ("## ", [(4, 1)]),
    ("## [[a]]", [(4, 1)]),
    ("## A [b](/c/)", [(4, 1)]),
    ("## A [@b]", [(4, 1)]),
    ("- ## A", [(4, 3)]),
    ("> ## A", [(4, 3)]),
    ("  # A", [(4, 3)]),
    ("## A\n### B\n## C\n### D\n#### E", []),
    ("## 배경", []),
]


@pytest.mark.parametrize(("typed", "places"), HEADINGS)
def test_headings_stand_in_order(typed: str, places: list[tuple[int, int]]) -> None:
    assert told(typed) == [(line, column, Code.MISPLACED_HEADING) for line, column in places]


def test_sections_are_cut_at_second_level_headings() -> None:
    body = parse("Lead.\n\n## One & *two*\na\n### Part\nb\n## One two\nc\n### Part\n").value
    assert [section.title for section in body.sections] == ["One & two", "One two"]
    assert [section.anchor for section in body.sections] == ["section-one-two", "section-one-two-2"]
    assert [section.inner for section in body.sections] == [("section-part",), ("section-part-2",)]
    assert '<h3 id="section-part">Part</h3>' in str(body.sections[0].prose.parts[0])


def test_citations_outside_of_accounts_are_kept() -> None:
    body = parse("Text [n: @a; @b] more.\n\n## One\n[@c]").value
    assert body.claims == ()
    assert [c.source for c in body.citations()] == ["a", "b", "c"]
    assert isinstance(body.lead.parts[1], CitationGroup)


def test_a_long_text_is_refused_at_its_first_line() -> None:
    assert parse("x" * markdown.MAX_CHARACTERS).problems == ()
    assert told("x" * (markdown.MAX_CHARACTERS + 1)) == [(4, 1, Code.TOO_COMPLEX)]


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 60_000, "[[" * 30_000, "[@" * 30_000, "![[" * 20_000, "[a](" * 15_000),
        *("[" * 30_000 + "]" * 30_000, "[@" + "a" * 60_000 + "](x)", "*a **b " * 8_000),
        *("**a_" * 15_000, ">" * 60_000, "- " * 30_000, "<a:" * 20_000, "[^1]" * 15_000),
        "".join("`" * count + "a" for count in range(350)),
        "|" * 300 + "\n" + "|-" * 300 + "|\n" + "a\n" * 20_000,
        "[[a]]\n" * 10_000,
        "| [[a]] " * 4_000 + "|\n" + "|-" * 4_000 + "|\n",
    ],
    ids=range(17),
)
def test_hostile_text_does_not_hang(text: str) -> None:
    """Quadratic growth shows here as minutes; the limit leaves room for a slow machine."""
    started = time.process_time()
    markdown.parse(PATH, text, 4, account=True)
    assert time.process_time() - started < 5
