"""The instant at which an event began, in the zone that was typed."""

from datetime import UTC, datetime

import pytest

from generator.derive.clock import began_at
from tests.sites import library_of

TIMES = [
    ("date: 2021-03-01\ntime: 08:00 BST", datetime(2021, 3, 1, 8, tzinfo=UTC)),
    ("date: 2021-07-01\ntime: 08:00 BST", datetime(2021, 7, 1, 7, tzinfo=UTC)),
    ("date: 2021-03-01\ntime: 00:30 Asia/Seoul", datetime(2021, 2, 28, 15, 30, tzinfo=UTC)),
    ("date: 2021-03-01/2021-03-02\ntime: 08:00 BST", datetime(2021, 3, 1, 8, tzinfo=UTC)),
    ("date: 2021-03-01", None),
    ("date: ../2021-03-01\ntime: 08:00 BST", None),
]


@pytest.mark.parametrize(("typed", "expected"), TIMES, ids=[typed for typed, _ in TIMES])
def test_the_beginning_follows_from_date_time_and_zone(
    typed: str, expected: datetime | None
) -> None:
    text = f"---\ntitle: x\n{typed}\nkind: talks\n---\nIt was so. [@almanac]\n"
    library = library_of({"events/2021/x.md": text})
    assert began_at(library.events["x"], library) == expected
