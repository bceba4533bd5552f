"""How long a channel stood in each state: days where both ends are exact, and none elsewhere."""

from datetime import date

from generator.derive.spells import spells
from generator.model.figures import Channel, ChannelState, Step
from generator.text.edtf import parse
from tests.sites import library_of

SHUT, OPEN = "2021-03-01-bridge-shut", "2021-05-01-bridge-open"
KNOWN = parse("2021-12-31")


def step(event: str, state: str, begin: str = "", note: str = "") -> Step:
    return Step(event, ChannelState(state), parse(begin) if begin else None, note)


def test_each_spell_lasts_to_the_next_step_and_the_last_to_what_is_known() -> None:
    channel = Channel("Bridge", (step(SHUT, "cut"), step(OPEN, "open", note="By cart.")))
    cut, opened = spells(channel, library_of({}), KNOWN)
    assert (cut.state, cut.first, cut.last) == (
        ChannelState.CUT,
        date(2021, 3, 1),
        date(2021, 5, 1),
    )
    assert (cut.days, str(cut.end), cut.event) == (61, "2021-05-01", SHUT)
    assert (opened.days, opened.end, opened.last, opened.note) == (
        244,
        None,
        date(2021, 12, 31),
        "By cart.",
    )


def test_steps_stand_by_date_and_a_day_of_their_own_goes_before_the_events() -> None:
    channel = Channel("Bridge", (step(SHUT, "cut"), step(SHUT, "open", "2021-02-01")))
    found = spells(channel, library_of({}), KNOWN)
    assert [(spell.state, str(spell.begin)) for spell in found] == [
        (ChannelState.OPEN, "2021-02-01"),
        (ChannelState.CUT, "2021-03-01"),
    ]


def test_days_are_counted_between_exact_days_only() -> None:
    channel = Channel("Bridge", (step(SHUT, "open", "2019~"), step(SHUT, "cut")))
    first, last = spells(channel, library_of({}), parse("2021-12~"))
    assert (first.days, first.first, last.days) == (None, date(2019, 1, 1), None)


def test_an_event_that_lasted_changes_the_channel_when_it_begins() -> None:
    channel = Channel("Bridge", (step(SHUT, "cut", "2021-03-01/2021-04-01"), step(OPEN, "open")))
    assert spells(channel, library_of({}), KNOWN)[0].days == 61


def test_what_is_known_only_to_an_earlier_day_has_no_length_below_zero() -> None:
    (spell,) = spells(Channel("Bridge", (step(OPEN, "open"),)), library_of({}), parse("2020"))
    assert spell.first == spell.last == date(2021, 5, 1)
