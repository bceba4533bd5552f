"""Maps of the golden site: pictures that any program reads, and nothing in them only for eyes."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib
import pytest

from tests.worlds import ROOT

SVG = "{http://www.w3.org/2000/svg}"
XHTML = "{http://www.w3.org/1999/xhtml}"
XLINK = "{http://www.w3.org/1999/xlink}"
PLAIN, VALLEY = "map/plain.svg", "map/valley.svg"
TOKENS = ROOT / "templates" / "assets" / "css" / "tokens.css"


@pytest.mark.parametrize("name", [PLAIN, VALLEY])
def test_outlines_are_pictures_that_fetch_nothing(golden_site: Path, name: str) -> None:
    picture = ET.parse(golden_site / name).getroot()  # noqa: S314 - it is our own
    assert picture.tag == f"{SVG}svg"
    assert {element.tag for element in picture.iter()} == {
        f"{SVG}{t}" for t in ("svg", "style", "path")
    }
    assert not [key for e in picture.iter() for key in e.attrib if "href" in key or key == "style"]
    left, top, width, height = map(int, picture.attrib["viewBox"].split())
    assert (left, top) == (0, 0)
    assert 990 <= max(width, height) <= 1000


def test_a_picture_has_the_colours_of_the_pages(golden_site: Path) -> None:
    """A picture cannot use the page's custom properties, so its values are those of tokens.css."""
    light, dark = TOKENS.read_text("utf-8").split("@media (prefers-color-scheme: dark)")
    drawn = (golden_site / PLAIN).read_text("utf-8").split("@media (prefers-color-scheme:dark)")
    for tokens, styles in zip((light, dark), drawn, strict=True):
        wanted = {
            re.search(rf"--{name}: (#[0-9a-f]+);", tokens)[1]  # type: ignore[index]
            for name in ("edge", "mark")
        }
        assert set(re.findall(r"#[0-9a-f]{6}", styles)) == wanted


def test_every_mark_leads_to_a_place_in_the_list_beside_it(golden_site: Path) -> None:
    page = html5lib.parse((golden_site / "map/index.html").read_text("utf-8"))
    marks = [a for a in page.iter(f"{SVG}a") if a.find(f"{SVG}circle") is not None]
    assert marks
    listed = {a.get("href") for a in page.iter(f"{XHTML}a")}
    assert {mark.get("href") or mark.get(f"{XLINK}href") for mark in marks} <= listed
    assert {mark.get("tabindex") for mark in marks} == {"-1"}


def test_the_map_is_named_and_told(golden_site: Path) -> None:
    page = html5lib.parse((golden_site / "map/index.html").read_text("utf-8"))
    pictures = [part for part in page.iter(f"{SVG}g") if part.get("role") == "img"]
    assert len(pictures) == 2
    for picture in pictures:
        assert not list(picture.iter(f"{SVG}a"))  # what is inside a picture is not told
        title, desc = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")
        assert title is not None
        assert desc is not None
        assert picture.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"


def test_an_event_page_refers_to_the_outlines_and_holds_none(golden_site: Path) -> None:
    text = (golden_site / "events/1981-03-04-sluices-closed/index.html").read_text("utf-8")
    (picture,) = re.findall(r'<figure class="locator".*?</figure>', text, re.DOTALL)
    assert '<image href="/repo/map/valley.svg"' in picture
    assert "<path" not in picture
    assert len(picture) < 1000
