"""The course of a promise in words and in steps, with what follows from a day that has passed."""

import pytest

from generator.views.commitments import commitment_view, tracker_view
from generator.views.courses import course
from tests.sites import OPEN, changed, edition_of

PROMISE = "commitments/keep-open.md"


def promise(fields: str = "") -> str:
    return (
        "---\ntitle: Keep the bridge open\nby: [alder, birch]\n"
        f"made: 2021-03-01-bridge-shut\n{fields}---\nAlder promised it. [@radio-2021-03-01]\n"
    )


KEPT = changed(OPEN, "threads: [bridge]\n", "threads: [bridge]\nkeeps: keep-open\n")


@pytest.mark.parametrize(
    ("fields", "words", "shapes"),
    [
        ("", "Made 1 Mar 2021", ["pending"]),
        ("due: 2021-06\n", "Made 1 Mar 2021, unclear after Jun 2021", ["pending", "unknown"]),
        (
            "outcomes:\n- {state: unclear, date: 2021-07, source: almanac}\n",
            "Made 1 Mar 2021, unclear Jul 2021",
            ["pending", "unknown"],
        ),
    ],
)
def test_a_promise_without_outcome_turns_unclear_once_due(
    fields: str, words: str, shapes: list[str]
) -> None:
    edition = edition_of({PROMISE: promise(fields)})
    strip = course(edition.library.commitments["keep-open"], edition)
    assert strip.words == words
    assert [stretch.shape for stretch in strip.stretches] == shapes


def test_outcomes_are_told_with_their_dates() -> None:
    own = "outcomes:\n- {state: broken, date: 2021-09-01, source: almanac}\n"
    edition = edition_of({PROMISE: promise(own), **KEPT})
    strip = course(edition.library.commitments["keep-open"], edition)
    assert strip.words == "Made 1 Mar 2021, kept 1 May 2021, broken 1 Sep 2021"
    assert [stretch.shape for stretch in strip.stretches] == ["pending", "kept", "broken"]


def test_a_promise_has_a_strip_of_its_own_events_from_three_on() -> None:
    edition = edition_of({PROMISE: promise(), **KEPT})
    assert commitment_view(edition.library.commitments["keep-open"], edition).strips == ()
    fair = (
        "---\ntitle: A fair\ndate: 2021-06-01\nkind: talks\nbreaks: keep-open\n---\n"
        "There was one. [@almanac]\n"
    )
    edition = edition_of({PROMISE: promise(), **KEPT, "events/2021/fair.md": fair})
    whole, _ = commitment_view(edition.library.commitments["keep-open"], edition).strips
    assert [mark.card.title for mark in whole.lanes[0].marks][-1] == "A fair"


def test_the_tracker_explains_every_state_that_it_can_show() -> None:
    edition = edition_of({PROMISE: promise()})
    shapes = [sample.strip.stretches[-1].shape for sample in tracker_view(edition).legend]
    assert shapes == ["pending", "partly", "kept", "suspended", "broken", "unknown", "ended"]
