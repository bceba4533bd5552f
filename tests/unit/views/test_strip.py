"""The strip's geometry: to scale, nothing overlaps, cooperation above the line, silences told."""

from datetime import date

import pytest

from generator.model.library import Event
from generator.views.edition import Edition
from generator.views.scale import NARROW, WIDE
from generator.views.strip import (
    LaneView,
    Span,
    own_strips,
    promise_strips,
    site_strips,
    strip_view,
    year_strips,
)
from tests.sites import BASE, edition_of

SPAN = (date(2020, 1, 1), date(2021, 12, 31))


def event(day: str, kind: str) -> tuple[str, str]:
    text = (
        f"---\ntitle: On {day}\ndate: {day}\nkind: {kind}\nthreads: [bridge]\n---\n"
        "It happened. [@almanac]\n"
    )
    return f"events/{day[:4]}/{day[:10]}-{kind}.md", text


def lane_of(*events: tuple[str, str], width: float = WIDE, span: Span = SPAN) -> LaneView:
    none: dict[str, str | None] = {
        "events/2021/2021-03-01-bridge-shut.md": None,
        "events/2021/2021-05-01-bridge-open.md": None,
        "threads/bridge.md": "---\ntitle: T\nlabel: L\nas_of: 2021\n---\nSo. [@almanac]\n",
        "pages/how-we-know.md": None,
    }
    edition = edition_of({**none, **dict(event(day, kind) for day, kind in events)})
    listed: tuple[Event, ...] = tuple(edition.library.events.values())
    return strip_view((("Lane", listed),), span, width, edition).lanes[0]


def test_marks_stand_to_scale() -> None:
    lane = lane_of(("2020-01-01", "talks"), ("2021-01-01", "talks"), ("2021-12-31", "talks"))
    assert [mark.x for mark in lane.marks] == [8.0, 8 + round(366 / 730 * (WIDE - 16), 1), WIDE - 8]


def test_cooperation_rises_and_conflict_falls() -> None:
    lane = lane_of(("2020-05-01", "talks"), ("2020-09-01", "closure"))
    above, below = lane.marks
    assert above.y < lane.y < below.y


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_marks_never_cover_each_other(width: float) -> None:
    days = [f"2020-06-{day:02}" for day in range(1, 20)]
    lane = lane_of(*((day, "talks") for day in days), width=width)
    spots = [(mark.x, mark.y) for mark in lane.marks]
    assert len(set(spots)) == len(spots)
    assert all(
        abs(x - other_x) >= 9 or abs(y - other_y) >= 9
        for place, (x, y) in enumerate(spots)
        for other_x, other_y in spots[:place]
    )
    assert min(y for _, y in spots) > lane.top


def test_events_outside_the_span_are_left_out() -> None:
    lane = lane_of(("2019-12-31", "talks"), ("2020-01-01", "talks"), ("2022-01-01", "talks"))
    assert [mark.card.title for mark in lane.marks] == ["On 2020-01-01"]


def test_an_event_that_lasted_has_a_bar() -> None:
    lane = lane_of(("2020-02-01/2020-05-01", "talks"), ("2020-09-01", "talks"))
    lasted, instant = lane.marks
    assert lasted.end > lasted.x
    assert instant.end == instant.x


def test_long_silences_are_told_in_their_middle_and_break_the_line() -> None:
    lane = lane_of(("2020-01-01", "talks"), ("2021-01-01", "talks"), ("2021-03-01", "talks"))
    (silence,) = lane.silences
    first, second, _ = lane.marks
    assert silence.label == "366 days"
    assert silence.words == (
        "366 days without an event recorded here, from 1 January 2020 to 1 January 2021"
    )
    assert silence.x == pytest.approx((first.x + second.x) / 2, abs=0.1)
    assert (silence.start, silence.end) == (first.x, second.x)
    assert [(line.start, line.end) for line in lane.lines] == [(0, first.x), (second.x, WIDE)]


def test_a_silence_without_room_for_its_label_is_still_dotted() -> None:
    span = (date(1950, 1, 1), date(2021, 12, 31))
    events = (("2020-01-01", "talks"), ("2021-01-01", "talks"))
    (silence,) = lane_of(*events, span=span).silences
    assert silence.label == ""
    assert silence.words.startswith("366 days")


def test_an_event_that_lasts_through_a_gap_leaves_no_silence() -> None:
    events = (
        ("2020-01-01/2021-06-01", "talks"),
        ("2020-02-01", "closure"),
        ("2021-05-01", "talks"),
    )
    lane = lane_of(*events)
    assert lane.silences == ()
    assert len(lane.lines) == 1


def test_days_that_are_not_exact_make_no_silence() -> None:
    assert lane_of(("2020-01", "talks"), ("2021-06-01", "talks")).silences == ()


@pytest.mark.parametrize("day", ["2020-02", "2020-02-01/2020-05", "2020-02-01/.."])
def test_a_bar_without_an_exact_end_fades(day: str) -> None:
    (mark,) = lane_of((day, "talks")).marks
    assert mark.end > mark.x
    assert mark.fades


def test_a_bar_between_exact_days_does_not_fade() -> None:
    (mark,) = lane_of(("2020-02-01/2020-05-01", "talks")).marks
    assert not mark.fades


def test_a_site_without_a_beginning_draws_none() -> None:
    assert site_strips((("Lane", ()),), edition_of({})) == ()


def edition_with(*days: str) -> Edition:
    return edition_of(
        {
            "site.yaml": BASE["site.yaml"] + "strip_from: 2019\n",
            **dict(event(day, "talks") for day in days),
        }
    )


def test_fewer_than_three_events_are_not_drawn() -> None:
    edition = edition_with("2021-06-01", "2021-07-01")
    listed = tuple(edition.library.events.values())
    assert own_strips("Lane", listed[:2], edition) == ()
    assert len(own_strips("Lane", listed[:3], edition)) == 2


def test_a_records_strip_begins_in_the_year_of_its_first_event_that_the_site_draws() -> None:
    edition = edition_with("1999-01-01", "2020-06-01")
    listed = tuple(edition.library.events.values())
    whole, _ = own_strips("Lane", listed, edition)
    assert whole.span == "2020 to 2021"
    assert whole.words == "3 marks, 2020 to 2021: 2 thaw, 1 freeze, 0 neither."
    assert promise_strips("Lane", listed, edition)[0].span == "1999 to 2021"


def test_a_years_strip_has_months() -> None:
    edition = edition_with("2021-06-01", "2020-06-01")
    listed = tuple(edition.library.events.values())
    whole, small = year_strips("2021", listed, 2021, edition)
    assert [tick.label for tick in whole.ticks][:2] == ["Jan", "Feb"]
    assert whole.span == small.span == "2021"
    assert len(whole.lanes[0].marks) == 3


def test_small_screens_get_the_last_years_of_what_would_grow_too_tall() -> None:
    days = [f"2019-06-{day:02}" for day in range(1, 31)]
    recent = ("2021-06-01", "2021-07-01")
    edition = edition_with(*days, *recent)
    listed = tuple(edition.library.events.values())
    whole, small = own_strips("Lane", listed, edition)
    assert (whole.span, small.span) == ("2019 to 2021", "2019 to 2021")
    marks = sum(len(lane.marks) for lane in small.lanes)
    assert marks == 4
