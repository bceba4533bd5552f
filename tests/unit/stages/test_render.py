"""Rendering: what templates see, and failures at the template's own line."""

from dataclasses import dataclass

import pytest
from markupsafe import Markup

from generator.problems import Checked, Code, Position
from generator.stages.render import render
from generator.urls import Urls
from generator.views.card import CardView
from generator.views.layout import SiteView, site_view
from generator.views.output import Page, Plan, Rendered
from tests.sites import edition_of

URLS = Urls("https://x.example/repo/")


BOLD = Markup("<b>b</b>")


@dataclass(frozen=True, slots=True)
class Shown:
    """A view of this test."""

    title: str = "T"
    html: Markup = BOLD
    words: tuple[str, ...] = ("a", "b")


def site() -> SiteView:
    return site_view(edition_of({}), "/assets/0/", "/pagefind/0/")


ICONS = {"bell": Markup("<svg>bell</svg>")}


def rendered(sources: dict[str, str], *pages: Page) -> Checked[tuple[Rendered, ...]]:
    planned = pages or (page("/a/"),)
    return render(Plan(site(), planned, (), "/pagefind/0/", URLS), sources, ICONS)


def page(address: str, template: str = "pages/a.html", view: object = None) -> Page:
    return Page(address, template, lambda: view or Shown(), Position("content/x.md"))


def test_a_page_sees_the_site_its_frame_and_its_view() -> None:
    source = "{{ site.title }}|{{ page.href }}|{{ page.canonical }}|{{ view.title }}\n"
    made = rendered({"pages/a.html": source})
    assert made.problems == ()
    (one,) = made.value
    assert one.text == "Two Banks|/repo/a/|https://x.example/repo/a/|T\n"
    assert one.page.address == "/a/"


def test_text_is_escaped_and_markup_is_not() -> None:
    view = Shown(title="<script>&\"'")
    made = rendered({"pages/a.html": "{{ view.title }}{{ view.html }}"}, page("/a/", view=view))
    assert made.value[0].text == "&lt;script&gt;&amp;&#34;&#39;<b>b</b>"


@pytest.mark.parametrize("name", ["pages/a.html", "feeds/a.xml", "feeds/a.txt"])
def test_every_kind_of_file_is_escaped(name: str) -> None:
    made = rendered({name: "{{ view.title }}"}, page("/a/", name, Shown(title="<&>")))
    assert made.value[0].text == "&lt;&amp;&gt;"


def test_an_icon_is_put_in_by_its_name() -> None:
    made = rendered({"pages/a.html": "{{ icon(name='bell') }}"})
    assert made.value[0].text == "<svg>bell</svg>"


CARD = CardView("/a/card.png", "T", "", "", "", "", "S", "T, in words")


def test_a_page_shows_its_own_card_or_that_of_the_site() -> None:
    source = {"pages/a.html": "{{ page.card.href }} {{ page.card.alt }}"}
    without, own = page("/a/"), Page("/b/", "pages/a.html", object, Position("x"), card=CARD)
    texts = [one.text for one in rendered(source, without, own).value]
    assert texts == [
        f"https://x.example/repo/card.png {site().card.alt}",
        "https://x.example/repo/a/card.png T, in words",
    ]


def test_content_is_never_a_template() -> None:
    view = Shown(title="{{ site.title }}{% raw %}")
    made = rendered({"pages/a.html": "{{ view.title }}"}, page("/a/", view=view))
    assert made.value[0].text == "{{ site.title }}{% raw %}"


def test_lines_of_blocks_leave_no_trace() -> None:
    source = "<ul>\n  {% for word in view.words %}\n  <li>{{ word }}</li>\n  {% endfor %}\n</ul>\n"
    assert rendered({"pages/a.html": source}).value[0].text == (
        "<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>\n"
    )


