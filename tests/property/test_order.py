"""The order in which files come changes nothing."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.derive.relations import relate
from generator.schema.record import SourceFile
from tests.property.strategies import EDITED
from tests.sites import BASE, Changes, resolved, source_files

SHARED: Changes = {
    # Two ids that several files share, in an order that the paths decide.
    "pages/birch.md": BASE["pages/how-we-know.md"],
    "threads/birch.md": BASE["threads/bridge.md"],
    "events/2020/2021-03-01-bridge-shut.md": BASE["events/2021/2021-03-01-bridge-shut.md"],
}


@given(st.permutations(source_files(BASE)))
@settings(max_examples=60, deadline=None)
def test_the_library_is_the_same(files: list[SourceFile]) -> None:
    library = resolved(files).value
    expected = resolved(source_files(BASE)).value
    assert library == expected
    # Equal mappings may still differ in order, which readers see.
    assert repr(library) == repr(expected)
    assert repr(relate(library)) == repr(relate(expected))


@given(
    st.lists(EDITED, max_size=3), st.sampled_from([{}, SHARED]), st.randoms(use_true_random=False)
)
@settings(max_examples=60, deadline=None)
def test_the_problems_are_the_same(
    slips: list[tuple[str, str]],
    shared: Changes,
    random: Random,
) -> None:
    site = {**BASE, **dict(slips), **shared}
    files = source_files(site)
    expected = resolved(files)
    random.shuffle(files)
    checked = resolved(files)
    assert checked.problems == expected.problems
    assert repr(checked.value) == repr(expected.value)
