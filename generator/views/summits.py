"""Summits: who met, what was agreed and became of it, and what each capital said."""

import zoneinfo
from dataclasses import dataclass, replace

from generator import urls
from generator.derive.clock import began_at
from generator.derive.corroboration import parties_to
from generator.model.answers import State
from generator.model.library import Event
from generator.model.summits import ClaimReference, Summit
from generator.text import edtf
from generator.text.edtf_words import readable
from generator.views.account import AccountView, account_view
from generator.views.cards import (
    DateView,
    EventCardView,
    LinkView,
    date_view,
    event_card,
    event_cards,
    link,
    links,
)
from generator.views.citing import CiteView, cite_view
from generator.views.claims import Setting, claim_view
from generator.views.commitments import (
    CommitmentRowView,
    commitment_rows,
    current_state,
)
from generator.views.courses import STATE_WORDS
from generator.views.edition import Edition
from generator.views.versions import SaidView, VersionView


@dataclass(frozen=True, slots=True)
class ClockView:
    """The time at which the meeting began by one clock."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class SummitView:
    """All that the page of a summit shows; `clocks` may be wanted though no time is known."""

    id: str
    title: str
    description: str
    date: DateView
    clocks: tuple[ClockView, ...]
    clocks_wanted: bool
    places: tuple[LinkView, ...]
    parties: tuple[LinkView, ...]
    leaders: tuple[LinkView, ...]
    event: EventCardView
    account: AccountView
    agreed: tuple[CommitmentRowView, ...]
    counts: str
    said: tuple[VersionView, ...]
    before: tuple[EventCardView, ...]
    after: tuple[EventCardView, ...]
    documents: tuple[LinkView, ...]
    cite: CiteView


@dataclass(frozen=True, slots=True)
class SummitRowView:
    """A summit in the list of all; `counts` says how its promises stand."""

    href: str
    title: str
    date: DateView
    where: str
    leaders: str
    counts: str


@dataclass(frozen=True, slots=True)
class SummitsView:
    """The list of all summits, newest first."""

    title: str
    description: str
    summits: tuple[SummitRowView, ...]


def summit_view(summit: Summit, edition: Edition) -> SummitView:
    """Return the page of one summit."""
    event = edition.library.events[summit.event]
    parties = parties_to(event, edition.library)
    account = account_view(summit.body, Setting(edition.href(summit.id), parties), edition)
    promises = edition.relations.promises_made.get(event.id, ())
    followed_by = edition.relations.followed_by.get(event.id, ())
    return SummitView(
        summit.id,
        summit.title,
        account.summary,
        date_view(event.date, weekday=True),
        _clocks(summit, event, edition),
        bool(summit.zones),
        links(event.places, edition),
        links(summit.parties, edition),
        links(summit.leaders, edition),
        event_card(event, edition),
        account,
        commitment_rows(promises, edition),
        _counts(promises, edition),
        tuple(
            VersionView(link(party, edition), tuple(_said(party, ref, edition) for ref in told))
            for party, told in summit.said.items()
        ),
        event_cards(summit.before or event.follows, edition),
        event_cards(summit.after or followed_by, edition),
        links(summit.documents, edition),
        cite_view(summit.title, urls.summit(summit.id), (), edition),
    )


def summits_view(edition: Edition) -> SummitsView:
    """Return the list of all summits."""
    library = edition.library
    met = [(library.events[summit.event], summit) for summit in library.summits.values()]
    rows = tuple(
        SummitRowView(
            edition.href(summit.id),
            summit.title,
            date_view(event.date),
            ", ".join(edition.name(id_) for id_ in event.places),
            ", ".join(edition.name(id_) for id_ in summit.leaders),
            _counts(edition.relations.promises_made.get(event.id, ()), edition),
        )
        for event, summit in sorted(met, key=lambda pair: pair[0].sort_key(), reverse=True)
    )
    return SummitsView(
        "Summits",
        "Meetings of leaders: what was promised there, and what became of each promise.",
        rows,
    )


def _clocks(summit: Summit, event: Event, edition: Edition) -> tuple[ClockView, ...]:
    began = began_at(event, edition.library)
    if began is None:
        return ()
    by_clock = (
        (zone.label, began.astimezone(zoneinfo.ZoneInfo(zone.name))) for zone in summit.zones
    )
    return tuple(
        ClockView(
            label,
            f"{at:%H:%M}, {readable(edtf.parse(at.date().isoformat()), weekday=True)}",
        )
        for label, at in by_clock
    )


def _counts(ids: tuple[str, ...], edition: Edition) -> str:
    states = [current_state(edition.library.commitments[id_], edition) for id_ in ids]
    counted = ((states.count(state), STATE_WORDS[state]) for state in State)
    return ", ".join(f"{number} {words}" for number, words in counted if number)


def _said(party: str, told: ClaimReference, edition: Edition) -> SaidView:
    event = edition.library.events[told.event]
    claim = next(claim for claim in event.body.claims if claim.anchor == told.anchor)
    setting = Setting("", parties_to(event, edition.library), f"{party}-{event.id}-")
    shown = claim_view(claim, setting, edition)
    return SaidView(
        replace(shown, href=edition.href(event.id, claim.anchor)),
        link(event.id, edition),
        date_view(event.date),
    )
