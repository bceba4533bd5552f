"""What is weak: each spot with its place, and a count of each kind."""

import json

import pytest

from generator import review as kinds
from generator.review import review
from generator.review_report import BY, shown
from tests.sites import BASE, changed, library_of

LINKS = """links:
  radio-2021-03-01:
    url: "https://radio.example/shut"
    checked: 2026-05-03
    answers: no
  times-2021-05-02:
    url: "https://times.example/open"
    checked: 2026-05-03
    answers: moved
    leads_to: "https://times.example/2021/open"
    archive: "https://archive.example/open"
"""


def of_kind(kind: str, changes: dict[str, str | None] | None = None) -> list[str]:
    return [one.text for one in review(library_of(changes or {})) if one.kind == kind]


def test_weak_spots_are_told_with_their_places() -> None:
    told = shown(review(library_of({})), "kind", "text")
    assert "content/events/2021/2021-03-01-bridge-shut.md:10:1: alder-press" not in told
    assert "content/events/2021/2021-03-01-bridge-shut.md:10:1: alder (#claim-shut)" in told
    assert "content/sources/2021.yaml:1:1: almanac" in told
    assert "\n2 claims that only one side makes\n2 claims with a single origin\n" in told
    assert "\n5 sources without an archived copy\n" in told
    assert "\n0 answers older than the site\n" in told


def test_an_answer_older_than_the_site_is_weak() -> None:
    thread = BASE["threads/bridge.md"].replace("as_of: 2021-12-31", "as_of: 2021-06")
    assert of_kind(kinds.OLD, {"threads/bridge.md": thread}) == ["as of June 2021"]


def test_dead_and_moved_addresses_are_told_and_a_found_copy_counts() -> None:
    changes: dict[str, str | None] = {"links/2021.yaml": LINKS}
    assert of_kind(kinds.DEAD, changes) == [
        "radio-2021-03-01, as of 3 May 2026; and no copy is archived"
    ]
    assert of_kind(kinds.MOVED, changes) == ["times-2021-05-02, to https://times.example/2021/open"]
    assert "times-2021-05-02" not in of_kind(kinds.UNARCHIVED, changes)


def test_a_claim_from_papers_alone_has_no_primary_document() -> None:
    before = of_kind(kinds.SECOND_HAND)
    assert not any("claim-shut" in text for text in before)
    after = of_kind(
        kinds.SECOND_HAND,
        changed(
            "outlets.yaml", "kind: state-media\n  side: alder", "kind: newspaper\n  side: alder"
        ),
    )
    assert len(after) > len(before)


def test_what_nothing_names_or_cites_is_an_orphan() -> None:
    extra = "---\nnames:\n  en: Nobody\ntype: person\n---\nA person.\n"
    assert of_kind(kinds.ACTORS, {"actors/nobody.md": extra}) == ["nobody"]
    page = "---\ntitle: Guide\n---\nSee [[nobody]].\n"
    assert of_kind(kinds.ACTORS, {"actors/nobody.md": extra, "pages/guide.md": page}) == []
    assert "nowhere" in of_kind(
        kinds.PLACES,
        {
            "places.yaml": BASE["places.yaml"]
            + "nowhere:\n  names:\n    en: Nowhere\n  precision: town\n"
        },
    )
    source = BASE["sources/2021.yaml"]
    unused = source + source.partition("\n")[2].partition("- id: g")[0].replace(
        "radio-2021", "x-2021"
    )
    assert "x-2021-03-01" in of_kind(kinds.UNUSED, {"sources/2021.yaml": unused})
    assert "radio-2021-03-01" not in of_kind(kinds.UNUSED)


def test_a_thread_of_few_events_is_weak() -> None:
    (told,) = of_kind(kinds.THREADS)
    assert told.endswith(" events")


@pytest.mark.parametrize("by", BY)
def test_every_spot_stands_in_a_group_of_every_view(by: str) -> None:
    found = review(library_of({}))
    groups = json.loads(shown(found, by, "json"))
    assert {(one["path"], one["line"], one["kind"], one["text"]) for one in groups} == {
        (one.position.path, one.position.line, one.kind, one.text) for one in found
    }
    for one in groups:
        expected = {"kind": [one["kind"]], "file": [one["path"]]}
        expected["thread"] = one["threads"] or ["in no thread"]
        assert one["group"] in expected[by]
    assert shown(found, by, "markdown").count("\n| `") == len(groups)
    assert shown(found, by, "text").count("\ncontent/") >= len(groups)
