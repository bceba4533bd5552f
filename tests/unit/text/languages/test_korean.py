"""Korean words without particles, in either orthography, and the parts of compounds."""

import pytest

from generator.text.languages.korean import ENDINGS, bare, fold, terms


@pytest.mark.parametrize(
    ("north", "south"),
    [("통신련락선", "통신연락선"), ("로동당", "노동당"), ("녀자", "여자"), ("력사", "역사")],
)
def test_both_orthographies_fold_alike(north: str, south: str) -> None:
    assert north != south
    assert fold(north) == fold(south)


def test_folding_leaves_other_letters_alone() -> None:
    assert fold("GSOMIA 9·19 条約 서울") == "GSOMIA 9·19 条約 서울"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("연락사무소를", "연락사무소"),
        ("북한은", "북한"),
        ("판문점에서", "판문점"),
        ("폭파했나요", "폭파"),
        ("정상회담", "정상회담"),
        ("회의", "회의"),
        ("미국", "미국"),
    ],
)
def test_particles_and_verb_endings_come_off(typed: str, expected: str) -> None:
    assert bare(typed) == expected


def test_no_ending_hides_a_longer_one() -> None:
    lengths = [len(ending) for ending in ENDINGS.split()]
    assert lengths == sorted(lengths, reverse=True)


def test_the_tails_of_a_compound_are_terms_too() -> None:
    found = terms("통신연락선을")
    assert fold("연락선") in found
    assert fold("통신연락선") in found
    assert "선" not in found


def test_words_that_only_ask_are_no_terms() -> None:
    assert terms("언제 복원됐나요 몇 번 했나") == [fold("복원"), "몇", "번"]
