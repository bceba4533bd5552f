"""A page of plain text, such as how we know."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.model.library import Page
from generator.views.cards import SectionView, sections
from generator.views.edition import Edition
from generator.views.prose import as_html, as_text


@dataclass(frozen=True, slots=True)
class TextPageView:
    """All that a page of plain text shows."""

    id: str
    title: str
    description: str
    lead: Markup
    sections: tuple[SectionView, ...]
    notes: Markup


def text_page_view(page: Page, edition: Edition) -> TextPageView:
    """Return one page of plain text."""
    words = as_text(page.body.lead, edition)
    return TextPageView(
        page.id,
        page.title,
        words if len(words) <= 200 else words[:199].rsplit(" ", 1)[0] + "…",  # noqa: PLR2004 - a line
        as_html(page.body.lead, edition),
        sections(page.body, edition),
        as_html(page.body.notes, edition),
    )
