"""Events, claims, promises and the bibliography as JSON and CSV, without any clock."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.derive.corroboration import Corroboration, corroboration, parties_to
from generator.derive.promises import state_of
from generator.exports.geojson import places_geojson
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


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim of an event, judged and in plain words, for all files that tell of it."""

    event: Event
    claim: Claim
    judged: Corroboration
    url: str
    text: str


def events_json(edition: Edition) -> bytes:
    """Return the events with their claims."""
    events = edition.library.events.values()
    return as_json([_event(event, _told(event, edition), edition) for event in events])


def claims_csv(edition: Edition) -> bytes:
    """Return a row for each claim."""
    events = edition.library.events.values()
    return _claims_csv(one for event in events for one in _told(event, edition))


def sources_json(edition: Edition) -> bytes:
    """Return the bibliography as CSL-JSON."""
    return as_json([csl(source, edition) for source in edition.library.sources.values()])


def promises_json(edition: Edition) -> bytes:
    """Return the promises with their outcomes."""
    return as_json(list(_promises(edition)))


def places_json(edition: Edition) -> bytes:
    """Return the places as GeoJSON."""
    return as_json(places_geojson(edition))


TABLES: Mapping[str, Callable[[Edition], bytes]] = MappingProxyType(
    {
        "events.json": events_json,
        "claims.csv": claims_csv,
        "sources.json": sources_json,
        "promises.json": promises_json,
        "places.geojson": places_json,
    }
)
"""The files of the data page by name."""


def _told(event: Event, edition: Edition) -> tuple[_Told, ...]:
    parties = parties_to(event, edition.library)
    address = edition.urls.absolute(edition.address(event.id))
    return tuple(
        _Told(
            event,
            claim,
            corroboration(claim, edition.library, parties),
            f"{address}#{claim.anchor}",
            as_text(claim.prose, edition),
        )
        for claim in event.body.claims
    )


def event_json(event: Event, edition: Edition) -> bytes:
    """Return one event as it stands in the list of all."""
    return as_json(_event(event, _told(event, edition), edition))


def as_json(value: object) -> bytes:
    """Return JSON that people can read too."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _event(event: Event, told: tuple[_Told, ...], edition: Edition) -> dict[str, object]:
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
        "claims": [_claim(one) for one in told],
        "corrections": [
            {"date": str(one.date), "wrong": one.wrong, "right": one.right}
            for one in event.corrections
        ],
    }


def _claim(told: _Told) -> dict[str, object]:
    return {
        "claim": told.claim.anchor,
        "url": told.url,
        "text": told.text,
        "label": told.judged.label.value,
        "origins": told.judged.origins,
        "sides": told.judged.sides,
        "disputed_by": told.judged.disputed_by,
        "citations": [
            {
                "source": citation.source,
                "speaker": citation.speaker,
                "locator": citation.locator,
                "disputes": citation.disputes,
            }
            for citation in told.claim.citations
        ],
    }


def _claims_csv(claims: Iterable[_Told]) -> bytes:
    """Return RFC 4180 with a header; lists are divided by spaces, which no id holds."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(CLAIM_COLUMNS)
    for told in claims:
        rows.writerow(
            (
                told.event.id,
                told.event.date,
                told.claim.anchor,
                told.url,
                told.text,
                told.judged.label.value,
                " ".join(told.judged.origins),
                " ".join(told.judged.sides),
                " ".join(told.judged.disputed_by),
                " ".join(citation.source for citation in told.claim.citations),
            )
        )
    return text.getvalue().encode()


def csl(source: Source, edition: Edition) -> dict[str, object]:
    """Return a source as an item of CSL-JSON."""
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
    if value.form is not Form.DATE or part is None or "X" in str(part):
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
