"""What a page costs before any search: requests, and bytes as a compressing server sends them."""

import gzip

import pytest

from tests.browser.page_types import TYPES
from tests.browser.reader import Reader

REQUESTS = 5
BUDGETS = {"event": 60_000, "event, disputed": 60_000, "home": 90_000}


@pytest.mark.parametrize("type_", BUDGETS)
def test_a_page_keeps_to_its_budget(reader: Reader, type_: str) -> None:
    page = reader.page()
    sizes: dict[str, int] = {}
    page.on(
        "response", lambda answer: sizes.update({answer.url: len(gzip.compress(answer.body()))})
    )
    page.goto(reader.site.url(TYPES[type_](reader.site)))
    page.wait_for_load_state("networkidle")
    assert all(url.startswith(reader.site.url("")) for url in sizes)
    assert 1 < len(sizes) <= REQUESTS, sorted(sizes)
    assert sum(sizes.values()) <= BUDGETS[type_], sizes
