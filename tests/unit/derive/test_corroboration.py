"""How well a claim is supported: origins and sides are counted, not outlets."""

import pytest

from generator.derive.corroboration import Corroboration, Label, corroboration, side_of
from generator.model.library import Library
from generator.problems import Position
from generator.text import citations
from generator.text.html import render
from generator.text.prose import Claim
from tests.sites import library_of

# who publishes: name -> (side, owner)
OUTLETS = {
    "daily": ("", ""),
    "weekly": ("", ""),
    "wire": ("", ""),
    "radio-n": ("north", "press-n"),
    "press-n": ("north", ""),
    "radio-s": ("south", ""),
    "print": ("", "house"),
    "online": ("", "print"),
    "house": ("", ""),
    "ring-a": ("", "ring-c"),
    "ring-b": ("", "ring-a"),
    "ring-c": ("", "ring-b"),
    "into-ring": ("", "ring-b"),
    "self": ("", "self"),
    "leased": ("", "press-n"),
}
# what is published: id -> (outlet, origin)
SOURCES = {
    **{f"of-{name}": (name, "") for name in OUTLETS},
    "daily-wire": ("daily", "wire"),
    "weekly-wire": ("weekly", "wire"),
    "daily-north": ("daily", "north"),
    "weekly-radio-n": ("weekly", "radio-n"),
    "daily-person": ("daily", "envoy"),
    "daily-both": ("daily", "[north, south]"),
    "daily-wire-north": ("daily", "[wire, north]"),
}


def world() -> Library:
    outlets = "".join(
        f"{name}:\n  name: {name}\n  kind: newspaper\n  description: x\n"
        + (f"  side: {side}\n" if side else "")
        + (f"  owner: {owner}\n" if owner else "")
        for name, (side, owner) in OUTLETS.items()
    )
    sources = "".join(
        f"- id: {id_}\n  type: article\n  title: x\n  URL: https://x.example\n  language: en\n"
        f"  outlet: {outlet}\n" + (f"  origin: {origin}\n" if origin else "")
        for id_, (outlet, origin) in SOURCES.items()
    )

    def actor(type_: str, side: str) -> str:
        return f"---\nnames: {{en: x}}\ntype: {type_}\n{side}---\nx\n"

    return library_of(
        {
            "outlets.yaml": outlets,
            "sources/2021.yaml": f"references:\n{sources}",
            "actors/north.md": actor("government", "side: north\n"),
            "actors/south.md": actor("government", "side: south\n"),
            "actors/envoy.md": actor("person", "side: north\n"),
            "actors/witness.md": actor("person", ""),
            **dict.fromkeys(
                (
                    "events/2021/2021-03-01-bridge-shut.md",
                    "events/2021/2021-05-01-bridge-open.md",
                    "threads/bridge.md",
                    "pages/how-we-know.md",
                )
            ),
            "site.yaml": (
                "title: x\ntagline: x\ndescription: x\nbase_url: https://x.example/\n"
                "as_of: 2021\nlicence: x\nlicence_url: https://x.example/\n"
            ),
        }
    )


LIBRARY = world()


def judged(group: str) -> Corroboration:
    at = Position("x.md")
    read = citations.parse_group(group, lambda _: at)
    assert read.problems == ()
    return corroboration(Claim("claim", render([]), read.value.citations, at), LIBRARY)


