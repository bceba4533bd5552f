"""What every page has around its own matter: names, navigation, files to load."""

from dataclasses import dataclass

from generator import urls
from generator.text.edtf_words import readable
from generator.urls import Urls
from generator.views.card import CardView, site_card
from generator.views.cards import LinkView, link
from generator.views.edition import Edition
from generator.views.embed import EmbedLinkView
from generator.views.index_terms import IndexTermsView


@dataclass(frozen=True, slots=True)
class NavView:
    """A link of the navigation; `section` is the start of the addresses below it."""

    link: LinkView
    section: str


@dataclass(frozen=True, slots=True)
class ImageView:
    """A social card at its full address, with the words for those who cannot see it."""

    href: str
    alt: str


@dataclass(frozen=True, slots=True)
class SiteView:
    """The same on every page; `pages` are those that only the footer names."""

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
    catalogue: str
    navigation: tuple[NavView, ...]
    timeline: LinkView
    outlets: LinkView
    questions: LinkView
    promises: LinkView
    figures: LinkView
    summits: LinkView
    compare: LinkView
    pages: tuple[LinkView, ...]
    manifest: str
    icon_licence: str
    card: ImageView


@dataclass(frozen=True, slots=True)
class PageView:
    """Of one page: its address with and without the site, and the section it belongs to."""

    href: str
    canonical: str
    searchable: bool
    terms: IndexTermsView | None
    card: ImageView
    embed: EmbedLinkView | None


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for addresses that do not exist."""

    title: str
    description: str
    browse: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class MovedView:
    """The page at a former address; `target` is the page that readers are sent on to."""

    title: str
    description: str
    target: LinkView


def site_view(
    edition: Edition, assets: str, bundle: str, *, with_handbook: bool = False
) -> SiteView:
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
        href(f"{bundle}{urls.CATALOGUE}"),
        tuple(NavView(section, section.href) for section in _sections(edition, _MAIN)),
        LinkView(href(urls.TIMELINE), "Timeline"),
        LinkView(href(urls.OUTLETS), "Sources"),
        LinkView(href(urls.QUESTIONS), "Questions"),
        LinkView(href(urls.COMMITMENTS), "Promises"),
        LinkView(href(urls.FIGURES), "Figures"),
        LinkView(href(urls.SUMMITS), "Summits"),
        LinkView(href(urls.COMPARE), "Versions compared"),
        (
            *_footer(edition),
            *([LinkView(href(urls.HANDBOOK), "Handbook")] if with_handbook else ()),
        ),
        href(urls.MANIFEST),
        href(urls.ICON_LICENCE),
        image(site_card(edition), edition.urls),
    )


def _footer(edition: Edition) -> tuple[LinkView, ...]:
    pages = edition.library.pages.values()
    apart = {urls.HOME_PAGE, urls.CORRECTIONS_PAGE}
    own = (
        LinkView(edition.urls.href(urls.page(p.id)), p.title) for p in pages if p.id not in apart
    )
    return (*own, *_sections(edition, _FURTHER))


def image(card: CardView, published: Urls) -> ImageView:
    """Return a card as pages name it."""
    return ImageView(published.absolute(card.address), card.alt)


_MAIN = (
    (urls.TIMELINE, "Timeline"),
    (urls.QUESTIONS, "Questions"),
    (urls.COMMITMENTS, "Promises"),
    (urls.THREADS, "Threads"),
    (urls.ACTORS, "People"),
    (urls.OUTLETS, "Sources"),
)
_FURTHER = (
    (urls.PLACES, "Places"),
    (urls.MAP, "Map"),
    (urls.TERMS, "Documents and terms"),
    (urls.FIGURES, "Figures"),
    (urls.SUMMITS, "Summits"),
    (urls.COMPARE, "Versions compared"),
    (urls.REPORTS, "Checked reports"),
    (urls.DATA, "Data"),
    (urls.CORRECTIONS, "Corrections"),
    (urls.AS_KNOWN, "As known on a day"),
    (urls.BROWSE, "Everything, A to Z"),
)


def _sections(edition: Edition, addresses: tuple[tuple[str, str], ...]) -> tuple[LinkView, ...]:
    """Return links to those lists that have anything to show."""
    library = edition.library
    empty = {
        address
        for address, records in (
            (urls.QUESTIONS, library.questions),
            (urls.COMMITMENTS, library.commitments),
            (urls.REPORTS, library.reports),
            (urls.TERMS, library.terms),
            (urls.FIGURES, library.figures),
            (urls.SUMMITS, library.summits),
            (urls.COMPARE, edition.relations.compared),
            (urls.THREADS, library.threads),
            (urls.MAP, library.map.frames),
        )
        if not records
    }
    href = edition.urls.href
    return tuple(
        LinkView(href(address), words) for address, words in addresses if address not in empty
    )


def browse_links(edition: Edition) -> tuple[LinkView, ...]:
    """Return the ways to find something without searching."""
    return _sections(edition, _MAIN + _FURTHER)


def not_found_view(edition: Edition) -> NotFoundView:
    """Return the page for addresses that do not exist."""
    return NotFoundView("Page not found", "Nothing stands at this address.", browse_links(edition))


def moved_view(id_: str, edition: Edition) -> MovedView:
    """Return the page that sends readers on to a record."""
    return MovedView("Moved", "This page has moved.", link(id_, edition))
