"""Pages in a frame on another site: their look, one claim alone, and where their links lead."""

import json

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.page_types import TYPES, visit
from tests.browser.reader import DESK, PHONE, SCRIPTS_OFF, Look, Reader
from tests.worlds import BASE_URL

FRAMED = ["embed event", "embed commitment", "embed thread"]


def framed(reader: Reader, type_: str, fragment: str = "", look: Look = DESK) -> Page:
    """Open a page of another site that holds the code which our page offers."""
    shown = reader.open(TYPES[type_](reader.site).removeprefix("embed/"))
    code = shown.locator("#embed-code").input_value()
    assert code.count(BASE_URL) == 1
    here = code.replace(BASE_URL, reader.site.url("")).replace('/" title', f'/{fragment}" title')
    page = reader.page(look)
    page.set_content(f"<!doctype html><p>An article.</p>{here}")
    return page


def inside(page: Page) -> FrameLocator:
    return page.frame_locator("iframe")


@pytest.mark.parametrize("look", [DESK, PHONE, SCRIPTS_OFF], ids=["light", "dark", "no scripts"])
@pytest.mark.parametrize("type_", FRAMED)
def test_the_frame_shows_title_claims_and_date_in_our_look(
    reader: Reader, type_: str, look: Look
) -> None:
    page = framed(reader, type_, look=look)
    frame = inside(page)
    expect(frame.locator("h1")).to_be_visible()
    expect(frame.locator(".embed-claim__label").first).to_be_visible()
    expect(frame.locator(".embed-foot__as-of")).to_contain_text("As far as known to")
    if look.scripts:
        assert frame.locator("body").evaluate("(e) => getComputedStyle(e).fontSize") == "18px"
        wide = frame.locator("html").evaluate("(e) => e.scrollWidth - e.clientWidth")
        assert wide == 0


def test_a_fragment_shows_one_claim_alone(reader: Reader) -> None:
    address = TYPES["embed event"](reader.site)
    claims = reader.open(address, SCRIPTS_OFF).locator(".embed-claim")
    count = claims.count()
    assert count > 2
    second = claims.nth(1).get_attribute("id")
    frame = inside(framed(reader, "embed event", f"#{second}"))
    shown = frame.locator(".embed-claim").filter(visible=True)
    expect(shown).to_have_count(1)
    assert shown.get_attribute("id") == second
    expect(frame.locator("h1")).to_be_visible()


@pytest.mark.parametrize("part", ["h1 a", ".embed-claim__label >> nth=0", ".wordmark"])
def test_links_open_in_place_of_the_page_around_the_frame(reader: Reader, part: str) -> None:
    page = framed(reader, "embed event")
    link = inside(page).locator(part)
    target = link.get_attribute("href")
    link.click()
    page.wait_for_url(f"{reader.site.origin}{target}")
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("type_", FRAMED)
def test_crawlers_are_sent_to_the_page_itself(reader: Reader, type_: str) -> None:
    page = visit(reader, type_)
    assert page.locator("script").count() == 0
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    address = TYPES[type_](reader.site)
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical == f"{BASE_URL}{address.removeprefix('embed/')}"
    assert address not in (reader.site.folder / "sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize("type_", FRAMED)
def test_the_code_of_the_page_and_of_its_oembed_file_are_one(reader: Reader, type_: str) -> None:
    page = reader.open(TYPES[type_](reader.site).removeprefix("embed/"))
    found = page.locator("link[type='application/json+oembed']").get_attribute("href") or ""
    file = reader.site.folder / found.removeprefix(BASE_URL)
    assert json.loads(file.read_text("utf-8"))["html"] == page.locator("#embed-code").input_value()


@pytest.mark.parametrize("type_", ["home", "event", "thread", "question", "actor"])
def test_a_shared_link_has_a_picture_with_words(reader: Reader, type_: str) -> None:
    page = visit(reader, type_)
    image = page.locator("meta[property='og:image']").get_attribute("content") or ""
    size = page.evaluate(
        """async (address) => {
          const image = await createImageBitmap(await (await fetch(address)).blob());
          return [image.width, image.height];
        }""",
        image.replace(BASE_URL, reader.site.url("")),
    )
    told = [
        page.locator(f"meta[property='og:image:{side}']").get_attribute("content")
        for side in ("width", "height")
    ]
    assert size == [1200, 630] == [int(side or 0) for side in told]
    assert page.locator("meta[property='og:image:alt']").get_attribute("content")
    twitter = page.locator("meta[name='twitter:card']")
    assert twitter.get_attribute("content") == "summary_large_image"
