"""The status strip: kept above the line, broken below it, and the rest told apart by shape."""

from datetime import date

import pytest

from generator.model.answers import State
from generator.views.status_strip import (
    LARGE,
    SMALL,
    StretchView,
    large_strip,
    sample_strip,
    small_strip,
)

MADE = (State.MADE, date(2020, 1, 1))
END = date(2021, 12, 31)


def stretches(*steps: tuple[State, date]) -> tuple[StretchView, ...]:
    return small_strip((MADE, *steps), END, "words").stretches


def test_stretches_follow_each_other_to_scale_and_to_the_end() -> None:
    pending, kept, broken = stretches(
        (State.KEPT, date(2020, 7, 1)), (State.BROKEN, date(2021, 7, 1))
    )
    assert [s.shape for s in (pending, kept, broken)] == ["pending", "kept", "broken"]
    assert pending.x == 1
    assert kept.x == pytest.approx(1 + 182 / 730 * (SMALL - 2), abs=0.1)
    assert pending.x + pending.width == pytest.approx(kept.x, abs=0.1)
    assert broken.x + broken.width == pytest.approx(SMALL - 1, abs=0.1)


def test_kept_stands_above_the_line_and_broken_below_and_half_is_lower() -> None:
    strip = small_strip(
        (
            MADE,
            (State.PARTLY, date(2020, 4, 1)),
            (State.KEPT, date(2020, 8, 1)),
            (State.SUSPENDED, date(2021, 1, 1)),
            (State.BROKEN, date(2021, 6, 1)),
        ),
        END,
        "words",
    )
    _, partly, kept, suspended, broken = strip.stretches
    assert partly.top + partly.height == kept.top + kept.height == strip.y
    assert suspended.top == broken.top == strip.y
    assert 0 < partly.height < kept.height
    assert 0 < suspended.height < broken.height
    assert kept.top >= 0
    assert broken.top + broken.height <= strip.height


@pytest.mark.parametrize(
    ("state", "shape"),
    [
        (State.ADVANCED, "partly"),
        (State.RESUMED, "kept"),
        (State.UNCLEAR, "unknown"),
        (State.LAPSED, "ended"),
        (State.SUPERSEDED, "ended"),
    ],
)
def test_states_that_look_alike_mean_alike(state: State, shape: str) -> None:
    assert stretches((state, date(2021, 1, 1)))[-1].shape == shape


def test_every_state_can_be_drawn() -> None:
    assert {sample_strip(state).stretches[-1].shape for state in State} == {
        *("pending", "partly", "kept", "suspended", "broken", "unknown", "ended")
    }


def test_what_is_kept_at_once_has_no_time_before() -> None:
    assert [s.shape for s in stretches((State.KEPT, date(2020, 1, 1)))] == ["kept"]


def test_a_short_stretch_can_be_seen_even_on_the_last_day() -> None:
    *_, last = stretches((State.KEPT, date(2020, 7, 1)), (State.BROKEN, END))
    assert last.width == 2
    assert last.x + last.width <= SMALL - 1


def test_the_large_strip_has_years_and_the_small_one_none() -> None:
    large = large_strip((MADE, (State.KEPT, date(2020, 7, 1))), END, LARGE, "words", "whole")
    assert [tick.label for tick in large.ticks] == ["2020", "2021"]
    assert large.height > large.axis > large.y
    assert small_strip((MADE,), END, "words").ticks == ()
