"""Events, claims, promises and the bibliography as JSON and CSV, without any clock."""

import csv
import io
import json
from collections.abc import Iterator

from generator.derive.corroboration import corroboration, parties_to
from generator.derive.promises import state_of
from generator.model.library import Event
from generator.model.registry import Source
from generator.text.edtf import Edtf, Form, Part
from generator.text.prose import Claim
from generator.views.edition import Edition
from generator.views.prose import as_text

CLAIM_COLUMNS = (
    "event",
    "date",
    "claim",
    "url",
    "text",
    "label",
    "origins",
    "sides",
    "disputed_by",
    "sources",
)


def tables(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield each file of the data page by name."""
    library = edition.library
    events = [_event(event, edition) for event in library.events.values()]
    yield "events.json", _json(events)
    yield "claims.csv", _claims_csv(edition)
    yield "sources.json", _json([_csl(source, edition) for source in library.sources.values()])
    yield "promises.json", _json(list(_promises(edition)))


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _event(event: Event, edition: Edition) -> dict[str, object]:
    return {
        "id": event.id,
        "url": edition.urls.absolute(edition.address(event.id)),
        "title": event.title,
        "date": str(event.date),
        "time": event.time,
        "kind": event.kind.id,
        "direction": event.kind.direction.value,
        "manner": event.kind.manner.value,
        "places": event.places,
        "actors": event.actors,
        "threads": event.threads,
        "follows": event.follows,
        "promises": [{"promise": id_, "state": state.value} for state, id_ in event.outcomes],
        "claims": [_claim(claim, event, edition) for claim in event.body.claims],
    }


def _claim(claim: Claim, event: Event, edition: Edition) -> dict[str, object]:
    judged = corroboration(claim, edition.library, parties_to(event, edition.library))
    address = edition.urls.absolute(edition.address(event.id))
    return {
        "claim": claim.anchor,
        "url": f"{address}#{claim.anchor}",
        "text": as_text(claim.prose, edition),
        "label": judged.label.value,
        "origins": judged.origins,
        "sides": judged.sides,
        "disputed_by": judged.disputed_by,
        "citations": [
            {
                "source": citation.source,
                "speaker": citation.speaker,
                "locator": citation.locator,
                "disputes": citation.disputes,
            }
            for citation in claim.citations
        ],
    }


def _claims_csv(edition: Edition) -> bytes:
    """Return RFC 4180 with a header; lists are divided by spaces, which no id holds."""
    text = io.StringIO(newline="")
    rows = csv.DictWriter(text, CLAIM_COLUMNS, extrasaction="ignore")
    rows.writeheader()
    for event in edition.library.events.values():
        for claim in event.body.claims:
            row = _claim(claim, event, edition)
            lists = {
                "origins": " ".join(_words(row["origins"])),
                "sides": " ".join(_words(row["sides"])),
                "disputed_by": " ".join(_words(row["disputed_by"])),
                "sources": " ".join(citation.source for citation in claim.citations),
            }
            rows.writerow({**row, **lists, "event": event.id, "date": str(event.date)})
    return text.getvalue().encode()


def _words(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _csl(source: Source, edition: Edition) -> dict[str, object]:
    item: dict[str, object] = {
        "id": source.id,
        "type": source.type,
        "title": source.title,
        "container-title": edition.name(source.outlet),
        "URL": source.url,
        "language": source.language,
    }
    if source.author:
        item["author"] = [{"literal": source.author}]
    if source.issued and (issued := _csl_date(source.issued)):
        item["issued"] = issued
    if source.archive:
        item["archive"] = source.archive
    return item


def _csl_date(value: Edtf) -> dict[str, object]:
    """Return a CSL date; {} for an interval or a day that is not known."""
    part = value.start
    if value.form is not Form.DATE or part is None or str(part).find("X") >= 0:
        return {}
    return {"date-parts": [_date_parts(part)]}


def _date_parts(part: Part) -> list[int]:
    return [number for number in (part.year, part.month, part.day) if number]


def _promises(edition: Edition) -> Iterator[dict[str, object]]:
    for promise in edition.library.commitments.values():
        outcomes = edition.series[promise.id]
        yield {
            "id": promise.id,
            "url": edition.urls.absolute(edition.address(promise.id)),
            "title": promise.title,
            "by": promise.by,
            "to": promise.to,
            "made": promise.made,
            "due": str(promise.due) if promise.due else None,
            "state": state_of(promise, outcomes, edition.library).value,
            "outcomes": [
                {
                    "state": outcome.state.value,
                    "date": str(outcome.date),
                    "event": outcome.event,
                    "source": outcome.source,
                }
                for outcome in outcomes
            ],
        }
