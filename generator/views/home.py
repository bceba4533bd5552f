"""The home page: where things stand, and where to go from here."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import urls
from generator.text.edtf_words import readable
from generator.views.cards import (
    EventCardView,
    LinkView,
    event_cards,
    links,
)
from generator.views.chronology import year_links
from generator.views.commitments import CommitmentRowView, commitment_rows
from generator.views.edition import Edition
from generator.views.prose import as_html
from generator.views.strip import StripView, site_strips
from generator.views.threads import ThreadRowView, lanes_of, thread_rows

LATEST = 6


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page; `headline` and `lead` come from pages/home.md, or from site.yaml."""

    title: str
    description: str
    as_of: str
    headline: str
    lead: Markup
    strips: tuple[StripView, ...]
    figures: tuple[LinkView, ...]
    latest: tuple[EventCardView, ...]
    threads: tuple[ThreadRowView, ...]
    questions: tuple[LinkView, ...]
    promises: tuple[CommitmentRowView, ...]
    years: tuple[LinkView, ...]
    events: int
    claims: int
    sources: int


def home_view(edition: Edition) -> HomeView:
    """Return the home page."""
    library = edition.library
    opening = library.pages.get(urls.HOME_PAGE)
    claims = sum(len(event.body.claims) for event in library.events.values())
    latest = tuple(library.events)[: -LATEST - 1 : -1]
    return HomeView(
        library.site.title,
        library.site.description,
        readable(library.site.as_of),
        opening.title if opening else library.site.tagline,
        as_html(opening.body.lead, edition) if opening else Markup.escape(library.site.description),
        site_strips(lanes_of(library.site.lanes, edition), edition),
        links(tuple(library.figures), edition),
        event_cards(latest, edition),
        thread_rows(edition),
        links(library.site.questions, edition),
        commitment_rows(library.site.promises, edition),
        year_links(edition),
        len(library.events),
        claims,
        len(library.sources),
    )
