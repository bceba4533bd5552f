"""Repairing never fails, ends, and leaves whatever a good file means."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.mend import mend
from generator.stages.validate import validate
from tests.property.strategies import DOCUMENTS, EDITED, PATHS, TEXTS
from tests.sites import BASE, source_files

SPACES = st.sampled_from([" ", "  ", "   ", "\t", " \t"])


@given(st.lists(st.one_of(EDITED, st.tuples(PATHS, st.one_of(TEXTS, DOCUMENTS))), max_size=3))
@settings(deadline=None, max_examples=150)
def test_any_texts_are_mended_once(slips: list[tuple[str, str]]) -> None:
    mended = mend(source_files({**BASE, **dict(slips)}))
    again = mend(mended.files)
    assert again.files == mended.files
    assert again.repairs == ()
    assert again.problems == mended.problems


@given(st.lists(st.tuples(PATHS, st.integers(0, 40), SPACES), min_size=1, max_size=20))
@settings(deadline=None, max_examples=100)
def test_a_good_file_means_the_same(places: list[tuple[str, int, str]]) -> None:
    site = dict(BASE)
    for path, number, spaces in places:
        lines = site[path].split("\n")
        lines[number % len(lines)] += spaces
        site[path] = "\n".join(lines)
    before = source_files(site)
    meant = [validate(file) for file in before]
    if any(checked.problems for checked in meant):
        return
    assert [validate(file) for file in mend(before).files] == meant
