"""How an event became known, by day: sources that appeared and labels that changed."""

from generator.derive.corroboration import parties_to
from generator.views.claims import Setting
from generator.views.known import KnownView, known_view
from tests.sites import OPEN, Changes, changed, edition_of

ID = "2021-05-01-bridge-open"


def known(changes: Changes) -> tuple[KnownView, ...]:
    edition = edition_of(changes)
    event = edition.library.events[ID]
    setting = Setting(edition.href(ID), parties_to(event, edition.library))
    return known_view(event, setting, edition)


def told(rows: tuple[KnownView, ...]) -> list[tuple[str, list[str], list[tuple[str, str, int]]]]:
    return [
        (
            row.date.machine,
            [f"{one.source.text}/{one.carries}" for one in row.sources],
            [(change.before, change.after, len(change.claims)) for change in row.changes],
        )
        for row in rows
    ]


def test_a_source_that_changes_no_label_is_listed_all_the_same() -> None:
    assert told(known({})) == [
        ("2021-05-01", ["River Wire/"], [("", "Single report", 2)]),
        ("2021-05-02", ["Valley Times/River Wire"], []),
    ]


def test_a_label_that_changes_is_told_with_the_one_before() -> None:
    changes = changed(
        OPEN,
        "[@times-2021-05-02; @wire-2021-05-01]",
        "[@wire-2021-05-01; birch: @times-2021-05-02]",
    )
    assert told(known(changes))[1] == (
        "2021-05-02",
        ["Valley Times/River Wire"],
        [("Single report", "Reported independently", 1)],
    )


def test_claims_are_linked_by_their_first_words() -> None:
    (change,) = known({})[0].changes
    assert [(claim.text, claim.href.partition("#")[2]) for claim in change.claims] == [
        ("The first cart crossed at ten.", "claim-the-first-cart-crossed-at-ten"),
        ("Mara Lind cut a ribbon.", "claim-ribbon"),
    ]


def test_long_claims_are_cut() -> None:
    changes = changed(
        OPEN, "The first cart crossed at ten.", "The first cart of all crossed at ten."
    )
    assert known(changes)[0].changes[0].claims[0].text == "The first cart of all crossed …"


def test_sources_without_a_date_make_no_day() -> None:
    changes = changed(OPEN, "[@times-2021-05-02; @wire-2021-05-01]", "[@almanac]")
    changes[OPEN] = (changes[OPEN] or "").replace("[@wire-2021-05-01, p. 2]", "[@almanac]")
    assert known(changes) == ()
