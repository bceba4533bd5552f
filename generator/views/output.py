"""What will be published: every address once, with what it is made from."""

from dataclasses import dataclass

from generator.problems import Position
from generator.urls import Urls
from generator.views.card import CardView
from generator.views.embed import EmbedLinkView
from generator.views.layout import SiteView


@dataclass(frozen=True, slots=True)
class Page:
    """A file to render; `origin` is the content file that it shows.

    A `searchable` page is indexed; a `listed` one is named in the sitemap. `card` is its own social
    card, `embed` how other sites frame it.
    """

    address: str
    template: str
    view: object
    origin: Position
    searchable: bool = False
    listed: bool = True
    card: CardView | None = None
    embed: EmbedLinkView | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A file that is published as it is."""

    address: str
    data: bytes


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


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page with its text."""

    page: Page
    text: str
