"""What became of promises, derived from events and from the commitments' own files."""

import pytest

from generator.derive.promises import series, state_of
from generator.model.answers import State
from tests.sites import BASE, OPEN, SHUT, library_of

PROMISE = "commitments/keep-open.md"


def promise(fields: str = "") -> str:
    return (
        "---\ntitle: Keep the bridge open\nby: [alder]\n"
        f"made: 2021-03-01-bridge-shut\n{fields}---\nAlder promised it. [@radio-2021-03-01]\n"
    )


def with_field(path: str, field: str) -> str:
    return BASE[path].replace("threads: [bridge]\n", f"threads: [bridge]\n{field}\n", 1)


@pytest.mark.parametrize(
    ("field", "state"),
    [
        ("advances", State.OPEN),
        ("partly_keeps", State.PARTLY),
        ("keeps", State.KEPT),
        ("suspends", State.SUSPENDED),
        ("resumes", State.RESUMED),
        ("lapses", State.LAPSED),
        ("breaks", State.BROKEN),
        ("supersedes", State.SUPERSEDED),
    ],
)
def test_an_event_decides_the_state(field: str, state: State) -> None:
    library = library_of({PROMISE: promise(), OPEN: with_field(OPEN, f"{field}: keep-open")})
    outcomes = series(library)["keep-open"]
    assert [outcome.event for outcome in outcomes] == [
        "2021-03-01-bridge-shut",
        "2021-05-01-bridge-open",
    ]
    assert state_of(library.commitments["keep-open"], outcomes, library) is state


@pytest.mark.parametrize(
    ("due", "state"),
    [("", State.OPEN), ("due: 2021-12-30\n", State.UNCLEAR), ("due: 2022\n", State.OPEN)],
)
def test_without_outcome_a_promise_is_open_until_it_is_due(due: str, state: State) -> None:
    library = library_of({PROMISE: promise(due)})
    outcomes = series(library)["keep-open"]
    assert [outcome.state for outcome in outcomes] == [State.MADE]
    assert state_of(library.commitments["keep-open"], outcomes, library) is state


def test_outcomes_of_events_and_of_the_file_stand_by_date() -> None:
    own = (
        "outcomes:\n- {state: broken, date: 2021-06, source: wire-2021-05-01}\n"
        "- {state: kept, date: 2021-04-01, source: almanac}\n"
    )
    library = library_of({PROMISE: promise(own), OPEN: with_field(OPEN, "suspends: keep-open")})
    outcomes = series(library)["keep-open"]
    assert [(outcome.state, outcome.event, outcome.source) for outcome in outcomes] == [
        (State.MADE, "2021-03-01-bridge-shut", ""),
        (State.KEPT, "", "almanac"),
        (State.SUSPENDED, "2021-05-01-bridge-open", ""),
        (State.BROKEN, "", "wire-2021-05-01"),
    ]


def test_a_promise_made_and_kept_in_one_event_begins_with_its_making() -> None:
    library = library_of({PROMISE: promise(), SHUT: with_field(SHUT, "keeps: keep-open")})
    states = [outcome.state for outcome in series(library)["keep-open"]]
    assert states == [State.MADE, State.KEPT]
