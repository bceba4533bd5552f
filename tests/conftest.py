"""The option that writes goldens anew; nothing else is shared by way of pytest."""

import os

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-goldens",
        action="store_true",
        help="write expected files anew; read the difference before you commit",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--write-goldens") and os.environ.get("CI"):
        raise pytest.UsageError("Goldens are never written in CI.")
