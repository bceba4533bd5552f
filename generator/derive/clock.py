"""The instant at which an event began, where its clock time and zone are known."""

import zoneinfo
from datetime import datetime, time

from generator.model.library import Event, Library


def began_at(event: Event, library: Library) -> datetime | None:
    """Return the time of the event in the zone in which it was typed.

    None without a clock time, with a zone that nobody knows, or with a date that has no first day.
    """
    day = event.date.earliest
    clock, _, zone = event.time.partition(" ")
    if day is None or day == day.min or not clock:
        return None
    name = library.site.zones.get(zone, zone)
    try:
        return datetime.combine(day, time.fromisoformat(clock), zoneinfo.ZoneInfo(name))
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return None
