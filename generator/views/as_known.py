"""What readers of an earlier day could have been told: all claims, or those known after a year."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from generator import urls
from generator.derive.corroboration import Label, corroboration, parties_to
from generator.derive.known import Step, known_years, not_before, steps
from generator.derive.relations import year_of
from generator.model.library import Event
from generator.views.browse import label_words
from generator.views.cards import DateView, LinkView, date_view, link
from generator.views.edition import Edition
from generator.views.prose import as_text


@dataclass(frozen=True, slots=True)
class LabelView:
    """A label: the name of its sign, and how readers call it."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class KnownClaimView:
    """A claim with the label of the day, and that of today where it is another one.

    `steps` are `2021-07-27:single` and the like, oldest first, with a space between.
    """

    href: str
    text: str
    label: LabelView
    now: LabelView | None
    steps: str


@dataclass(frozen=True, slots=True)
class KnownEventView:
    """An event with those of its claims that were known."""

    link: LinkView
    date: DateView
    claims: tuple[KnownClaimView, ...]


@dataclass(frozen=True, slots=True)
class KnownYearView:
    """Events under the year in which they happened."""

    year: int
    events: tuple[KnownEventView, ...]


@dataclass(frozen=True, slots=True)
class AsKnownView:
    """All claims with their steps when `current` is 0, otherwise what the end of a year knew.

    `labels` are all that there are; `undated` claims rest on no source with a date; `first` and
    `last` bound the days that can be chosen.
    """

    title: str
    description: str
    current: int
    ends: tuple[LinkView, ...]
    years: tuple[KnownYearView, ...]
    labels: tuple[LabelView, ...]
    whole: LinkView
    claims: int
    undated: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim of an event, as it is shown whenever it is known."""

    event: Event
    href: str
    text: str
    today: Label
    series: tuple[Step, ...]


def as_known_views(edition: Edition) -> Iterator[tuple[str, Callable[[], AsKnownView]]]:
    """Yield the address of each page, and what makes its view; that of all claims comes first."""
    told = tuple(_told(edition))
    yield urls.AS_KNOWN, partial(_all_claims, told, edition)
    for year in known_years(edition.library):
        yield urls.as_known(year), partial(_end_of_year, year, told, edition)


def _all_claims(told: tuple[_Told, ...], edition: Edition) -> AsKnownView:
    description = (
        "What could have been told on an earlier day: the claims of which a source had appeared, "
        "each with the label that its sources up to that day give it."
    )
    return _view("As known on a day", description, 0, tuple((t, t.today) for t in told), edition)


def _end_of_year(year: int, told: tuple[_Told, ...], edition: Edition) -> AsKnownView:
    known = tuple(_known_by(date(year, 12, 31), told))
    changed = sum(label is not one.today for one, label in known)
    description = (
        f"{len(known):,} of {len(told):,} claims had a source by 31 December {year}, "
        f"{changed or 'none'} of them with another label than today."
    )
    return _view(f"As known at the end of {year}", description, year, known, edition)


def _told(edition: Edition) -> Iterator[_Told]:
    library = edition.library
    for event in library.events.values():
        parties = parties_to(event, library)
        for claim in event.body.claims:
            yield _Told(
                event,
                edition.href(event.id, claim.anchor),
                as_text(claim.prose, edition),
                corroboration(claim, library, parties).label,
                not_before(event.date.earliest, steps(claim, library, parties)),
            )


def _known_by(day: date, told: tuple[_Told, ...]) -> Iterator[tuple[_Told, Label]]:
    for one in told:
        past = [step for step in one.series if step.day <= day]
        if past:
            yield one, past[-1].label


def _view(
    title: str,
    description: str,
    year: int,
    known: tuple[tuple[_Told, Label], ...],
    edition: Edition,
) -> AsKnownView:
    days = [step.day for one, _ in known for step in one.series]
    return AsKnownView(
        title,
        description,
        year,
        tuple(
            LinkView(edition.urls.href(urls.as_known(end)), str(end))
            for end in known_years(edition.library)
        ),
        _years(known, edition, with_steps=not year),
        tuple(_label(label) for label in Label),
        LinkView(edition.urls.href(urls.AS_KNOWN), "As known on a day"),
        len(known),
        sum(not one.series for one, _ in known),
        str(min(days)) if days else "",
        str(max(days)) if days else "",
    )


def _years(
    known: tuple[tuple[_Told, Label], ...], edition: Edition, *, with_steps: bool
) -> tuple[KnownYearView, ...]:
    return tuple(
        KnownYearView(
            year,
            tuple(
                KnownEventView(
                    link(event.id, edition),
                    date_view(event.date),
                    tuple(_claim(one, label, with_steps=with_steps) for one, label in claims),
                )
                for event, claims in groupby(of_year, key=lambda pair: pair[0].event)
            ),
        )
        for year, of_year in groupby(known, key=lambda pair: year_of(pair[0].event))
    )


def _claim(one: _Told, label: Label, *, with_steps: bool) -> KnownClaimView:
    changes = " ".join(f"{step.day}:{step.label}" for step in _changes(one.series))
    return KnownClaimView(
        one.href,
        one.text,
        _label(label),
        None if label is one.today else _label(one.today),
        changes if with_steps else "",
    )


def _changes(series: tuple[Step, ...]) -> Iterator[Step]:
    """Yield the steps that bring another label than the one before."""
    before: Label | None = None
    for step in series:
        if step.label is not before:
            yield step
        before = step.label


def _label(label: Label) -> LabelView:
    return LabelView(label.value, label_words(label))
