"""The words of a social card: which characters can be drawn, and lines that fit their room."""

import io
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from PIL import ImageFont

_RANGES = (
    *((0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x17F), (0x218, 0x21B), (0x1E9E, 0x1E9E)),
    *((0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x2030, 0x2030)),
    *((0x2032, 0x2033), (0x2039, 0x203A), (0x2044, 0x2044), (0x20AC, 0x20AC)),
)
GLYPHS = frozenset(chr(code) for first, last in _RANGES for code in range(first, last + 1))
"""The characters that the fonts in templates/cards/ have."""
_UNSEEN = frozenset({"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"})
_LEADING = 1.18

Face = ImageFont.FreeTypeFont


@dataclass(frozen=True, slots=True)
class Room:
    """The space for a text, in pixels."""

    width: int
    height: int

    def lines(self, face: Face) -> int:
        """Return how many lines there is room for."""
        return self.height // leading(face)


def face_of(data: bytes, size: int) -> Face:
    """Return a font in a size, with the layout that depends on no library of the machine."""
    return ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)


def leading(face: Face) -> int:
    """Return the distance from line to line."""
    return round(face.size * _LEADING)


def in_glyphs(text: str) -> str:
    """Return the text in characters that the fonts have, or '' where one has no likeness there.

    A letter loses accents that are not drawn; nothing is ever drawn as an empty box.
    """
    shown: list[str] = []
    for character in text:
        plain = character if character in GLYPHS else unicodedata.normalize("NFKD", character)
        likeness = "".join(part for part in plain if part in GLYPHS)
        if not likeness and unicodedata.category(character) not in _UNSEEN:
            return ""
        shown.append(likeness)
    return " ".join("".join(shown).split())


def fitted(text: str, faces: Sequence[Face], room: Room) -> tuple[tuple[str, ...], Face]:
    """Return lines of like length in the largest face for which there is room.

    Where even the last, smallest face is too large, words are broken and the end is cut.
    """
    words = text.split()
    for face in faces:
        widths = [face.getlength(word) for word in words]
        lines = _wrapped(words, widths, face, room.width)
        if max(widths, default=0) <= room.width and len(lines) <= room.lines(face):
            return _balanced(words, widths, face, room.width), face
    face = faces[-1]
    parts = [part for word in words for part in _broken(word, face, room.width)]
    lines = _wrapped(parts, [face.getlength(part) for part in parts], face, room.width)
    kept = lines[: room.lines(face)]
    if len(kept) < len(lines):
        kept = (*kept[:-1], shortened(f"{kept[-1]} {lines[len(kept)]}", face, room.width))
    return kept, face


def shortened(text: str, face: Face, width: int) -> str:
    """Return the text, or as many of its words as there is room for, and an ellipsis."""
    if face.getlength(text) <= width:
        return text
    room = bisect_right(
        range(len(text)), width, key=lambda end: ceil(face.getlength(f"{text[:end]}…"))
    )
    kept = text[: max(0, room - 1)]
    return f"{(kept.rpartition(' ')[0] or kept).rstrip(' ,;:')}…"


def _wrapped(
    words: Sequence[str], widths: Sequence[float], face: Face, width: float
) -> tuple[str, ...]:
    """Fill line after line; a word that is wider than a line has one of its own."""
    space = face.getlength(" ")
    lines: list[list[str]] = []
    used = 0.0
    for word, length in zip(words, widths, strict=True):
        if lines and used + space + length <= width:
            lines[-1].append(word)
            used += space + length
        else:
            lines.append([word])
            used = length
    return tuple(" ".join(line) for line in lines)


def _balanced(
    words: Sequence[str], widths: Sequence[float], face: Face, width: float
) -> tuple[str, ...]:
    """Wrap into as few lines as possible, none much longer than the others."""
    lines = _wrapped(words, widths, face, width)
    narrow, wide = max(widths, default=0), width
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        tried = _wrapped(words, widths, face, middle)
        if len(tried) == len(lines):
            lines, wide = tried, middle
        else:
            narrow = middle
    return lines


def _broken(word: str, face: Face, width: int) -> Iterator[str]:
    """Yield a word in parts that are no wider than a line."""
    part = ""
    for character in word:
        if part and face.getlength(part + character) > width:
            yield part
            part = ""
        part += character
    yield part
