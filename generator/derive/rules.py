"""Rules that bind claims to their sources: what is quoted, and when sources appeared."""

import zoneinfo
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta, timezone

from generator.derive.clock import began_at
from generator.model.library import Event, Library
from generator.problems import Code, Problem
from generator.text.prose import Body, Citation
from generator.text.quotes import Quote, stands_in

_EARLIEST = timezone(timedelta(hours=14))
_LATEST = timezone(timedelta(hours=-12))


def quote_problems(body: Body, library: Library) -> Iterator[Problem]:
    """Yield quotations that no excerpt of a source cited there holds."""
    for claim in body.claims:
        if claim.quotes:
            yield from _unsupported(claim.quotes, claim.citations, library)
    if body.quotes:
        yield from _unsupported(body.quotes, body.citations(), library)


def _unsupported(
    quotes: tuple[Quote, ...], citations: tuple[Citation, ...], library: Library
) -> Iterator[Problem]:
    known = [library.sources.get(citation.source) for citation in citations]
    if None in known:
        return
    excerpts = [source.excerpt for source in known if source]
    for quote in quotes:
        if not stands_in(quote.words, excerpts):
            message = f"No excerpt of a source cited here holds '{quote.words}'."
            hint = "Take the words from an excerpt, or write without quotation marks."
            yield Problem(quote.position, Code.UNSUPPORTED_QUOTE, message, hint)


def source_problems(event: Event, library: Library) -> Iterator[Problem]:
    """Yield citations of sources that appeared before the event could have begun."""
    begin = _begin(event, library)
    if begin is None:
        return
    for claim in event.body.claims:
        for citation in claim.citations:
            end = _appeared(citation.source, library)
            if not citation.earlier and end is not None and end <= begin:
                message = f"'{citation.source}' appeared before the event began."
                hint = "Check both dates; if it is meant so, write [earlier @source-id]."
                yield Problem(citation.position, Code.SOURCE_BEFORE_EVENT, message, hint)


def _begin(event: Event, library: Library) -> datetime | None:
    """Return the earliest instant at which the event may have begun."""
    day = event.date.earliest
    if day is None or day == day.min:
        return None
    if not event.time:
        return datetime.combine(day, time(), _EARLIEST)
    return began_at(event, library)


def _appeared(id_: str, library: Library) -> datetime | None:
    """Return the latest instant at which the source may have appeared, where it was published."""
    source = library.sources.get(id_)
    last = source.issued.latest if source and source.issued else None
    if source is None or last is None or last == last.max:
        return None
    outlet = library.outlets.get(source.outlet)
    zone = zoneinfo.ZoneInfo(outlet.time_zone) if outlet and outlet.time_zone else _LATEST
    return datetime.combine(last + timedelta(days=1), time(), zone).astimezone(UTC)
