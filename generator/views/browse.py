"""The ways into the chronology that need no script: a page for each kind, tone and label."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator import urls
from generator.derive import selections
from generator.derive.corroboration import Label
from generator.model.registry import Direction, Manner
from generator.views.data import LABEL_WORDS
from generator.views.edition import Edition

NEITHER = "Neither thaw nor freeze"


@dataclass(frozen=True, slots=True)
class CountedLinkView:
    """A link with the number of events behind it."""

    href: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class BrowseView:
    """Links of one sort under a heading."""

    title: str
    links: tuple[CountedLinkView, ...]


def browse_views(edition: Edition) -> tuple[BrowseView, ...]:
    """Return all ways to a part of the events; those that lead to none are left out."""
    library = edition.library
    threads = {
        edition.address(id_): (thread.label, edition.relations.by_thread.get(id_, ()))
        for id_, thread in library.threads.items()
    }
    tones = {
        selections.address_of_tone(tone): (tone_words(tone), ids)
        for tone, ids in selections.by_tone(library).items()
    }
    labels = {
        urls.label(label): (label_words(label), ids)
        for label, ids in selections.by_label(library).items()
    }
    kinds = {
        urls.kind(id_): (library.kinds[id_].label, ids)
        for id_, ids in selections.by_kind(library).items()
    }
    listed = (
        BrowseView("Threads", _links(threads, edition)),
        BrowseView("Thaw or freeze", _links(tones, edition)),
        BrowseView("Evidence", _links(labels, edition)),
        BrowseView("Kinds of events", _by_text(_links(kinds, edition))),
    )
    return tuple(view for view in listed if view.links)


def tone_words(tone: tuple[Direction, Manner]) -> str:
    """Return direction and manner in readers' words."""
    direction, manner = tone
    return f"{way_words(direction)}, in {manner}"


def way_words(direction: Direction) -> str:
    """Return a direction as a heading of its own."""
    neutral = direction is Direction.NEUTRAL
    return NEITHER if neutral else selections.DIRECTIONS[direction].capitalize()


def label_words(label: Label) -> str:
    """Return the label as a heading of its own."""
    return LABEL_WORDS[label].capitalize()


def _links(
    pages: Mapping[str, tuple[str, tuple[str, ...]]], edition: Edition
) -> tuple[CountedLinkView, ...]:
    return tuple(
        CountedLinkView(edition.urls.href(address), words, len(ids))
        for address, (words, ids) in pages.items()
        if ids
    )


def _by_text(links: Iterable[CountedLinkView]) -> tuple[CountedLinkView, ...]:
    return tuple(sorted(links, key=lambda link: (link.text.casefold(), link.href)))
