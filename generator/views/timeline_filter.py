"""The form that narrows the chronology down, and what its rows carry for that."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

from generator import urls
from generator.derive.corroboration import Label
from generator.derive.selections import DIRECTIONS, labels_of
from generator.model.library import Event
from generator.model.registry import Direction, Manner
from generator.views.browse import label_words, tone_words, way_words
from generator.views.cards import EventCardView, event_card
from generator.views.edition import Edition
from generator.views.filters import (
    FieldView,
    FilterView,
    OptionGroupView,
    OptionView,
    by_words,
    one_group,
)


def timeline_filter(edition: Edition) -> FilterView:
    """Return the form over all events."""
    first, last = _bounds(edition.library.events.values())
    fields = (
        FieldView("thread", "Thread", groups=one_group(_threads(edition))),
        FieldView("actor", "Who", groups=one_group(_actors(edition))),
        FieldView("kind", "Kind of event", groups=one_group(_kinds(edition))),
        FieldView("tone", "Thaw or freeze", groups=_tones()),
        FieldView("evidence", "Evidence of any claim", groups=one_group(_labels())),
        FieldView("from", "From", "date", first=first, last=last),
        FieldView("to", "To", "date", first=first, last=last),
    )
    return FilterView(
        edition.urls.href(urls.TIMELINE),
        "Show only some events",
        fields,
        "event",
        "events",
    )


def filterable_card(event: Event, edition: Edition) -> EventCardView:
    """Return an event for the list that `timeline_filter` narrows down."""
    facets = (
        ("thread", " ".join(event.threads)),
        ("actor", " ".join(event.actors)),
        ("kind", event.kind.id),
        ("tone", f"{DIRECTIONS[event.kind.direction]} {event.kind.manner}"),
        ("evidence", " ".join(labels_of(event, edition.library))),
        ("when", _span(event)),
    )
    return replace(event_card(event, edition), facets=facets)


def _span(event: Event) -> str:
    """Return the day, or first and last day with a slash between; an open end is empty."""
    first, last = event.date.earliest, event.date.latest
    if first == last:
        return str(first)
    return f"{first or ''}/{last or ''}"


def _bounds(events: Iterable[Event]) -> tuple[str, str]:
    days = [day for event in events for day in (event.date.earliest, event.date.latest) if day]
    return (str(min(days)), str(max(days))) if days else ("", "")


def _threads(edition: Edition) -> Iterable[OptionView]:
    with_events = edition.relations.by_thread
    threads = edition.library.threads.values()
    return (OptionView(thread.id, thread.label) for thread in threads if thread.id in with_events)


def _actors(edition: Edition) -> tuple[OptionView, ...]:
    return by_words(OptionView(id_, edition.name(id_)) for id_ in edition.relations.by_actor)


def _kinds(edition: Edition) -> tuple[OptionView, ...]:
    used = {event.kind.id: event.kind.label for event in edition.library.events.values()}
    return by_words(OptionView(id_, words) for id_, words in used.items())


def _labels() -> Iterable[OptionView]:
    return (OptionView(label.value, label_words(label)) for label in Label)


def _tones() -> tuple[OptionGroupView, ...]:
    both = (
        OptionView(f"{DIRECTIONS[direction]} {manner}", tone_words((direction, manner)))
        for direction, manner in product(Direction, Manner)
    )
    return (
        OptionGroupView(
            "Direction", tuple(OptionView(DIRECTIONS[way], way_words(way)) for way in Direction)
        ),
        OptionGroupView("Manner", tuple(OptionView(m.value, f"In {m}") for m in Manner)),
        OptionGroupView("Both", tuple(both)),
    )
