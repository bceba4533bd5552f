"""Corrections: newest first, each at a place of its own that never changes."""

from generator.problems import Code
from generator.views.corrections import all_corrections, corrections_of, corrections_view
from generator.views.feeds import corrections_feed_view, feed_view
from tests.sites import OPEN, SHUT, changed, edition_of, problems_of, told

CORRECTED = {
    **changed(
        SHUT,
        "threads: [bridge]\n",
        "threads: [bridge]\ncorrections:\n"
        "- {date: 2021-06-01, wrong: It said nine., right: It was eight.}\n"
        "- {date: 2021-08-01, wrong: It said Elder., right: It is Alder.}\n",
    ),
    **changed(
        OPEN,
        "threads: [bridge]\n",
        "threads: [bridge]\ncorrections:\n- {date: 2021-07-01, wrong: 'a < b', right: b & a}\n",
    ),
}


def test_all_are_newest_first() -> None:
    edition = edition_of(CORRECTED)
    assert [(one.date.machine, one.wrong) for one in all_corrections(edition)] == [
        ("2021-08-01", "It said Elder."),
        ("2021-07-01", "a < b"),
        ("2021-06-01", "It said nine."),
    ]


def test_those_of_an_event_keep_their_place_when_others_follow() -> None:
    edition = edition_of(CORRECTED)
    event = edition.library.events["2021-03-01-bridge-shut"]
    assert [(one.anchor, one.right) for one in corrections_of(event, edition)] == [
        ("correction-2021-03-01-bridge-shut-2", "It is Alder."),
        ("correction-2021-03-01-bridge-shut-1", "It was eight."),
    ]


def test_the_text_of_the_page_is_the_editors() -> None:
    page = "---\ntitle: What we got wrong\n---\nWe say so.\n\n## How to tell us\nWrite.\n"
    view = corrections_view(edition_of({"pages/corrections.md": page}))
    assert (view.title, view.lead) == ("What we got wrong", "<p>We say so.</p>\n")
    assert [section.title for section in view.sections] == ["How to tell us"]
    assert corrections_view(edition_of({})).title == "Corrections"


def test_the_feed_leads_to_each_and_is_as_new_as_the_newest() -> None:
    feed = corrections_feed_view(edition_of(CORRECTED))
    page = "https://x.example/repo/corrections/"
    assert feed.updated == "2021-08-01T00:00:00Z"
    assert feed.entries[0].id == f"{page}#correction-2021-03-01-bridge-shut-2"
    assert feed.entries[0].title == "Correction: Alder shuts the bridge"
    assert feed.entries[0].summary == "Was: It said Elder. Is: It is Alder."
    assert corrections_feed_view(edition_of({})).entries == ()


def test_an_event_that_was_corrected_is_as_new_as_its_last_correction() -> None:
    entries = {entry.title: entry.updated for entry in feed_view(edition_of(CORRECTED)).entries}
    assert entries["Alder shuts the bridge"] == "2021-08-01T00:00:00Z"
    without = {entry.title: entry.updated for entry in feed_view(edition_of({})).entries}
    assert without["Alder shuts the bridge"] == "2021-03-02T00:00:00Z"


def test_a_correction_says_both_what_was_and_what_is() -> None:
    changes = changed(
        SHUT,
        "threads: [bridge]\n",
        "threads: [bridge]\ncorrections:\n- {date: 2021-06-31, wrong: x, rigth: y}\n",
    )
    assert told(problems_of(changes)) == [
        f"{SHUT}:10:18 {Code.IMPOSSIBLE_DATE}",
        f"{SHUT}:10:32 {Code.UNKNOWN_FIELD}",
    ]
