"""Summits as pages: clocks, promises made there, claims of each capital, before and after."""

from generator.views.summits import SummitView, summit_view, summits_view
from tests.sites import OPEN, Changes, changed, edition_of

PATH = "summits/ford.md"
SUMMIT = """---
title: The summit at the ford
event: 2021-05-01-bridge-open
zones:
- {zone: Europe/London, label: Mill Town}
- {zone: Asia/Seoul, label: Seoul}
- {zone: America/Los_Angeles, label: Los Angeles}
parties: [alder, birch]
said:
  alder: 2021-03-01-bridge-shut#claim-shut
  birch: 2021-03-01-bridge-shut#claim-shut
---
They met. [@wire-2021-05-01]
"""
PROMISE = (
    "---\ntitle: {}\nby: [alder]\nmade: 2021-05-01-bridge-open\n---\n"
    "Alder promised it. [@wire-2021-05-01]\n"
)
KEEPS = "events/2021/2021-06-01-fair.md"
FAIR = (
    "---\ntitle: A fair\ndate: 2021-06-01\nkind: talks\nfollows: [2021-05-01-bridge-open]\n"
    "keeps: [hold-a-fair]\n---\nThere was a fair. [@almanac]\n"
)


def view(changes: Changes) -> SummitView:
    edition = edition_of({PATH: SUMMIT, **changes})
    return summit_view(edition.library.summits["ford"], edition)


def test_clocks_show_the_time_and_day_of_their_place() -> None:
    changes = changed(OPEN, "10:00 BST", "00:30 BST")
    assert [(clock.label, clock.words) for clock in view(changes).clocks] == [
        ("Mill Town", "00:30, Saturday 1 May 2021"),
        ("Seoul", "08:30, Saturday 1 May 2021"),
        ("Los Angeles", "16:30, Friday 30 April 2021"),
    ]


def test_without_a_clock_time_no_clock_is_made_up() -> None:
    without = view(changed(OPEN, "time: 10:00 BST\n", ""))
    assert (without.clocks, without.clocks_wanted) == ((), True)


def test_promises_made_there_stand_with_what_became_of_them() -> None:
    promises = {
        "commitments/hold-a-fair.md": PROMISE.format("Hold a fair"),
        "commitments/keep-open.md": PROMISE.format("Keep it open"),
        KEEPS: FAIR,
    }
    shown = view(promises)
    assert [(row.title, row.state.words) for row in shown.agreed] == [
        ("Hold a fair", "kept"),
        ("Keep it open", "open"),
    ]
    assert shown.counts == "1 kept, 1 open"


def test_the_same_claim_in_two_columns_has_an_anchor_in_each() -> None:
    alder, birch = view({}).said
    assert [alder.party.text, birch.party.text] == ["Alder", "Birch"]
    anchors = [said.claim.anchor for column in (alder, birch) for said in column.said]
    assert anchors == [
        "alder-2021-03-01-bridge-shut-claim-shut",
        "birch-2021-03-01-bridge-shut-claim-shut",
    ]
    hrefs = {said.claim.href for column in (alder, birch) for said in column.said}
    assert hrefs == {"/repo/events/2021-03-01-bridge-shut/#claim-shut"}


def test_before_and_after_come_from_the_event_unless_they_are_named() -> None:
    derived = view({KEEPS: FAIR.replace("keeps: [hold-a-fair]\n", "")})
    assert [card.title for card in derived.before] == ["Alder shuts the bridge"]
    assert [card.title for card in derived.after] == ["A fair"]
    named = SUMMIT.replace("said:", "after: [2021-03-01-bridge-shut]\nsaid:")
    assert [card.title for card in view({PATH: named}).after] == ["Alder shuts the bridge"]


def test_the_list_is_newest_first() -> None:
    earlier = SUMMIT.replace("event: 2021-05-01-bridge-open", "event: 2021-03-01-bridge-shut")
    edition = edition_of({PATH: SUMMIT, "summits/a.md": earlier.replace("the ford", "the mill")})
    assert [row.title for row in summits_view(edition).summits] == [
        "The summit at the ford",
        "The summit at the mill",
    ]
