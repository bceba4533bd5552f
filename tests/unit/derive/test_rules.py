"""Quotations against excerpts and sources against dates, in the zones of the outlets."""

import pytest

from tests.sites import BASE, OPEN, problems_of, told

SOURCES = "sources/2021.yaml"


def open_with(old: str, new: str) -> dict[str, str | None]:
    return {OPEN: BASE[OPEN].replace(old, new)}


def dated(day: str, zone: str = "") -> dict[str, str | None]:
    """Return BASE with the agency's report of the opening on another day, from another zone."""
    outlets = BASE["outlets.yaml"].replace(
        "name: River Wire\n", f"name: River Wire\n  time_zone: {zone}\n" if zone else "name: W\n"
    )
    sources = BASE[SOURCES].replace(
        "title: Bridge opens\n  issued: 2021-05-01", f"title: O\n  issued: {day}"
    )
    return {"outlets.yaml": outlets, SOURCES: sources}


# The bridge opens at 10:00 British summer time, 09:00 UTC, on 1 May 2021.
@pytest.mark.parametrize(
    ("day", "zone", "early"),
    [
        ("2021-05-01", "Asia/Seoul", False),
        ("2021-04-30", "Asia/Seoul", True),
        ("2021-04-30", "America/Toronto", True),
        ("2021-04-30", "Pacific/Honolulu", False),
        ("2021-04-30", "", False),
        ("2021-04-29", "", True),
        ("2021-04", "Asia/Seoul", True),
        ("2021", "Asia/Seoul", False),
    ],
)
def test_a_source_may_not_precede_its_event(day: str, zone: str, early: bool) -> None:  # noqa: FBT001
    found = told(problems_of(dated(day, zone)))
    claims = [f"{OPEN}:11:53 source-before-event", f"{OPEN}:12:27 source-before-event"]
    assert found == (claims if early else [])


def test_a_source_that_is_meant_to_be_earlier_is_no_fault() -> None:
    event = BASE[OPEN].replace("; @wire", "; earlier @wire").replace("[@wire", "[earlier @wire")
    assert problems_of({**dated("2021-01-01"), OPEN: event}) == ()


def test_without_a_clock_time_the_day_begins_where_it_begins_first() -> None:
    event = BASE[OPEN].replace("time: 10:00 BST\n", "")
    late_enough = {**dated("2021-04-30", "Asia/Seoul"), OPEN: event}
    assert problems_of(late_enough) == ()
    assert len(problems_of({**dated("2021-04-29", "Asia/Seoul"), OPEN: event})) == 2


@pytest.mark.parametrize(
    ("text", "told_at"),
    [
        ('She said "open at last".', []),
        ('She said "open at first".', [f"{OPEN}:12:10 unsupported-quote"]),
    ],
)
def test_a_claim_quotes_only_its_own_excerpts(text: str, told_at: list[str]) -> None:
    sources = BASE[SOURCES].replace(
        "title: Bridge opens\n", "title: Bridge opens\n  excerpt: the bridge is open at last\n"
    )
    changes = {**open_with("Mara Lind cut a ribbon.", text), SOURCES: sources}
    assert told(problems_of(changes)) == told_at


def test_a_section_may_quote_any_source_of_the_file() -> None:
    sources = BASE[SOURCES].replace(
        "title: Bridge opens\n", "title: Bridge opens\n  excerpt: the bridge is open at last\n"
    )
    section = {
        **open_with("It ended what", 'It was "open at last" and ended what'),
        SOURCES: sources,
    }
    assert problems_of(section) == ()
    wrong = {**open_with("It ended what", 'It was "shut" and ended what'), SOURCES: sources}
    assert told(problems_of(wrong)) == [f"{OPEN}:15:8 unsupported-quote"]
