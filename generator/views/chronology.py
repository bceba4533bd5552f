"""Events in order of time: the chronology whole and by year, and events by year for other pages."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from generator import urls
from generator.derive.relations import year_of
from generator.model.library import Event
from generator.views.browse import BrowseView, browse_views
from generator.views.cards import (
    EventCardView,
    LinkView,
    event_card,
)
from generator.views.edition import Edition
from generator.views.filters import FilterView
from generator.views.strip import StripView, site_strips, year_strips
from generator.views.timeline_filter import filterable_card, timeline_filter


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


def timeline_view(edition: Edition) -> TimelineView:
    """Return the whole chronology, oldest year first."""
    years = years_of(tuple(edition.library.events), edition, filterable_card)
    jumps = tuple(year.jump for year in years)
    count = len(edition.library.events)
    description = f"All {count} events in order, each with its sources."
    strips = site_strips((("All events", tuple(edition.library.events.values())),), edition)
    return TimelineView(
        "Timeline",
        description,
        years,
        jumps,
        strips,
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
        year_links(edition),
        year_strips(str(year), edition.events(edition.relations.by_year[year]), year, edition),
        year,
        _year_link(all_years[place - 1], edition) if place else None,
        _year_link(all_years[place + 1], edition) if place + 1 < len(all_years) else None,
        count,
    )


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


def year_links(edition: Edition) -> tuple[LinkView, ...]:
    """Return links to the pages of all years."""
    return tuple(_year_link(year, edition) for year in edition.relations.by_year)
