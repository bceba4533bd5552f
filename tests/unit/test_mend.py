"""What `check --fix` repairs, what it leaves, and that it is done after one run."""

import pytest

from generator.mend import mend
from generator.problems import Code
from tests.sites import BASE, OPEN, Changes, source_files, told

NOTES = "pages/notes.md"


def mended(changes: Changes) -> dict[str, str | None]:
    """Return the files whose text changed, and check that a second run changes nothing."""
    before = source_files({**BASE, **changes})
    first = mend(before)
    again = mend(first.files)
    assert (again.files, again.repairs, again.tidied) == (first.files, (), ())
    return {
        new.inner_path: new.text
        for old, new in zip(before, first.files, strict=True)
        if new.text != old.text
    }


REPAIRED = [
    (OPEN, "date: 2021-05-01", "date: 1 May 2021", "date: 2021-05-01"),
    (OPEN, "date: 2021-05-01", 'date: "13.04.2021"', 'date: "2021-04-13"'),
    (OPEN, "[alder, birch, mara-lind]", "[Alder, birch, Mara Lind]", "[alder, birch, mara-lind]"),
    (OPEN, "kind: reopening", "kind = reopening", "kind: reopening"),
    (OPEN, "kind: reopening", "kind:reopening ", "kind: reopening"),
    (OPEN, "kind: reopening", "kind: “reopening”", 'kind: "reopening"'),
    (OPEN, "title: The", "title: Day 1: the", 'title: "Day 1: the bridge opens again"'),
    (OPEN, "title: The bridge", "title: Bridge #2", 'title: "Bridge #2 opens again"'),
    (OPEN, "ten. [@times-2021-05-02; @wire-2021-05-01]", "ten [@almanac].", "ten. [@almanac]\n"),
    (OPEN, "[@wire-2021-05-01, p. 2] {#ribbon}", "[@almanac] {#r}.", ". [@almanac] {#r}\n"),
    ("places.yaml", "  precision: town", "\tprecision: town", "\n  precision: town"),
    (OPEN, "It ended", "It  \nended", "It  \nended"),
    (OPEN, "It ended", "It \nended", "It\nended"),
    (OPEN, "threads: [bridge]", "threads: [bridge]  ", "threads: [bridge]\n"),
]


@pytest.mark.parametrize(("path", "old", "new", "expected"), REPAIRED)
def test_what_is_certain_is_repaired(path: str, old: str, new: str, expected: str) -> None:
    assert BASE[path].count(old) == 1
    text = BASE[path].replace(old, new)
    result = mended({path: text}).get(path, text)
    assert result is not None
    assert expected in result
    assert mend(source_files({**BASE, path: result})).problems == ()


LEFT = [
    ("date: 2021-05-01", "date: 05.04.2021"),
    ("date: 2021-05-01", "date: 2021-05-01 # or later"),
    ("kind: reopening", "kind: reopenning"),
    ("kind: reopening", "  kind: reopening"),
    ("[alder, birch, mara-lind]", "[alder, birch, mara-lind"),
    ("[alder, birch, mara-lind]", "[alder, the birch, mara-lind]"),
    ("kind: reopening", 'kind: "reopening'),
    (" [@wire-2021-05-01, p. 2] {#ribbon}", ""),
]


@pytest.mark.parametrize(("old", "new"), LEFT)
def test_what_only_a_writer_knows_is_left(old: str, new: str) -> None:
    assert BASE[OPEN].count(old) == 1
    changes: Changes = {OPEN: BASE[OPEN].replace(old, new)}
    assert mended(changes) == {}
    result = mend(source_files({**BASE, **changes}))
    assert len(result.problems) == 1


def test_a_good_site_is_left_to_the_byte() -> None:
    assert mended({}) == {}


def test_several_repairs_in_one_line_and_file() -> None:
    text = BASE[OPEN].replace("[alder, birch, mara-lind]", "[Alder, Birch, Mara Lind]")
    text = text.replace("title: The", "title: A: the").replace("date: ", "date = ")
    result = mended({OPEN: text})[OPEN] or ""
    assert "actors: [alder, birch, mara-lind]" in result
    assert 'title: "A: the bridge opens again"\ndate: 2021-05-01\n' in result


def test_a_name_that_two_records_bear_is_left() -> None:
    twin = BASE["actors/mara-lind.md"].replace("en: Mara Lind", "en: M. Lind")
    changes: Changes = {
        "actors/one.md": twin,
        "actors/two.md": twin,
        OPEN: BASE[OPEN].replace("mara-lind]", "M. Lind]"),
    }
    assert mended(changes) == {}
    (problem,) = mend(source_files({**BASE, **changes})).problems
    assert problem.hint == "Did you mean 'one' or 'two'?"


def test_an_id_of_another_kind_is_left_even_if_it_is_a_name_of_the_right_one() -> None:
    changes: Changes = {
        "actors/town.md": "---\nnames: {en: mill-town}\ntype: group\n---\n",
        OPEN: BASE[OPEN].replace("mara-lind]", "mill-town]"),
    }
    assert mended(changes) == {}
    (problem,) = mend(source_files({**BASE, **changes})).problems
    assert (problem.code, problem.hint) == (Code.WRONG_REFERENCE, "Did you mean 'town'?")


def test_spaces_in_literal_text_stay() -> None:
    page = "---\ntitle: Notes\n---\nSee:\n\n```\na  \nb \n```\n"
    assert mended({NOTES: page}) == {}


def test_what_is_left_is_told_beside_the_repairs() -> None:
    text = BASE[OPEN].replace("date: ", "date = ").replace("kind: re", "kind: ree")
    result = mend(source_files({**BASE, OPEN: text}))
    assert [repair.new for repair in result.repairs] == ["date: 2021-05-01"]
    assert [problem.code for problem in result.problems] == [Code.DANGLING_REFERENCE]
    assert told(result.problems) == [f"{OPEN}:7:7 dangling-reference"]
