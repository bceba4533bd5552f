"""Events in order of time: the chronology whole and by year, threads, the home page."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby, pairwise

from markupsafe import Markup

from generator import urls
from generator.derive.relations import year_of
from generator.model.library import Event, Thread
from generator.text.edtf import days_between
from generator.text.edtf_words import readable
from generator.views.account import account_view
from generator.views.browse import BrowseView, browse_views
from generator.views.cards import (
    EventCardView,
    LinkView,
    SectionView,
    event_card,
    event_cards,
    links,
    most_frequent,
)
from generator.views.claims import ClaimView, Setting
from generator.views.commitments import CommitmentRowView, commitment_rows
from generator.views.edition import Edition
from generator.views.filters import FilterView
from generator.views.prose import as_html, as_text
from generator.views.sources import SourceRowView
from generator.views.strip import Lanes, StripView, site_strips, year_strips
from generator.views.strip import Lanes, StripView, site_strips
from generator.views.timeline_filter import filterable_card, timeline_filter

LONG_SILENCE = 100
YEARS_FROM = 1000
LATEST = 6


@dataclass(frozen=True, slots=True)
class YearView:
    """One year of a list of events: `link` leads to the year's page, `jump` to it on this page."""

    year: int
    link: LinkView
    jump: LinkView
    events: tuple[EventCardView, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The chronology, whole or one year of it; `all_years` leads to each, in the page if whole.

    Only the whole one has a filter, ways to browse and further views of the same events.
    """

    title: str
    description: str
    years: tuple[YearView, ...]
    all_years: tuple[LinkView, ...]
    strips: tuple[StripView, ...]
    current: int
    before: LinkView | None
    after: LinkView | None
    count: int
    filter: FilterView | None = None
    browse: tuple[BrowseView, ...] = ()
    further: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class ThreadEventView:
    """An event of a thread; `silence` says how long nothing happened before it, or is ''."""

    card: EventCardView
    silence: str


@dataclass(frozen=True, slots=True)
class ThreadView:
    """All that the page of a thread shows."""

    id: str
    title: str
    description: str
    label: str
    as_of: str
    claims: tuple[ClaimView, ...]
    sections: tuple[SectionView, ...]
    notes: Markup
    questions: tuple[LinkView, ...]
    strips: tuple[StripView, ...]
    events: tuple[ThreadEventView, ...]
    actors: tuple[LinkView, ...]
    sources: tuple[SourceRowView, ...]
    figures: tuple[LinkView, ...]
    summits: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class ThreadRowView:
    """A thread in the list of all."""

    href: str
    label: str
    title: str
    answer: str
    count: int


@dataclass(frozen=True, slots=True)
class ThreadsView:
    """The list of all threads."""

    title: str
    description: str
    threads: tuple[ThreadRowView, ...]


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


def timeline_view(edition: Edition) -> TimelineView:
    """Return the whole chronology, oldest year first."""
    years = years_of(tuple(edition.library.events), edition, filterable_card)
    jumps = tuple(year.jump for year in years)
    count = len(edition.library.events)
    description = f"All {count} events in order, each with its sources."
    strips = site_strips((("All events", tuple(edition.library.events.values())),), edition)
    return TimelineView("Timeline", description, years, jumps, strips, 0, None, None, count)
    return TimelineView(
        "Timeline",
        description,
        years,
        jumps,
        0,
        None,
        None,
        count,
        timeline_filter(edition),
        browse_views(edition),
        (
            LinkView(edition.urls.href(urls.AS_KNOWN), "As known on a day"),
            LinkView(edition.urls.href(urls.ON_THIS_DAY), "On this day"),
        ),
    )


def year_view(year: int, edition: Edition) -> TimelineView:
    """Return one year of the chronology."""
    all_years = list(edition.relations.by_year)
    place = all_years.index(year)
    listed = years_of(edition.relations.by_year[year], edition)
    count = len(edition.relations.by_year[year])
    events = "1 event" if count == 1 else f"{count} events"
    return TimelineView(
        f"Timeline of {year}",
        f"What happened in {year}: {events}, each with its sources.",
        listed,
        _year_links(edition),
        year_strips(str(year), edition.events(edition.relations.by_year[year]), year, edition),
        year,
        _year_link(all_years[place - 1], edition) if place else None,
        _year_link(all_years[place + 1], edition) if place + 1 < len(all_years) else None,
        count,
    )


def thread_view(thread: Thread, edition: Edition) -> ThreadView:
    """Return the page of one thread."""
    account = account_view(thread.body, Setting(edition.href(thread.id)), edition)
    ids = edition.relations.by_thread.get(thread.id, ())
    return ThreadView(
        thread.id,
        thread.title,
        account.summary,
        thread.label,
        readable(thread.as_of),
        account.claims,
        account.sections,
        account.notes,
        links(edition.relations.questions_of_thread.get(thread.id, ()), edition),
        site_strips(_lanes((thread.id,), edition), edition),
        _with_silences(ids, edition),
        links(most_frequent(edition.events(ids)), edition),
        account.sources,
        links(edition.relations.figures_of_thread.get(thread.id, ()), edition),
        links(
            tuple(s for id_ in ids for s in edition.relations.summits_of_event.get(id_, ())),
            edition,
        ),
    )


def threads_view(edition: Edition) -> ThreadsView:
    """Return the list of all threads."""
    return ThreadsView("Threads", "The story, one question at a time.", _thread_rows(edition))


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
        site_strips(_lanes(library.site.lanes, edition), edition),
        links(tuple(library.figures), edition),
        event_cards(latest, edition),
        _thread_rows(edition),
        links(library.site.questions, edition),
        commitment_rows(library.site.promises, edition),
        _year_links(edition),
        len(library.events),
        claims,
        len(library.sources),
    )


def _lanes(ids: tuple[str, ...], edition: Edition) -> Lanes:
    return tuple(
        (
            edition.library.threads[id_].label,
            edition.events(edition.relations.by_thread.get(id_, ())),
        )
        for id_ in ids
    )


def _thread_rows(edition: Edition) -> tuple[ThreadRowView, ...]:
    return tuple(
        ThreadRowView(
            edition.href(thread.id),
            thread.label,
            thread.title,
            as_text(thread.body.claims[0].prose, edition) if thread.body.claims else "",
            len(edition.relations.by_thread.get(thread.id, ())),
        )
        for thread in edition.library.threads.values()
    )


def _with_silences(ids: tuple[str, ...], edition: Edition) -> tuple[ThreadEventView, ...]:
    events = edition.events(ids)
    silences = [""]
    for earlier, later in pairwise(events):
        days = days_between(earlier.date, later.date) or 0
        silences.append(_silence(days) if days >= LONG_SILENCE else "")
    return tuple(
        ThreadEventView(event_card(event, edition), silence)
        for event, silence in zip(events, silences, strict=False)
    )


def _silence(days: int) -> str:
    years = round(days / 365.25)
    length = f"{years} years" if days >= YEARS_FROM else f"{days} days"
    return f"{length} without an event recorded here"


def years_of(
    ids: tuple[str, ...],
    edition: Edition,
    card: Callable[[Event, Edition], EventCardView] = event_card,
) -> tuple[YearView, ...]:
    """Return events, which stand in reading order, by the year under which each is listed."""
    groups = groupby(edition.events(ids), key=year_of)
    return tuple(
        YearView(
            year,
            _year_link(year, edition),
            LinkView(f"#year-{year}", str(year)),
            tuple(card(event, edition) for event in events),
        )
        for year, events in groups
    )


def _year_link(year: int, edition: Edition) -> LinkView:
    return LinkView(edition.urls.href(urls.year(year)), str(year))


def _year_links(edition: Edition) -> tuple[LinkView, ...]:
    return tuple(_year_link(year, edition) for year in edition.relations.by_year)
