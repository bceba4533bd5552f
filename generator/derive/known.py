"""When a claim became known: its label after each day on which a source of it appeared.

A source counts from the last day on which it may have appeared, in the calendar of the place where
its outlet publishes; one without a date never does, for nobody can say what was known of it when.
"""

from dataclasses import dataclass, replace
from datetime import date

from generator.derive.corroboration import Corroboration, Label, corroboration
from generator.model.library import Library
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


def appeared_on(source: Source) -> date | None:
    """Return the day by which a source had certainly appeared, None for one without such a day."""
    last = source.issued.latest if source.issued else None
    return None if last == date.max else last


def _first_said(claim: Claim, dated: list[tuple[date, Citation]]) -> date | None:
    contradicted_only = all(citation.disputes for citation in claim.citations)
    said = (day for day, citation in dated if contradicted_only or not citation.disputes)
    return min(said, default=None)
