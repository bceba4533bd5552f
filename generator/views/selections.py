"""Pages of the events that have a kind, a direction and manner, or a label in common."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from generator import urls
from generator.derive import selections
from generator.views.browse import label_words, tone_words
from generator.views.cards import LinkView
from generator.views.chronology import YearView, years_of
from generator.views.edition import Edition


@dataclass(frozen=True, slots=True)
class SelectionView:
    """Some of the chronology; `jumps` lead to its years within the page."""

    title: str
    description: str
    years: tuple[YearView, ...]
    jumps: tuple[LinkView, ...]


def selection_views(edition: Edition) -> Iterator[tuple[str, Callable[[], SelectionView]]]:
    """Yield the address of each page, and what makes its view."""
    library = edition.library
    for kind, ids in selections.by_kind(library).items():
        yield (
            urls.kind(kind),
            partial(_view, library.kinds[kind].label, "of this kind", ids, edition),
        )
    for tone, ids in selections.by_tone(library).items():
        address = selections.address_of_tone(tone)
        yield address, partial(_view, tone_words(tone), "whose kind counts as this", ids, edition)
    for label, ids in selections.by_label(library).items():
        what = "with at least one claim that has this label"
        yield urls.label(label), partial(_view, label_words(label), what, ids, edition)


def _view(words: str, what: str, ids: tuple[str, ...], edition: Edition) -> SelectionView:
    if ids:
        count = "1 event" if len(ids) == 1 else f"{len(ids)} events"
        description = f"{count} {what}, in order of time."
    else:
        description = f"At present no event {what}."
    years = years_of(ids, edition)
    jumps = tuple(year.jump for year in years)
    return SelectionView(f"Timeline: {words}", description, years, jumps)
