"""Pages of actors and places, and the lists of all of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from generator import urls
from generator.model.registry import Actor, Names, Place
from generator.text.edtf_words import readable
from generator.views.appearances import appearances
from generator.views.cards import (
    LinkView,
    SectionView,
    link,
    links,
    most_frequent,
    sections,
)
from generator.views.chronology import YearView, years_of
from generator.views.commitments import CommitmentRowView, commitment_rows
from generator.views.edition import Edition
from generator.views.languages import language_words
from generator.views.locator import LocatorView, locator_view
from generator.views.prose import as_html
from generator.views.sources import SourceRowView, source_rows
from generator.views.statements import StatementView, statement_views
from generator.views.strip import StripView, own_strips

Named = TypeVar("Named", Actor, Place)
_GROUPS = (
    ("government", "Governments"),
    ("person", "People"),
    ("institution", "Institutions"),
    ("party", "Parties"),
    ("group", "Groups"),
)


@dataclass(frozen=True, slots=True)
class NameView:
    """A name in another language: its BCP 47 tag, and the language in words."""

    language: str
    words: str
    text: str


@dataclass(frozen=True, slots=True)
class OfficeView:
    """A post held; `dates` is '' when they are not recorded."""

    title: str
    dates: str


@dataclass(frozen=True, slots=True)
class ActorView:
    """All that the page of an actor shows."""

    id: str
    title: str
    description: str
    summary: str
    type: str
    names: tuple[NameView, ...]
    also: tuple[str, ...]
    side: LinkView | None
    offices: tuple[OfficeView, ...]
    lead: Markup
    sections: tuple[SectionView, ...]
    notes: Markup
    strips: tuple[StripView, ...]
    years: tuple[YearView, ...]
    count: int
    statements: tuple[StatementView, ...]
    promises: tuple[CommitmentRowView, ...]
    speaking_for: tuple[LinkView, ...]
    own_sources: tuple[SourceRowView, ...]
    mentioned_in: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """All that the page of a place shows; `point` is in degrees, as readers write it."""

    id: str
    title: str
    description: str
    summary: str
    names: tuple[NameView, ...]
    also: tuple[str, ...]
    precision: str
    point: str
    actors: tuple[LinkView, ...]
    years: tuple[YearView, ...]
    count: int
    locator: LocatorView | None


@dataclass(frozen=True, slots=True)
class RowView:
    """A record in a list of all; `count` tells in how many events it appears."""

    href: str
    name: str
    detail: str
    count: int


@dataclass(frozen=True, slots=True)
class GroupView:
    """Records of one type, by name."""

    anchor: str
    title: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """The list of all actors or all places; `map` leads to the map of these."""

    title: str
    description: str
    groups: tuple[GroupView, ...]
    map: LinkView | None = None


def actor_view(actor: Actor, edition: Edition) -> ActorView:
    """Return the page of one actor."""
    relations = edition.relations
    events = relations.by_actor.get(actor.id, ())
    own = frozenset(events)
    mentions = (id_ for id_ in relations.linked_from.get(actor.id, ()) if id_ not in own)
    offices = tuple(
        OfficeView(office.title, readable(office.dates) if office.dates else "")
        for office in actor.offices
    )
    return ActorView(
        actor.id,
        actor.names.main,
        _described(actor.names.main, offices, len(events)),
        appearances(edition.events(events)),
        actor.type,
        other_names(actor.names),
        actor.names.aliases.get(edition.library.site.language, ()),
        link(actor.side, edition) if actor.side and actor.side != actor.id else None,
        offices,
        as_html(actor.body.lead, edition),
        sections(actor.body, edition),
        as_html(actor.body.notes, edition),
        own_strips(actor.names.main, edition.events(events), edition),
        years_of(events, edition),
        len(events),
        statement_views(relations.statements.get(actor.id, ())[::-1], edition),
        commitment_rows(relations.promises_of_actor.get(actor.id, ()), edition),
        links(_by_own_name(relations.speaking_for.get(actor.id, ()), edition), edition),
        source_rows(relations.own_sources.get(actor.id, ()), edition),
        links(tuple(mentions), edition),
    )


def place_view(place: Place, edition: Edition) -> PlaceView:
    """Return the page of one place."""
    events = edition.relations.by_place.get(place.id, ())
    return PlaceView(
        place.id,
        place.names.main,
        _described(place.names.main, (), len(events)),
        appearances(edition.events(events)),
        other_names(place.names),
        place.names.aliases.get(edition.library.site.language, ()),
        place.precision,
        _in_degrees(place.point) if place.point else "",
        links(most_frequent(edition.events(events)), edition),
        years_of(events, edition),
        len(events),
        locator_view((place.id,), edition),
    )


def actors_view(edition: Edition) -> DirectoryView:
    """Return the list of all actors, by type and name."""
    counts = edition.relations.by_actor
    groups = []
    for type_, title in _GROUPS:
        rows = tuple(
            RowView(
                edition.href(actor.id),
                actor.names.main,
                "; ".join(dict.fromkeys(office.title for office in actor.offices)),
                len(counts.get(actor.id, ())),
            )
            for actor in _by_name(edition.library.actors.values())
            if actor.type == type_
        )
        if rows:
            groups.append(GroupView(f"group-{type_}", title, rows))
    return DirectoryView(
        "People and institutions",
        "Everyone who acts in the chronology, with names in other languages and offices held.",
        tuple(groups),
    )


def places_view(edition: Edition) -> DirectoryView:
    """Return the list of all places: those where something happened, then those only named."""
    counts = edition.relations.by_place
    rows = [
        RowView(
            edition.href(place.id), place.names.main, place.precision, len(counts.get(place.id, ()))
        )
        for place in _by_name(edition.library.places.values())
    ]
    groups = (
        GroupView("group-events", "Where events happened", tuple(r for r in rows if r.count)),
        GroupView("group-named", "Also named", tuple(r for r in rows if not r.count)),
    )
    shown = tuple(group for group in groups if group.rows)
    chart = LinkView(edition.urls.href(urls.MAP), "See them on the map")
    return DirectoryView(
        "Places",
        "Where the events happened, and places that matter.",
        shown,
        chart if edition.library.map.frames else None,
    )


def _by_name(records: Iterable[Named]) -> list[Named]:
    return sorted(records, key=lambda record: (record.names.main.casefold(), record.id))


def _by_own_name(ids: tuple[str, ...], edition: Edition) -> tuple[str, ...]:
    return tuple(sorted(ids, key=lambda id_: (edition.name(id_).casefold(), id_)))


def other_names(names: Names) -> tuple[NameView, ...]:
    """Return the names in other languages, by language tag."""
    return tuple(
        NameView(language, language_words(language), text)
        for language, text in sorted(names.by_language.items())
        if text != names.main
    )


def _described(name: str, offices: tuple[OfficeView, ...], count: int) -> str:
    post = f", {offices[-1].title}" if offices else ""
    events = "1 event" if count == 1 else f"{count} events"
    return f"{name}{post}: {events} with their sources."


def _in_degrees(point: tuple[float, float]) -> str:
    latitude, longitude = point
    north, east = ("N" if latitude >= 0 else "S"), ("E" if longitude >= 0 else "W")
    return f"{abs(latitude):.3f}° {north}, {abs(longitude):.3f}° {east}"
