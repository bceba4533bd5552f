"""The form over the promises, and what each row carries for it."""

from generator.views.commitments import tracker_view
from tests.sites import edition_of

PROMISES: dict[str, str | None] = {
    "commitments/keep-open.md": (
        "---\ntitle: Keep it open\nby: [birch, alder]\nmade: 2021-05-01-bridge-open\n---\n"
        "Both said so. [@almanac]\n"
    ),
    "commitments/stay-away.md": (
        "---\ntitle: Stay away\nby: [alder]\nmade: 2021-03-01-bridge-shut\ndue: 2021-04\n---\n"
        "Alder said so. [@almanac]\n"
    ),
}


def test_rows_carry_state_makers_and_making() -> None:
    view = tracker_view(edition_of(PROMISES))
    carried = {row.title: dict(row.facets) for group in view.groups for row in group.rows}
    assert carried == {
        "Keep it open": {
            "state": "open",
            "by": "birch alder",
            "made": "2021 2021-05-01-bridge-open",
        },
        "Stay away": {
            "state": "unclear",
            "by": "alder",
            "made": "2021 2021-03-01-bridge-shut",
        },
    }


def test_choices_are_those_that_promises_have() -> None:
    fields = {field.name: field for field in tracker_view(edition_of(PROMISES)).filter.fields}
    told = {
        name: [(o.value, o.words) for group in field.groups for o in group.options]
        for name, field in fields.items()
    }
    assert told == {
        "q": [],
        "state": [("open", "Open"), ("unclear", "Unclear")],
        "by": [("alder", "Alder"), ("birch", "Birch")],
        "made": [
            ("2021", "2021"),
            ("2021-03-01-bridge-shut", "Alder shuts the bridge"),
            ("2021-05-01-bridge-open", "The bridge opens again"),
        ],
    }
