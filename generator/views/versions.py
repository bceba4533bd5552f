"""What several parties say, side by side: a column for each, with the claims that are its own."""

from dataclasses import dataclass

from generator.views.cards import DateView, LinkView
from generator.views.claims import ClaimView


@dataclass(frozen=True, slots=True)
class SaidView:
    """A claim away from its own page; `event` and `date` tell where and of when it is told."""

    claim: ClaimView
    event: LinkView
    date: DateView


@dataclass(frozen=True, slots=True)
class VersionView:
    """What one party says."""

    party: LinkView
    said: tuple[SaidView, ...]
