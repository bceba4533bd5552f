"""The strip's geometry: to scale, nothing overlaps, cooperation above the line, silences told."""

from datetime import date

import pytest

from generator.model.library import Event
from generator.views.strip import NARROW, WIDE, LaneView, site_strips, strip_view
from tests.sites import edition_of

SPAN = (date(2020, 1, 1), date(2021, 12, 31))


def event(day: str, kind: str) -> tuple[str, str]:
    text = (
        f"---\ntitle: On {day}\ndate: {day}\nkind: {kind}\nthreads: [bridge]\n---\n"
        "It happened. [@almanac]\n"
    )
    return f"events/{day[:4]}/{day[:10]}-{kind}.md", text


def lane_of(*events: tuple[str, str], width: float = WIDE) -> LaneView:
    none: dict[str, str | None] = {
        "events/2021/2021-03-01-bridge-shut.md": None,
        "events/2021/2021-05-01-bridge-open.md": None,
        "threads/bridge.md": "---\ntitle: T\nlabel: L\nas_of: 2021\n---\nSo. [@almanac]\n",
        "pages/how-we-know.md": None,
    }
    edition = edition_of({**none, **dict(event(day, kind) for day, kind in events)})
    listed: tuple[Event, ...] = tuple(edition.library.events.values())
    return strip_view((("Lane", listed),), SPAN, width, edition).lanes[0]


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


def test_long_silences_are_told_in_their_middle() -> None:
    lane = lane_of(("2020-01-01", "talks"), ("2021-01-01", "talks"), ("2021-03-01", "talks"))
    assert [(silence.words) for silence in lane.silences] == ["366 days"]
    assert lane.silences[0].x == pytest.approx((lane.marks[0].x + lane.marks[1].x) / 2, abs=0.1)


def test_a_site_without_a_beginning_draws_none() -> None:
    assert site_strips((("Lane", ()),), edition_of({})) == ()
