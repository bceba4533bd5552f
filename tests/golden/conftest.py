"""The golden site, built once for the tests that look at it."""

from pathlib import Path

import pytest

from generator.config import Config
from generator.pipeline import Built, Stopwatch, build
from tests.worlds import BASE_URL, GOLDEN_CONTENT


@pytest.fixture(scope="session")
def golden_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the golden site as published under BASE_URL."""
    out = tmp_path_factory.mktemp("golden") / "site"
    config = Config(GOLDEN_CONTENT, out, base_url=BASE_URL)
    built = build(config, Stopwatch(lambda: 0.0))
    assert built.problems == ()
    assert isinstance(built.value, Built)
    return out
