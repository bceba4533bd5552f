"""One address for each type of page: the longest of its type, which has most that can go wrong."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.reader import DESK, Look, Reader, Site


def longest(pattern: str, holding: str = "") -> Callable[[Site], str]:
    """Choose the longest page of a type that holds a text: it has most that can go wrong."""

    def choose(site: Site) -> str:
        fitting = [page for page in site.addresses(pattern) if holding in site.html(page)]
        return max(fitting, key=lambda page: (len(site.html(page)), page))

    return choose


def at(address: str) -> Callable[[Site], str]:
    return lambda _site: address


TYPES: dict[str, Callable[[Site], str]] = {
    "home": at(""),
    "timeline": at("timeline/"),
    "year": longest("timeline/*/"),
    "selection": longest("timeline/kinds/*/"),
    "as known": at("as-known/"),
    "as known, year": at("as-known/2021/"),
    "on this day": at("on-this-day/"),
    "event, disputed": longest("events/*/", "claim--disputed"),
    "event": longest("events/*/"),
    "thread": longest("threads/*/"),
    "threads": at("threads/"),
    "actor": longest("actors/*/", "Also written"),
    "actors": at("actors/"),
    "question": longest("questions/*/"),
    "questions": at("questions/"),
    "commitment": longest("commitments/*/"),
    "commitments": at("commitments/"),
    "term": longest("terms/*/"),
    "terms": at("terms/"),
    "figure, channels": longest("figures/*/", "channels__picture"),
    "figure, tallies": longest("figures/*/", "tallies__picture"),
    "figures": at("figures/"),
    "report": longest("reports/*/"),
    "reports": at("reports/"),
    "map": at("map/"),
    "data": at("data/"),
    "place": longest("places/*/"),
    "places": at("places/"),
    "source": longest("sources/*/", "<blockquote"),
    "outlet": longest("outlets/*/"),
    "outlets": at("outlets/"),
    "search": at("search/"),
    "results": at("search/?q=camp+david"),
    "browse": at("browse/"),
    "text page": at("how-we-know/"),
    "summit": longest("summits/*/"),
    "summits": at("summits/"),
    "compare": longest("compare/*/", "dispute__parties"),
    "compared": at("compare/"),
    "corrections": at("corrections/"),
    "embed event": longest("embed/events/*/"),
    "embed commitment": longest("embed/commitments/*/"),
    "embed thread": longest("embed/threads/*/"),
    "404": at("no/such/page/"),
}
every_type = pytest.mark.parametrize("type_", TYPES)


def visit(reader: Reader, type_: str, look: Look = DESK) -> Page:
    """Open a page of the type, and wait until all of it is there."""
    if type_ == "404":
        reader.expected.append("404")
    page = reader.open(TYPES[type_](reader.site), look)
    if type_ == "results":
        page.wait_for_selector("ol#results[data-state=done] > li")
    return page
