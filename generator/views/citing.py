"""How to cite a page, and the files for machines that stand beside it."""

from dataclasses import dataclass

from generator.text.edtf_words import readable
from generator.views.cards import LinkView
from generator.views.edition import Edition


@dataclass(frozen=True, slots=True)
class CitationView:
    """A citation as plain text in the manner of a style guide."""

    style: str
    text: str


@dataclass(frozen=True, slots=True)
class CiteView:
    """The page's permanent address, and what to write when it is cited."""

    title: str
    address: str
    citations: tuple[CitationView, ...]
    files: tuple[LinkView, ...]


def cite_view(title: str, address: str, files: tuple[LinkView, ...], edition: Edition) -> CiteView:
    """Return the citations of a page; its date is the day up to which the site knows events."""
    site = edition.library.site
    absolute = edition.urls.absolute(address)
    known = readable(site.as_of)
    day = site.as_of.latest or site.as_of.earliest
    year = f" ({day.year})." if day else ""
    quoted = f"“{_within_quotes(_ended(title))}”"
    return CiteView(
        title,
        absolute,
        (
            CitationView("APA", f"{site.title}.{year} {title} [As of {known}]. {absolute}"),
            CitationView("Chicago", f"{site.title}. {quoted} As of {known}. {absolute}."),
            CitationView("MLA", f"{quoted} {site.title}, as of {known}, {absolute}."),
        ),
        files,
    )


def _ended(title: str) -> str:
    return title if title.endswith((".", "?", "!")) else f"{title}."


def _within_quotes(title: str) -> str:
    """Quotation marks within quotation marks are single ones."""
    return title.replace("“", "‘").replace("”", "’").replace('"', "'")
