"""Japanese text cut where its script changes."""

import pytest

from generator.text.languages.japanese import fold, terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("南北の首脳会談", ["南北", "首脳会談", "脳会談", "会談"]),
        ("キャンプ・デービッドで", ["キャンプ", "デービッド"]),
        ("いつ爆破されたのか", ["爆破"]),
        ("何回開かれたか", []),
        ("米", []),
    ],
)
def test_kanji_and_katakana_are_terms_and_kanji_have_tails(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_letters_of_half_width_are_the_same() -> None:
    assert fold("ﾎｯﾄﾗｲﾝ ＧＳＯＭＩＡ") == "ホットライン GSOMIA"
