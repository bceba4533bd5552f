"""When a claim became known: its label after each day on which a source of it appeared.

A source counts from the last day on which it may have appeared, in the calendar of the place where
its outlet publishes; one without a date never does, for nobody can say what was known of it when.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator import urls
from generator.derive.corroboration import Corroboration, Label, corroboration
from generator.model.library import Event, Library
from generator.model.registry import Source
from generator.text.prose import Citation, Claim


@dataclass(frozen=True, slots=True)
class Step:
    """A day on which `sources` of a claim appeared, and how it was supported after that day."""

    day: date
    judged: Corroboration
    sources: tuple[str, ...]

    @property
    def label(self) -> Label:
        """What readers of that day could have been told."""
        return self.judged.label

    @property
    def origins(self) -> tuple[str, ...]:
        """The ids of those whose words spoke for the claim by that day."""
        return self.judged.origins


def steps(
    claim: Claim, library: Library, parties: frozenset[str] | None = None
) -> tuple[Step, ...]:
    """Return the days on which a claim's sources appeared, oldest first; () when none is dated.

    `parties` are those of `corroboration`. A claim is known from the first day on which somebody
    said it; who had contradicted it before is part of that first step.
    """
    dated = [
        (day, citation)
        for citation in claim.citations
        if (day := appeared_on(library.sources[citation.source])) is not None
    ]
    first = _first_said(claim, dated)
    if first is None:
        return ()
    counting = [(max(day, first), citation) for day, citation in dated]
    series = []
    for day in sorted({day for day, _ in counting}):
        by_then = replace(claim, citations=tuple(c for on, c in counting if on <= day))
        new = dict.fromkeys(c.source for on, c in counting if on == day)
        series.append(Step(day, corroboration(by_then, library, parties), tuple(new)))
    return tuple(series)


def not_before(first: date | None, series: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the steps as they are seen from a first day on: those before it become one."""
    early = [step for step in series if first and step.day <= first]
    if first is None or not early:
        return series
    sources = (source for step in early for source in step.sources)
    return (Step(first, early[-1].judged, tuple(sources)), *series[len(early) :])


def known_years(library: Library) -> tuple[int, ...]:
    """Return the years that brought a source of an event and have ended, as far as is known.

    A year whose page was published stays; sources that are missing bring nothing.
    """
    last = library.site.as_of.latest or date.max
    found = {year for event in library.events.values() for year in _years(event, library)}
    ended = {year for year in found if date(year, 12, 31) <= last}
    published = frozenset(library.ledger.published)
    kept = {year for year in range(1, last.year + 1) if urls.as_known(year) in published}
    return tuple(sorted(ended | kept))


def _years(event: Event, library: Library) -> Iterator[int]:
    first = event.date.earliest or date.min
    for claim in event.body.claims:
        for citation in claim.citations:
            source = library.sources.get(citation.source)
            day = appeared_on(source) if source else None
            if day is not None:
                yield max(day, first).year


def appeared_on(source: Source) -> date | None:
    """Return the day by which a source had certainly appeared, None for one without such a day."""
    last = source.issued.latest if source.issued else None
    return None if last == date.max else last


def _first_said(claim: Claim, dated: list[tuple[date, Citation]]) -> date | None:
    contradicted_only = all(citation.disputes for citation in claim.citations)
    said = (day for day, citation in dated if contradicted_only or not citation.disputes)
    return min(said, default=None)
