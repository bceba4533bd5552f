"""The library as a list of outputs: every address once, with its template and its view."""

from collections.abc import Iterator
from dataclasses import replace

from generator import urls
from generator.assets import WORKER, Assets
from generator.derive.promises import series
from generator.derive.relations import relate
from generator.derive.vocabulary import vocabulary
from generator.exports.tables import tables
from generator.model.library import Library
from generator.problems import Position
from generator.urls import Urls
from generator.views.browse import browse_view
from generator.views.catalogue import CatalogueView, entry
from generator.views.chronology import (
    home_view,
    thread_view,
    threads_view,
    timeline_view,
    year_view,
)
from generator.views.commitments import commitment_view, tracker_view
from generator.views.data import data_view
from generator.views.edition import Edition
from generator.views.event import event_view
from generator.views.feeds import RobotsView, SitemapView, feed_view
from generator.views.index_terms import index_terms
from generator.views.layout import moved_view, not_found_view, site_view
from generator.views.output import File, Page, Plan
from generator.views.questions import question_view, questions_view
from generator.views.registries import actor_view, actors_view, place_view, places_view
from generator.views.reports import report_view, reports_view
from generator.views.search import SearchView, search_view
from generator.views.sources import outlet_view, outlets_view, source_view
from generator.views.terms import term_view, terms_view
from generator.views.text_page import text_page_view


def plan(library: Library, assets: Assets, base_url: str, bundle: str) -> Plan:
    """Plan every file of the site; `bundle` is the address where the search index will stand.

    The library must be whole: `resolve` found no problem, so no two pages share an address.
    """
    published = Urls(base_url or library.site.base_url)
    edition = Edition(library, relate(library), series(library), published)
    words = vocabulary(library)
    answering = sorted(_answering(edition), key=lambda found: found[0].address)
    searchable = tuple(
        replace(page, searchable=True, terms=index_terms(id_, words, edition))
        for page, id_ in answering
    )
    search = search_view(edition, len(searchable))
    pages = (*_lists(edition, search), *searchable, *_registries(edition), *_moved(edition))
    in_order = tuple(sorted(pages, key=lambda page: page.address))
    return Plan(
        site_view(edition, assets.folder, bundle),
        (*in_order, *_for_machines(edition, in_order)),
        (
            *(File(f"{assets.folder}{name}", assets.files[name]) for name in sorted(assets.files)),
            *(File(f"{urls.DATA}{name}", data) for name, data in tables(edition)),
            *(File(urls.WORKER, data) for name, data in assets.files.items() if name == WORKER),
        ),
        bundle,
        edition.urls,
        CatalogueView(tuple(entry(id_, edition) for _, id_ in answering), words.concepts),
    )


def _lists(edition: Edition, search: SearchView) -> Iterator[Page]:
    origin = Position(edition.library.site.path)
    yield Page(urls.HOME, "pages/home.html", home_view(edition), origin)
    yield Page(urls.TIMELINE, "pages/timeline.html", timeline_view(edition), origin)
    for year in edition.relations.by_year:
        yield Page(urls.year(year), "pages/timeline.html", year_view(year, edition), origin)
    yield Page(urls.THREADS, "pages/threads.html", threads_view(edition), origin)
    yield Page(urls.ACTORS, "pages/directory.html", actors_view(edition), origin)
    yield Page(urls.PLACES, "pages/directory.html", places_view(edition), origin)
    yield Page(urls.OUTLETS, "pages/outlets.html", outlets_view(edition), origin)
    yield Page(urls.QUESTIONS, "pages/questions.html", questions_view(edition), origin)
    yield Page(urls.COMMITMENTS, "pages/commitments.html", tracker_view(edition), origin)
    yield Page(urls.REPORTS, "pages/reports.html", reports_view(edition), origin)
    yield Page(urls.TERMS, "pages/terms.html", terms_view(edition), origin)
    yield Page(urls.DATA, "pages/data.html", data_view(edition), origin)
    yield Page(urls.SEARCH, "pages/search.html", search, origin)
    yield Page(urls.BROWSE, "pages/browse.html", browse_view(edition), origin)
    not_found = not_found_view(edition)
    yield Page(urls.NOT_FOUND, "pages/not_found.html", not_found, origin, listed=False)


def _moved(edition: Edition) -> Iterator[Page]:
    for former, id_ in sorted(edition.library.ledger.moved.items()):
        view = moved_view(id_, edition)
        yield Page(
            former, "pages/moved.html", view, Position(edition.library.site.path), listed=False
        )


def _answering(edition: Edition) -> Iterator[tuple[Page, str]]:
    library = edition.library
    for event in library.events.values():
        yield _found("event", event.id, event_view(event, edition), event.path, edition)
    for thread in library.threads.values():
        yield _found("thread", thread.id, thread_view(thread, edition), thread.path, edition)
    for actor in library.actors.values():
        yield _found("actor", actor.id, actor_view(actor, edition), actor.path, edition)
    for question in library.questions.values():
        asked = question_view(question, edition)
        yield _found("question", question.id, asked, question.path, edition)
    for promise in library.commitments.values():
        tracked = commitment_view(promise, edition)
        yield _found("commitment", promise.id, tracked, promise.path, edition)
    for report in library.reports.values():
        yield _found("report", report.id, report_view(report, edition), report.path, edition)
    for term in library.terms.values():
        yield _found("term", term.id, term_view(term, edition), term.path, edition)
    for page in library.pages.values():
        if page.id != urls.HOME_PAGE:
            yield _found("text_page", page.id, text_page_view(page, edition), page.path, edition)


def _found(template: str, id_: str, view: object, path: str, edition: Edition) -> tuple[Page, str]:
    return Page(edition.address(id_), f"pages/{template}.html", view, Position(path)), id_


def _registries(edition: Edition) -> Iterator[Page]:
    library = edition.library
    for place in library.places.values():
        view = place_view(place, edition)
        yield Page(urls.place(place.id), "pages/place.html", view, Position(place.path))
    for source in library.sources.values():
        shown = source_view(source, edition)
        yield Page(urls.source(source.id), "pages/source.html", shown, Position(source.path))
    for outlet in library.outlets.values():
        seen = outlet_view(outlet, edition)
        yield Page(urls.outlet(outlet.id), "pages/outlet.html", seen, Position(outlet.path))


def _for_machines(edition: Edition, pages: tuple[Page, ...]) -> Iterator[Page]:
    origin = Position(edition.library.site.path)
    listed = tuple(edition.urls.absolute(page.address) for page in pages if page.listed)
    sitemap = edition.urls.absolute(urls.SITEMAP)
    yield Page(urls.FEED, "feeds/atom.xml", feed_view(edition), origin, listed=False)
    yield Page(urls.SITEMAP, "feeds/sitemap.xml", SitemapView(listed), origin, listed=False)
    yield Page(urls.ROBOTS, "feeds/robots.txt", RobotsView(sitemap), origin, listed=False)
