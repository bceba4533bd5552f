"""Social cards as PNG: what a link to a page looks like where it is shared.

Pillow draws with fonts of our own and its basic layout, so no font of the machine matters. A card
has 16 colours, which is what keeps it small, and the parts that all cards share are drawn once.
"""

import io
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from PIL import Image, ImageDraw

from generator.exports.card_text import Face, Room, face_of, fitted, in_glyphs, leading, shortened
from generator.urls import CARD_SIZE
from generator.views.card import CardView

PAPER, INK, SOFT, RULE = "#fbfaf6", "#1c1e22", "#55585f", "#d9d5cb"
WARM, COLD = "#a94d15", "#245a86"
SERIF, SANS = "serif.ttf", "sans.ttf"

MARGIN = 84
TITLE = Room(CARD_SIZE[0] - 2 * MARGIN, 284)
SIZES = (66, 60, 54, 48, 44, 40)
_TITLE_TOP, _ABOVE, _BELOW, _RULE_AT, _NAME_AT = 156, 124, 488, 526, 584
_SMALL, _NAME, _SIGN = 32, 38, 26
_ANY = (0, *(255 for _ in range(255)))  # a mask of all that is not clear
_FINE = 8  # how much larger a sign is drawn before it is made small and soft


@dataclass(frozen=True, slots=True)
class Ramp:
    """A run of the palette from beside paper to `colour`, which is its last.

    `table` holds for each opacity the index of its colour; 0 is paper.
    """

    first: int
    last: int
    colour: str
    table: tuple[int, ...]


def _ramp(first: int, last: int, colour: str) -> Ramp:
    steps = last - first + 1
    indexes = (round(opacity * steps / 255) for opacity in range(256))
    table = tuple(first + index - 1 if index else 0 for index in indexes)
    return Ramp(first, last, colour, table)


_INK, _SOFT, _RULE = _ramp(1, 3, INK), _ramp(4, 6, SOFT), _ramp(7, 7, RULE)
_WARM, _COLD = _ramp(8, 11, WARM), _ramp(12, 15, COLD)
_RAMPS = (_INK, _SOFT, _RULE, _WARM, _COLD)
_TONES = {"thaw": _WARM, "freeze": _COLD, "neither": _SOFT}
_SHAPES = {
    "thaw": ((0.5, 0.06), (1, 0.94), (0, 0.94)),
    "freeze": ((0.5, 0.94), (0, 0.06), (1, 0.06)),
    "neither": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
}


@dataclass(frozen=True, slots=True)
class Faces:
    """The fonts in the sizes that are drawn; `titles` from the largest to the smallest."""

    titles: tuple[Face, ...]
    name: Face
    small: Face


