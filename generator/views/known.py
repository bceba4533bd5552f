"""How an event became known: by day, which sources appeared and what they did to its claims."""

from dataclasses import dataclass
from datetime import date

from generator.derive.known import Step, steps
from generator.model.library import Event
from generator.text import edtf
from generator.text.prose import Claim
from generator.views.cards import DateView, LinkView, date_view
from generator.views.claims import Setting, carried, label_words
from generator.views.edition import Edition
from generator.views.prose import as_text

SHOWN_WORDS = 6


@dataclass(frozen=True, slots=True)
class AppearedView:
    """A source that appeared: the outlet's name with a link to it, and whose words it carries."""

    source: LinkView
    carries: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A label that claims got on a day; `before` is the one they had, or '' when they were new."""

    before: str
    after: str
    claims: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class KnownView:
    """A day of the table."""

    date: DateView
    sources: tuple[AppearedView, ...]
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A step of a claim, with the one before it."""

    claim: Claim
    before: Step | None
    step: Step


def known_view(event: Event, setting: Setting, edition: Edition) -> tuple[KnownView, ...]:
    """Return the days on which sources of the event's claims appeared, oldest first."""
    days: dict[date, list[_Told]] = {}
    for claim in event.body.claims:
        before: Step | None = None
        for step in steps(claim, edition.library, setting.parties):
            days.setdefault(step.day, []).append(_Told(claim, before, step))
            before = step
    return tuple(
        KnownView(
            date_view(edtf.parse(day.isoformat())),
            _appeared(told, edition),
            _changes(told, setting, edition),
        )
        for day, told in sorted(days.items())
    )


def _appeared(told: list[_Told], edition: Edition) -> tuple[AppearedView, ...]:
    ids = dict.fromkeys(id_ for one in told for id_ in one.step.sources)
    sources = (edition.library.sources[id_] for id_ in ids)
    return tuple(
        AppearedView(
            LinkView(edition.href(source.id), edition.name(source.outlet)),
            carried("", source, edition),
        )
        for source in sources
    )


def _changes(told: list[_Told], setting: Setting, edition: Edition) -> tuple[ChangeView, ...]:
    """Return the changes of label, those of new claims first; a label that stays is no change."""
    grouped: dict[tuple[str, str], list[LinkView]] = {}
    for one in sorted(told, key=lambda one: one.before is not None):
        before = label_words(one.before.judged, edition) if one.before else ""
        after = label_words(one.step.judged, edition)
        if after != before:
            href = f"{setting.href}#{one.claim.anchor}"
            claim = LinkView(href, _beginning(one.claim, edition))
            grouped.setdefault((before, after), []).append(claim)
    return tuple(ChangeView(*labels, tuple(claims)) for labels, claims in grouped.items())


def _beginning(claim: Claim, edition: Edition) -> str:
    words = as_text(claim.prose, edition).split()
    return " ".join(words[:SHOWN_WORDS]) + (" …" if len(words) > SHOWN_WORDS else "")
