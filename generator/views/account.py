"""The text of a page that consists of claims, sections and the sources of both."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator.derive.corroboration import parties_to
from generator.text.prose import Body
from generator.views.cards import SectionView, sections
from generator.views.claims import ClaimView, Setting, claim_view
from generator.views.edition import Edition
from generator.views.prose import as_html
from generator.views.sources import SourceRowView, source_rows


@dataclass(frozen=True, slots=True)
class AccountView:
    """A body as readers see it."""

    claims: tuple[ClaimView, ...]
    sections: tuple[SectionView, ...]
    notes: Markup
    sources: tuple[SourceRowView, ...]

    @property
    def summary(self) -> str:
        """The first claim in plain words; a body of this kind has at least one."""
        return self.claims[0].text


def account_view(body: Body, setting: Setting, edition: Edition) -> AccountView:
    """Return the body as a page shows it."""
    cited = dict.fromkeys(citation.source for citation in body.citations())
    return AccountView(
        tuple(claim_view(claim, setting, edition) for claim in body.claims),
        sections(body, edition),
        as_html(body.notes, edition),
        source_rows(tuple(cited), edition),
    )


def parties_to_all(ids: Iterable[str], edition: Edition) -> frozenset[str] | None:
    """Return the governments that act in any of the events; None when no event is named."""
    events = [edition.library.events[id_] for id_ in ids if id_]
    if not events:
        return None
    return frozenset().union(*(parties_to(event, edition.library) for event in events))
