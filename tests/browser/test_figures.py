"""Which picture a reader gets: one made for small screens, the whole in print, and never two."""

import pytest
from playwright.sync_api import Page

from tests.browser.page_types import visit
from tests.browser.reader import DESK, PHONE, Reader

PICTURES = {
    "home": ".strip__picture",
    "figure, channels": ".channels__picture",
    "figure, tallies": ".tallies__picture",
    "commitment": ".status-strip",
}
WIDTHS = """(pictures) => pictures.filter((picture) => picture.checkVisibility())
  .map((picture) => picture.viewBox.baseVal.width)"""


def widths(page: Page, type_: str) -> set[float]:
    """Return the widths, in user units, of the pictures that can be seen."""
    found: list[float] = page.locator(PICTURES[type_]).evaluate_all(WIDTHS)
    return set(found)


@pytest.mark.parametrize("type_", PICTURES)
def test_small_screens_get_pictures_of_their_own(reader: Reader, type_: str) -> None:
    (wide,) = widths(visit(reader, type_, DESK), type_)
    (small,) = widths(visit(reader, type_, PHONE), type_)
    assert small < 400 < wide


@pytest.mark.parametrize("type_", PICTURES)
def test_print_shows_the_whole_picture_on_any_paper(reader: Reader, type_: str) -> None:
    page = visit(reader, type_, PHONE)
    page.emulate_media(media="print")
    (printed,) = widths(page, type_)
    assert printed > 700
