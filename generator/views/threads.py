"""Threads: questions that several events answer together."""

from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from generator.model.library import Thread
from generator.text.edtf import days_between
from generator.text.edtf_words import readable
from generator.views.account import account_view
from generator.views.cards import (
    EventCardView,
    LinkView,
    SectionView,
    event_card,
    links,
    most_frequent,
)
from generator.views.claims import ClaimView, Setting
from generator.views.edition import Edition
from generator.views.prose import as_text
from generator.views.sources import SourceRowView
from generator.views.strip import Lanes, StripView, site_strips

LONG_SILENCE = 100
YEARS_FROM = 1000


@dataclass(frozen=True, slots=True)
class ThreadEventView:
    """An event of a thread; `silence` says how long nothing happened before it, or is ''."""

    card: EventCardView
    silence: str


@dataclass(frozen=True, slots=True)
class ThreadView:
    """All that the page of a thread shows."""

    id: str
    title: str
    description: str
    label: str
    as_of: str
    claims: tuple[ClaimView, ...]
    sections: tuple[SectionView, ...]
    notes: Markup
    questions: tuple[LinkView, ...]
    strips: tuple[StripView, ...]
    events: tuple[ThreadEventView, ...]
    actors: tuple[LinkView, ...]
    sources: tuple[SourceRowView, ...]
    figures: tuple[LinkView, ...]
    summits: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class ThreadRowView:
    """A thread in the list of all."""

    href: str
    label: str
    title: str
    answer: str
    count: int


@dataclass(frozen=True, slots=True)
class ThreadsView:
    """The list of all threads."""

    title: str
    description: str
    threads: tuple[ThreadRowView, ...]


def thread_view(thread: Thread, edition: Edition) -> ThreadView:
    """Return the page of one thread."""
    account = account_view(thread.body, Setting(edition.href(thread.id)), edition)
    ids = edition.relations.by_thread.get(thread.id, ())
    return ThreadView(
        thread.id,
        thread.title,
        account.summary,
        thread.label,
        readable(thread.as_of),
        account.claims,
        account.sections,
        account.notes,
        links(edition.relations.questions_of_thread.get(thread.id, ()), edition),
        site_strips(lanes_of((thread.id,), edition), edition),
        _with_silences(ids, edition),
        links(most_frequent(edition.events(ids)), edition),
        account.sources,
        links(edition.relations.figures_of_thread.get(thread.id, ()), edition),
        links(
            tuple(s for id_ in ids for s in edition.relations.summits_of_event.get(id_, ())),
            edition,
        ),
    )


def threads_view(edition: Edition) -> ThreadsView:
    """Return the list of all threads."""
    return ThreadsView("Threads", "The story, one question at a time.", thread_rows(edition))


def lanes_of(ids: tuple[str, ...], edition: Edition) -> Lanes:
    """Return the threads as lanes of a strip."""
    return tuple(
        (
            edition.library.threads[id_].label,
            edition.events(edition.relations.by_thread.get(id_, ())),
        )
        for id_ in ids
    )


def thread_rows(edition: Edition) -> tuple[ThreadRowView, ...]:
    """Return all threads for a list."""
    return tuple(
        ThreadRowView(
            edition.href(thread.id),
            thread.label,
            thread.title,
            as_text(thread.body.claims[0].prose, edition) if thread.body.claims else "",
            len(edition.relations.by_thread.get(thread.id, ())),
        )
        for thread in edition.library.threads.values()
    )


def _with_silences(ids: tuple[str, ...], edition: Edition) -> tuple[ThreadEventView, ...]:
    events = edition.events(ids)
    silences = [""]
    for earlier, later in pairwise(events):
        days = days_between(earlier.date, later.date) or 0
        silences.append(_silence(days) if days >= LONG_SILENCE else "")
    return tuple(
        ThreadEventView(event_card(event, edition), silence)
        for event, silence in zip(events, silences, strict=False)
    )


def _silence(days: int) -> str:
    years = round(days / 365.25)
    length = f"{years} years" if days >= YEARS_FROM else f"{days} days"
    return f"{length} without an event recorded here"
