"""Claims in lists: what rests on an actor's word, what a source is cited for."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.derive.corroboration import corroboration, parties_to
from generator.derive.voices import Told
from generator.views.cards import DateView, date_view
from generator.views.claims import label_words
from generator.views.edition import Edition
from generator.views.prose import as_html


@dataclass(frozen=True, slots=True)
class StatementView:
    """A claim away from its page; `href` leads to it, `event` is the title of that page."""

    href: str
    html: Markup
    label: str
    label_words: str
    date: DateView
    event: str


def statement_views(claims: tuple[Told, ...], edition: Edition) -> tuple[StatementView, ...]:
    """Return the claims as lists show them, in the order given."""
    return tuple(_statement(told, edition) for told in claims)


def _statement(told: Told, edition: Edition) -> StatementView:
    event = edition.library.events[told.event]
    judged = corroboration(told.claim, edition.library, parties_to(event, edition.library))
    return StatementView(
        edition.href(event.id, told.claim.anchor),
        as_html(told.claim.prose, edition),
        judged.label.value,
        label_words(judged, edition),
        date_view(event.date),
        event.title,
    )
