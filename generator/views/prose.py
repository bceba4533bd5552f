"""Prose as HTML, with its links and citations filled in, and as plain words."""

import html
import re

from markupsafe import Markup

from generator.text.prose import CitationGroup, Prose, SiteLink, WikiLink
from generator.views.edition import Edition

_TAG = re.compile(r"<[^>]*>")
_LINK = Markup('<a href="{}">{}</a>')
_CITED = Markup('<span class="cited">[{}]</span>')


def as_html(prose: Prose, edition: Edition) -> Markup:
    """Return the prose with every link leading to its address under the base path."""
    pieces = []
    for part in prose.parts:
        if isinstance(part, WikiLink):
            label = part.label or edition.name(part.target)
            pieces.append(_LINK.format(edition.href(part.target, part.fragment), label))
        elif isinstance(part, SiteLink):
            fragment = part.fragment
            own_page = not part.path
            href = f"#{fragment}" if own_page else edition.urls.href(part.path, fragment)
            pieces.append(Markup.escape(href))
        elif isinstance(part, CitationGroup):
            pieces.append(_cited(part, edition))
        else:
            pieces.append(part)
    return Markup("").join(pieces)


def _cited(group: CitationGroup, edition: Edition) -> Markup:
    links = []
    for citation in group.citations:
        outlet = edition.library.sources[citation.source].outlet
        words = (
            f"{edition.name(outlet)}, {citation.locator}"
            if citation.locator
            else edition.name(outlet)
        )
        prefix = "but " if citation.disputes else ""
        links.append(
            Markup("{}{}").format(prefix, _LINK.format(edition.href(citation.source), words))
        )
    return _CITED.format(Markup("; ").join(links))


def as_text(prose: Prose, edition: Edition) -> str:
    """Return the words alone, for descriptions, feeds and data; citations are left out."""
    words = []
    for part in prose.parts:
        if isinstance(part, WikiLink):
            words.append(part.label or edition.name(part.target))
        elif isinstance(part, Markup):
            words.append(html.unescape(_TAG.sub("", part)))
    return " ".join("".join(words).split())
