"""What is weak: each spot with its place, and a count of each kind."""

from generator.review import review
from tests.sites import BASE, library_of


def test_weak_spots_are_told_with_their_places() -> None:
    told = review(library_of({}))
    assert "content/events/2021/2021-03-01-bridge-shut.md:10:1: alder-press" not in told
    assert "content/events/2021/2021-03-01-bridge-shut.md:10:1: alder (#claim-shut)" in told
    assert "content/sources/2021.yaml:1:1: almanac" in told
    assert told.endswith(
        "2 claims that only one side makes\n2 claims with a single origin\n"
        "5 sources without an archived copy\n0 answers older than the site\n"
    )


def test_an_answer_older_than_the_site_is_weak() -> None:
    thread = BASE["threads/bridge.md"].replace("as_of: 2021-12-31", "as_of: 2021-06")
    assert "content/threads/bridge.md:1:1: as of June 2021" in review(
        library_of({"threads/bridge.md": thread})
    )
