"""The record behind an event's page: disputes, how it became known, corrections, citing."""

from dataclasses import dataclass
from datetime import UTC

from generator import urls
from generator.derive.clock import began_at
from generator.model.library import Event
from generator.text import edtf
from generator.text.edtf_words import readable
from generator.views.cards import LinkView, link, links
from generator.views.citing import CiteView, cite_view
from generator.views.claims import Setting
from generator.views.corrections import CorrectionView, corrections_of
from generator.views.disputes import DisputeView, disputes
from generator.views.edition import Edition
from generator.views.known import KnownView, known_view

_FILES = (
    (urls.EVENT_DATA, "Event (JSON)"),
    (urls.SOURCES_BIBTEX, "Sources (BibTeX)"),
    (urls.SOURCES_RIS, "Sources (RIS)"),
    (urls.SOURCES_CSL, "Sources (CSL-JSON)"),
)


@dataclass(frozen=True, slots=True)
class ThreadStepView:
    """A thread of the event, with the events before and after it in that thread."""

    thread: LinkView
    before: LinkView | None
    after: LinkView | None


@dataclass(frozen=True, slots=True)
class DossierView:
    """`universal` is the clock time in UTC, with its day if that is another one, or ''."""

    universal: str
    disputes: tuple[DisputeView, ...]
    known: tuple[KnownView, ...]
    corrections: tuple[CorrectionView, ...]
    threads: tuple[ThreadStepView, ...]
    summits: tuple[LinkView, ...]
    compare: LinkView | None
    cite: CiteView


def dossier_view(event: Event, setting: Setting, edition: Edition) -> DossierView:
    """Return the record of one event; `setting` is that of its page."""
    files = tuple(
        LinkView(edition.urls.href(urls.event_file(event.id, name)), words)
        for name, words in _FILES
    )
    return DossierView(
        _universal(event, edition),
        disputes(event.body, setting, edition),
        known_view(event, setting, edition),
        corrections_of(event, edition),
        tuple(_step(thread, event, edition) for thread in event.threads),
        links(edition.relations.summits_of_event.get(event.id, ()), edition),
        _compare(event, edition),
        cite_view(event.title, urls.event(event.id), files, edition),
    )


def _universal(event: Event, edition: Edition) -> str:
    local = began_at(event, edition.library)
    if local is None or not local.utcoffset():
        return ""
    universal = local.astimezone(UTC)
    words = f"{universal:%H:%M} UTC"
    if universal.date() == local.date():
        return words
    return f"{words} on {readable(edtf.parse(universal.date().isoformat()))}"


def _compare(event: Event, edition: Edition) -> LinkView | None:
    told = edition.relations.compared.get(event.id)
    if told is None or not told.differ:
        return None
    return LinkView(edition.urls.href(urls.compare(event.id)), "Compare the versions side by side")


def _step(thread: str, event: Event, edition: Edition) -> ThreadStepView:
    around = edition.relations.in_thread[thread][event.id]
    return ThreadStepView(
        LinkView(edition.href(thread), edition.library.threads[thread].label),
        link(around.before, edition) if around.before else None,
        link(around.after, edition) if around.after else None,
    )
