"""In a sentence: when an actor or place appears, and how the events point."""

from collections import Counter

from generator.model.library import Event
from generator.text.edtf_words import readable
from generator.views.cards import tone

_ORDER = ("thaw", "freeze", "neither")


def appearances(events: tuple[Event, ...]) -> str:
    """Return the span and directions of events, which stand in reading order; '' for none."""
    if not events:
        return ""
    number = "One event" if len(events) == 1 else f"{len(events)} events"
    first, last = readable(events[0].date), readable(events[-1].date)
    when = first if first == last else f"{first} to {last}"
    pointing = Counter(tone(event.kind).direction for event in events)
    shares = ", ".join(f"{pointing[way]} {way}" for way in _ORDER if pointing[way])
    return f"{number}, {when}: {shares}."
