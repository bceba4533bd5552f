"""What records must agree on with each other and with the site: time zones, order, names."""

import difflib
from collections.abc import Iterator, Mapping

from generator.model.library import Event, Library
from generator.problems import Code, Position, Problem
from generator.schema.fields import is_time_zone
from generator.schema.kinds import ActorFields, SiteFields
from generator.schema.layout import OUTCOME_FIELDS, Kind
from generator.schema.nodes import claim_references, typed_ids
from generator.schema.record import Record
from generator.text.edtf import Edtf
from generator.text.frontmatter import Mapping as NodeMapping
from generator.text.frontmatter import Scalar


def consistency_problems(records: Mapping[str, Record], library: Library) -> Iterator[Problem]:
    """Yield the problems of all records; one without its fields is not looked at."""
    site = next((r for r in records.values() if r.kind is Kind.SITE), None)
    fields = site.fields if site else None
    for event in library.events.values():
        record = records[event.id]
        if isinstance(fields, SiteFields):
            yield from _time_problems(event, record, fields)
        yield from _follows_problems(event, record, records, library)
        yield from _outcome_problems(event, record, records, library)
    for commitment in library.commitments.values():
        made = library.events.get(commitment.made)
        for outcome in commitment.outcomes:
            if made and not _may_precede(made.date, outcome.date):
                yield _too_early(records[commitment.id], outcome.source, records[made.id])
    yield from _figure_problems(records, library)
    for summit in library.summits.values():
        yield from _said_problems(records[summit.id], library)
    yield from _ledger_problems(records)
    if isinstance(fields, SiteFields):
        for record in records.values():
            if record.kind is Kind.ACTOR and isinstance(record.fields, ActorFields):
                yield from _name_problems(record, record.fields, fields)


def _time_problems(event: Event, record: Record, site: SiteFields) -> Iterator[Problem]:
    zone = event.time.partition(" ")[2]
    if zone and zone not in site.zones and not is_time_zone(zone):
        node = record.node.get("time")
        at = node.position if node else record.position
        known = "".join(f"{name}, " for name in site.zones)
        message = f"'{zone}' is not a time zone that this site knows."
        hint = f"Use {known}or an IANA name such as Asia/Seoul."
        yield Problem(at, Code.WRONG_VALUE, message, hint if known else hint.replace("or ", ""))


def _follows_problems(
    event: Event, record: Record, records: Mapping[str, Record], library: Library
) -> Iterator[Problem]:
    for scalar in typed_ids(record.node, "follows") if event.follows else ():
        earlier = library.events.get(scalar.value)
        if earlier is None:
            continue
        if earlier is event or not _may_precede(earlier.date, event.date):
            message = f"'{earlier.id}' does not begin before this event."
            hint = "'follows' names earlier events; let the later one name the earlier."
            related = (records[earlier.id].position,)
            yield Problem(scalar.position, Code.FOLLOWS_LATER_EVENT, message, hint, related)


def _outcome_problems(
    event: Event, record: Record, records: Mapping[str, Record], library: Library
) -> Iterator[Problem]:
    for name in OUTCOME_FIELDS if event.outcomes else ():
        for scalar in typed_ids(record.node, name):
            promise = library.commitments.get(scalar.value)
            made = library.events.get(promise.made) if promise else None
            if made and not _may_precede(made.date, event.date):
                message = f"'{scalar.value}' was promised only after this event."
                hint = "Check the promise's id and the event named in its 'made'."
                related = (records[scalar.value].position, records[made.id].position)
                yield Problem(scalar.position, Code.OUTCOME_BEFORE_PROMISE, message, hint, related)


def _said_problems(record: Record, library: Library) -> Iterator[Problem]:
    for scalar in claim_references(record.node, "said"):
        id_, _, anchor = scalar.value.partition("#")
        event = library.events.get(id_)
        if event is None or not event.body.whole:
            continue
        anchors = [claim.anchor for claim in event.body.claims]
        if anchor not in anchors:
            near = difflib.get_close_matches(anchor, anchors, n=1, cutoff=0.3)
            message = f"'{id_}' has no claim '#{anchor}'."
            hint = f"Did you mean '#{near[0]}'?" if near else "Copy the claim's permalink."
            related = (Position(event.path),)
            yield Problem(scalar.position, Code.BROKEN_ANCHOR, message, hint, related)


def _too_early(record: Record, source: str, made: Record) -> Problem:
    typed = typed_ids(record.node, "outcomes.source")
    at = next((scalar.position for scalar in typed if scalar.value == source), record.position)
    message = "This outcome is older than the promise."
    hint = "Check its date and the event named in 'made'."
    return Problem(at, Code.OUTCOME_BEFORE_PROMISE, message, hint, (made.position,))


def _figure_problems(records: Mapping[str, Record], library: Library) -> Iterator[Problem]:
    for figure in library.figures.values():
        if not figure.channels and not figure.tallies:
            message = "A figure needs 'channels' or 'tallies' to draw."
            hint = "Add a line 'channels:' or 'tallies:' with a list below it."
            yield Problem(records[figure.id].position, Code.MISSING_FIELD, message, hint)


def _name_problems(record: Record, fields: ActorFields, site: SiteFields) -> Iterator[Problem]:
    missing = [language for language in site.name_languages if language not in fields.names]
    if missing and not fields.unnamed:
        at = record.node.key_position("names")
        message = f"There is no name for the languages: {', '.join(missing)}."
        hint = "Add the names, or say in a field 'unnamed' why there are none."
        yield Problem(at, Code.MISSING_NAME, message, hint)


def _ledger_problems(records: Mapping[str, Record]) -> Iterator[Problem]:
    ledger = next((r for r in records.values() if r.kind is Kind.LEDGER), None)
    moved = ledger.node.get("moved") if ledger else None
    if not isinstance(moved, NodeMapping):
        return
    for key, target in moved.fields:
        if isinstance(target, Scalar) and target.value not in records:
            message = f"Nothing has the id '{target.value}', to which '{key.value}' moved."
            hint = "Name the record that takes its place."
            yield Problem(target.position, Code.DANGLING_REFERENCE, message, hint)


def _may_precede(earlier: Edtf, later: Edtf) -> bool:
    first, last = earlier.earliest, later.latest
    return first is None or last is None or first <= last
