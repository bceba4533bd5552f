"""Pagefind over the staged folder: one run of its binary, and proof that it saw every page."""

import json
import os
import subprocess
from pathlib import Path

import pagefind_bin

TIMEOUT_SECONDS = 1800
ENOUGH_BYTES = 1024 * 1024
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
    arguments = ("--site", str(folder), "--output-subdir", subfolder)
    try:
        done = subprocess.run(  # noqa: S603 - our own dependency, with arguments made here
            (str(pagefind_bin.get_executable()), *arguments),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=TIMEOUT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        message = f"Pagefind did not finish within {TIMEOUT_SECONDS} seconds."
        raise IndexerError(message) from None
    except (OSError, FileNotFoundError) as error:
        message = f"Pagefind could not be started: {error.strerror or error}."
        raise IndexerError(message) from None
    if done.returncode != 0:
        lines = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        reason = " ".join(lines[:2]) or "no message"
        message = f"Pagefind ended with status {done.returncode}: {reason}"
        raise IndexerError(message)
    disk = os.statvfs(folder)
    if disk.f_bavail * disk.f_frsize < ENOUGH_BYTES:
        # On a full disk Pagefind 1.5.2 leaves files empty or cut and still ends with status 0.
        message = "The disk is full, so the search index may not be whole."
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
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        message = "Pagefind wrote no index that can be read."
        raise IndexerError(message) from None
