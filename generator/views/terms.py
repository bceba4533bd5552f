"""Documents, exercises and arrangements that people search by name."""

from dataclasses import dataclass

from generator.model.answers import Term
from generator.views.account import AccountView, account_view, parties_to_all
from generator.views.cards import EventCardView, LinkView, event_card, links
from generator.views.claims import Setting
from generator.views.edition import Edition
from generator.views.registries import GroupView, NameView, RowView, other_names

_GROUPS = (
    ("document", "Documents"),
    ("arrangement", "Arrangements"),
    ("exercise", "Exercises"),
    ("weapon", "Weapons"),
    ("place-name", "Names of places"),
)


@dataclass(frozen=True, slots=True)
class TermView:
    """All that the page of a term shows; `event` is where it began or was signed."""

    id: str
    title: str
    description: str
    type: str
    names: tuple[NameView, ...]
    also: tuple[str, ...]
    parties: tuple[LinkView, ...]
    event: EventCardView | None
    account: AccountView
    mentioned_in: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class TermsView:
    """The list of all terms by type and name."""

    title: str
    description: str
    groups: tuple[GroupView, ...]


def term_view(term: Term, edition: Edition) -> TermView:
    """Return the page of one term."""
    setting = Setting(edition.href(term.id), parties_to_all((term.event,), edition))
    account = account_view(term.body, setting, edition)
    event = edition.library.events.get(term.event)
    return TermView(
        term.id,
        term.names.main,
        account.summary,
        term.type.replace("-", " "),
        other_names(term.names),
        term.names.aliases.get(edition.library.site.language, ()),
        links(term.parties, edition),
        event_card(event, edition) if event else None,
        account,
        links(edition.relations.linked_from.get(term.id, ()), edition),
    )


def terms_view(edition: Edition) -> TermsView:
    """Return the list of all terms."""
    terms = sorted(
        edition.library.terms.values(), key=lambda term: (term.names.main.casefold(), term.id)
    )
    groups = tuple(
        GroupView(
            f"type-{type_}",
            title,
            tuple(_row(term, edition) for term in terms if term.type == type_),
        )
        for type_, title in _GROUPS
        if any(term.type == type_ for term in terms)
    )
    description = "Documents, exercises and arrangements by name, and what each of them is."
    return TermsView("Documents and terms", description, groups)


def _row(term: Term, edition: Edition) -> RowView:
    aliases = term.names.aliases.get(edition.library.site.language, ())
    return RowView(edition.href(term.id), term.names.main, "; ".join(aliases[:3]), 0)
