"""Readers' queries reach what answers them; a change that makes this worse fails."""

import gzip
from collections.abc import Callable
from urllib.parse import urlencode

import pytest

from tests.browser.reader import Reader, Site
from tests.browser.search_cost import TYPED, cost_of_a_search
from tests.browser.search_quality import (
    ENGINES,
    FLOOR,
    QUERIES,
    Answered,
    ask,
    by_manner,
    missed,
)

ALLOWED_FALL = 2
LEAST = 95
MOST_REQUESTS = 15
MOST_REQUESTS_OF_A_PAGE = 5
MOST_BYTES = 250_000
MOST_BYTES_OF_SCRIPTS = 16_000  # `page` also copies addresses, which is no part of the search
EVENT = "events/2021-07-27-hotlines-restored/"
MANNERS = {
    "abbreviation",
    "date",
    "japanese",
    "keywords",
    "korean",
    "misspelling",
    "name",
    "phrase",
    "question",
    "recollection",
}


@pytest.fixture
def answered(reader: Reader) -> dict[str, tuple[Answered, ...]]:
    page = reader.open("search/")
    return {engine: ask(page, engine) for engine in ENGINES}


def test_queries_are_of_every_manner_and_language_and_name_events_that_exist(site: Site) -> None:
    own = [entry for entry in QUERIES if not entry.get("sample")]
    number = len(own)
    assert number >= 130
    assert len({entry["question"] for entry in QUERIES}) == len(QUERIES)
    assert {entry["manner"] for entry in QUERIES} == MANNERS
    assert sum(entry["language"] in {"ko", "ja"} for entry in own) >= number / 3
    assert sum(entry["manner"] == "misspelling" for entry in own) >= number / 10
    assert sum(bool(entry.get("held_out")) for entry in own) == number // 3
    named = {f"events/{id_}/" for entry in QUERIES for id_ in entry["answered_by"]}
    assert named <= set(site.addresses("events/*/"))


def test_most_queries_are_answered_among_the_first_three(
    answered: dict[str, tuple[Answered, ...]], record_property: Callable[[str, object], None]
) -> None:
    ours, plain = (by_manner(answered[engine]) for engine in ENGINES)
    for name, shares in ours.items():
        record_property(name, f"{shares.first_three:.1f}")
    told = {name: shares.first_three for name, shares in ours.items()}
    overall = ours.pop("overall")
    assert overall.first_three >= max(FLOOR["overall"] - ALLOWED_FALL, LEAST), missed(
        answered["ours"]
    )
    assert min(manner.first_three for manner in ours.values()) >= FLOOR["every_manner"], told
    assert overall.zero == 0
    assert overall.first_three > plain["overall"].first_three


def test_a_search_costs_few_requests_and_bytes(reader: Reader) -> None:
    for query in TYPED:
        cost = cost_of_a_search(reader, f"search/?{urlencode({'q': query})}")
        assert cost.requests <= MOST_REQUESTS, cost.addresses
        assert cost.bytes <= MOST_BYTES, cost


def test_scripts_of_the_search_are_small(site: Site) -> None:
    names = ("page", "instant-search", "search", "find")
    (folder,) = {path.parent for path in site.folder.glob("assets/*/search.js")}
    sizes = {name: len(gzip.compress((folder / f"{name}.js").read_bytes(), 9)) for name in names}
    assert sum(sizes.values()) <= MOST_BYTES_OF_SCRIPTS, sizes


def test_a_page_loads_nothing_of_the_search_until_a_reader_turns_to_it(reader: Reader) -> None:
    page = reader.page()
    loaded: list[str] = []
    page.on("response", lambda answer: loaded.append(answer.url))
    page.goto(reader.site.url(EVENT))
    page.wait_for_load_state("networkidle")
    assert len(loaded) <= MOST_REQUESTS_OF_A_PAGE, loaded
    assert not [url for url in loaded if "/pagefind/" in url or "find.js" in url]
    page.keyboard.press("/")
    page.wait_for_function("() => document.querySelector('[role=combobox]')")
