"""Sources and outlets: what was cited, who published it, whose words it carries."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.registry import Outlet, Source
from generator.text.edtf_words import readable
from generator.views.cards import (
    DateView,
    EventCardView,
    LinkView,
    date_view,
    event_cards,
    link,
    links,
)
from generator.views.claims import OUTLET_KINDS, carried, in_words
from generator.views.edition import Edition
from generator.views.languages import foreign_language, language_words
from generator.views.statements import StatementView, statement_views

_KINDS = {
    "government": "Governments",
    "international-organisation": "International organisations",
    "state-media": "State media",
    "news-agency": "News agencies",
    "public-broadcaster": "Public broadcasters",
    "broadcaster": "Broadcasters",
    "newspaper": "Newspapers",
    "news-site": "News sites",
    "research": "Research institutes",
    "ngo": "Non-governmental organisations",
    "reference": "Reference works",
    "aggregator": "Aggregators",
    "blog": "Blogs",
}


@dataclass(frozen=True, slots=True)
class SourceRowView:
    """A source in a list; `carries` names those whose words it prints, or is ''.

    `language_words` is '' for a source in the site's own language; `gone` is the day on which its
    address was found not to answer, or ''.
    """

    href: str
    title: str
    outlet: LinkView
    outlet_kind: str
    carries: str
    date: DateView | None
    language: str
    language_words: str
    url: str
    archive: str
    gone: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """All that the page of a source shows.

    `statements` are the claims that cite it, `cited_in` the events that only explain with it.
    """

    id: str
    title: str
    description: str
    row: SourceRowView
    author: str
    publisher: str
    outlet_description: str
    side: LinkView | None
    excerpt: str
    note: str
    statements: tuple[StatementView, ...]
    cited_in: tuple[EventCardView, ...]
    cited_elsewhere: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class OutletView:
    """All that the page of an outlet shows; `carried` are sources of others with its words.

    `archived` counts its own sources that have an archived copy, `events` cite any of both.
    """

    id: str
    title: str
    description: str
    kind: str
    side: LinkView | None
    owner: LinkView | None
    languages: str
    archived: int
    sources: tuple[SourceRowView, ...]
    carried: tuple[SourceRowView, ...]
    events: tuple[EventCardView, ...]


@dataclass(frozen=True, slots=True)
class OutletRowView:
    """An outlet in the list of all; `count` is the number of its sources."""

    href: str
    name: str
    description: str
    count: int


@dataclass(frozen=True, slots=True)
class OutletGroupView:
    """The outlets of one kind, by name."""

    anchor: str
    title: str
    outlets: tuple[OutletRowView, ...]


@dataclass(frozen=True, slots=True)
class OutletsView:
    """The list of all outlets, by kind; the two numbers count all that are listed."""

    title: str
    description: str
    groups: tuple[OutletGroupView, ...]
    outlets: int
    sources: int


def source_row(source: Source, edition: Edition) -> SourceRowView:
    """Return a source for a list."""
    outlet = edition.library.outlets[source.outlet]
    return SourceRowView(
        edition.href(source.id),
        source.title,
        link(outlet.id, edition),
        OUTLET_KINDS[outlet.kind],
        carried("", source, edition),
        date_view(source.issued) if source.issued else None,
        source.language,
        foreign_language(source.language, edition),
        source.url,
        source.archive,
        readable(source.gone) if source.gone else "",
    )


def source_rows(ids: tuple[str, ...], edition: Edition) -> tuple[SourceRowView, ...]:
    """Return sources for a list, in the order of the ids."""
    return tuple(source_row(edition.library.sources[id_], edition) for id_ in ids)


def source_view(source: Source, edition: Edition) -> SourceView:
    """Return the page of one source."""
    outlet = edition.library.outlets[source.outlet]
    relations = edition.relations
    told = relations.claims_of_source.get(source.id, ())
    claiming = {one.event for one in told}
    explaining = (id_ for id_ in relations.citing_source.get(source.id, ()) if id_ not in claiming)
    return SourceView(
        source.id,
        source.title,
        f"{source.title} ({outlet.name}): what it is, and the events that cite it.",
        source_row(source, edition),
        source.author,
        source.publisher,
        outlet.description,
        link(outlet.side, edition) if outlet.side else None,
        source.excerpt,
        source.note,
        statement_views(told, edition),
        event_cards(tuple(explaining), edition),
        links(relations.cited_elsewhere.get(source.id, ()), edition),
    )


def outlet_view(outlet: Outlet, edition: Edition) -> OutletView:
    """Return the page of one outlet."""
    relations = edition.relations
    own = relations.sources_of_outlet.get(outlet.id, ())
    of_others = relations.carrying.get(outlet.id, ())
    citing = {id_ for one in (*own, *of_others) for id_ in relations.citing_source.get(one, ())}
    in_order = tuple(sorted(citing, key=lambda id_: edition.library.events[id_].sort_key()))
    return OutletView(
        outlet.id,
        outlet.name,
        outlet.description,
        OUTLET_KINDS[outlet.kind],
        link(outlet.side, edition) if outlet.side else None,
        link(outlet.owner, edition) if outlet.owner else None,
        in_words([language_words(tag) for tag in outlet.languages]),
        sum(1 for id_ in own if edition.library.sources[id_].archive),
        source_rows(own, edition),
        source_rows(of_others, edition),
        event_cards(in_order, edition),
    )


def outlets_view(edition: Edition) -> OutletsView:
    """Return the list of all outlets, by kind and name."""
    outlets = edition.library.outlets.values()
    groups = tuple(
        OutletGroupView(f"kind-{kind}", title, _outlet_rows(kind, outlets, edition))
        for kind, title in _KINDS.items()
        if any(outlet.kind == kind for outlet in outlets)
    )
    return OutletsView(
        "Sources",
        "Every outlet and agency whose reports are cited here, and what it is.",
        groups,
        len(outlets),
        len(edition.library.sources),
    )


def _outlet_rows(
    kind: str, outlets: Iterable[Outlet], edition: Edition
) -> tuple[OutletRowView, ...]:
    """Return the outlets of a kind; each counts its own sources and those that carry its words."""
    own, carrying = edition.relations.sources_of_outlet, edition.relations.carrying
    rows = (
        OutletRowView(
            edition.href(outlet.id),
            outlet.name,
            outlet.description,
            len(own.get(outlet.id, ())) + len(carrying.get(outlet.id, ())),
        )
        for outlet in outlets
        if outlet.kind == kind
    )
    return tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.href)))
