"""What machines read of the golden site, by readers that others wrote."""

import re
from datetime import datetime
from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import feedparser
import pytest

from generator.urls import output_path
from tests.worlds import BASE_URL

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
EVENTS = 6


def page_of(address: str, site: Path) -> Path:
    """Return the file behind a whole address of the site."""
    assert address.startswith(BASE_URL), address
    return site / output_path(f"/{address.removeprefix(BASE_URL)}")


@pytest.fixture(scope="module")
def feed(golden_site: Path) -> ET.Element:
    return ET.parse(golden_site / "feed.xml").getroot()  # noqa: S314 - made by us a moment ago


def the(element: ET.Element, name: str) -> str:
    """Return the text of the one child of the name."""
    (child,) = element.findall(f"{ATOM}{name}")
    assert child.text
    return child.text


def links(element: ET.Element, relation: str) -> list[str]:
    found = element.findall(f"{ATOM}link[@rel='{relation}']")
    return [link.attrib["href"] for link in found]


def test_a_feed_reader_finds_nothing_odd(golden_site: Path) -> None:
    read = feedparser.parse((golden_site / "feed.xml").read_bytes())
    assert read.bozo is False, read.get("bozo_exception")
    assert read.version == "atom10"
    assert read.feed.title == "The Issen Papers"
    assert [entry.title for entry in read.entries][:2] == [
        "Velmora and Tarsil sign the treaty of Maren",
        "The Issen floods the lowlands",
    ]
    assert all(entry.get("updated_parsed") and entry.get("summary") for entry in read.entries)


def test_the_feed_has_what_the_standard_demands(feed: ET.Element) -> None:
    """RFC 4287, section 4.1.1."""
    assert feed.tag == f"{ATOM}feed"
    assert the(feed, "id") == BASE_URL
    assert the(feed, "title") == "The Issen Papers"
    assert INSTANT.fullmatch(the(feed, "updated"))
    assert links(feed, "self") == [f"{BASE_URL}feed.xml"]
    assert links(feed, "alternate") == [BASE_URL]
    assert [name.text for name in feed.findall(f"{ATOM}author/{ATOM}name")] == ["The Issen Papers"]


def test_entries_are_whole_and_unlike_each_other(feed: ET.Element, golden_site: Path) -> None:
    """RFC 4287, section 4.1.2; ids are what readers tell entries apart by."""
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == EVENTS
    assert len({the(entry, "id") for entry in entries}) == EVENTS
    for entry in entries:
        assert INSTANT.fullmatch(the(entry, "updated"))
        (address,) = links(entry, "alternate")
        assert page_of(address, golden_site).is_file()
        assert the(entry, "title") in page_of(address, golden_site).read_text("utf-8").replace(
            "&amp;", "&"
        )
        assert the(entry, "summary")


def test_markup_in_titles_and_summaries_is_text(feed: ET.Element) -> None:
    titles = [the(entry, "title") for entry in feed.findall(f"{ATOM}entry")]
    assert "Tarsil warns of “grave consequences” & recalls its envoy" in titles
    assert not any("&" in title.replace(" & ", "") or "<" in title for title in titles)


def test_the_feed_is_newer_than_each_entry(feed: ET.Element) -> None:
    moments = [datetime.fromisoformat(the(e, "updated")) for e in feed.findall(f"{ATOM}entry")]
    assert datetime.fromisoformat(the(feed, "updated")) >= max(moments)


def test_the_sitemap_names_every_page_for_readers_once(golden_site: Path) -> None:
    root = ET.parse(golden_site / "sitemap.xml").getroot()  # noqa: S314 - made by us
    assert root.tag == f"{SITEMAP}urlset"
    addresses = [location.text or "" for location in root.findall(f"{SITEMAP}url/{SITEMAP}loc")]
    assert len(addresses) == len(set(addresses)) > EVENTS
    left_out = {golden_site / "404.html", golden_site / "events/1981-sluices/index.html"}
    frames = set((golden_site / "embed").rglob("*.html"))
    pages = set(golden_site.rglob("*.html")) - left_out - frames
    assert {page_of(address, golden_site) for address in addresses} == pages


def test_robots_may_read_everything_and_find_the_sitemap(golden_site: Path) -> None:
    robots = RobotFileParser()
    robots.parse((golden_site / "robots.txt").read_text("utf-8").splitlines())
    assert robots.can_fetch("anyone", f"{BASE_URL}events/1982-01-flood/")
    assert robots.site_maps() == [f"{BASE_URL}sitemap.xml"]


@pytest.mark.parametrize("name", ["feed.xml", "sitemap.xml"])
def test_xml_begins_with_its_declaration(name: str, golden_site: Path) -> None:
    data = (golden_site / name).read_bytes()
    assert data.startswith(b'<?xml version="1.0" encoding="utf-8"?>\n<')
    assert data.endswith(b">\n")


def test_the_feed_of_corrections_leads_to_each_on_their_page(golden_site: Path) -> None:
    read = feedparser.parse((golden_site / "corrections.xml").read_bytes())
    assert read.bozo is False, read.get("bozo_exception")
    assert [entry.updated for entry in read.entries] == [
        "1982-05-01T00:00:00Z",
        "1982-02-03T00:00:00Z",
    ]
    page = (golden_site / "corrections" / "index.html").read_text("utf-8")
    for entry in read.entries:
        address, _, anchor = entry.link.partition("#")
        assert address == f"{BASE_URL}corrections/"
        assert f'id="{anchor}"' in page
