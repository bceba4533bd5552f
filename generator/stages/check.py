"""Rendered pages against each other: every link and anchor leads somewhere, every id is unique.

Faults of editors were found before rendering, with their place; what is found here is a fault of
a template or a view, told at the content file of the page that shows it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from urllib.parse import unquote

from generator.problems import Code, Problem
from generator.urls import Urls
from generator.views.output import Plan, Rendered

_ID = re.compile(r'\sid="([^"]*)"')
_LINK = re.compile(r'\s(?:href|src|action|property="og:image" content)="([^"]*)"')
_H1 = re.compile(r"<h1[\s>]")


def check(plan: Plan, rendered: Iterable[Rendered]) -> tuple[Problem, ...]:
    """Return the problems of all pages; other kinds of files are not looked into."""
    pages = [page for page in rendered if page.page.template.endswith(".html")]
    ids = {page.page.address: _ID.findall(page.text) for page in pages}
    anchors = {address: frozenset(map(unescape, found)) for address, found in ids.items()}
    known = {output.address for output in plan.pages} | {file.address for file in plan.files}
    known |= {card.address for card in plan.cards}
    problems: set[Problem] = set()
    for page in pages:
        problems.update(_page_problems(page, ids[page.page.address]))
        problems.update(_link_problems(page, anchors, known, plan.urls, plan.bundle))
    return tuple(sorted(problems))


def _page_problems(page: Rendered, ids: list[str]) -> Iterator[Problem]:
    at, address = page.page.origin, page.page.address
    for id_ in sorted(
        {id_ for id_ in ids if ids.count(id_) > 1} if len(set(ids)) < len(ids) else ()
    ):
        message = f"The page '{address}' has two elements with the id '{id_}'."
        yield Problem(at, Code.DUPLICATE_ANCHOR, message, f"Look into {page.page.template}.")
    if len(_H1.findall(page.text)) != 1:
        message = f"The page '{address}' must have exactly one first-level heading."
        yield Problem(at, Code.MISPLACED_HEADING, message, f"Look into {page.page.template}.")


def _link_problems(
    page: Rendered,
    anchors: Mapping[str, frozenset[str]],
    known: set[str],
    urls: Urls,
    bundle: str,
) -> Iterator[Problem]:
    at = page.page.origin
    hint = f"Look into {page.page.template}."
    for href in sorted({unescape(link) for link in _LINK.findall(page.text)}):
        path, _, fragment = href.partition("#")
        address = urls.address_of(unquote(path)) if path else page.page.address
        if address is None:
            if path.startswith("/"):
                message = f"The link '{href}' leaves the site's base path."
                yield Problem(at, Code.BROKEN_LINK, message, hint)
            continue
        address = address.partition("?")[0]
        if address not in known and not address.startswith(bundle):
            yield Problem(at, Code.BROKEN_LINK, f"The link '{href}' leads to no page.", hint)
        elif fragment and unquote(fragment) not in anchors.get(address, frozenset()):
            yield Problem(at, Code.BROKEN_ANCHOR, f"The link '{href}' leads to no anchor.", hint)
