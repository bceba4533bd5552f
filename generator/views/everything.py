"""Everything on one page, by kind and name, for those who do not search."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator import urls
from generator.views.cards import LinkView, links
from generator.views.edition import Edition


@dataclass(frozen=True, slots=True)
class ShelfView:
    """Records of one kind under one heading, which leads to a page that says more of each."""

    anchor: str
    title: str
    href: str
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class EverythingView:
    """The whole site as lists of links: events by year in order of time, all else by name."""

    title: str
    description: str
    shelves: tuple[ShelfView, ...]


def everything_view(edition: Edition) -> EverythingView:
    """Return the list of everything, leaving out kinds of which there is nothing."""
    library = edition.library
    shelves = (
        *(_year(year, ids, edition) for year, ids in sorted(edition.relations.by_year.items())),
        _shelf("questions", "Questions", urls.QUESTIONS, library.questions, edition),
        _shelf("threads", "Threads", urls.THREADS, library.threads, edition),
        _shelf("promises", "Promises", urls.COMMITMENTS, library.commitments, edition),
        _shelf("people", "People and institutions", urls.ACTORS, library.actors, edition),
        _shelf("places", "Places", urls.PLACES, library.places, edition),
        _shelf("terms", "Documents and terms", urls.TERMS, library.terms, edition),
        _shelf("reports", "Checked reports", urls.REPORTS, library.reports, edition),
    )
    return EverythingView(
        "Everything, A to Z",
        "Every event by year, then all questions, promises, people, places and documents by name.",
        tuple(shelf for shelf in shelves if shelf.links),
    )


def _year(year: int, ids: tuple[str, ...], edition: Edition) -> ShelfView:
    """Return the events of a year in order of time."""
    href = edition.urls.href(urls.year(year))
    return ShelfView(f"year-{year}", str(year), href, links(ids, edition))


def _shelf(
    anchor: str, title: str, address: str, ids: Iterable[str], edition: Edition
) -> ShelfView:
    """Return the records of a kind by name."""
    named = sorted((edition.name(id_).casefold(), id_) for id_ in ids)
    ids_by_name = tuple(id_ for _, id_ in named)
    return ShelfView(anchor, title, edition.urls.href(address), links(ids_by_name, edition))
