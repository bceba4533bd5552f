"""The search page: ways to narrow what was found, with every option, and ways to browse instead."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.corroboration import Label
from generator.model.registry import Actor
from generator.views.cards import LinkView, ToneView, tone
from generator.views.data import LABEL_WORDS
from generator.views.edition import Edition
from generator.views.layout import browse_links

LANGUAGES = (("en", "English"), ("ko", "한국어"), ("ja", "日本語"))
"""The languages of the search page; its words stand in templates/components/search_words.html."""

TYPES = (
    ("events", "Events"),
    ("questions", "Questions"),
    ("commitments", "Promises"),
    ("threads", "Threads"),
    ("actors", "People and institutions"),
    ("terms", "Documents and terms"),
    ("reports", "Checked reports"),
    ("pages", "About this site"),
)
"""Types of pages as the search page's script groups them (facets.js)."""


@dataclass(frozen=True, slots=True)
class LanguageView:
    """A language that the search page can speak: its tag, and its own name for itself."""

    tag: str
    name: str


@dataclass(frozen=True, slots=True)
class OptionView:
    """One choice of a facet, with its names in other languages and its sign, if it has any."""

    value: str
    text: str
    names: tuple[LanguageView, ...] = ()
    tone: ToneView | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class FacetView:
    """A property by which results can be narrowed."""

    name: str
    title: str
    options: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page; `pages` is how many are indexed, `browse` are the ways without a script."""

    title: str
    description: str
    pages: int
    browse: tuple[LinkView, ...]
    languages: tuple[LanguageView, ...]
    facets: tuple[FacetView, ...]


def search_view(edition: Edition, pages: int) -> SearchView:
    """Return the search page of a site with `pages` searchable pages."""
    return SearchView(
        "Search",
        "Search events, questions, promises, people and more.",
        pages,
        browse_links(edition),
        tuple(LanguageView(tag, name) for tag, name in LANGUAGES),
        tuple(facet for facet in _facets(edition) if len(facet.options) > 1),
    )


def _facets(edition: Edition) -> Iterable[FacetView]:
    library, relations = edition.library, edition.relations
    yield FacetView("type", "Kind of page", tuple(OptionView(*type_) for type_ in TYPES))
    threads = library.threads.values()
    yield FacetView(
        "thread", "Thread", tuple(OptionView(thread.id, thread.label) for thread in threads)
    )
    acting = sorted(
        (actor for actor in library.actors.values() if actor.id in relations.by_actor),
        key=lambda actor: (actor.names.main.casefold(), actor.id),
    )
    yield FacetView("actor", "Who acts", tuple(_actor(actor) for actor in acting))
    years = sorted(relations.by_year, reverse=True)
    yield FacetView("year", "Year", tuple(OptionView(str(year), str(year)) for year in years))
    used = {event.kind.id for event in library.events.values()}
    yield FacetView(
        "kind",
        "Kind of event",
        tuple(
            OptionView(kind.id, kind.label, tone=tone(kind))
            for kind in library.kinds.values()
            if kind.id in used
        ),
    )
    labels = (OptionView(label.value, LABEL_WORDS[label], label=label.value) for label in Label)
    yield FacetView("label", "How it is reported", tuple(labels))


def _actor(actor: Actor) -> OptionView:
    """Return an actor with its names in those languages that the page can speak."""
    names: dict[str, str] = {}
    for language, name in sorted(actor.names.by_language.items(), reverse=True):
        names.setdefault(language.partition("-")[0], name)
    spoken = (LanguageView(tag, names[tag]) for tag, _ in LANGUAGES if tag in names)
    return OptionView(actor.id, actor.names.main, tuple(spoken))
