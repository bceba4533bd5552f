"""When a claim became known: a step a day, each judged by the sources of that day and before."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.derive.corroboration import Label, corroboration
from generator.derive.known import appeared_on, known_years, not_before, steps
from generator.model.library import Library
from generator.problems import Position
from generator.text import citations
from generator.text.html import render
from generator.text.prose import Claim
from tests.sites import BASE, SHUT, changed, library_of

# what is published: id -> (outlet, issued)
SOURCES = {
    "herald-1": ("herald", "2021-03-01"),
    "herald-9": ("herald", "2021-03-09"),
    "gazette-3": ("gazette", "2021-03-03"),
    "gazette-march": ("gazette", "2021-03"),
    "gazette-since": ("gazette", "2021-03-05/.."),
    "gazette-undated": ("gazette", ""),
    "alder-3": ("alder-office", "2021-03-03"),
    "birch-5": ("birch-office", "2021-03-05"),
}
OUTLETS = {"herald": "", "gazette": "", "alder-office": "alder", "birch-office": "birch"}


def world() -> Library:
    sources = "".join(
        f"- id: {id_}\n  type: article\n  title: x\n  URL: https://x.example\n  language: en\n"
        f"  outlet: {outlet}\n" + (f"  issued: {issued}\n" if issued else "")
        for id_, (outlet, issued) in SOURCES.items()
    )
    outlets = "".join(
        f"{id_}:\n  name: {id_}\n  kind: newspaper\n  description: x\n"
        + (f"  side: {side}\n" if side else "")
        for id_, side in OUTLETS.items()
    )
    gone = dict.fromkeys(path for path in BASE if path.startswith(("events/", "threads/")))
    site = BASE["site.yaml"].replace("threads: [bridge]\n", "")
    page = "---\ntitle: x\n---\nx\n"
    references = f"references:\n{sources}"
    return library_of(
        {
            **gone,
            "site.yaml": site,
            "pages/how-we-know.md": page,
            "outlets.yaml": outlets,
            "sources/2021.yaml": references,
        }
    )


LIBRARY = world()


def claim_of(group: str) -> Claim:
    at = Position("x.md")
    read = citations.parse_group(group, lambda _: at)
    assert read.problems == ()
    return Claim("claim", render([]), read.value.citations, at)


def told(group: str, parties: frozenset[str] | None = None) -> list[tuple[str, str, str]]:
    return [
        (str(step.day), step.label.value, " ".join(step.sources))
        for step in steps(claim_of(group), LIBRARY, parties)
    ]


CASES = [
    ("@herald-1", [("2021-03-01", "single", "herald-1")]),
    # As typed, the later source stands first; the days decide.
    (
        "@gazette-3; @herald-1",
        [("2021-03-01", "single", "herald-1"), ("2021-03-03", "independent", "gazette-3")],
    ),
    # Two sources of one day are one step.
    ("@gazette-3; @alder-3", [("2021-03-03", "independent", "gazette-3 alder-3")]),
    # A source may appear without the label changing.
    (
        "@herald-9; @herald-1, p. 2; @herald-1",
        [("2021-03-01", "single", "herald-1"), ("2021-03-09", "single", "herald-9")],
    ),
    (
        "@alder-3; @birch-5",
        [("2021-03-03", "one-side", "alder-3"), ("2021-03-05", "several-sides", "birch-5")],
    ),
    # Of a month, only its last day is certain.
    ("@gazette-march", [("2021-03-31", "single", "gazette-march")]),
    # Without a day by which it had appeared, a source never counts.
    ("@gazette-undated", []),
    ("@gazette-since", []),
    ("@herald-1; @gazette-undated", [("2021-03-01", "single", "herald-1")]),
    # A denial makes a known claim disputed; one that came first waits for the claim.
    (
        "@alder-3; but @birch-5",
        [("2021-03-03", "one-side", "alder-3"), ("2021-03-05", "disputed", "birch-5")],
    ),
    ("@birch-5; but @alder-3", [("2021-03-05", "disputed", "birch-5 alder-3")]),
    ("@gazette-undated; but @alder-3", []),
    ("but @alder-3", [("2021-03-03", "disputed", "alder-3")]),
]


@pytest.mark.parametrize(("group", "expected"), CASES)
def test_steps_of_a_claim(group: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(group) == expected


def test_only_sides_concerned_count() -> None:
    labels = [step[1] for step in told("@alder-3; @birch-5", frozenset({"alder"}))]
    assert labels == [Label.ONE_SIDE, Label.INDEPENDENT]


def test_origins_are_those_of_the_day() -> None:
    first, second = steps(claim_of("@gazette-3; @herald-1"), LIBRARY)
    assert (first.origins, second.origins) == (("herald",), ("gazette", "herald"))


CITED = [f"{speaker}@{source}" for source in SOURCES for speaker in ("", "but ", "mara-lind: ")]


@settings(deadline=None)
@given(st.lists(st.sampled_from(CITED), min_size=1, max_size=6))
def test_steps_lead_to_the_label_of_all_dated_sources(cited: list[str]) -> None:
    claim = claim_of("; ".join(cited))
    series = steps(claim, LIBRARY)
    days = [step.day for step in series]
    assert days == sorted(set(days))
    dated = tuple(c for c in claim.citations if appeared_on(LIBRARY.sources[c.source]))
    if series:
        appeared = [source for step in series for source in step.sources]
        assert sorted(appeared) == sorted({c.source for c in dated})
        assert series[-1].judged == corroboration(replace(claim, citations=dated), LIBRARY)
    else:
        assert all(c.disputes for c in dated)
        assert not dated or any(not c.disputes for c in claim.citations)


@settings(deadline=None)
@given(st.lists(st.sampled_from(CITED), min_size=1, max_size=6))
def test_the_order_of_citations_changes_neither_days_nor_labels(cited: list[str]) -> None:
    def shape(claim: Claim) -> list[tuple[date, Label]]:
        return [(step.day, step.label) for step in steps(claim, LIBRARY)]

    claim = claim_of("; ".join(cited))
    assert shape(claim) == shape(replace(claim, citations=claim.citations[::-1]))


def test_what_came_before_the_first_day_is_one_step_of_it() -> None:
    series = steps(claim_of("@herald-1; @alder-3; @birch-5"), LIBRARY)
    seen = not_before(date(2021, 3, 4), series)
    assert [(step.day.day, step.label, step.sources) for step in seen] == [
        (4, Label.INDEPENDENT, ("herald-1", "alder-3")),
        (5, Label.SEVERAL_SIDES, ("birch-5",)),
    ]
    assert not_before(date(2021, 2, 1), series) == series
    assert not_before(None, series) == series
    assert not_before(date(2021, 3, 4), ()) == ()


YEARS = [
    # A year counts from its last day on; the site knows nothing of what came after `as_of`.
    ("as_of: 2021-12-31", "", (2021,)),
    ("as_of: 2021-12-30", "", ()),
    # A published page stays, also when its last source is taken away.
    ("as_of: 2021-12-31", "published:\n- /as-known/2019/\n", (2019, 2021)),
]


@pytest.mark.parametrize(("as_of", "ledger", "years"), YEARS)
def test_years_are_those_that_brought_a_source(
    as_of: str, ledger: str, years: tuple[int, ...]
) -> None:
    changes = changed("site.yaml", "as_of: 2021-12-31", as_of)
    library = library_of({**changes, "addresses.yaml": ledger or None})
    assert known_years(library) == years


def test_a_source_older_than_its_event_brings_the_year_of_the_event() -> None:
    older = changed("sources/2021.yaml", "issued: 2021-03-01", "issued: 2020-03-01")
    marked = changed(SHUT, "[alder: @radio", "[earlier alder: @radio")
    assert known_years(library_of({**older, **marked})) == (2021,)
