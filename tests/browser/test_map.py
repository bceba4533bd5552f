"""Maps as readers see them: one layer of names a screen, outlines in both schemes, in print too."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.reader import DESK, PHONE, Look, Reader

LAND = {"light": (0xF1, 0xED, 0xE2), "dark": (0x20, 0x24, 0x2A)}


@pytest.mark.parametrize(("look", "shown"), [(DESK, "wide"), (PHONE, "narrow")])
def test_a_screen_shows_the_names_that_fit_it(reader: Reader, look: Look, shown: str) -> None:
    page = reader.open("map/", look)
    for picture in page.locator(".map__picture").all():
        for size in ("wide", "narrow"):
            layer = picture.locator(f".map__layer--{size}")
            expect(layer).to_be_visible() if size == shown else expect(layer).to_be_hidden()
        letters = picture.locator(f".map__layer--{shown} .place-label").first
        box = letters.bounding_box()
        assert box is not None
        assert 9 <= box["height"] <= 26


NAMES = """(layer) => [...layer.querySelectorAll(".place-label")].map((name) => {
  const { x, y, width, height } = name.getBBox();
  return [name.textContent, x + 1, y + 3, x + width - 1, y + height - 3];
})"""


@pytest.mark.parametrize("look", [DESK, PHONE])
def test_names_do_not_cover_each_other(reader: Reader, look: Look) -> None:
    page = reader.open("map/", look)
    for layer in page.locator(".map__picture > g[aria-hidden]:visible").all():
        names = layer.evaluate(NAMES)
        assert len(names) > 3
        for number, (text, left, top, right, bottom) in enumerate(names):
            for other, other_left, other_top, other_right, other_bottom in names[:number]:
                across = left < other_right and other_left < right
                assert not (across and top < other_bottom and other_top < bottom), (text, other)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_locator_shows_land_in_the_colours_of_the_page(reader: Reader, scheme: str) -> None:
    look = DESK if scheme == "light" else Look(colours="dark")
    picture = reader.open("places/panmunjom/", look).locator(".locator__picture")
    image = Image.open(BytesIO(picture.screenshot())).convert("RGB")
    colours = {colour for _, colour in image.getcolors(image.width * image.height) or ()}
    assert LAND[scheme] in colours
    assert LAND["dark" if scheme == "light" else "light"] not in colours


def test_a_mark_leads_to_its_place(reader: Reader) -> None:
    page = reader.open("map/")
    page.locator(".map__layer--wide a[href$='/places/tokyo/']").click()
    assert page.url.endswith("/places/tokyo/")


def test_the_keyboard_passes_the_marks_by(reader: Reader) -> None:
    page = reader.open("map/")
    page.locator("h2").first.evaluate("(heading) => { heading.tabIndex = -1; heading.focus(); }")
    page.keyboard.press("Tab")
    expect(page.locator(".map-list a").first).to_be_focused()
