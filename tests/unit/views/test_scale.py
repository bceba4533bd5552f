"""Days to places, ticks that never run into each other, labels that fit."""

from datetime import date

import pytest

from generator.views.scale import MARGIN, NARROW, WIDE, Scale, texts, ticks


def test_days_stand_to_scale_and_never_outside() -> None:
    scale = Scale(date(2020, 1, 1), date(2021, 12, 31), WIDE)
    assert [scale.x(date(2020, 1, 1)), scale.x(date(2021, 12, 31))] == [MARGIN, WIDE - MARGIN]
    assert scale.x(date(1999, 1, 1)) == MARGIN
    assert scale.x(date(2030, 1, 1)) == scale.right
    assert scale.x(date(2021, 1, 1)) == pytest.approx(MARGIN + 366 / 730 * (WIDE - 16), abs=0.1)


@pytest.mark.parametrize(
    ("start", "end", "width", "labels"),
    [
        ("2019-06-01", "2022-03-01", WIDE, ["2020", "2021", "2022"]),
        ("2020-01-01", "2022-03-01", NARROW, ["2020", "2021", ""]),
        ("1971-09-22", "2026-06-20", NARROW, ["1980", "1990", "2000", "2010", "2020"]),
        ("2021-01-01", "2021-03-31", WIDE, ["Jan", "Feb", "Mar"]),
    ],
)
def test_ticks_have_room(start: str, end: str, width: float, labels: list[str]) -> None:
    scale = Scale(date.fromisoformat(start), date.fromisoformat(end), width)
    assert [tick.label for tick in ticks(scale)] == labels


def test_months_on_small_screens_are_named_by_quarter() -> None:
    scale = Scale(date(2021, 1, 1), date(2021, 12, 31), NARROW)
    found = ticks(scale)
    assert len(found) == 12
    assert [tick.label for tick in found if tick.label] == ["Jan", "Apr", "Jul", "Oct"]


def test_one_day_and_all_of_history_have_an_axis() -> None:
    assert ticks(Scale(date(2021, 1, 1), date(2021, 1, 1), WIDE))
    assert len(ticks(Scale(date.min, date.max, NARROW))) < 12


def test_long_labels_stand_in_several_lines() -> None:
    assert [line.text for line in texts("Short", 10, NARROW)] == ["Short"]
    lines = texts("a word and " * 10, 10, NARROW)
    assert len(lines) == 3
    assert [line.y for line in lines] == [27, 44, 61]
    assert texts(" ", 0, NARROW)
