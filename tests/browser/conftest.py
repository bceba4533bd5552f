"""The real content, built and served once under a base path; a browser; a reader for each test."""

import shutil
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.config import Config
from generator.pipeline import Stopwatch, build
from tests.browser.reader import Reader, Site
from tests.browser.served import served
from tests.worlds import BASE_URL, CONTENT

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("browser") / "site"
    config = Config(CONTENT, folder, base_url=BASE_URL)
    built = build(config, Stopwatch(time.perf_counter))
    assert built.value is not None, built.problems
    assert built.value.indexed > 0
    with served(folder, built.value.base_path) as origin:
        yield Site(folder, origin, built.value.base_path)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert found, f"No browser on the PATH; tests/browser/install_chromium installs one: {BROWSERS}"
    with sync_playwright() as playwright:
        # A container's root may not use Chromium's sandbox; only our own pages are opened.
        launched = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def reader(browser: Browser, site: Site) -> Iterator[Reader]:
    """Open pages; the test fails for whatever a page does that none of ours may do."""
    reading = Reader(browser, site)
    yield reading
    faults = reading.close()
    assert not faults, "\n".join(faults)
