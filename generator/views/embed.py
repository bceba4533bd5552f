"""Embeds: the small pages that other sites frame, and what they need to frame them."""

from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from generator import urls
from generator.views.cards import DateView, LinkView, ToneView, link
from generator.views.claims import ClaimView
from generator.views.commitments import CommitmentView, StateView
from generator.views.edition import Edition
from generator.views.event import EventView
from generator.views.strip import StripView
from generator.views.threads import ThreadView

WIDTH = 640
_LEAST, _MOST = 240, 720
_FRAME, _TITLE_LINE, _CLAIM_LINE, _LABEL, _STRIP = 130, 34, 29, 44, 300
_TITLE_LETTERS, _CLAIM_LETTERS = 42, 64
# The page in the frame has no script and may do nothing but show itself and follow a link that its
# reader chose. Its own origin is what its policy allows styles from.
_SANDBOX = (
    "allow-popups allow-popups-to-escape-sandbox allow-same-origin"
    " allow-top-navigation-by-user-activation"
)
_CODE = Markup(
    '<iframe src="{src}" title="{title}" width="{width}" height="{height}" loading="lazy"'
    ' sandbox="{sandbox}" style="max-width:100%;border:1px solid #d9d5cb"></iframe>'
)

Embeddable = EventView | CommitmentView | ThreadView


@dataclass(frozen=True, slots=True)
class EmbedView:
    """The page in the frame; `page` is the one that it stands for, `canonical` its full address.

    An event has a tone, a promise a state, a thread strips; each is None or () on the others.
    """

    title: str
    description: str
    page: LinkView
    canonical: str
    when: str
    date: DateView | None
    tone: ToneView | None
    state: StateView | None
    claims: tuple[ClaimView, ...]
    strips: tuple[StripView, ...]


@dataclass(frozen=True, slots=True)
class EmbedLinkView:
    """How others frame a page: `code` is HTML for theirs, `oembed` the file that tells the same."""

    href: str
    oembed: str
    title: str
    code: str
    width: int
    height: int


def embed_view(view: Embeddable, edition: Edition) -> EmbedView:
    """Return the page in the frame."""
    page, canonical = link(view.id, edition), edition.urls.absolute(edition.address(view.id))
    if isinstance(view, EventView):
        return EmbedView(
            *(view.title, view.description, page, canonical, "", view.date, view.tone, None),
            *(view.claims, ()),
        )
    if isinstance(view, CommitmentView):
        return EmbedView(
            *(view.title, view.description, page, canonical, "since", view.since, None, view.state),
            *(view.account.claims, ()),
        )
    when = f"The short answer, as of {view.as_of}"
    return EmbedView(
        *(view.title, view.description, page, canonical, when, None, None, None),
        *(view.claims, view.strips),
    )


def embed_link(view: Embeddable, edition: Edition) -> EmbedLinkView:
    """Return how others frame the page of a view."""
    address = edition.address(view.id)
    title = f"{view.title} ({edition.library.site.title})"
    height = _height(embed_view(view, edition))
    code = _CODE.format(
        src=edition.urls.absolute(urls.embed(address)),
        title=title,
        width=WIDTH,
        height=height,
        sandbox=_SANDBOX,
    )
    return EmbedLinkView(
        edition.urls.href(urls.embed(address)),
        edition.urls.absolute(urls.oembed(address)),
        title,
        str(code),
        WIDTH,
        height,
    )


def _height(view: EmbedView) -> int:
    """Return about how many pixels the page needs at WIDTH; a frame that is too low scrolls."""
    height = _FRAME + _TITLE_LINE * ceil(len(view.title) / _TITLE_LETTERS)
    for claim in view.claims:
        height += _LABEL + _CLAIM_LINE * ceil(len(claim.text) / _CLAIM_LETTERS)
    height += _STRIP if view.strips else 0
    return max(_LEAST, min(_MOST, height))
