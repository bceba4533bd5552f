"""Print how well and how fast the search answers: python -m tests.benchmarks.search_report SITE.

SITE is a built site that was made for the base path `/`.
"""

import shutil
import statistics
import sys
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import BROWSERS
from tests.browser.reader import Reader, Site
from tests.browser.search_cost import TYPED, cost_of_a_search
from tests.browser.search_quality import (
    ENGINES,
    QUERIES,
    Answered,
    Share,
    ask,
    by_manner,
    missed,
    share,
)
from tests.browser.served import served

ROW = "{:<14}{:>8}{:>8}{:>8}{:>8}   {:>8}{:>8}{:>8}"


def main(folder: Path) -> None:
    """Print shares by manner, of those held out, and bytes, requests and milliseconds."""
    found = next(filter(None, map(shutil.which, BROWSERS)))
    with served(folder, "/") as origin, sync_playwright() as playwright:
        site = Site(folder, origin, "/")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        report(browser, site)


def report(browser: Browser, site: Site) -> None:
    reader = Reader(browser, site)
    page = reader.open("search/")
    answered = {engine: ask(page, engine) for engine in ENGINES}
    say("per cent", "queries", "first", "three", "zero", "p.first", "p.three", "p.zero")
    for name, ours in by_manner(answered["ours"]).items():
        plain = by_manner(answered["plain"])[name]
        line(name, ours, plain)
    for name in ("held_out", "sample"):
        ours, plain = (share(_marked(answered[engine], name)) for engine in ENGINES)
        line(name, ours, plain)
    milliseconds = sorted(one.milliseconds for one in answered["ours"])
    sys.stdout.write(
        f"\nms from call to results: median {statistics.median(milliseconds):.0f}, "
        f"95 % below {milliseconds[int(0.95 * len(QUERIES))]:.0f}\n"
    )
    for query in TYPED:
        cost = cost_of_a_search(reader, f"search/?{urlencode({'q': query})}")
        sys.stdout.write(f"{cost.requests} requests, {cost.bytes:,} bytes: {query}\n")
    sys.stdout.write("missed, but for those held out:\n")
    sys.stdout.writelines(f"  {query}\n" for query in missed(answered["ours"]))
    reader.close()


def _marked(answered: tuple[Answered, ...], mark: str) -> tuple[Answered, ...]:
    return tuple(one for one in answered if one.query.get(mark))


def line(name: str, *both: Share) -> None:
    values = (value for one in both for value in (one.first, one.first_three, one.zero))
    say(name, str(both[0].queries), *(f"{value:.1f}" for value in values))


def say(*columns: str) -> None:
    sys.stdout.write(ROW.format(*columns) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
