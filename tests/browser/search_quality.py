"""How well the search answers written-down queries, beside plain Pagefind on the same index."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page

HERE = Path(__file__).parent
QUERIES: list[dict[str, Any]] = yaml.safe_load((HERE / "search_quality.yaml").read_text("utf-8"))
FLOOR: dict[str, float] = yaml.safe_load((HERE / "search_floor.yaml").read_text("utf-8"))
QUESTIONS = HERE.parents[1] / "content" / "questions"
LISTED = 3
ENGINES = ("ours", "plain")

# Both engines, in the search page itself, so that its policy and its addresses hold for them.
ASK = """async ([engine, queries]) => {
  const { bundle, catalogue } = document.querySelector("#results").dataset;
  const script = document.querySelector("script[src$='/search.js']").src;
  const absolute = (path) => new URL(path, location.href);
  const found = [];
  if (engine === "ours") {
    const { open } = await import(new URL("find.js", script));
    const finder = await open(absolute(bundle), absolute(catalogue));
    for (const query of queries) {
      const start = performance.now();
      const { hits } = await finder.find(query, {});
      found.push([hits.slice(0, 3).map(({ url }) => url), performance.now() - start]);
    }
  } else {
    const pagefind = await import(new URL("pagefind.js", absolute(bundle)));
    for (const query of queries) {
      const start = performance.now();
      const { results } = await pagefind.search(query);
      const first = await Promise.all(results.slice(0, 3).map((result) => result.data()));
      found.push([first.map(({ url }) => url), performance.now() - start]);
    }
  }
  return found;
}"""


@dataclass(frozen=True, slots=True)
class Answered:
    """A query with where its first right page stands among the listed ones; `place` 0 is none."""

    query: dict[str, Any]
    place: int
    empty: bool
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Share:
    """Of some queries: how many, and the shares in per cent."""

    queries: int
    first: float
    first_three: float
    zero: float


def answers_of_questions() -> Mapping[str, frozenset[str]]:
    """Return the events that each question of the content names as its answers."""
    fronts = {
        path.stem: yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
        for path in sorted(QUESTIONS.glob("*.md"))
    }
    return {id_: frozenset(front.get("answers", ())) for id_, front in fronts.items()}


def ask(page: Page, engine: str) -> tuple[Answered, ...]:
    """Put every query to one engine; `page` is the search page."""
    named = answers_of_questions()
    found = page.evaluate(ASK, [engine, [entry["question"] for entry in QUERIES]])
    return tuple(
        Answered(entry, place(urls, frozenset(entry["answered_by"]), named), not urls, took)
        for entry, (urls, took) in zip(QUERIES, found, strict=True)
    )


def place(urls: list[str], right: frozenset[str], named: Mapping[str, frozenset[str]]) -> int:
    """Return where the first right page stands, from 1: an event, or a question it answers."""
    ids = [url.rstrip("/").rpartition("/")[2] for url in urls]
    right_pages = (n for n, id_ in enumerate(ids, 1) if right & {id_, *named.get(id_, ())})
    return next(right_pages, 0)


def share(answered: Iterable[Answered]) -> Share:
    listed = tuple(answered)
    number = len(listed)
    return Share(
        number,
        100 * sum(one.place == 1 for one in listed) / number,
        100 * sum(one.place > 0 for one in listed) / number,
        100 * sum(one.empty for one in listed) / number,
    )


def by_manner(answered: tuple[Answered, ...]) -> dict[str, Share]:
    """Return the shares of each manner of asking, and of all as `overall`."""
    manners = sorted({one.query["manner"] for one in answered})
    return {
        **{m: share(one for one in answered if one.query["manner"] == m) for m in manners},
        "overall": share(answered),
    }


def missed(answered: tuple[Answered, ...]) -> list[str]:
    """Name the queries without an answer among the first three, but for those held out."""
    return [
        one.query["question"] for one in answered if not one.place and not one.query.get("held_out")
    ]
