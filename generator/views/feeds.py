"""The library for feed readers and crawlers: Atom (RFC 4287), sitemap, robots.txt."""

from dataclasses import dataclass
from datetime import date

from generator import urls
from generator.model.library import Event
from generator.text.edtf import Edtf
from generator.views.corrections import DESCRIPTION, TITLE, all_corrections
from generator.views.edition import Edition
from generator.views.prose import as_text

LATEST = 50


@dataclass(frozen=True, slots=True)
class EntryView:
    """An event as an entry; `updated` is when its last source or correction appeared."""

    id: str
    title: str
    href: str
    updated: str
    summary: str


@dataclass(frozen=True, slots=True)
class FeedView:
    """The latest events, newest first."""

    title: str
    subtitle: str
    id: str
    href: str
    home: str
    updated: str
    rights: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class SitemapView:
    """The addresses of all pages for readers."""

    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RobotsView:
    """Where the sitemap stands."""

    sitemap: str


def feed_view(edition: Edition) -> FeedView:
    """Return the feed of the whole site; nothing in it depends on when it was built."""
    site = edition.library.site
    latest = tuple(edition.library.events.values())[: -LATEST - 1 : -1]
    return FeedView(
        site.title,
        site.tagline,
        edition.urls.absolute(urls.HOME),
        edition.urls.absolute(urls.FEED),
        edition.urls.absolute(urls.HOME),
        _instant(_last_day(site.as_of)),
        f"{site.licence}, {site.licence_url}",
        tuple(_entry(event, edition) for event in latest),
    )


def corrections_feed_view(edition: Edition) -> FeedView:
    """Return the feed of corrections, newest first; the id of each is its place on their page."""
    site = edition.library.site
    page = edition.urls.absolute(urls.CORRECTIONS)
    entries = tuple(
        EntryView(
            f"{page}#{one.anchor}",
            f"Correction: {one.event.text}",
            f"{page}#{one.anchor}",
            _instant(_last_day(one.day)),
            f"Was: {one.wrong} Is: {one.right}",
        )
        for one in all_corrections(edition)[:LATEST]
    )
    return FeedView(
        f"{site.title}: {TITLE.lower()}",
        DESCRIPTION,
        page,
        edition.urls.absolute(urls.CORRECTIONS_FEED),
        page,
        entries[0].updated if entries else _instant(_last_day(site.as_of)),
        f"{site.licence}, {site.licence_url}",
        entries,
    )


def _entry(event: Event, edition: Edition) -> EntryView:
    address = edition.urls.absolute(edition.address(event.id))
    claims = event.body.claims
    sources = (edition.library.sources[c.source] for c in event.body.citations())
    days = [_last_day(source.issued) for source in sources if source.issued]
    days += [_last_day(correction.date) for correction in event.corrections]
    updated = max((*days, _last_day(event.date)))
    summary = as_text(claims[0].prose, edition) if claims else event.title
    return EntryView(address, event.title, address, _instant(updated), summary)


def _last_day(value: Edtf) -> date:
    return value.latest or value.earliest or date.min


def _instant(day: date) -> str:
    """Return RFC 3339; a day stands for its midnight in UTC, for no clock time is known."""
    return f"{day.isoformat()}T00:00:00Z"
