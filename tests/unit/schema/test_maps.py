"""map.yaml: what it may hold, and that each fault in it is one problem at its place."""

import pytest

from generator.problems import Code
from tests.maps import MAP
from tests.sites import BASE, library_of, problems_of, told

GUIDE = "---\ntitle: Guide\n---\nSee [the map](/map/).\n"


def test_frames_reach_the_library_the_smallest_first() -> None:
    atlas = library_of({"map.yaml": MAP}).map
    assert [frame.id for frame in atlas.frames] == ["isle", "shire"]
    isle, shire = atlas.frames
    assert isle.land == (((51.95, -1.7), (52.25, -1.7), (52.1, -1.3)),)
    assert isle.borders == (((52.0, -1.7), (52.1, -1.3)),)
    assert [(line.label, line.points) for line in shire.lines] == [
        ("The armistice line", ((50.0, -3.0), (54.0, -2.0)))
    ]
    assert (atlas.source, atlas.licence) == ("Two Banks", "public domain")


def test_a_site_needs_no_map() -> None:
    assert library_of({"pages/guide.md": GUIDE}).map.frames == ()


@pytest.mark.parametrize(
    ("old", "new", "place", "code", "words"),
    [
        ("52.25 -1.7,", "52.25,", "20:9", Code.WRONG_VALUE, "'52.25' is not a point."),
        ("52.25 -1.7,", "52.25 west,", "20:9", Code.WRONG_VALUE, "'west' is not a number."),
        ("52.25 -1.7,", "52.25 -181,", "20:9", Code.WRONG_VALUE, "'52.25 -181' is not a point."),
        ("52.25 -1.7,", "-90.1 -1.7,", "20:9", Code.WRONG_VALUE, "'-90.1 -1.7' is not a point."),
        (
            "51.95 -1.7, 52.25 -1.7, 52.1 -1.3",
            "51.95 -1.7, 52.25 -1.7, 51.95 -1.7",
            "20:9",
            Code.WRONG_VALUE,
            "An outline needs three different points.",
        ),
        ("50 -3, 54 -2", "50 -3", "14:17", Code.WRONG_VALUE, "A line needs two different points."),
        ("50 -3, 54 -2", "[50, -3]", "14:17", Code.WRONG_TYPE, "'points' must be text."),
        ("id: isle", "id: shire", "6:3", Code.WRONG_VALUE, "Two frames have the id 'shire'."),
        ("id: isle", "id: The Isle", "15:9", Code.WRONG_VALUE, "'The Isle' cannot be an id."),
        (
            "south: 50",
            "south: 54",
            "9:10",
            Code.WRONG_VALUE,
            "The box of this frame holds nothing.",
        ),
        ("south: 50, ", "", "9:10", Code.MISSING_FIELD, "The field 'south' is missing."),
        ("where: on", "were: on", "17:5", Code.UNKNOWN_FIELD, "There is no field 'were'."),
        ("source: ", "sauce: ", "1:1", Code.UNKNOWN_FIELD, "There is no field 'sauce'."),
    ],
)
def test_a_fault_is_one_problem_at_its_place(
    old: str, new: str, place: str, code: Code, words: str
) -> None:
    assert MAP.count(old) == 1
    problems = problems_of({"map.yaml": MAP.replace(old, new), "pages/guide.md": GUIDE})
    assert told(problems) == [f"map.yaml:{place} {code}"]
    assert problems[0].message == words


def test_links_to_the_map_hold_while_its_file_is_at_fault() -> None:
    published = "published: [/map/]\n"
    changes = {"map.yaml": "frames: [", "pages/guide.md": GUIDE, "addresses.yaml": published}
    assert [problem.code for problem in problems_of({**BASE, **changes})] == [Code.YAML_SYNTAX]
