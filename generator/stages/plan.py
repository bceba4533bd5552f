"""The library as a list of outputs: every address once, with its template and its view."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from typing import TypeVar

from generator import urls
from generator.assets import WORKER, Assets
from generator.derive.promises import series
from generator.derive.relations import relate
from generator.derive.vocabulary import Vocabulary, vocabulary
from generator.exports.event_files import event_files
from generator.exports.manifest import manifest
from generator.exports.oembed import embed_link_of, embeds, oembeds
from generator.exports.tables import TABLES
from generator.model.library import Library
from generator.problems import Position
from generator.urls import Urls
from generator.views.as_known import as_known_views
from generator.views.card import card_of, site_card
from generator.views.catalogue import CatalogueView, entry
from generator.views.chronology import timeline_view, year_view
from generator.views.commitments import commitment_view, tracker_view
from generator.views.compare import compare_list_view, compare_view
from generator.views.corrections import corrections_view
from generator.views.data import data_view
from generator.views.edition import Edition
from generator.views.event import event_view
from generator.views.everything import everything_view
from generator.views.feeds import RobotsView, SitemapView, corrections_feed_view, feed_view
from generator.views.figures import figure_view, figures_view
from generator.views.home import home_view
from generator.views.index_terms import IndexTermsView, index_terms
from generator.views.layout import moved_view, not_found_view, site_view
from generator.views.map import map_view
from generator.views.output import File, Page, Plan, View
from generator.views.projection import outline_view
from generator.views.questions import question_view, questions_view
from generator.views.registries import actor_view, actors_view, place_view, places_view
from generator.views.reports import report_view, reports_view
from generator.views.search import search_view
from generator.views.selections import selection_views
from generator.views.sources import outlet_view, outlets_view, source_view
from generator.views.summits import summit_view, summits_view
from generator.views.terms import term_view, terms_view
from generator.views.text_page import text_page_view
from generator.views.this_day import this_day_view
from generator.views.threads import thread_view, threads_view

T = TypeVar("T")
FRAMED = frozenset({"event", "thread", "commitment"})
"""The templates of the pages that other sites may frame."""


def _later(view: Callable[..., T], *arguments: object) -> Callable[[], T]:
    """Make the view when it is first asked for, and only once."""
    return cache(partial(view, *arguments))


def plan(
    library: Library, assets: Assets, base_url: str, bundle: str, *, with_handbook: bool = False
) -> Plan:
    """Plan every file of the site; `bundle` is the address where the search index will stand.

    The library must be whole: `resolve` found no problem, so no two pages share an address.
    """
    published = Urls(base_url or library.site.base_url)
    edition = Edition(library, relate(library), series(library), published)
    words = _later(vocabulary, library)
    answering = sorted((*_answering(edition), *_gathered(edition)), key=_by_address)
    searchable = tuple(
        replace(page, searchable=True, terms=partial(_terms, id_, words, edition))
        for page, id_ in answering
    )
    search = _later(search_view, edition, len(searchable))
    pages = (*_lists(edition, search), *searchable, *_registries(edition), *_moved(edition))
    pages = (*pages, *embeds(searchable, edition))
    in_order = tuple(sorted(pages, key=lambda page: page.address))
    return Plan(
        site_view(edition, assets.folder, bundle, with_handbook=with_handbook),
        (*in_order, *_for_machines(edition, in_order)),
        tuple(_files(edition, assets, in_order)),
        bundle,
        edition.urls,
        (site_card(edition), *(page.card for page in in_order if page.card)),
        partial(_catalogue, tuple(id_ for _, id_ in answering), words, edition),
    )


def _files(edition: Edition, assets: Assets, pages: tuple[Page, ...]) -> Iterator[File]:
    for name in sorted(assets.files):
        data = partial(bytes, assets.files[name])
        yield File(f"{assets.folder}{name}", data)
        if name == WORKER:
            yield File(urls.WORKER, data)
    for name, make in TABLES.items():
        yield File(f"{urls.DATA}{name}", partial(make, edition))
    for address, make_file in event_files(edition):
        yield File(address, make_file)
    yield from oembeds(pages, edition)
    yield File(urls.MANIFEST, partial(manifest, edition, assets.folder))
    yield File(urls.ICON_LICENCE, partial(bytes, assets.icon_licence))


def _by_address(found: tuple[Page, str]) -> str:
    return found[0].address


def _terms(id_: str, words: Callable[[], Vocabulary], edition: Edition) -> IndexTermsView:
    return index_terms(id_, words(), edition)


def _catalogue(
    ids: tuple[str, ...], words: Callable[[], Vocabulary], edition: Edition
) -> CatalogueView:
    return CatalogueView(tuple(entry(id_, edition) for id_ in ids), words().concepts)


def _lists(edition: Edition, search: View) -> Iterator[Page]:
    origin = Position(edition.library.site.path)
    yield Page(urls.HOME, "pages/home.html", _later(home_view, edition), origin)
    yield Page(urls.TIMELINE, "pages/timeline.html", _later(timeline_view, edition), origin)
    for year in edition.relations.by_year:
        yield Page(urls.year(year), "pages/timeline.html", _later(year_view, year, edition), origin)
    yield Page(urls.THREADS, "pages/threads.html", _later(threads_view, edition), origin)
    yield Page(urls.ACTORS, "pages/directory.html", _later(actors_view, edition), origin)
    yield Page(urls.PLACES, "pages/directory.html", _later(places_view, edition), origin)
    yield Page(urls.OUTLETS, "pages/outlets.html", _later(outlets_view, edition), origin)
    yield Page(urls.QUESTIONS, "pages/questions.html", _later(questions_view, edition), origin)
    yield Page(urls.COMMITMENTS, "pages/commitments.html", _later(tracker_view, edition), origin)
    yield Page(urls.REPORTS, "pages/reports.html", _later(reports_view, edition), origin)
    yield Page(urls.TERMS, "pages/terms.html", _later(terms_view, edition), origin)
    yield Page(urls.FIGURES, "pages/figures.html", _later(figures_view, edition), origin)
    yield Page(urls.MAP, "pages/map.html", _later(map_view, edition), origin)
    yield Page(urls.SUMMITS, "pages/summits.html", _later(summits_view, edition), origin)
    yield Page(urls.COMPARE, "pages/compare_list.html", _later(compare_list_view, edition), origin)
    for event in edition.events(tuple(edition.relations.compared)):
        versions = _later(compare_view, event, edition)
        yield Page(urls.compare(event.id), "pages/compare.html", versions, Position(event.path))
    yield Page(urls.DATA, "pages/data.html", _later(data_view, edition), origin)
    for address, selected in selection_views(edition):
        yield Page(address, "pages/selection.html", selected, origin)
    for address, known in as_known_views(edition):
        yield Page(address, "pages/as_known.html", known, origin)
    this_day = partial(this_day_view, edition)
    yield Page(urls.ON_THIS_DAY, "pages/on_this_day.html", this_day, origin)
    yield Page(urls.SEARCH, "pages/search.html", search, origin)
    yield Page(urls.BROWSE, "pages/browse.html", _later(everything_view, edition), origin)
    not_found = _later(not_found_view, edition)
    yield Page(urls.NOT_FOUND, "pages/not_found.html", not_found, origin, listed=False)


def _moved(edition: Edition) -> Iterator[Page]:
    for former, id_ in sorted(edition.library.ledger.moved.items()):
        view = _later(moved_view, id_, edition)
        yield Page(
            former, "pages/moved.html", view, Position(edition.library.site.path), listed=False
        )


def _answering(edition: Edition) -> Iterator[tuple[Page, str]]:
    library = edition.library
    for event in library.events.values():
        yield _found("event", event.id, _later(event_view, event, edition), event.path, edition)
    for thread in library.threads.values():
        yield _found(
            "thread", thread.id, _later(thread_view, thread, edition), thread.path, edition
        )
    for actor in library.actors.values():
        yield _found("actor", actor.id, _later(actor_view, actor, edition), actor.path, edition)
    for question in library.questions.values():
        asked = _later(question_view, question, edition)
        yield _found("question", question.id, asked, question.path, edition)
    for promise in library.commitments.values():
        tracked = _later(commitment_view, promise, edition)
        yield _found("commitment", promise.id, tracked, promise.path, edition)
    for report in library.reports.values():
        yield _found(
            "report", report.id, _later(report_view, report, edition), report.path, edition
        )
    for term in library.terms.values():
        yield _found("term", term.id, _later(term_view, term, edition), term.path, edition)
    yield from _figures(edition)
    for page in library.pages.values():
        if page.id not in {urls.HOME_PAGE, urls.CORRECTIONS_PAGE}:
            yield _found(
                "text_page", page.id, _later(text_page_view, page, edition), page.path, edition
            )


def _gathered(edition: Edition) -> Iterator[tuple[Page, str]]:
    library = edition.library
    for summit in library.summits.values():
        met = _later(summit_view, summit, edition)
        yield _found("summit", summit.id, met, summit.path, edition)
    corrections = _later(corrections_view, edition)
    origin = library.pages.get(urls.CORRECTIONS_PAGE, library.site)
    page = Page(urls.CORRECTIONS, "pages/corrections.html", corrections, Position(origin.path))
    yield page, urls.CORRECTIONS_PAGE


def _figures(edition: Edition) -> Iterator[tuple[Page, str]]:
    for figure in edition.library.figures.values():
        yield _found(
            "figure", figure.id, _later(figure_view, figure, edition), figure.path, edition
        )


def _found(template: str, id_: str, view: View, path: str, edition: Edition) -> tuple[Page, str]:
    page = Page(
        edition.address(id_),
        f"pages/{template}.html",
        view,
        Position(path),
        card=card_of(id_, edition),
        embed=partial(embed_link_of, view, edition) if template in FRAMED else None,
    )
    return page, id_


def _registries(edition: Edition) -> Iterator[Page]:
    library = edition.library
    for place in library.places.values():
        view = _later(place_view, place, edition)
        yield Page(urls.place(place.id), "pages/place.html", view, Position(place.path))
    for source in library.sources.values():
        shown = _later(source_view, source, edition)
        yield Page(urls.source(source.id), "pages/source.html", shown, Position(source.path))
    for outlet in library.outlets.values():
        seen = _later(outlet_view, outlet, edition)
        yield Page(urls.outlet(outlet.id), "pages/outlet.html", seen, Position(outlet.path))


def _for_machines(edition: Edition, pages: tuple[Page, ...]) -> Iterator[Page]:
    origin = Position(edition.library.site.path)
    listed = tuple(edition.urls.absolute(page.address) for page in pages if page.listed)
    sitemap = edition.urls.absolute(urls.SITEMAP)
    yield Page(urls.FEED, "feeds/atom.xml", _later(feed_view, edition), origin, listed=False)
    corrected = _later(corrections_feed_view, edition)
    yield Page(urls.CORRECTIONS_FEED, "feeds/atom.xml", corrected, origin, listed=False)
    yield Page(
        urls.SITEMAP, "feeds/sitemap.xml", partial(SitemapView, listed), origin, listed=False
    )
    for frame in edition.library.map.frames:
        outline, drawn = urls.outline(frame.id), Position(edition.library.map.path)
        yield Page(outline, "pages/outline.svg", _later(outline_view, frame), drawn, listed=False)
    yield Page(urls.ROBOTS, "feeds/robots.txt", partial(RobotsView, sitemap), origin, listed=False)
