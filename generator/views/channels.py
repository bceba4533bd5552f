"""Channels as bars to scale: solid while open, striped while unanswered, hollow while cut."""

from dataclasses import dataclass

from generator.derive.spells import Spell
from generator.model.figures import ChannelState
from generator.text.edtf import Edtf
from generator.text.edtf_words import readable, short
from generator.views.cards import DateView, LinkView, date_view, link
from generator.views.edition import Edition
from generator.views.scale import NARROW, WIDE, Scale, TextView, TickView, texts, ticks

STATE_WORDS = {
    ChannelState.OPEN: "open",
    ChannelState.UNANSWERED: "unanswered",
    ChannelState.CUT: "cut",
    ChannelState.UNKNOWN: "not known",
}

_TITLE = 22.0
_UNDER_NAME = 8.0
_BAR_AND_LENGTH = 40.0
_AXIS_HEIGHT = 26.0
_LETTER = 6.4
_WHOLE, _ENLARGED = "whole", "enlarged"
_ABOUT_MONTHS, _ABOUT_YEARS = 90, 730
_MONTH, _YEAR = 30.44, 365.25

Lanes = tuple[tuple[str, tuple[Spell, ...]], ...]


@dataclass(frozen=True, slots=True)
class BarView:
    """A spell as drawn; `label` is its length, or '' where that has no room."""

    state: str
    x: float
    end: float
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class LaneView:
    """A channel: its name in lines, and `y` as the upper edge of its bars."""

    name: tuple[TextView, ...]
    y: float
    bars: tuple[BarView, ...]


@dataclass(frozen=True, slots=True)
class PictureView:
    """Channels on one axis in user units; `title` and `words` are its name and description."""

    id: str
    title: str
    words: str
    wide: bool
    width: float
    height: float
    axis: float
    lanes: tuple[LaneView, ...]
    ticks: tuple[TickView, ...]


@dataclass(frozen=True, slots=True)
class SpellView:
    """A row of the table; `end` is None for the spell that lasts as far as known."""

    begin: DateView
    end: DateView | None
    length: str
    state: str
    words: str
    event: LinkView
    note: str


@dataclass(frozen=True, slots=True)
class ChannelView:
    """A channel's table."""

    name: str
    spells: tuple[SpellView, ...]


@dataclass(frozen=True, slots=True)
class ChannelsView:
    """Pictures of all channels, and a table for each."""

    pictures: tuple[PictureView, ...]
    channels: tuple[ChannelView, ...]


def channels_view(lanes: Lanes, since: Edtf | None, known: Edtf, edition: Edition) -> ChannelsView:
    """Return the channels; where `since` is given, the time from then on is drawn enlarged too."""
    spells = [spell for _, listed in lanes for spell in listed]
    start, end = min(s.first for s in spells), max(s.last for s in spells)
    spans = [(_WHOLE, start)]
    if since and since.earliest and start < since.earliest < end:
        spans.append((_ENLARGED, since.earliest))
    pictures = (
        _picture(part, lanes, Scale(first, end, width), known)
        for part, first in spans
        for width in (WIDE, NARROW)
    )
    channels = (
        ChannelView(name, tuple(_spell(spell, edition) for spell in listed))
        for name, listed in lanes
    )
    return ChannelsView(tuple(pictures), tuple(channels))


def _picture(part: str, lanes: Lanes, scale: Scale, known: Edtf) -> PictureView:
    drawn: list[LaneView] = []
    top = _TITLE
    for name, spells in lanes:
        lines = texts(name, top, scale.width)
        y = lines[-1].y + _UNDER_NAME
        bars = (_bar(spell, scale) for spell in spells if spell.last > scale.start)
        drawn.append(LaneView(lines, y, tuple(bars)))
        top = y + _BAR_AND_LENGTH
    wide = scale.width == WIDE
    title = f"{scale.start.year} to {scale.end.year}"
    words = " ".join(f"{name}: {_last_state(spells)}." for name, spells in lanes)
    height = top + _AXIS_HEIGHT
    return PictureView(
        f"{part}-{'wide' if wide else 'narrow'}",
        f"{title}, enlarged" if part == _ENLARGED else title,
        f"{words} As far as known to {readable(known)}.",
        wide,
        scale.width,
        height,
        height - 8,
        tuple(drawn),
        ticks(scale),
    )


def _last_state(spells: tuple[Spell, ...]) -> str:
    last = spells[-1]
    number = "1 spell" if len(spells) == 1 else f"{len(spells)} spells"
    return f"{number}, the last {STATE_WORDS[last.state]} since {short(last.begin)}"


def _bar(spell: Spell, scale: Scale) -> BarView:
    left, right = scale.x(spell.first), scale.x(spell.last)
    whole = length(spell)
    begins_before = spell.first < scale.start
    fits = not begins_before and right - left >= len(whole) * _LETTER
    words = f"{STATE_WORDS[spell.state]}, {_from_to(spell)}: {whole}"
    return BarView(spell.state.value, left, max(right, left + 1), whole if fits else "", words)


def _from_to(spell: Spell) -> str:
    if spell.end is None:
        return f"since {short(spell.begin)}"
    return f"{short(spell.begin)} to {short(spell.end)}"


def length(spell: Spell) -> str:
    """Return how long a spell lasted: exact days, or about so many days, months or years."""
    if spell.days is not None:
        return "1 day" if spell.days == 1 else f"{spell.days:,} days"
    days = (spell.last - spell.first).days
    if days < _ABOUT_MONTHS:
        return f"about {days} days"
    if days < _ABOUT_YEARS:
        return f"about {round(days / _MONTH)} months"
    return f"about {round(days / _YEAR)} years"


def _spell(spell: Spell, edition: Edition) -> SpellView:
    return SpellView(
        date_view(spell.begin),
        date_view(spell.end) if spell.end else None,
        length(spell),
        spell.state.value,
        STATE_WORDS[spell.state],
        link(spell.event, edition),
        spell.note,
    )
