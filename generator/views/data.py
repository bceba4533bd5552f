"""The data page: how much there is, and the files to take away."""

from dataclasses import dataclass

from generator import urls
from generator.derive.corroboration import Label
from generator.derive.counts import counts
from generator.views.cards import LinkView
from generator.views.courses import STATE_WORDS
from generator.views.edition import Edition

LABEL_WORDS = {
    Label.SEVERAL_SIDES: "several sides say so",
    Label.INDEPENDENT: "reported independently",
    Label.ONE_SIDE: "one side says so",
    Label.SINGLE: "single report",
    Label.DISPUTED: "disputed",
}


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure; `share` is a percentage of the whole in words, or ''."""

    words: str
    number: int
    share: str


@dataclass(frozen=True, slots=True)
class FileView:
    """A file to take away."""

    link: LinkView
    description: str


@dataclass(frozen=True, slots=True)
class DataView:
    """All that the data page shows."""

    title: str
    description: str
    amounts: tuple[FigureView, ...]
    claims: tuple[FigureView, ...]
    promises: tuple[FigureView, ...]
    files: tuple[FileView, ...]


def data_view(edition: Edition) -> DataView:
    """Return the data page."""
    library = edition.library
    found = counts(library)
    amounts = (
        ("events", found.events),
        ("claims", found.claims),
        ("sources", len(library.sources)),
        ("outlets", len(library.outlets)),
        ("people and institutions", len(library.actors)),
        ("promises", len(library.commitments)),
        ("questions", len(library.questions)),
        ("summits", len(library.summits)),
        ("documents and terms", len(library.terms)),
    )
    claims = (
        ("rest on two or more origins", found.several_origins),
        ("are said by two or more sides", found.several_sides),
        *(
            (f"carry the label: {words}", found.labels[label])
            for label, words in LABEL_WORDS.items()
        ),
    )
    states = sorted(found.promises.items(), key=lambda item: (-item[1], item[0]))
    total = len(library.commitments)
    return DataView(
        "Data",
        "How much there is, how well it is supported, and the files to take away.",
        tuple(FigureView(words, number, "") for words, number in amounts if number),
        tuple(_share(words, number, found.claims) for words, number in claims if number),
        tuple(_share(STATE_WORDS[state], number, total) for state, number in states),
        tuple(
            FileView(LinkView(edition.urls.href(f"{urls.DATA}{name}"), name), description)
            for name, description in FILES
        ),
    )


FILES = (
    ("events.json", "Events with their claims, labels and sources."),
    ("claims.csv", "A row for each claim of an event."),
    ("sources.json", "The bibliography in CSL-JSON, as Zotero and Pandoc read it."),
    ("promises.json", "Promises with the dated series of their outcomes."),
    ("places.geojson", "Places with how exactly their point is known, and their events."),
)


def _share(words: str, number: int, whole: int) -> FigureView:
    return FigureView(words, number, f"{100 * number / whole:.0f} %" if whole else "")
