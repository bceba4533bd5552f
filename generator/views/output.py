"""What will be published: every address once, with what it is made from."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.problems import Position
from generator.urls import Urls
from generator.views.card import CardView
from generator.views.catalogue import CatalogueView
from generator.views.embed import EmbedLinkView
from generator.views.index_terms import IndexTermsView
from generator.views.layout import SiteView

View = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Page:
    """A file to render; `origin` is the content file that it shows.

    `view` makes what the template sees, so that a preview makes only what is looked at. A
    `searchable` page is indexed, also by its `terms`; a `listed` one is named in the sitemap.
    `card` is its own social card, `embed` tells how other sites frame it.
    """

    address: str
    template: str
    view: View
    origin: Position
    searchable: bool = False
    listed: bool = True
    terms: Callable[[], IndexTermsView] | None = None
    card: CardView | None = None
    embed: Callable[[], EmbedLinkView] | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A file that is published as it is; `data` makes its contents."""

    address: str
    data: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Plan:
    """All outputs; `bundle` is the address of the folder where the search index will stand.

    `cards` are the pictures to draw, that of the site first.
    """

    site: SiteView
    pages: tuple[Page, ...]
    files: tuple[File, ...]
    bundle: str
    urls: Urls
    cards: tuple[CardView, ...] = ()
    catalogue: Callable[[], CatalogueView] = CatalogueView


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page with its text."""

    page: Page
    text: str