BASE = "<main>\n{% block main %}{% endblock %}\n</main>\n"
FAILURES = [
    # the page's template and another one, where it fails, what is said
    ("\n\n{{ view.titel }}", "", "pages/a.html", 3, "no attribute 'titel'"),
    ("{{ nothing }}", "", "pages/a.html", 1, "'nothing' is undefined"),
    ("\n{{ view.title.nothing }}", "", "pages/a.html", 2, "has no attribute 'nothing'"),
    ("\n{{ view.words[9] }}", "", "pages/a.html", 2, "no element 9"),
    ("\n{{ 1 + view.title }}", "", "pages/a.html", 2, "TypeError"),
    ("\n{{ 1 // 0 }}", "", "pages/a.html", 2, "ZeroDivisionError"),
    ("\n{{ '%d' % view.title }}", "", "pages/a.html", 2, "TypeError"),
    ("\n{{ '{x}'.format(y=1) }}", "", "pages/a.html", 2, "KeyError"),
    ("\n{% if %}", "", "pages/a.html", 2, "expression"),
    (
        "a\n{% for x in view.words %}\n{{ x }}\n",
        "",
        "pages/a.html",
        3,
        "Unexpected end of template",
    ),
    ("\n{{ view.title|nofilter }}", "", "pages/a.html", 2, "No filter named 'nofilter'"),
    ("\n{{ view.title", "", "pages/a.html", 2, "unexpected end of template"),
    ("\n{% include 'b.html' %}", "\n\n{{ view.titel }}", "b.html", 3, "no attribute 'titel'"),
    ("\n{% include 'b.html' %}", "\n\n\n{% if %}", "b.html", 4, "expression"),
    ("\n{% include 'c.html' %}", "", "pages/a.html", 2, "c.html"),
    ("{% extends 'c.html' %}", "", "pages/a.html", 1, "c.html"),
    (
        "{% from 'b.html' import m %}\n{{ m(y=1) }}",
        "{% macro m(x) %}\n{{ x }}{% endmacro %}",
        "pages/a.html",
        2,
        "no keyword argument 'y'",
    ),
    (
        "{% from 'b.html' import m %}\n{{ m() }}",
        "{% macro m(x) %}\n\n{{ x }}{% endmacro %}",
        "b.html",
        3,
        "parameter 'x' was not provided",
    ),
    (
        "{% from 'b.html' import n %}\n\n{{ n() }}",
        "{% macro m(x) %}{% endmacro %}",
        "pages/a.html",
        3,
        "'n'",
    ),
    (
        "{% extends 'base.html' %}\n{% block main %}\n{{ view.titel }}\n{% endblock %}",
        "",
        "pages/a.html",
        3,
        "'titel'",
    ),
    ("\n{{ icon(name='bel') }}", "", "pages/a.html", 2, "no icon 'bel'"),
    ("\n{% include 'pages/a.html' %}", "", "pages/a.html", 2, "RecursionError"),
]


@pytest.mark.parametrize(("source", "other", "template", "line", "words"), FAILURES)
def test_a_failure_stands_at_the_templates_own_line(
    source: str, other: str, template: str, line: int, words: str
) -> None:
    made = rendered({"pages/a.html": source, "b.html": other, "base.html": BASE})
    (problem,) = made.problems
    assert made.value == ()
    assert problem.code is Code.TEMPLATE_FAILURE
    assert problem.position == Position(f"templates/{template}", line)
    assert words in problem.message


def test_a_template_that_is_not_there_is_told() -> None:
    (problem,) = rendered({}).problems
    assert problem.position == Position("templates/pages/a.html")


def test_one_fault_of_a_template_is_told_once_for_all_its_pages() -> None:
    views = [Shown(title="x"), Shown(title="y"), Shown(title="z")]
    pages = [page(f"/{view.title}/", view=view) for view in views]
    made = rendered(
        {"pages/a.html": "\n{{ {'x': 1}.__getitem__(view.title) + view.title }}"}, *pages
    )
    assert [problem.position.line for problem in made.problems] == [2]


def test_other_pages_are_rendered_beside_a_failure() -> None:
    sources = {"pages/a.html": "{{ view.titel }}", "pages/b.html": "good"}
    made = rendered(sources, page("/a/"), page("/b/", "pages/b.html"))
    assert [one.page.address for one in made.value] == ["/b/"]
    assert len(made.problems) == 1
