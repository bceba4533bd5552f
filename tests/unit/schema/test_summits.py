"""Summits: references to events, actors, documents and single claims, each fault at its place."""

import pytest

from generator.model.summits import ClaimReference
from tests.sites import SHUT, changed, library_of, problems_of, told

PATH = "summits/ford.md"
SUMMIT = """---
title: The summit at the ford
event: 2021-05-01-bridge-open
parties: [alder, birch]
leaders: [mara-lind]
said:
  alder: 2021-03-01-bridge-shut#claim-shut
  birch: [2021-05-01-bridge-open#claim-ribbon, 2021-03-01-bridge-shut#claim-shut]
---
They met. [@wire-2021-05-01]
"""


def test_what_each_party_said_leads_to_claims() -> None:
    summit = library_of({PATH: SUMMIT}).summits["ford"]
    shut = ClaimReference("2021-03-01-bridge-shut", "claim-shut")
    assert dict(summit.said) == {
        "alder": (shut,),
        "birch": (ClaimReference("2021-05-01-bridge-open", "claim-ribbon"), shut),
    }


FAULTS = [
    ("event: 2021-05-01-bridge-open", "event: 2021-05-01-bridge", "3:8 dangling-reference"),
    ("event: 2021-05-01-bridge-open", "event: alder", "3:8 wrong-reference"),
    ("parties: [alder, birch]", "parties: []", "4:10 wrong-value"),
    ("parties: [alder, birch]", "parties: [alder, brich]", "4:18 dangling-reference"),
    ("leaders: [mara-lind]", "leaders: [old-bridge]", "5:11 wrong-reference"),
    ("leaders: [mara-lind]", "documents: [pact]", "5:13 dangling-reference"),
    ("leaders: [mara-lind]", "before: [zz]", "5:10 dangling-reference"),
    ("leaders: [mara-lind]", "after: zz", "5:8 dangling-reference"),
    ("leaders: [mara-lind]", "zones: [{zone: Asia/Soul, label: Seoul}]", "5:16 wrong-value"),
    ("  alder: 2021", "  elder: 2021", "7:3 dangling-reference"),
    ("  alder: 2021", "  old-bridge: 2021", "7:3 wrong-reference"),
    ("alder: 2021-03-01-bridge-shut#", "alder: 2021-03-01-bridge#", "7:10 dangling-reference"),
    ("alder: 2021-03-01-bridge-shut#", "alder: mara-lind#", "7:10 wrong-reference"),
    ("alder: 2021-03-01-bridge-shut#claim-shut", "alder: zz", "7:10 wrong-value"),
    ("alder: 2021-03-01-bridge-shut#claim-shut", "alder: 'zz#'", "7:10 wrong-value"),
    ("birch: [2021-05-01-bridge-open#claim-ribbon", "birch: ['#claim-ribbon'", "8:11 wrong-value"),
    ("open#claim-ribbon", "open#claim-robbin", "8:11 broken-anchor"),
    ("open#claim-ribbon", "open#section-why-it-matters", "8:11 broken-anchor"),
]


@pytest.mark.parametrize(("old", "new", "expected"), FAULTS)
def test_a_fault_is_told_once_and_where_it_stands(old: str, new: str, expected: str) -> None:
    assert SUMMIT.count(old) == 1
    assert told(problems_of({PATH: SUMMIT.replace(old, new)})) == [f"{PATH}:{expected}"]


def test_the_nearest_claim_is_proposed() -> None:
    (problem,) = problems_of({PATH: SUMMIT.replace("claim-ribbon", "claim-robbin")})
    assert problem.message == "'2021-05-01-bridge-open' has no claim '#claim-robbin'."
    assert problem.hint == "Did you mean '#claim-ribbon'?"


def test_a_fault_in_the_claims_event_is_not_told_again_here() -> None:
    faults = [
        changed(SHUT, "title: Alder", "titel: Alder"),
        changed(SHUT, "[alder: @radio-2021-03-01] {#shut}", "[alder: @radio-2021-03-01 {#shut}"),
    ]
    for fault in faults:
        assert len(problems_of({PATH: SUMMIT, **fault})) == 1
