"""That every address is planned once, with the template and the origin that it should have."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from generator import assets
from generator.derive.addresses import destinations
from generator.model.library import Library
from generator.stages.plan import plan
from generator.stages.read import read
from generator.stages.resolve import resolve
from generator.stages.validate import validate
from generator.urls import output_path
from generator.views.feeds import FeedView, RobotsView, SitemapView
from generator.views.output import Plan
from tests.worlds import GOLDEN_CONTENT, lay

V = TypeVar("V")
BUNDLE = "/pagefind/0123456789ab/"
FOR_MACHINES = {
    *("/feed.xml", "/corrections.xml", "/sitemap.xml", "/robots.txt"),
    *("/map/plain.svg", "/map/valley.svg"),
}


def library_at(content: Path) -> Library:
    files = read(content)
    records = [validate(file) for file in files.value]
    library = resolve(checked.value for checked in records)
    assert not (*files.problems, *(p for r in records for p in r.problems), *library.problems)
    return library.value


@pytest.fixture(scope="module")
def library() -> Library:
    return library_at(GOLDEN_CONTENT)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> assets.Assets:
    files = {"base.html": "", "assets/css/a.css": "a", "assets/b.js": "b", "assets/a.js": "a"}
    return assets.load(lay(tmp_path_factory.mktemp("templates"), files))


@pytest.fixture(scope="module")
def planned(library: Library, loaded: assets.Assets) -> Plan:
    return plan(library, loaded, "https://x.example/repo/", BUNDLE)


def test_every_address_is_planned_once(planned: Plan) -> None:
    addresses = [page.address for page in planned.pages]
    addresses += [file.address for file in planned.files]
    addresses += [card.address for card in planned.cards]
    assert [address for address, count in Counter(addresses).items() if count > 1] == []
    paths = {output_path(address).casefold() for address in addresses}
    assert len(paths) == len(addresses)
    assert not any(path.startswith("/") or ".." in path.split("/") for path in paths)


def test_addresses_are_those_that_links_of_editors_are_checked_against(
    planned: Plan, library: Library
) -> None:
    pages = {page.address for page in planned.pages if not page.address.startswith("/embed/")}
    planned_addresses = pages - FOR_MACHINES
    assert planned_addresses == {page.address for page in destinations(library)}


PROMISED = [
    ("/", "home", "site.yaml"),
    ("/timeline/", "timeline", "site.yaml"),
    ("/timeline/1981/", "timeline", "site.yaml"),
    ("/timeline/1982/", "timeline", "site.yaml"),
    ("/events/1982-01-flood/", "event", "events/1982/1982-01-flood.md"),
    ("/threads/sluices/", "thread", "threads/sluices.md"),
    ("/actors/ana-serr/", "actor", "actors/ana-serr.md"),
    ("/places/maren/", "place", "places.yaml"),
    ("/sources/wire-1982-01-flood/", "source", "sources/1982.yaml"),
    ("/outlets/river-wire/", "outlet", "outlets.yaml"),
    ("/how-we-know/", "text_page", "pages/how-we-know.md"),
    ("/figures/", "figures", "site.yaml"),
    ("/figures/the-river/", "figure", "figures/the-river.md"),
    ("/search/", "search", "site.yaml"),
    ("/404.html", "not_found", "site.yaml"),
]


@pytest.mark.parametrize(("address", "template", "origin"), PROMISED, ids=[p[0] for p in PROMISED])
def test_promised_addresses_are_there(
    address: str, template: str, origin: str, planned: Plan
) -> None:
    page = next(page for page in planned.pages if page.address == address)
    assert page.template == f"pages/{template}.html"
    assert page.origin.path == f"content/{origin}"


def test_what_readers_look_for_is_searchable_and_lists_are_not(planned: Plan) -> None:
    kinds = {page.template for page in planned.pages if page.searchable}
    told = (
        *("event", "thread", "question", "commitment", "report", "term", "actor", "text_page"),
        *("figure", "summit", "corrections"),
    )
    assert kinds == {f"pages/{kind}.html" for kind in told}
    searchable = sum(page.searchable for page in planned.pages)
    assert searchable == 6 + 2 + 1 + 2 + 1 + 1 + 4 + 1 + 1 + 1 + 1


def seen(kind: type[V], planned: Plan) -> V:
    """Return the one view of a kind."""
    views = (page.view() for page in planned.pages if page.address in FOR_MACHINES)
    (view,) = (view for view in views if isinstance(view, kind))
    return view


def test_the_sitemap_names_all_pages_for_readers_by_their_whole_address(planned: Plan) -> None:
    view = seen(SitemapView, planned)
    expected = {
        f"https://x.example/repo{page.address}"
        for page in planned.pages
        if not page.address.startswith("/embed/")
        and page.address not in {*FOR_MACHINES, "/404.html", "/events/1981-sluices/"}
    }
    assert len(view.addresses) == len(set(view.addresses))
    assert set(view.addresses) == expected


def test_events_threads_and_questions_have_cards_and_the_site_has_one(planned: Plan) -> None:
    assert planned.cards[0].address == "/card.png"
    drawn = {card.address for card in planned.cards[1:]}
    kinds = ("/events/", "/threads/", "/questions/")
    pages = {page.address for page in planned.pages if page.searchable}
    assert drawn == {f"{page}card.png" for page in pages if page.startswith(kinds)}
    assert len(drawn) == 6 + 2 + 1


def test_what_can_be_framed_has_a_frame_page_and_its_oembed(planned: Plan) -> None:
    pages = {page.address: page for page in planned.pages}
    files = {file.address for file in planned.files}
    kinds = ("/events/", "/threads/", "/commitments/")
    framed = [page for page in planned.pages if page.searchable and page.address.startswith(kinds)]
    assert len(framed) == 6 + 2 + 2
    for page in framed:
        frame = pages[f"/embed{page.address}"]
        assert frame.template == "pages/embed.html"
        assert not frame.listed
        assert not frame.searchable
        assert f"/embed{page.address}oembed.json" in files


def test_a_frame_of_a_former_address_still_shows_the_event(planned: Plan) -> None:
    pages = {page.address: page for page in planned.pages}
    former = pages["/embed/events/1981-sluices/"]
    assert former.view() == pages["/embed/events/1981-03-04-sluices-closed/"].view()


def test_robots_lead_to_the_sitemap(planned: Plan) -> None:
    view = seen(RobotsView, planned)
    assert view.sitemap == "https://x.example/repo/sitemap.xml"


def test_the_feed_is_newest_first_and_knows_no_clock(planned: Plan) -> None:
    (view,) = (page.view() for page in planned.pages if page.address == "/feed.xml")
    assert isinstance(view, FeedView)
    assert [entry.id.rsplit("/", 2)[1][:7] for entry in view.entries] == [
        "1982-06",
        "1982-01",
        "1981-09",
        "1981-05",
        "1981-03",
        "1981-03",
    ]
    assert view.updated == "1982-12-31T00:00:00Z"
    assert view.entries[0].updated == "1982-06-02T00:00:00Z"
    assert date.fromisoformat(view.entries[1].updated[:10]) == date(1982, 1, 31)


def test_files_are_planned_below_the_folder_named_by_their_content(
    planned: Plan, loaded: assets.Assets
) -> None:
    ours = [file for file in planned.files if file.address.startswith("/assets/")]
    assert [(file.address, file.data()) for file in ours] == [
        (f"{loaded.folder}a.js", b"a"),
        (f"{loaded.folder}b.js", b"b"),
        (f"{loaded.folder}style.css", b"a"),
    ]
    assert planned.bundle == BUNDLE


def test_the_service_worker_stands_at_the_top_of_the_site(
    library: Library, planned: Plan, tmp_path: Path
) -> None:
    templates = lay(tmp_path, {"base.html": "", "assets/js/sw.js": "worker"})
    worked = plan(library, assets.load(templates), "", BUNDLE)
    assert [file.data() for file in worked.files if file.address == "/sw.js"] == [b"worker\n"]
    assert not [file for file in planned.files if file.address == "/sw.js"]


def test_the_address_of_the_site_comes_from_the_content_unless_one_is_given(
    library: Library, loaded: assets.Assets, planned: Plan
) -> None:
    assert plan(library, loaded, "", BUNDLE).urls.base_url == "https://issen.example/"
    assert planned.urls.base_path == "/repo/"


def made(planned: Plan) -> list[tuple[object, ...]]:
    """Return all that a plan would publish."""
    pages = [
        (
            replace(page, view=object, embed=None, terms=None),
            page.view(),
            page.embed and page.embed(),
            page.terms and page.terms(),
        )
        for page in planned.pages
    ]
    return [*pages, *((file.address, file.data()) for file in planned.files), (planned.site,)]


def test_the_plan_is_the_same_wherever_and_in_whatever_order_the_content_lies(
    tmp_path: Path, loaded: assets.Assets, planned: Plan
) -> None:
    files = {
        path.relative_to(GOLDEN_CONTENT).as_posix(): path.read_bytes()
        for path in sorted(GOLDEN_CONTENT.rglob("*"), reverse=True)
        if path.is_file()
    }
    library = library_at(lay(tmp_path / "elsewhere" / "content", files))
    assert made(plan(library, loaded, "https://x.example/repo/", BUNDLE)) == made(planned)


def test_the_page_named_home_opens_the_home_page(
    tmp_path: Path, loaded: assets.Assets, planned: Plan
) -> None:
    assert "/home/" not in {page.address for page in planned.pages}
    files = {
        path.relative_to(GOLDEN_CONTENT).as_posix(): path.read_bytes()
        for path in GOLDEN_CONTENT.rglob("*")
        if path.is_file() and path.name != "home.md"
    }
    without = plan(library_at(lay(tmp_path / "content", files)), loaded, "", BUNDLE)
    assert {page.address for page in without.pages} == {page.address for page in planned.pages}
