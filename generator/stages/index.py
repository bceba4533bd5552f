"""Pagefind over the staged folder: one run of its binary, and proof that it saw every page."""

import json
import subprocess
from pathlib import Path

import pagefind_bin

TIMEOUT_SECONDS = 1800
UNUSED = (
    "pagefind-component-ui.css",
    "pagefind-component-ui.js",
    "pagefind-highlight.js",
    "pagefind-modular-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-ui.css",
    "pagefind-ui.js",
)
"""Files that Pagefind always writes for interfaces other than ours."""


class IndexerError(Exception):
    """The indexer failed or indexed something else than planned; the message is one line."""


def index(folder: Path, bundle: str, expected: int) -> int:
    """Index `folder` into its subfolder `bundle` (an address); return the number of pages.

    Raises IndexerError unless exactly `expected` pages were indexed.
    """
    if expected == 0:
        return 0
    subfolder = bundle.strip("/")
    command = (
        str(pagefind_bin.get_executable()),
        "--site",
        str(folder),
        "--output-subdir",
        subfolder,
    )
    try:
        done = subprocess.run(  # noqa: S603 - our own dependency, with arguments made here
            command, capture_output=True, text=True, timeout=TIMEOUT_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        message = f"Pagefind did not finish within {TIMEOUT_SECONDS} seconds."
        raise IndexerError(message) from None
    except (OSError, FileNotFoundError) as error:
        message = f"Pagefind could not be started: {error.strerror or error}."
        raise IndexerError(message) from None
    if done.returncode != 0:
        lines = (done.stderr or done.stdout).strip().splitlines()
        reason = lines[-1] if lines else "no message"
        message = f"Pagefind ended with status {done.returncode}: {reason}"
        raise IndexerError(message)
    found = _indexed_pages(folder / subfolder / "pagefind-entry.json")
    if found != expected:
        message = f"Pagefind indexed {found} pages where {expected} were planned."
        raise IndexerError(message)
    return found


def _indexed_pages(entry: Path) -> int:
    try:
        languages = json.loads(entry.read_text("utf-8"))["languages"]
        return sum(int(language["page_count"]) for language in languages.values())
    except (OSError, ValueError, KeyError, TypeError):
        message = "Pagefind wrote no index that can be read."
        raise IndexerError(message) from None
