"""The versions of an event side by side, and the list of all events that have several."""

from dataclasses import dataclass

from generator import urls
from generator.derive.corroboration import parties_to
from generator.model.library import Event
from generator.views.cards import EventCardView, date_view, event_card, link
from generator.views.claims import ClaimView, Setting, claim_view, in_words
from generator.views.disputes import DisputeView, disputes
from generator.views.edition import Edition
from generator.views.versions import SaidView, VersionView


@dataclass(frozen=True, slots=True)
class CompareView:
    """All that the comparison of one event shows; `columns` are the parties' own claims."""

    id: str
    title: str
    description: str
    event: EventCardView
    disputes: tuple[DisputeView, ...]
    columns: tuple[VersionView, ...]
    shared: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class ComparedView:
    """An event in the list; `summary` says what differs."""

    href: str
    card: EventCardView
    summary: str


@dataclass(frozen=True, slots=True)
class CompareListView:
    """The list of all events whose versions differ, newest first."""

    title: str
    description: str
    events: tuple[ComparedView, ...]


def compare_view(event: Event, edition: Edition) -> CompareView:
    """Return the comparison of one event."""
    told = edition.relations.compared[event.id]
    setting = Setting(edition.href(event.id), parties_to(event, edition.library))
    names = in_words([edition.name(side) for side in told.own])
    description = f"Who says what: {event.title}"
    return CompareView(
        event.id,
        description,
        f"{description}, by {names}, each with its sources." if names else f"{description}.",
        event_card(event, edition),
        disputes(event.body, setting, edition),
        tuple(
            VersionView(
                link(side, edition),
                tuple(
                    SaidView(
                        claim_view(claim, setting, edition),
                        link(event.id, edition),
                        date_view(event.date),
                    )
                    for claim in claims
                ),
            )
            for side, claims in told.own.items()
        ),
        tuple(claim_view(claim, setting, edition) for claim in told.shared),
    )


def compare_list_view(edition: Edition) -> CompareListView:
    """Return the list of all comparisons."""
    differing = (id_ for id_, told in edition.relations.compared.items() if told.differ)
    events = edition.events(tuple(differing))[::-1]
    return CompareListView(
        "Versions compared",
        "Events that the parties tell differently: what they dispute, what one side alone says.",
        tuple(_compared(event, edition) for event in events),
    )


def _compared(event: Event, edition: Edition) -> ComparedView:
    told = edition.relations.compared[event.id]
    disputed = len(told.disputed)
    parts = [f"{disputed} disputed {'claim' if disputed == 1 else 'claims'}"] if disputed else []
    alone = ", ".join(f"{edition.name(side)} {len(own)}" for side, own in told.own.items())
    parts += [f"claims of one side alone: {alone}"] if alone else []
    return ComparedView(
        edition.urls.href(urls.compare(event.id)), event_card(event, edition), "; ".join(parts)
    )
