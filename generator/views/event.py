"""An event's page: its claims with their evidence, what led here and what followed."""

from dataclasses import dataclass

from markupsafe import Markup

from generator import urls
from generator.derive.corroboration import parties_to
from generator.derive.relations import year_of
from generator.model.answers import State
from generator.model.library import Event
from generator.views.account import account_view
from generator.views.cards import (
    DateView,
    EventCardView,
    LinkView,
    SectionView,
    ToneView,
    date_view,
    days_apart,
    event_card,
    link,
    links,
    tone,
)
from generator.views.claims import ClaimView, Setting
from generator.views.commitments import (
    CommitmentRowView,
    StateView,
    commitment_row,
    state_view,
)
from generator.views.dossier import DossierView, dossier_view
from generator.views.edition import Edition
from generator.views.locator import LocatorView, locator_view
from generator.views.sources import SourceRowView


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A promise that the event touches: what the event did to it, and where it stands now."""

    done: StateView
    row: CommitmentRowView


@dataclass(frozen=True, slots=True)
class EventView:
    """All that the page of an event shows."""

    id: str
    title: str
    description: str
    date: DateView
    time: str
    year: LinkView
    tone: ToneView
    places: tuple[LinkView, ...]
    actors: tuple[LinkView, ...]
    threads: tuple[LinkView, ...]
    claims: tuple[ClaimView, ...]
    led_here: tuple[EventCardView, ...]
    followed: tuple[EventCardView, ...]
    sections: tuple[SectionView, ...]
    notes: Markup
    sources: tuple[SourceRowView, ...]
    promises: tuple[PromiseView, ...]
    questions: tuple[LinkView, ...]
    terms: tuple[LinkView, ...]
    mentioned_in: tuple[LinkView, ...]
    before: LinkView | None
    after: LinkView | None
    locator: LocatorView | None
    dossier: DossierView


def event_view(event: Event, edition: Edition) -> EventView:
    """Return the page of one event."""
    setting = Setting(edition.href(event.id), parties_to(event, edition.library))
    account = account_view(event.body, setting, edition)
    relations = edition.relations
    neighbours = relations.neighbours[event.id]
    year = year_of(event)
    return EventView(
        event.id,
        event.title,
        account.summary,
        date_view(event.date, weekday=True),
        event.time,
        LinkView(edition.urls.href(urls.year(year)), str(year)),
        tone(event.kind),
        links(event.places, edition),
        links(event.actors, edition),
        links(event.threads, edition),
        account.claims,
        tuple(
            event_card(earlier, edition, days_apart(earlier.date, event.date, "earlier"))
            for earlier in edition.events(event.follows)
        ),
        tuple(
            event_card(later, edition, days_apart(event.date, later.date, "later"))
            for later in edition.events(relations.followed_by.get(event.id, ()))
        ),
        account.sections,
        account.notes,
        account.sources,
        _promises(event, edition),
        links(relations.questions_of_event.get(event.id, ()), edition),
        links(relations.terms_of_event.get(event.id, ()), edition),
        links(_mentions(event, edition), edition),
        link(neighbours.before, edition) if neighbours.before else None,
        link(neighbours.after, edition) if neighbours.after else None,
        locator_view(event.places, edition),
        dossier_view(event, setting, edition),
    )


def _mentions(event: Event, edition: Edition) -> tuple[str, ...]:
    """Return the pages that speak of the event and are not linked from it anyway."""
    relations = edition.relations
    related = {*event.follows, *relations.followed_by.get(event.id, ()), *event.threads}
    mentions = (id_ for id_ in relations.linked_from.get(event.id, ()) if id_ not in related)
    return (*mentions, *relations.reports_on_event.get(event.id, ()))


def _promises(event: Event, edition: Edition) -> tuple[PromiseView, ...]:
    made = ((State.MADE, id_) for id_ in edition.relations.promises_made.get(event.id, ()))
    return tuple(
        PromiseView(state_view(state), commitment_row(edition.library.commitments[id_], edition))
        for state, id_ in (*made, *event.outcomes)
    )
