"""What is weak rather than wrong, for editors: thin support, missing copies, old answers."""

from collections.abc import Iterator

from generator.derive.corroboration import Label, corroboration, parties_to
from generator.model.library import Library
from generator.problems import Position
from generator.text.edtf import Edtf
from generator.text.edtf_words import readable

Weakness = tuple[Position, str]


def review(library: Library) -> str:
    """Return the weak spots by kind, each with its place; the last lines count them."""
    kinds = (
        ("claims that only one side makes", _claims(library, Label.ONE_SIDE)),
        ("claims with a single origin", _claims(library, Label.SINGLE)),
        ("sources without an archived copy", _unarchived(library)),
        ("answers older than the site", _old_answers(library)),
    )
    blocks: list[str] = []
    totals: list[str] = []
    for words, found in kinds:
        spots = sorted(found)
        totals.append(f"{len(spots):,} {words}")
        if spots:
            rows = (f"{at.path}:{at.line}:{at.column}: {text}" for at, text in spots)
            blocks.append("\n".join((f"{words.capitalize()} ({len(spots):,})", *rows)))
    return "\n\n".join((*blocks, "\n".join(totals))) + "\n"


def _claims(library: Library, label: Label) -> Iterator[Weakness]:
    for event in library.events.values():
        parties = parties_to(event, library)
        for claim in event.body.claims:
            judged = corroboration(claim, library, parties)
            if judged.label is label:
                yield claim.position, f"{', '.join(judged.origins)} (#{claim.anchor})"


def _unarchived(library: Library) -> Iterator[Weakness]:
    for source in library.sources.values():
        if not source.archive:
            yield Position(source.path), source.id


def _old_answers(library: Library) -> Iterator[Weakness]:
    dated = (
        *((record.path, record.as_of) for record in library.threads.values()),
        *((record.path, record.as_of) for record in library.questions.values()),
        *((record.path, record.as_of) for record in library.reports.values()),
        *((record.path, record.as_of) for record in library.figures.values()),
    )
    for path, as_of in dated:
        if _older(as_of, library.site.as_of):
            yield Position(path), f"as of {readable(as_of)}"


def _older(one: Edtf, other: Edtf) -> bool:
    return one.latest is not None and other.latest is not None and one.latest < other.latest
