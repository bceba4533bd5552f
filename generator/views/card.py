"""Social cards: what the picture of a page says where a link to it is shared."""

from dataclasses import dataclass

from generator import urls
from generator.text.edtf_words import readable
from generator.views.cards import tone
from generator.views.edition import Edition


@dataclass(frozen=True, slots=True)
class CardView:
    """A card; `direction` and `manner` are those of an event, '' on all others.

    `alt` says in words what the card shows.
    """

    address: str
    title: str
    above: str
    below: str
    direction: str
    manner: str
    site: str
    alt: str


def site_card(edition: Edition) -> CardView:
    """Return the card of all pages that have none of their own."""
    site = edition.library.site
    return CardView(
        urls.card(urls.HOME),
        site.tagline or site.title,
        f"As far as known to {readable(site.as_of)}",
        "Every claim names its sources",
        "",
        "",
        site.title,
        f"{site.title}: {site.tagline}" if site.tagline else site.title,
    )


def card_of(id_: str, edition: Edition) -> CardView | None:
    """Return the card of an event, thread or question; other records have none."""
    library = edition.library
    if id_ in library.events:
        event = library.events[id_]
        shown = tone(event.kind)
        below = f"{shown.kind} · {shown.words}"
        signs = (shown.direction, shown.manner)
        return _card(id_, (event.title, readable(event.date), below), signs, edition)
    if id_ in library.threads:
        thread = library.threads[id_]
        count = len(edition.relations.by_thread.get(id_, ()))
        events = "1 event" if count == 1 else f"{count} events"
        words = (thread.title, f"Thread · {thread.label}", f"{events}, to {readable(thread.as_of)}")
        return _card(id_, words, ("", ""), edition)
    if id_ in library.questions:
        question = library.questions[id_]
        below = f"Short answer with sources, as of {readable(question.as_of)}"
        return _card(id_, (question.title, "Question", below), ("", ""), edition)
    return None


def _card(
    id_: str, words: tuple[str, str, str], signs: tuple[str, str], edition: Edition
) -> CardView:
    title, above, below = words
    site = edition.library.site.title
    alt = f"{title} ({above}; {below}). {site}"
    return CardView(urls.card(edition.address(id_)), title, above, below, *signs, site, alt)
