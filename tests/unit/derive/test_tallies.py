"""Which events a tally counts, and in which quarter each stands."""

from datetime import date

import pytest

from generator.derive.tallies import by_quarter, counted, first_of, last_of, quarter_of
from generator.model.figures import Tally
from tests.sites import Changes, library_of

SHUT, OPEN = "2021-03-01-bridge-shut", "2021-05-01-bridge-open"
FROM, TO = date(2021, 1, 1), date(2021, 12, 31)
FAIR = (
    "---\ntitle: A fair\ndate: 2021-06-30\nkind: reopening\nactors: alder\n---\n"
    "There was one. [@almanac]\n"
)
MORE: Changes = {"events/2021/fair.md": FAIR}


def ids(
    kinds: tuple[str, ...],
    actors: tuple[str, ...] = (),
    threads: tuple[str, ...] = (),
    span: tuple[date, date] = (FROM, TO),
) -> list[str]:
    found = counted(Tally("T", kinds, actors, threads), library_of(MORE), *span)
    return [event.id for event in found]


def test_any_of_the_kinds_counts() -> None:
    assert ids(("closure",)) == [SHUT]
    assert ids(("closure", "reopening")) == [SHUT, OPEN, "fair"]
    assert ids(("talks",)) == []


def test_all_actors_must_take_part_and_one_thread_is_enough() -> None:
    assert ids(("reopening",), ("alder",)) == [OPEN, "fair"]
    assert ids(("reopening",), ("alder", "birch")) == [OPEN]
    assert ids(("reopening",), (), ("bridge",)) == [OPEN]


def test_only_events_that_began_within_the_span_count() -> None:
    span = (date(2021, 5, 1), date(2021, 6, 29))
    assert ids(("closure", "reopening"), span=span) == [OPEN]


def test_events_stand_in_the_quarter_in_which_they_began() -> None:
    events = tuple(library_of(MORE).events.values())
    found = {
        quarter: [event.id for event in listed] for quarter, listed in by_quarter(events).items()
    }
    assert found == {(2021, 1): [SHUT], (2021, 2): [OPEN, "fair"]}


@pytest.mark.parametrize(
    ("day", "quarter"),
    [("2021-01-01", 1), ("2021-03-31", 1), ("2021-04-01", 2), ("2021-12-31", 4)],
)
def test_quarters_begin_in_january_april_july_and_october(day: str, quarter: int) -> None:
    found = quarter_of(date.fromisoformat(day))
    assert found == (2021, quarter)
    assert first_of(found) <= date.fromisoformat(day) <= last_of(found)
