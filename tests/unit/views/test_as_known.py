"""What an earlier day could have known, for the script and for the end of each year."""

from generator.views.as_known import AsKnownView, as_known_views
from tests.sites import BASE, OPEN, SHUT, changed, edition_of

LATER = """\
- id: herald-2022
  type: article
  title: x
  issued: 2022-02-01
  URL: https://h.example
  language: en
  outlet: valley-times
"""


def pages(changes: dict[str, str | None]) -> dict[str, AsKnownView]:
    return {address: view() for address, view in as_known_views(edition_of(changes))}


def test_claims_stand_by_year_and_event_with_their_steps() -> None:
    view = pages({})["/as-known/"]
    ((year, events),) = [(one.year, one.events) for one in view.years]
    assert year == 2021
    assert [event.link.text for event in events] == [
        "Alder shuts the bridge",
        "The bridge opens again",
    ]
    shut, breach = events[0].claims
    assert shut.href == "/repo/events/2021-03-01-bridge-shut/#claim-shut"
    assert shut.text == "Alder shut the bridge at eight."
    assert (shut.label.name, shut.label.words) == ("one-side", "One side says so")
    assert (shut.steps, breach.steps) == ("2021-03-01:one-side", "2021-03-02:one-side")
    # A second source that changes nothing is no step.
    assert events[1].claims[0].steps == "2021-05-01:single"
    assert (view.claims, view.undated) == (4, 0)
    assert (view.first, view.last) == ("2021-03-01", "2021-05-02")


def test_a_claim_of_undated_sources_has_no_steps() -> None:
    view = pages(changed(SHUT, "birch: @gazette-2021-03-02", "@almanac"))["/as-known/"]
    assert [claim.steps for claim in view.years[0].events[0].claims] == ["2021-03-01:one-side", ""]
    assert view.undated == 1


def test_the_end_of_a_year_has_the_labels_of_its_day_and_names_those_of_today() -> None:
    changes = {
        "sources/2021.yaml": BASE["sources/2021.yaml"] + LATER,
        **changed("site.yaml", "as_of: 2021-12-31", "as_of: 2022-12-31"),
        **changed(SHUT, "[alder: @radio-2021-03-01]", "[@herald-2022; alder: @radio-2021-03-01]"),
        **changed(OPEN, "[@wire-2021-05-01, p. 2]", "[@herald-2022]"),
    }
    known = pages(changes)
    assert list(known) == ["/as-known/", "/as-known/2021/", "/as-known/2022/"]
    then = known["/as-known/2021/"]
    told = [
        (claim.text, claim.label.name, claim.now.name if claim.now else "", claim.steps)
        for year in then.years
        for event in year.events
        for claim in event.claims
    ]
    assert told == [
        ("Alder shut the bridge at eight.", "one-side", "independent", ""),
        ("Birch called it a breach.", "one-side", "", ""),
        ("The first cart crossed at ten.", "single", "", ""),
    ]
    assert then.description == (
        "3 of 4 claims had a source by 31 December 2021, 1 of them with another label than today."
    )
    assert known["/as-known/2022/"].claims == 4


def test_no_event_is_known_before_its_day() -> None:
    earlier = {
        **changed("sources/2021.yaml", "issued: 2021-03-01", "issued: 2020-03-01"),
        **changed(SHUT, "[alder: @radio", "[earlier alder: @radio"),
    }
    view = pages(earlier)["/as-known/"]
    assert view.years[0].events[0].claims[0].steps == "2021-03-01:one-side"
