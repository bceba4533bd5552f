"""The published cards: one for each address that a page names, and none in a preview."""

import re
from pathlib import Path

from PIL import Image

from tests.worlds import BASE_URL

NAMED = re.compile(r'<meta property="og:image" content="([^"]*)">')


def test_every_page_names_a_card_that_is_published(golden_site: Path) -> None:
    pages = [page for page in golden_site.rglob("*.html") if "embed" not in page.parts]
    named = {address for page in pages for address in NAMED.findall(page.read_text("utf-8"))}
    published = {path.relative_to(golden_site).as_posix() for path in golden_site.rglob("card.png")}
    assert named == {f"{BASE_URL}{path}" for path in published}
    assert len(published) == 1 + 6 + 2 + 1
    assert all(len(NAMED.findall(page.read_text("utf-8"))) == 1 for page in pages)


def test_cards_can_be_opened(golden_site: Path) -> None:
    for path in golden_site.rglob("card.png"):
        with Image.open(path) as image:
            image.load()
            assert (image.format, image.size) == ("PNG", (1200, 630))
