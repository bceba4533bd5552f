"""The small views that several pages share: links, event cards, sections."""

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from generator.derive.selections import DIRECTIONS
from generator.model.library import Event
from generator.model.registry import EventKind, Manner
from generator.text.edtf import Edtf, days_between
from generator.text.edtf_words import machine, readable, short
from generator.text.prose import Body
from generator.views.edition import Edition
from generator.views.prose import as_html

MOST_FREQUENT = 12


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link within the site."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class DateView:
    """A date in words, in short words, and for `<time datetime>` ('' where HTML has no form)."""

    words: str
    short: str
    machine: str


@dataclass(frozen=True, slots=True)
class ToneView:
    """Which way an event points: thaw, freeze or neither, in words or in deeds."""

    direction: str
    manner: str
    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class EventCardView:
    """An event in a list; `distance` tells how far it lies from the page's own event, or is ''.

    `facets` are names and values by which a list can be filtered.
    """

    href: str
    title: str
    date: DateView
    tone: ToneView
    distance: str = ""
    facets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SectionView:
    """A headed section of a page."""

    anchor: str
    title: str
    html: Markup


def link(id_: str, edition: Edition) -> LinkView:
    """Return the link to a record under its name."""
    return LinkView(edition.href(id_), edition.name(id_))


def links(ids: tuple[str, ...], edition: Edition) -> tuple[LinkView, ...]:
    """Return links in the order of the ids."""
    return tuple(link(id_, edition) for id_ in ids)


def date_view(value: Edtf, *, weekday: bool = False) -> DateView:
    """Return a date in all its forms."""
    return DateView(readable(value, weekday=weekday), short(value), machine(value) or "")


def tone(kind: EventKind) -> ToneView:
    """Return the direction of a kind of event in readers' words."""
    manner = "in words" if kind.manner is Manner.WORDS else "in deeds"
    direction = DIRECTIONS[kind.direction]
    words = "neither thaw nor freeze" if direction == "neither" else f"{direction}, {manner}"
    return ToneView(direction, kind.manner.value, words, kind.label)


def event_card(event: Event, edition: Edition, distance: str = "") -> EventCardView:
    """Return an event for a list."""
    return EventCardView(
        edition.href(event.id), event.title, date_view(event.date), tone(event.kind), distance
    )


def event_cards(ids: tuple[str, ...], edition: Edition) -> tuple[EventCardView, ...]:
    """Return events for a list, in the order of the ids."""
    return tuple(event_card(event, edition) for event in edition.events(ids))


def most_frequent(events: tuple[Event, ...]) -> tuple[str, ...]:
    """Return the ids of the actors that appear most, the most frequent first."""
    appearing = Counter(id_ for event in events for id_ in event.actors)
    return tuple(sorted(appearing, key=lambda id_: (-appearing[id_], id_))[:MOST_FREQUENT])


def days_apart(earlier: Edtf, later: Edtf, word: str) -> str:
    """Return '413 days earlier' and the like, or '' when either date is not exact."""
    days = days_between(earlier, later)
    if days is None or days < 1:
        return ""
    return f"1 day {word}" if days == 1 else f"{days:,} days {word}"


def sections(body: Body, edition: Edition) -> tuple[SectionView, ...]:
    """Return the body's headed sections."""
    return tuple(
        SectionView(part.anchor, part.title, as_html(part.prose, edition)) for part in body.sections
    )
