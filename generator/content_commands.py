"""The commands that look the whole content over: links, changes."""

import argparse
import sys
from collections import Counter
from importlib.metadata import version
from pathlib import Path

from generator import changes_report
from generator.changes import changes
from generator.link_file import LINKS_FOLDER, recorded
from generator.links import due, look_up
from generator.model.library import Library
from generator.model.links import Answers, LinkCheck
from generator.text.edtf import Edtf
from generator.visits import ARCHIVE, Manner
from generator.writing import put

DONE = 0


def add_links(parser: argparse.ArgumentParser) -> None:
    """Give `links` its options."""
    parser.add_argument(
        "--days", type=_count, default=30, metavar="N", help="how long a look lasts"
    )
    parser.add_argument("--limit", type=_count, metavar="N", help="look at no more than these")
    parser.add_argument("--archive-api", default=ARCHIVE, metavar="URL", help="of the archive")


def add_changes(parser: argparse.ArgumentParser) -> None:
    """Give `changes` its options."""
    parser.add_argument("before", type=Path, metavar="BEFORE", help="the content as it was")
    formats = ("text", "json", "markdown")
    parser.add_argument("--format", choices=formats, default="text", help="of the changes")


def run_changes(form: str, before: Library, after: Library) -> int:
    """Say what the later library adds, changes and removes."""
    found = changes(before, after)
    said = {
        "text": changes_report.text,
        "json": changes_report.as_json,
        "markdown": changes_report.markdown,
    }
    sys.stdout.write(said[form](found))
    return DONE


def _count(typed: str) -> int:
    if not typed.isdecimal():
        message = f"'{typed}' is not a number from 0."
        raise argparse.ArgumentTypeError(message)
    return int(typed)


def run_links(options: argparse.Namespace, library: Library, content: Path, today: Edtf) -> int:
    """Look up the addresses that are due; what is found is kept after every batch.

    Raises NoNetworkError, an OSError, when nobody answers.
    """
    agent = f"thawline/{version('thawline')} (+{library.site.base_url}; looks after its links)"
    manner = Manner(agent.encode("ascii", "replace").decode(), options.archive_api)
    wanted = due(library.sources.values(), today, options.days)
    now = wanted[: options.limit]
    found: dict[str, LinkCheck] = {}
    postponed = 0
    for batch in look_up(now, manner, today):
        found.update(batch.found)
        postponed += batch.postponed
        for name, text in recorded(library, found).items():
            put(content / LINKS_FOLDER / name, text)
        sys.stderr.write(f"{len(found) + postponed:,} of {len(now):,}\n")
    sys.stdout.write(_summary(found, postponed, len(wanted) - len(found)))
    return DONE


def _summary(found: dict[str, LinkCheck], postponed: int, left: int) -> str:
    counts = Counter(check.answers for check in found.values())
    gone, unknown = counts[Answers.NO], counts[Answers.UNKNOWN]
    copies = sum(1 for check in found.values() if check.archive)
    return (
        f"{len(found):,} looked up: {counts[Answers.YES]:,} answer,"
        f" {counts[Answers.MOVED]:,} moved, {gone:,} no longer answer, {unknown:,} would not tell;"
        f" {copies:,} with a copy found in the archive\n"
        f"{left:,} left for another run, {postponed:,} of them because their hosts asked for it\n"
    )