CASES = [
    # One origin that speaks for no side.
    ("@of-daily", Label.SINGLE, ["daily"], [], []),
    ("@of-daily; @of-daily, p. 2", Label.SINGLE, ["daily"], [], []),
    # Two papers that print one agency's copy, and the agency itself, are one origin.
    ("@daily-wire; @weekly-wire", Label.SINGLE, ["wire"], [], []),
    ("@daily-wire; @weekly-wire; @of-wire", Label.SINGLE, ["wire"], [], []),
    ("@daily-wire; @of-daily", Label.INDEPENDENT, ["wire", "daily"], [], []),
    # Those who own each other are one origin, along chains and rings.
    ("@of-print; @of-house", Label.SINGLE, ["house"], [], []),
    ("@of-online; @of-house", Label.SINGLE, ["house"], [], []),
    ("@of-online; @of-daily", Label.INDEPENDENT, ["house", "daily"], [], []),
    ("@of-ring-a", Label.SINGLE, ["ring-a"], [], []),
    ("@of-ring-a; @of-ring-b; @of-ring-c", Label.SINGLE, ["ring-a"], [], []),
    ("@of-ring-b; @of-into-ring", Label.SINGLE, ["ring-a"], [], []),
    ("@of-self", Label.SINGLE, ["self"], [], []),
    # One side, however many speak for it.
    ("@of-radio-n", Label.ONE_SIDE, ["press-n"], ["north"], []),
    ("@of-radio-n; @of-press-n", Label.ONE_SIDE, ["press-n"], ["north"], []),
    ("@of-radio-n; @daily-north", Label.ONE_SIDE, ["press-n", "north"], ["north"], []),
    ("@weekly-radio-n", Label.ONE_SIDE, ["press-n"], ["north"], []),
    ("@of-leased", Label.ONE_SIDE, ["press-n"], ["north"], []),
    ("@daily-person", Label.ONE_SIDE, ["envoy"], ["north"], []),
    # The speaker is the origin, whoever carried the words.
    ("north: @of-daily", Label.ONE_SIDE, ["north"], ["north"], []),
    ("north: @of-daily; @of-weekly; @of-wire", Label.ONE_SIDE, ["north"], ["north"], []),
    ("envoy: @of-daily; north: @of-daily", Label.ONE_SIDE, ["envoy", "north"], ["north"], []),
    ("witness: @of-daily; @of-weekly", Label.SINGLE, ["witness"], [], []),
    ("witness: @of-daily; daily: @of-daily", Label.INDEPENDENT, ["witness", "daily"], [], []),
    ("radio-n: @of-daily", Label.ONE_SIDE, ["press-n"], ["north"], []),
    ("witness: @of-radio-n", Label.SINGLE, ["witness"], [], []),
    # An independent origin beside one side.
    ("@of-radio-n; @of-daily", Label.INDEPENDENT, ["press-n", "daily"], ["north"], []),
    ("@daily-wire-north", Label.INDEPENDENT, ["wire", "north"], ["north"], []),
    # Both sides say so.
    (
        "@of-radio-n; @of-radio-s",
        Label.SEVERAL_SIDES,
        ["press-n", "radio-s"],
        ["north", "south"],
        [],
    ),
    (
        "south: @of-daily; north: @of-daily",
        Label.SEVERAL_SIDES,
        ["south", "north"],
        ["north", "south"],
        [],
    ),
    ("@daily-both", Label.SEVERAL_SIDES, ["north", "south"], ["north", "south"], []),
    (
        "@of-radio-n; @of-radio-s; @of-daily",
        Label.SEVERAL_SIDES,
        ["press-n", "radio-s", "daily"],
        ["north", "south"],
        [],
    ),
    # Whatever supports a claim, a source that disputes it comes first.
    ("@of-daily; but @of-weekly", Label.DISPUTED, ["daily"], [], ["weekly"]),
    (
        "@of-radio-n; @of-radio-s; but @of-weekly",
        Label.DISPUTED,
        ["press-n", "radio-s"],
        ["north", "south"],
        ["weekly"],
    ),
    ("north: @of-daily; but south: @of-daily", Label.DISPUTED, ["north"], ["north"], ["south"]),
    ("but @of-radio-n; @of-press-n", Label.DISPUTED, [], [], ["press-n"]),
]


@pytest.mark.parametrize(("group", "label", "origins", "sides", "disputed_by"), CASES)
def test_claims_are_judged_by_origins_and_sides(
    group: str, label: Label, origins: list[str], sides: list[str], disputed_by: list[str]
) -> None:
    assert judged(group) == Corroboration(label, tuple(origins), tuple(sides), tuple(disputed_by))


def test_sides_are_those_of_actors_and_outlets() -> None:
    ids = ("north", "envoy", "witness", "radio-n", "daily", "nobody")
    assert [side_of(id_, LIBRARY) for id_ in ids] == ["north", "north", "", "north", "", ""]
