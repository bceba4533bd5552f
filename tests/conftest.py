"""The option that writes goldens, signals and deadlines; nothing else is shared through pytest."""

import os
import signal

import pytest
from hypothesis import settings


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-goldens",
        action="store_true",
        help="write expected files anew; read the difference before you commit",
    )


def pytest_configure(config: pytest.Config) -> None:
    # A shell that starts tests in the background lets them ignore it, and all that they start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # A busy machine is no fault of the code.
    settings.register_profile("untimed", deadline=None)
    settings.load_profile("untimed")
    if config.getoption("--write-goldens") and os.environ.get("CI"):
        raise pytest.UsageError("Goldens are never written in CI.")
