"""A claim beside its evidence: the label, whose words it rests on, and the sources."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.derive.corroboration import Corroboration, Label, corroboration
from generator.model.registry import Outlet, Source
from generator.text.edtf_words import readable
from generator.text.prose import Citation, Claim
from generator.views.cards import DateView, LinkView, date_view, link
from generator.views.edition import Edition
from generator.views.prose import as_html, as_text

OUTLET_KINDS = {
    "government": "government",
    "international-organisation": "international organisation",
    "state-media": "state media",
    "public-broadcaster": "public broadcaster",
    "broadcaster": "broadcaster",
    "newspaper": "newspaper",
    "news-agency": "news agency",
    "news-site": "news site",
    "research": "research institute",
    "ngo": "non-governmental organisation",
    "reference": "reference work",
    "aggregator": "aggregator",
    "blog": "blog",
}
_WORDS = {
    Label.DISPUTED: "Disputed",
    Label.INDEPENDENT: "Reported independently",
    Label.ONE_SIDE: "One side says so",
    Label.SINGLE: "Single report",
}
_LABELLED_KINDS = frozenset({"government", "state-media"})


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One citation of a claim; `carries` names the speaker or agency whose words they are.

    `gone` is the day on which its address was found not to answer, or ''.
    """

    source: LinkView
    outlet: str
    kind: str
    carries: str
    disputes: bool
    earlier: bool
    excerpt: str
    language: str
    date: DateView | None
    url: str
    archive: str
    gone: str
    locator: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim; `label` names the style of its evidence line, `label_words` say it."""

    anchor: str
    href: str
    html: Markup
    text: str
    label: str
    label_words: str
    voices: str
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """The page that shows a claim: its address, the governments concerned (None: all).

    A page that shows claims of several files tells them apart by a `prefix` to their anchors.
    """

    href: str
    parties: frozenset[str] | None = None
    prefix: str = ""


def claim_view(claim: Claim, setting: Setting, edition: Edition) -> ClaimView:
    """Return the claim as a page shows it."""
    judged = corroboration(claim, edition.library, setting.parties)
    anchor = f"{setting.prefix}{claim.anchor}"
    return ClaimView(
        anchor,
        f"{setting.href}#{anchor}",
        as_html(claim.prose, edition),
        as_text(claim.prose, edition),
        judged.label.value,
        label_words(judged, edition),
        _voices(judged, edition),
        tuple(_evidence(citation, edition) for citation in claim.citations),
    )


def label_words(judged: Corroboration, edition: Edition) -> str:
    """Return the label as readers see it."""
    if judged.label is Label.SEVERAL_SIDES:
        names = [edition.name(side) for side in judged.sides]
        both = "both" if len(names) == 2 else "all"  # noqa: PLR2004 - a pair
        return f"{in_words(names)} {both} say so"
    return _WORDS[judged.label]


def _voices(judged: Corroboration, edition: Edition) -> str:
    words = voices(judged.origins, edition)
    if judged.disputed_by:
        against = voices(judged.disputed_by, edition)
        return f"{words}; against it {against}" if words else f"against it {against}"
    return words


def voices(origins: tuple[str, ...], edition: Edition) -> str:
    """Return the names of those who speak; governments and their media are named as such."""
    return in_words([_voice(id_, edition) for id_ in origins])


def _voice(id_: str, edition: Edition) -> str:
    outlet = edition.library.outlets.get(id_)
    if outlet and outlet.kind in _LABELLED_KINDS:
        return f"{outlet.name} ({_described(outlet, edition)})"
    return edition.name(id_)


def _described(outlet: Outlet, edition: Edition) -> str:
    kind = OUTLET_KINDS[outlet.kind]
    return f"{kind}, {edition.name(outlet.side)}" if outlet.side else kind


def in_words(names: list[str]) -> str:
    """Return 'a', 'a and b', 'a, b and c'."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _evidence(citation: Citation, edition: Edition) -> EvidenceView:
    source = edition.library.sources[citation.source]
    outlet = edition.library.outlets[source.outlet]
    return EvidenceView(
        link(source.id, edition),
        outlet.name,
        _described(outlet, edition) if outlet.kind in _LABELLED_KINDS else "",
        carried(citation.speaker, source, edition),
        citation.disputes,
        citation.earlier,
        source.excerpt,
        source.language,
        date_view(source.issued) if source.issued else None,
        source.url,
        source.archive,
        readable(source.gone) if source.gone else "",
        citation.locator,
    )


def carried(speaker: str, source: Source, edition: Edition) -> str:
    """Return whose words the source carries, or '' when they are its outlet's own."""
    if speaker:
        return edition.name(speaker)
    return in_words([edition.name(id_) for id_ in source.origins if id_ != source.outlet])