def cards(views: Iterable[CardView], fonts: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the PNG of each card; `fonts` are files by name."""
    faces = faces_of(fonts)
    sheets: dict[str, Image.Image] = {}
    for view in views:
        if view.site not in sheets:
            sheets[view.site] = _sheet(view.site, faces)
        yield view.address, _png(_card(view, sheets[view.site], faces))


def faces_of(fonts: Mapping[str, bytes]) -> Faces:
    """Return the fonts in all sizes."""
    titles = tuple(face_of(fonts[SERIF], size) for size in SIZES)
    return Faces(titles, face_of(fonts[SERIF], _NAME), face_of(fonts[SANS], _SMALL))


def _card(view: CardView, sheet: Image.Image, faces: Faces) -> Image.Image:
    image = sheet.copy()
    lines, face = fitted(in_glyphs(view.title) or in_glyphs(view.site), faces.titles, TITLE)
    for number, line in enumerate(lines):
        baseline = _TITLE_TOP + round(leading(face) * (number + 0.8))
        _write(image, line, (MARGIN, baseline), face, _INK)
    _small(image, view.above, (MARGIN, _ABOVE), faces)
    start = MARGIN
    if view.direction:
        _sign(image, view.direction, view.manner, (MARGIN, _BELOW - _SIGN + 2, _SIGN))
        start += _SIGN + 14
    _small(image, view.below, (start, _BELOW), faces)
    return image


def _sheet(site: str, faces: Faces) -> Image.Image:
    """Return what all cards of a site share: paper, a rule, the sign and the name."""
    image = Image.new("P", CARD_SIZE, 0)
    image.putpalette(_palette())
    image.paste(_RULE.last, (MARGIN, _RULE_AT, CARD_SIZE[0] - MARGIN, _RULE_AT + 2))
    _sign(image, "thaw", "deeds", (MARGIN, _NAME_AT - 33, 20))
    image.paste(_INK.last, (MARGIN - 2, _NAME_AT - 11, MARGIN + 22, _NAME_AT - 8))
    _sign(image, "freeze", "deeds", (MARGIN, _NAME_AT - 6, 20))
    name = shortened(in_glyphs(site), faces.name, TITLE.width - _NAME)
    _write(image, name, (MARGIN + _NAME, _NAME_AT), faces.name, _INK)
    return image


def _small(image: Image.Image, text: str, at: tuple[int, int], faces: Faces) -> None:
    room = CARD_SIZE[0] - MARGIN - at[0]
    _write(image, shortened(in_glyphs(text), faces.small, room), at, faces.small, _SOFT)


def _write(image: Image.Image, text: str, at: tuple[int, int], face: Face, ramp: Ramp) -> None:
    """Write a line whose baseline begins at the place."""
    if text:
        left, top, right, bottom = map(round, face.getbbox(text, anchor="ls"))
        drawn = Image.new("L", (right - left, bottom - top))
        ImageDraw.Draw(drawn).text((-left, -top), text, 255, face, anchor="ls")
        _ink(image, drawn, (at[0] + left, at[1] + top), ramp)


def _sign(image: Image.Image, direction: str, manner: str, box: tuple[int, int, int]) -> None:
    """Draw the sign of a tone, filled for deeds and open for words; the box is a square."""
    left, top, side = box
    drawn = Image.new("L", (side * _FINE, side * _FINE))
    corners = [(x * side * _FINE, y * side * _FINE) for x, y in _SHAPES[direction]]
    pen = ImageDraw.Draw(drawn)
    pen.polygon(corners, fill=255)
    if manner == "words":
        middle = tuple(sum(axis) / len(corners) for axis in zip(*corners, strict=True))
        pen.polygon([_between(corner, middle) for corner in corners], fill=0)
    small = drawn.resize((side, side), Image.Resampling.BOX)
    _ink(image, small, (left, top), _TONES[direction])


def _between(corner: tuple[float, float], middle: tuple[float, ...]) -> tuple[float, float]:
    """Return the corner of the open part: six tenths of the way from the middle."""
    return (
        middle[0] + (corner[0] - middle[0]) * 0.6,
        middle[1] + (corner[1] - middle[1]) * 0.6,
    )


def _ink(image: Image.Image, drawn: Image.Image, at: tuple[int, int], ramp: Ramp) -> None:
    """Lay on what was drawn as opacities; where it is clear, what lies below stays."""
    image.paste(drawn.point(ramp.table), at, drawn.point(_ANY))


def _palette() -> list[int]:
    """Return red, green and blue of each colour: paper, then the ramps."""
    paper = bytes.fromhex(PAPER.removeprefix("#"))
    parts = [*paper]
    for ramp in _RAMPS:
        colour = bytes.fromhex(ramp.colour.removeprefix("#"))
        steps = ramp.last - ramp.first + 1
        for step in range(1, steps + 1):
            parts += [round(p + (c - p) * step / steps) for p, c in zip(paper, colour, strict=True)]
    return parts


def _png(image: Image.Image) -> bytes:
    """Return the file; run lengths alone suit plain areas, in half the time that a search takes."""
    data = io.BytesIO()
    image.save(data, "PNG", bits=4, compress_type=zlib.Z_RLE)
    return data.getvalue()
