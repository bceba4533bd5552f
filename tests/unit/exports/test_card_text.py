"""The words of a card: characters that the fonts have, and lines that fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import TEMPLATES
from generator.exports.card_text import GLYPHS, Room, face_of, fitted, in_glyphs, shortened
from generator.exports.cards import SANS, SERIF, SIZES, TITLE

FONTS = {name: (TEMPLATES / "cards" / name).read_bytes() for name in (SERIF, SANS)}
TITLES = tuple(face_of(FONTS[SERIF], size) for size in SIZES)
NO_GLYPH = "\ue000"  # for private use: no font of ours has it


@pytest.mark.parametrize("name", [SERIF, SANS])
def test_the_fonts_have_every_character_that_is_promised(name: str) -> None:
    face = face_of(FONTS[name], 40)
    box = bytes(face.getmask(NO_GLYPH))
    assert box
    assert {character for character in GLYPHS if bytes(face.getmask(character)) == box} == set()
    assert bytes(face.getmask("한")) == box  # the measure itself works


@pytest.mark.parametrize("name", [SERIF, SANS])
def test_letters_are_kerned(name: str) -> None:
    face = face_of(FONTS[name], 60)
    assert face.getlength("To") < face.getlength("T") + face.getlength("o")


def test_the_fonts_are_small_and_their_licence_stands_beside_them() -> None:
    assert sum(map(len, FONTS.values())) <= 150_000
    licence = (TEMPLATES / "cards" / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert all(name in licence for name in FONTS)


SHOWN = [
    ("Kim’s “word” – 5 € …", "Kim’s “word” – 5 € …"),
    ("Čeština, Łódź, Ørsted", "Čeština, Łódź, Ørsted"),
    ("  two \t spaces\n", "two spaces"),
    ("a\u202fb\u00adc", "a bc"),
    ("Vi\u1ec7t Nam", "Viet Nam"),
    ("ﬁve", "five"),
    ("\u65b0\u805e", ""),
    ("Seoul (서울)", ""),
    ("x \U0001f54a", ""),
    (NO_GLYPH, ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "shown"), SHOWN, ids=[ascii(text) for text, _ in SHOWN])
def test_what_has_no_glyph_is_likened_or_left_out_whole(text: str, shown: str) -> None:
    assert in_glyphs(text) == shown


@given(st.text())
def test_any_text_is_drawn_without_a_missing_glyph(text: str) -> None:
    assert set(in_glyphs(text)) <= GLYPHS


words = st.text(st.sampled_from(sorted(GLYPHS - {" ", "\xa0"})), min_size=1, max_size=30)


@given(st.lists(words, max_size=40).map(" ".join))
def test_any_title_fits_its_room(text: str) -> None:
    lines, face = fitted(text, TITLES, TITLE)
    assert len(lines) <= TITLE.lines(face)
    assert all(face.getlength(line) <= TITLE.width + 1 for line in lines)
    if lines and not lines[-1].endswith("…"):
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_short_title_is_large_and_a_longer_one_smaller() -> None:
    assert fitted("Sluices closed", TITLES, TITLE) == (("Sluices closed",), TITLES[0])
    _, face = fitted("Sluices closed " * 9, TITLES, TITLE)
    assert face.size < TITLES[0].size


def test_lines_are_of_like_length() -> None:
    title = "Tarsil closes the sluices of the upper river Issen at noon"
    lines, face = fitted(title, TITLES, TITLE)
    lengths = [face.getlength(line) for line in lines]
    assert len(lines) > 1
    assert min(lengths) > 0.6 * max(lengths)


def test_what_is_too_long_ends_in_an_ellipsis() -> None:
    lines, face = fitted("sluice " * 200, TITLES, TITLE)
    assert face is TITLES[-1]
    assert lines[-1].endswith("sluice…")
    assert fitted("W" * 300, TITLES, Room(900, 10_000))[0][-1].endswith("W")
    whole = int(face.getlength("one, twofold")) + 1
    assert shortened("one, twofold", face, whole) == "one, twofold"
    assert shortened("one, twofold", face, whole - 5) == "one…"
