"""Text that was rendered once, with its links and citations left open until addresses are known."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.problems import Position
from generator.text.quotes import Quote


@dataclass(frozen=True, slots=True)
class WikiLink:
    """`[[target#fragment|label]]`: a link by id; without a label the target's own name is shown."""

    target: str
    fragment: str
    label: str
    position: Position


@dataclass(frozen=True, slots=True)
class SiteLink:
    """The address in `[words](/path/#fragment)`; an empty path means the page itself."""

    path: str
    fragment: str
    position: Position


@dataclass(frozen=True, slots=True)
class Citation:
    """One source cited; `speaker` is an actor or outlet whose word the source carries there.

    `earlier` says that the source may be older than the event: it announces it, or tells of what
    came before.
    """

    source: str
    position: Position
    speaker: str = ""
    speaker_position: Position | None = None
    locator: str = ""
    disputes: bool = False
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class CitationGroup:
    """Everything between one pair of brackets."""

    citations: tuple[Citation, ...]


ProsePart = Markup | WikiLink | SiteLink | CitationGroup


@dataclass(frozen=True, slots=True)
class Prose:
    """HTML in pieces, in order."""

    parts: tuple[ProsePart, ...] = ()

    def links(self) -> tuple[WikiLink | SiteLink, ...]:
        """Return the links in the order typed."""
        return tuple(part for part in self.parts if isinstance(part, WikiLink | SiteLink))

    def citations(self) -> tuple[Citation, ...]:
        """Return every citation in the order typed."""
        groups = (part for part in self.parts if isinstance(part, CitationGroup))
        return tuple(citation for group in groups for citation in group.citations)


@dataclass(frozen=True, slots=True)
class Claim:
    """A run of the account that ends in a citation group; `anchor` is its permalink's fragment."""

    anchor: str
    prose: Prose
    citations: tuple[Citation, ...]
    position: Position
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A second-level heading and everything below it; `inner` are the anchors of its parts."""

    anchor: str
    title: str
    prose: Prose
    inner: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """A file's Markdown: what stands before the first heading, then the sections.

    `claims` holds the text before the first heading where the kind of file keeps an account,
    `lead` holds it otherwise; `notes` are the footnotes of both, `quotes` the quotations of the
    sections. A body that is not `whole` may
    lack anchors, because of a fault that is told already.
    """

    lead: Prose = Prose()
    claims: tuple[Claim, ...] = ()
    sections: tuple[Section, ...] = ()
    notes: Prose = Prose()
    quotes: tuple[Quote, ...] = ()
    whole: bool = True

    def proses(self) -> tuple[Prose, ...]:
        """Return all text of the body, in reading order."""
        claims = (claim.prose for claim in self.claims)
        sections = (section.prose for section in self.sections)
        return (self.lead, *claims, *sections, self.notes)

    def links(self) -> tuple[WikiLink | SiteLink, ...]:
        """Return every link of the body."""
        return tuple(link for prose in self.proses() for link in prose.links())

    def wiki_links(self) -> tuple[WikiLink, ...]:
        """Return the links by id."""
        return tuple(link for link in self.links() if isinstance(link, WikiLink))

    def citations(self) -> tuple[Citation, ...]:
        """Return every citation of the body, those of claims first."""
        of_claims = tuple(citation for claim in self.claims for citation in claim.citations)
        return of_claims + tuple(c for prose in self.proses() for c in prose.citations())
