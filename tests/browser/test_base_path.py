"""Everything on the site is reached from its home page; nothing points outside the base path."""

from collections import deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest

from tests.browser.reader import Site
from tests.worlds import BASE_URL

ADDRESSES = {
    "a": "href",
    "link": "href",
    "script": "src",
    "img": "src",
    "source": "src",
    "form": "action",
    "blockquote": "cite",
}
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


class Found(HTMLParser):
    """What a page points to, by element and attribute, and which ids it has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pointers: list[tuple[str, str]] = []
        self.ids: set[str] = set()
        self.canonical = ""
        self.oembed = ""
        self.image = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.add(values["id"])
        if values.get("rel") == "canonical":
            self.canonical = values["href"]
        elif values.get("type") == "application/json+oembed":
            self.oembed = values["href"]
        elif values.get("property") == "og:image":
            self.image = values["content"]
        elif (address := values.get(ADDRESSES.get(tag, ""))) is not None:
            self.pointers.append((tag, address))
        for name in ("data-bundle", "data-base"):
            if name in values:
                self.pointers.append(("data", values[name]))


@dataclass(slots=True)
class Crawl:
    """Everything that is reached from the home page: status and page by full address."""

    statuses: dict[str, int] = field(default_factory=dict)
    pages: dict[str, Found] = field(default_factory=dict)
    fragments: set[tuple[str, str, str]] = field(default_factory=set)  # from, to, fragment
    outside: set[tuple[str, str]] = field(default_factory=set)  # from, to; on our origin
    foreign: set[tuple[str, str, str]] = field(default_factory=set)  # from, element, to


def fetch(site: Site, address: str) -> tuple[int, str, str]:
    """Return status, type and text of what the server sends for a full address."""
    parts = urlsplit(address)
    connection = HTTPConnection(urlsplit(site.origin).netloc, timeout=10)
    connection.request("GET", f"{parts.path}?{parts.query}" if parts.query else parts.path)
    answer = connection.getresponse()
    text = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer.status, answer.headers.get_content_type(), text


@pytest.fixture(scope="module")
def crawl(site: Site) -> Crawl:
    start = site.url("")
    found = Crawl()
    waiting = deque([start])
    while waiting:
        address = waiting.popleft()
        if address in found.statuses:
            continue
        status, type_, text = fetch(site, address)
        found.statuses[address] = status
        if status != 200 or type_ != "text/html":
            continue
        found.pages[address] = Found(text)
        waiting.extend(follow(site, found, address))
    return found


def follow(site: Site, crawl: Crawl, address: str) -> list[str]:
    """Note what a page points to; return what of it lies on the site."""
    within = []
    for element, pointer in crawl.pages[address].pointers:
        target, fragment = urldefrag(urljoin(address, pointer))
        if not target.startswith(f"{site.origin}/"):
            crawl.foreign.add((address, element, target))
        elif not target.startswith(site.url("")):
            crawl.outside.add((address, target))
        elif element != "data":
            within.append(target)
            if fragment:
                crawl.fragments.add((address, target, unquote(fragment)))
    return within


def test_crawl_sees_the_whole_site(site: Site, crawl: Crawl) -> None:
    every_page = {site.url(address.removeprefix("./")) for address in site.addresses()}
    assert len(every_page) > 1000
    assert not sorted(every_page - set(crawl.pages))
    handbook = {address for address in crawl.pages if address.startswith(site.url("handbook/"))}
    assert not sorted(set(crawl.pages) - every_page - handbook)


def test_every_link_is_answered(crawl: Crawl) -> None:
    assert not {address for address, status in crawl.statuses.items() if status != 200}


def test_no_link_leaves_the_base_path(site: Site, crawl: Crawl) -> None:
    assert site.base_path == "/repo/"
    assert not crawl.outside


def test_only_links_lead_to_other_sites(crawl: Crawl) -> None:
    assert {"a"} == {element for _, element, _ in crawl.foreign}
    assert {urlsplit(address).scheme for _, _, address in crawl.foreign} <= {"http", "https"}
    assert not [address for _, _, address in crawl.foreign if address.startswith(BASE_URL)]


def test_every_fragment_exists(crawl: Crawl) -> None:
    assert len(crawl.fragments) > 1000
    missing = [
        (origin, target, fragment)
        for origin, target, fragment in crawl.fragments
        if fragment not in crawl.pages[target].ids
    ]
    assert not missing


def test_every_page_of_the_sitemap_is_reached_by_links(site: Site, crawl: Crawl) -> None:
    sitemap = ET.fromstring((site.folder / "sitemap.xml").read_text("utf-8"))  # noqa: S314 - ours
    listed = [location.text or "" for location in sitemap.iter(f"{NAMESPACE}loc")]
    assert len(listed) == len(set(listed))
    here = {address.replace(BASE_URL, site.url("")) for address in listed}
    assert not sorted(here - set(crawl.pages))
    unlisted = (site.url("embed/"), site.url("handbook/"))
    apart = {address for address in crawl.pages if address.startswith(unlisted)}
    assert not sorted(set(crawl.pages) - here - apart)


def test_every_page_names_its_own_address(site: Site, crawl: Crawl) -> None:
    for address, page in crawl.pages.items():
        shown = address.replace(site.url("embed/"), site.url(""))
        assert page.canonical == shown.replace(site.url(""), BASE_URL)


def test_cards_and_oembed_files_are_served_under_the_addresses_that_pages_name(
    site: Site, crawl: Crawl
) -> None:
    told = {page.image for page in crawl.pages.values()} | {
        page.oembed for page in crawl.pages.values()
    }
    assert len(told) > 500
    for address in told - {""}:
        assert address.startswith(BASE_URL)
        status, type_, _ = fetch(site, address.replace(BASE_URL, site.url("")))
        assert (status, type_) in {(200, "image/png"), (200, "application/json")}


@pytest.mark.parametrize("address", ["robots.txt", "sitemap.xml", "feed.xml", "search/?q=x"])
def test_files_for_machines_are_served(site: Site, address: str) -> None:
    assert fetch(site, site.url(address))[0] == 200


@pytest.mark.parametrize("address", ["no/such/page/", "events/", "events/none/", "assets/"])
def test_addresses_of_nothing_are_answered_with_404(site: Site, address: str) -> None:
    status, _, text = fetch(site, site.url(address))
    assert status == 404
    assert text == (site.folder / "404.html").read_text("utf-8")


def test_page_for_no_address_has_only_links_that_work_anywhere(site: Site) -> None:
    page = Found((site.folder / "404.html").read_text("utf-8"))
    for _, pointer in page.pointers:
        if pointer.startswith("#"):
            continue
        target = urljoin(site.url("no/such/page/"), pointer)
        if target.startswith(site.origin):
            assert pointer.startswith(site.base_path)
            assert fetch(site, target)[0] == 200
