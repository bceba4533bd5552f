"""Corrections: on the page of the event that was wrong, and all of them newest first."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import urls
from generator.model.library import Event
from generator.text.edtf import Edtf
from generator.views.cards import DateView, LinkView, SectionView, date_view, link, sections
from generator.views.edition import Edition
from generator.views.prose import as_html

TITLE = "Corrections"
DESCRIPTION = "What was wrong here, what is right, and when it was put right, newest first."


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction; `anchor` is its place on the page of all, `day` its date as typed."""

    anchor: str
    day: Edtf
    date: DateView
    wrong: str
    right: str
    event: LinkView


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """The page of all corrections; its text comes from pages/corrections.md, if there is one."""

    title: str
    description: str
    lead: Markup
    corrections: tuple[CorrectionView, ...]
    sections: tuple[SectionView, ...]
    notes: Markup
    feed: LinkView


def corrections_of(event: Event, edition: Edition) -> tuple[CorrectionView, ...]:
    """Return the corrections of one event, newest first; anchors count them from the oldest."""
    shown = (
        CorrectionView(
            f"correction-{event.id}-{number}",
            correction.date,
            date_view(correction.date),
            correction.wrong,
            correction.right,
            link(event.id, edition),
        )
        for number, correction in enumerate(event.corrections, 1)
    )
    return tuple(shown)[::-1]


def corrections_view(edition: Edition) -> CorrectionsView:
    """Return the page of all corrections."""
    page = edition.library.pages.get(urls.CORRECTIONS_PAGE)
    return CorrectionsView(
        page.title if page else TITLE,
        DESCRIPTION,
        as_html(page.body.lead, edition) if page else Markup(),
        all_corrections(edition),
        sections(page.body, edition) if page else (),
        as_html(page.body.notes, edition) if page else Markup(),
        LinkView(edition.urls.href(urls.CORRECTIONS_FEED), "Corrections as a feed"),
    )


def all_corrections(edition: Edition) -> tuple[CorrectionView, ...]:
    """Return every correction, newest first."""
    shown = (
        one for event in edition.library.events.values() for one in corrections_of(event, edition)
    )
    return tuple(sorted(shown, key=lambda one: one.day.sort_key(), reverse=True))
