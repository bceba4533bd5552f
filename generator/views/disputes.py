"""Disputed claims: those who say so beside those who dispute it, each with their sources."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.derive.corroboration import Label, corroboration
from generator.text.prose import Body
from generator.views.claims import EvidenceView, Setting, claim_view, voices
from generator.views.edition import Edition


@dataclass(frozen=True, slots=True)
class PartyView:
    """One side of a dispute: who speaks, and the sources that carry it."""

    voices: str
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True)
class DisputeView:
    """A disputed claim; `href` leads to it, `says` may be empty when it is only disputed."""

    html: Markup
    href: str
    says: PartyView
    disputes: PartyView


def disputes(body: Body, setting: Setting, edition: Edition) -> tuple[DisputeView, ...]:
    """Return the disputed claims of an account, in its order; the page at `setting` tells them."""
    found = []
    for claim in body.claims:
        judged = corroboration(claim, edition.library, setting.parties)
        if judged.label is Label.DISPUTED:
            shown = claim_view(claim, setting, edition)
            said = tuple(item for item in shown.evidence if not item.disputes)
            against = (replace(i, disputes=False) for i in shown.evidence if i.disputes)
            found.append(
                DisputeView(
                    shown.html,
                    shown.href,
                    PartyView(voices(judged.origins, edition), said),
                    PartyView(voices(judged.disputed_by, edition), tuple(against)),
                )
            )
    return tuple(found)
