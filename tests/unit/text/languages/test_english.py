"""English words as text and query are compared by them."""

import pytest

from generator.text.languages.english import FAINT_WORDS, IRREGULAR, STOP_WORDS, stem, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kim's letter", ["Kim", "letter"]),
        ("the U.S. and the D.P.R.K.", ["the", "US", "and", "the", "DPRK"]),
        ("Choe Sŏn-hŭi, café", ["Choe", "Son", "hui", "cafe"]),
        ("9.19 and 2+2", ["919", "and", "2", "2"]),
        ("presidents’ hotline", ["presidents", "hotline"]),
        ("", []),
    ],
)
def test_words_are_as_typed_but_for_accents_and_inner_marks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "forms",
    [
        ("demolish", "demolished", "demolishes", "demolishing"),
        ("hotline", "hotlines"),
        ("stop", "stops", "stopped", "stopping"),
        ("blow", "blew", "blown", "blows"),
        ("denuclearise", "denuclearisation", "denuclearize", "denuclearization"),
        ("agree", "agreed", "agrees"),
        ("ministry", "ministries"),
        ("KIM", "kim"),
    ],
)
def test_forms_of_a_word_share_their_stem(forms: tuple[str, ...]) -> None:
    assert len(set(map(stem, forms))) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("seoul", "soul"), ("2020", "2021"), ("see", "seed"), ("korea", "korean")]
)
def test_other_words_keep_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_no_word_is_both_irregular_and_left_out() -> None:
    assert not set(FAINT_WORDS.split()) & set(STOP_WORDS.split())
    assert all(stem(form) == stem(word) for form, word in IRREGULAR.items())
