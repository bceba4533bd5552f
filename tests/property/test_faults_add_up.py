"""However many faults are planted into a good site, in whatever combination: k faults, k problems.

What this cannot hold for, by design: references into a registry that cannot be read at all, and
comparisons with the date or the anchors of a record that is itself at fault.
"""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import Code
from tests.sites import BASE, OPEN, SHUT, problems_of, told

LIND, RULES = "actors/mara-lind.md", "pages/how-we-know.md"
FAIR, FLOOD = "events/2021/2021-06-01-fair.md", "events/2020/2020-01-01-flood.md"
GUIDE, NOTES, REEVE = "pages/guide.md", "pages/notes.md", "actors/reeve.md"
GOOD = {
    **BASE,
    "kinds.yaml": BASE["kinds.yaml"]
    + "fair:\n  label: Fair\n  direction: neutral\n  manner: deeds\n",
    FAIR: """---
title: A fair
date: 2021-06-01
time: 09:00 BST
kind: fair
actors: [alder, reeve]
follows: [2021-05-01-bridge-open]
---
There was a fair. [@almanac] {#fair}
It rained. [@almanac]
""",
    FLOOD: """---
title: A flood
date: 2020-01-01
kind: talks
---
The river rose. [@almanac]

It fell. [@almanac]

## After
It was dry.
""",
    GUIDE: """---
title: Guide
---
See [[2021-06-01-fair#claim-fair|the fair]] and [the flood](/events/2020-01-01-flood/).

See [a paper](https://paper.example/).

## Where
See [[how-we-know#section-words]].

### How
By [[mill-town]] and [the year](/timeline/2020/).
""",
    NOTES: "---\ntitle: Notes\n---\nSee [[guide]] and [[reeve]].\n",
    REEVE: "---\nnames:\n  en: A Reeve\ntype: person\n---\nA reeve.\n",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One passage of a good file made wrong, on a line where no other fault is."""

    path: str
    old: str
    new: str
    place: str
    code: Code

    def planted(self, site: dict[str, str]) -> dict[str, str]:
        assert site[self.path].count(self.old) == 1, self
        return {**site, self.path: site[self.path].replace(self.old, self.new)}

    def told(self) -> str:
        return f"{self.path}:{self.place} {self.code}"


FAULTS = [
    # Fields.
    Fault("site.yaml", "tagline:", "tag-line:", "2:1", Code.UNKNOWN_FIELD),
    Fault("site.yaml", "[bridge]", "[brigde]", "10:11", Code.DANGLING_REFERENCE),
    Fault("site.yaml", "BST: Europe/London", "BST: London", "9:8", Code.WRONG_VALUE),
    Fault(
        "kinds.yaml",
        "direction: cooperation\n  manner: words",
        "direction: up\n  manner: words",
        "3:14",
        Code.WRONG_VALUE,
    ),
    Fault("kinds.yaml", "label: Closure", "label: [Closure]", "6:10", Code.WRONG_TYPE),
    Fault("outlets.yaml", "owner: alder-press", "owner: mill-town", "5:10", Code.WRONG_REFERENCE),
    Fault("outlets.yaml", "languages: [en]", "languages: en", "20:14", Code.WRONG_TYPE),
    Fault("outlets.yaml", "valley-times:", "Valley-Times:", "22:1", Code.MALFORMED_ID),
    Fault("places.yaml", "[52.1, -1.5]", "[52.1, west]", "7:17", Code.WRONG_VALUE),
    Fault("places.yaml", "country: GB", "land: GB", "13:3", Code.UNKNOWN_FIELD),
    Fault(
        "sources/2021.yaml",
        "issued: 2021-03-01",
        "issued: 2021-02-30",
        "5:19",
        Code.IMPOSSIBLE_DATE,
    ),
    Fault(
        "sources/2021.yaml",
        "outlet: alder-radio",
        "outlet: alder-raido",
        "8:11",
        Code.DANGLING_REFERENCE,
    ),
    Fault(
        "sources/2021.yaml",
        "https://gazette.example/shut",
        "gazette.example",
        "13:8",
        Code.WRONG_VALUE,
    ),
    Fault(LIND, "type: person", "type: persona", "4:7", Code.WRONG_VALUE),
    Fault(LIND, "dates: 2020/..", "dates: since 2020", "8:10", Code.MALFORMED_DATE),
    Fault(
        OPEN,
        "title: The bridge opens again",
        'title: "The bridge\\x07"',
        "2:8",
        Code.FORBIDDEN_CHARACTER,
    ),
    Fault(
        OPEN, "[old-bridge, mill-town]", "[old-brigde, mill-town]", "5:9", Code.DANGLING_REFERENCE
    ),
    Fault(OPEN, "kind: reopening", "kind: re-opening", "7:7", Code.DANGLING_REFERENCE),
    Fault(SHUT, "date: 2021-03-01", "date: [2021-03-01]", "3:7", Code.WRONG_TYPE),
    Fault(SHUT, "threads: [bridge]", "treads: [bridge]", "8:1", Code.UNKNOWN_FIELD),
    # Syntax; the last line of these fields, since nothing is known of the ones below it.
    Fault(REEVE, "type: person", "type: @person", "4:7", Code.YAML_SYNTAX),
    Fault(NOTES, "title: Notes", "title: Notes: more", "2:13", Code.YAML_SYNTAX),
    Fault(RULES, "title: How we know", "title: !How", "2:8", Code.UNSUPPORTED_YAML),
    # Accounts.
    Fault(SHUT, "at eight. [alder: @", "at eight. [aldr: @", "10:34", Code.DANGLING_REFERENCE),
    Fault(
        SHUT,
        "[birch: @gazette-2021-03-02]",
        "[birch @gazette-2021-03-02]",
        "11:28",
        Code.MALFORMED_CITATION,
    ),
    Fault(
        OPEN,
        "[@times-2021-05-02; @wire-2021-05-01]\n",
        "[@times-2021-05-02; @wire-2021-05-01\n",
        "11:32",
        Code.MALFORMED_CITATION,
    ),
    Fault(OPEN, "{#ribbon}", "{#Ribbon}", "12:52", Code.MALFORMED_ID),
    Fault("threads/bridge.md", "[@wire-2021-05-01]", "", "6:1", Code.UNCITED_CLAIM),
    Fault(
        "threads/bridge.md",
        "[[2021-03-01-bridge-shut]]",
        "[[2021-03-01-bridge-shot]]",
        "9:5",
        Code.DANGLING_REFERENCE,
    ),
    Fault(
        FLOOD,
        "The river rose. [@almanac]",
        "- It rose. [@almanac]",
        "6:1",
        Code.UNSUPPORTED_ACCOUNT,
    ),
    Fault(
        FLOOD,
        "It fell. [@almanac]",
        "*It fell. [@almanac]*",
        "8:11",
        Code.MALFORMED_CITATION,
    ),
    Fault(FLOOD, "## After", "### After", "10:1", Code.MISPLACED_HEADING),
    # Events whose fields are good, since dates are compared across files.
    Fault(
        FAIR,
        "follows: [2021-05-01-bridge-open]",
        "follows: [2021-06-01-fair]",
        "7:11",
        Code.FOLLOWS_LATER_EVENT,
    ),
    Fault(
        FAIR,
        "rained. [@almanac]",
        "rained. [@almanac] {#fair}",
        "10:25",
        Code.DUPLICATE_ANCHOR,
    ),
    # Links.
    Fault(GUIDE, "#claim-fair|", "#claim-fiar|", "4:5", Code.BROKEN_ANCHOR),
    Fault(GUIDE, "(https://paper.example/)", "(paper.html)", "6:5", Code.FORBIDDEN_LINK),
    Fault(GUIDE, "## Where", "# Where", "8:1", Code.MISPLACED_HEADING),
    Fault(GUIDE, "(/timeline/2020/)", "(/time/2020/)", "12:22", Code.BROKEN_LINK),
    Fault(NOTES, "[[guide]]", "[[closure]]", "4:5", Code.WRONG_REFERENCE),
    Fault(
        RULES,
        "(/threads/bridge/#section-the-closure)",
        "(/thread/bridge/)",
        "4:38",
        Code.BROKEN_LINK,
    ),
]

# The zones of a faulty site.yaml are not known, so this one is planted alone.
ZONE = Fault(FAIR, "time: 09:00 BST", "time: 09:00 XST", "4:7", Code.WRONG_VALUE)


def test_the_faults_are_of_many_kinds_and_stand_on_lines_of_their_own() -> None:
    assert problems_of(GOOD) == ()
    lines = [(fault.path, fault.place.partition(":")[0]) for fault in FAULTS]
    assert len(set(lines)) == len(lines)
    assert len({fault.code for fault in FAULTS}) >= 15


@pytest.mark.parametrize("fault", [*FAULTS, ZONE], ids=Fault.told)
def test_one_fault_is_one_problem(fault: Fault) -> None:
    assert told(problems_of(fault.planted(GOOD))) == [fault.told()]


@given(st.lists(st.sampled_from(FAULTS), unique=True, min_size=2, max_size=len(FAULTS)))
@settings(max_examples=150, deadline=None)
def test_faults_add_up(faults: list[Fault]) -> None:
    site = dict(GOOD)
    for fault in faults:
        site = fault.planted(site)
    assert sorted(told(problems_of(site))) == sorted(fault.told() for fault in faults)


def test_all_faults_together_are_all_told() -> None:
    site = dict(GOOD)
    for fault in FAULTS:
        site = fault.planted(site)
    assert sorted(told(problems_of(site))) == sorted(fault.told() for fault in FAULTS)
