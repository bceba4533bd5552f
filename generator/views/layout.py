"""What every page has around its own matter: names, navigation, files to load."""

from dataclasses import dataclass

from generator import urls
from generator.text.edtf_words import readable
from generator.views.cards import LinkView
from generator.views.edition import Edition


@dataclass(frozen=True, slots=True)
class NavView:
    """A link of the navigation; `section` is the start of the addresses below it."""

    link: LinkView
    section: str


@dataclass(frozen=True, slots=True)
class SiteView:
    """The same on every page."""

    title: str
    tagline: str
    language: str
    as_of: str
    licence: LinkView
    repository: str
    home: str
    search: str
    feed: str
    feed_title: str
    stylesheet: str
    scripts: str
    bundle: str
    navigation: tuple[NavView, ...]
    timeline: LinkView
    outlets: LinkView
    pages: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """Of one page: its address with and without the site, and the section it belongs to."""

    href: str
    canonical: str
    searchable: bool


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page; `pages` is how many are indexed, `browse` are the ways without a script."""

    title: str
    description: str
    pages: int
    browse: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for addresses that do not exist."""

    title: str
    description: str
    browse: tuple[LinkView, ...]


def site_view(edition: Edition, assets: str, bundle: str) -> SiteView:
    """Return the frame; `assets` and `bundle` are the addresses of folders made for this build."""
    site, href = edition.library.site, edition.urls.href
    return SiteView(
        site.title,
        site.tagline,
        site.language,
        readable(site.as_of),
        LinkView(site.licence_url, site.licence),
        site.repository,
        href(urls.HOME),
        href(urls.SEARCH),
        href(urls.FEED),
        f"{site.title}: new and changed events",
        href(f"{assets}style.css"),
        href(assets),
        href(bundle),
        tuple(
            NavView(LinkView(href(address), words), href(address)) for address, words in _SECTIONS
        ),
        LinkView(href(urls.TIMELINE), "Timeline"),
        LinkView(href(urls.OUTLETS), "Sources"),
        tuple(
            LinkView(href(urls.page(page.id)), page.title)
            for page in edition.library.pages.values()
            if page.id != urls.HOME_PAGE
        ),
    )


_SECTIONS = (
    (urls.TIMELINE, "Timeline"),
    (urls.THREADS, "Threads"),
    (urls.ACTORS, "People"),
    (urls.PLACES, "Places"),
    (urls.OUTLETS, "Sources"),
)


def browse_links(edition: Edition) -> tuple[LinkView, ...]:
    """Return the ways to find something without searching."""
    href = edition.urls.href
    return tuple(LinkView(href(address), words) for address, words in _SECTIONS)


def search_view(edition: Edition, pages: int) -> SearchView:
    """Return the search page of a site with `pages` searchable pages."""
    description = "Search events, threads and people."
    return SearchView("Search", description, pages, browse_links(edition))


def not_found_view(edition: Edition) -> NotFoundView:
    """Return the page for addresses that do not exist."""
    return NotFoundView("Page not found", "Nothing stands at this address.", browse_links(edition))
