"""Rendered pages against each other: links, anchors, ids, headings."""

import pytest

from generator.problems import Code, Position, Problem
from generator.stages.check import check
from generator.urls import Urls
from generator.views.card import CardView
from generator.views.layout import site_view
from generator.views.output import File, Page, Plan, Rendered
from tests.sites import edition_of

ORIGIN = Position("content/x.md")
GOOD = '<h1 id="top">T</h1>'
BUNDLE = "/pagefind/0/"
CARD = CardView("/card.png", "T", "", "", "", "", "S", "T")
SHOWN = '<meta property="og:image" content="https://x.example/repo'


def checked(texts: dict[str, str], base_url: str = "https://x.example/repo/") -> list[Problem]:
    pages = tuple(
        Page(address, "feeds/x.xml" if address.endswith(".xml") else "pages/x.html", object, ORIGIN)
        for address in texts
    )
    files = (File("/assets/0/style.css", bytes),)
    site = site_view(edition_of({}), "/assets/0/", BUNDLE)
    plan = Plan(site, pages, files, BUNDLE, Urls(base_url), (CARD,))
    rendered = [Rendered(page, texts[page.address]) for page in pages]
    return list(check(plan, rendered))


def codes(body: str) -> list[Code]:
    """Check the page /a/ beside the good page /b/ and a feed."""
    other = f'{GOOD}<p id="한국">x</p><p id="a&amp;b">y</p>'
    texts = {"/a/": GOOD + body, "/b/": other, "/feed.xml": "<a href='x'>", "/c d/": GOOD}
    return [problem.code for problem in checked(texts)]


LINKS = [
    ('<a href="/repo/a/">', None),
    ('<a href="/repo/b/#top">', None),
    ('<a href="#top">', None),
    ('<a href="/repo/b/#%ED%95%9C%EA%B5%AD">', None),
    ('<a href="/repo/b/#한국">', None),
    ('<a href="/repo/b/#a&amp;b">', None),
    ('<a href="/repo/c%20d/">', None),
    ('<a href="/repo/b/?q=1">', None),
    ('<a href="?q=1">', None),
    ('<form action="/repo/b/">', None),
    ('<link href="/repo/assets/0/style.css">', None),
    ('<link href="/repo/feed.xml">', None),
    ('<script src="/repo/pagefind/0/pagefind.js">', None),
    ('<a href="https://y.example/no/#no">', None),
    ('<a href="mailto:a@b.example">', None),
    ('<a data-href="/no/">', None),
    (f'{SHOWN}/card.png">', None),
    ('<link href="https://x.example/repo/b/">', None),
    ('<a href="https://x.example/other/">', None),
    ('<meta name="description" content="/repo/no/">', None),
    (f'{SHOWN}/a/card.png">', Code.BROKEN_LINK),
    ('<link href="https://x.example/repo/no/">', Code.BROKEN_LINK),
    ('<a href="/repo/no/">', Code.BROKEN_LINK),
    ('<a href="/repo/a">', Code.BROKEN_LINK),
    ('<a href="/repo/A/">', Code.BROKEN_LINK),
    ('<a href="/a/">', Code.BROKEN_LINK),
    ('<a href="/">', Code.BROKEN_LINK),
    ('<a href="//y.example/">', Code.BROKEN_LINK),
    ('<img src="/repo/assets/0/no.png">', Code.BROKEN_LINK),
    ('<script src="/repo/pagefind/1/pagefind.js">', Code.BROKEN_LINK),
    ('<form\naction="/repo/no/">', Code.BROKEN_LINK),
    ('<a href="#no">', Code.BROKEN_ANCHOR),
    ('<a href="/repo/b/#no">', Code.BROKEN_ANCHOR),
    ('<a href="/repo/b/#Top">', Code.BROKEN_ANCHOR),
    ('<a href="/repo/feed.xml#top">', Code.BROKEN_ANCHOR),
    ('<p id="top">', Code.DUPLICATE_ANCHOR),
    ('<p id="x"><p id="y"><p id="x"><p id="x">', Code.DUPLICATE_ANCHOR),
    ('<p data-id="top">', None),
    ("<h1>again</h1>", Code.MISPLACED_HEADING),
    ("<h1 class=x>again</h1>", Code.MISPLACED_HEADING),
    ("<h10>none</h10>", None),
    ("&lt;h1&gt; &quot; id=&quot;top&quot;", None),
]


@pytest.mark.parametrize(("body", "code"), LINKS)
def test_what_a_page_links_to_is_there(body: str, code: Code | None) -> None:
    assert codes(body) == ([code] if code else [])


def test_a_page_without_a_heading_is_told() -> None:
    (problem,) = checked({"/a/": "<h2>x</h2>"})
    assert (problem.code, problem.position) == (Code.MISPLACED_HEADING, ORIGIN)
    assert "'/a/'" in problem.message
    assert problem.hint == "Look into pages/x.html."


@pytest.mark.parametrize(
    ("base_url", "href"),
    [
        ("https://x.example", "/b/"),
        ("https://x.example/", "/b/"),
        ("https://x.example/a/b", "/a/b/b/"),
    ],
)
def test_the_base_path_is_that_of_the_site(base_url: str, href: str) -> None:
    texts = {"/a/": f'{GOOD}<a href="{href}">', "/b/": GOOD}
    assert checked(texts, base_url) == []


def test_the_same_link_is_told_once_a_page_and_pages_are_sorted() -> None:
    link = '<a href="/repo/no/"><a href="/repo/no/">'
    problems = checked({"/a/": f"{GOOD}{link}", "/b/": f"{GOOD}{link}"})
    assert [problem.message for problem in problems] == ["The link '/repo/no/' leads to no page."]
