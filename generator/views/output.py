"""What will be published: every address once, with what it is made from."""

from dataclasses import dataclass, field

from generator.problems import Position
from generator.urls import Urls
from generator.views.catalogue import CatalogueView
from generator.views.index_terms import IndexTermsView
from generator.views.layout import SiteView


@dataclass(frozen=True, slots=True)
class Page:
    """A file to render; `origin` is the content file that it shows.

    A `searchable` page is indexed, also by its `terms`; a `listed` one is named in the sitemap.
    """

    address: str
    template: str
    view: object
    origin: Position
    searchable: bool = False
    listed: bool = True
    terms: IndexTermsView | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A file that is published as it is."""

    address: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Plan:
    """All outputs; `bundle` is the address of the folder where the search index will stand."""

    site: SiteView
    pages: tuple[Page, ...]
    files: tuple[File, ...]
    bundle: str
    urls: Urls
    catalogue: CatalogueView = field(default=CatalogueView())


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page with its text."""

    page: Page
    text: str
