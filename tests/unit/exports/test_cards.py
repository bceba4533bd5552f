"""Social cards: the file's form, what is drawn where, the same bytes each time."""

import io
import re
import struct
from dataclasses import replace

import pytest
from PIL import Image

from generator.config import TEMPLATES
from generator.exports.cards import COLD, INK, MARGIN, PAPER, RULE, SOFT, WARM, cards
from generator.views.card import CardView

FONTS = {path.name: path.read_bytes() for path in (TEMPLATES / "cards").glob("*.ttf")}
EVENT = CardView(
    *("/events/x/card.png", "Tarsil closes the sluices of the river Issen", "4 March 1981"),
    *("Closure · freeze, in deeds", "freeze", "deeds", "The Issen Papers", "in words"),
)
LONG = " ".join(["Interministerialkonferenz"] * 60)
SMALL_ENOUGH = 15 * 1024


def drawn(view: CardView = EVENT) -> bytes:
    ((address, data),) = cards([view], FONTS)
    assert address == view.address
    return data


def opened(view: CardView) -> Image.Image:
    return Image.open(io.BytesIO(drawn(view))).convert("RGB")


def colours(image: Image.Image) -> set[str]:
    return {f"#{bytes(pixel).hex()}" for pixel in counted(image)}


def counted(image: Image.Image) -> dict[tuple[int, ...], int]:
    found = image.getcolors(maxcolors=image.width * image.height) or []
    return {pixel: count for count, pixel in found if isinstance(pixel, tuple)}


def chunks(data: bytes) -> list[bytes]:
    found, at = [], 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        found.append(data[at + 4 : at + 8])
        at += length + 12
    return found


def test_a_card_is_a_small_png_without_a_date() -> None:
    data = drawn()
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.size, image.mode) == ("PNG", (1200, 630), "P")
    assert set(chunks(data)) == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
    assert len(data) <= SMALL_ENOUGH
    assert len(drawn(replace(EVENT, title=LONG))) <= 2 * SMALL_ENOUGH


def test_a_card_is_the_same_bytes_alone_and_among_others() -> None:
    others = [replace(EVENT, address=f"/{n}.png", title=f"{n} x") for n in range(3)]
    among = dict(cards([*others, EVENT, *others], FONTS))
    assert among[EVENT.address] == drawn() == drawn()
    assert among["/0.png"] != among["/1.png"]


@pytest.mark.parametrize("part", ["title", "above", "below", "site"])
def test_each_text_is_seen(part: str) -> None:
    assert drawn(replace(EVENT, **{part: "Other words"})) != drawn()


def ink_of_the_sign(direction: str, manner: str) -> tuple[int, ...]:
    """Return how often paper, warm and cold stand in the square of the sign."""
    image = opened(replace(EVENT, direction=direction, manner=manner))
    sign = image.crop((MARGIN, 464, MARGIN + 26, 490))
    named = (tuple(bytes.fromhex(colour[1:])) for colour in (PAPER, WARM, COLD))
    return tuple(counted(sign).get(colour, 0) for colour in named)


def test_the_sign_has_the_hue_of_the_tone_and_is_filled_for_deeds() -> None:
    warm, cold = ink_of_the_sign("thaw", "deeds"), ink_of_the_sign("freeze", "deeds")
    assert warm[1] > 200
    assert cold[2] > 200
    assert warm[2] == cold[1] == 0
    assert ink_of_the_sign("neither", "deeds")[1:] == (0, 0)
    assert ink_of_the_sign("thaw", "words")[0] > warm[0]


def test_nothing_is_drawn_in_the_margins() -> None:
    views = (EVENT, replace(EVENT, title=LONG), replace(EVENT, title="W" * 400, above=LONG))
    for view in (*views, replace(EVENT, below=LONG, site=LONG), replace(EVENT, title="ÁÇ ŷ" * 30)):
        image = opened(view)
        assert colours(image.crop((0, 0, MARGIN - 4, 630))) == {PAPER}
        assert colours(image.crop((1200 - MARGIN + 4, 0, 1200, 630))) == {PAPER}
        # between the parts, which therefore do not run into each other
        assert colours(image.crop((0, 136, 1200, 148))) == {PAPER}
        assert colours(image.crop((0, 446, 1200, 452))) == {PAPER}


def test_a_title_that_cannot_be_drawn_gives_way_to_the_name_of_the_site() -> None:
    named = replace(EVENT, title=EVENT.site)
    assert drawn(replace(EVENT, title="남북 통신선")) == drawn(named)
    image = opened(replace(EVENT, title="남북", above="남북", below="남북", site="남북"))
    assert colours(image.crop((0, 0, 1200, 452))) == {PAPER}


def test_colours_are_those_of_the_pages() -> None:
    tokens = (TEMPLATES / "assets/css/tokens.css").read_text("utf-8")
    light = dict(reversed(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", tokens)))
    told = [light[name] for name in ("paper", "ink", "ink-soft", "rule", "warm", "cold")]
    assert told == [PAPER, INK, SOFT, RULE, WARM, COLD]
