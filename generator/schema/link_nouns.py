"""The files in links/ as nouns: what was found at each source's address."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from generator.model.links import Answers, LinkCheck
from generator.schema.links import LinkFields, LinksFields
from generator.schema.record import Record


def checks_of(records: Iterable[Record]) -> Mapping[str, LinkCheck]:
    """Return what was found, by source; a file at fault counts for nothing."""
    files = (record.fields for record in sorted(records, key=lambda record: record.id))
    typed = (fields.links for fields in files if isinstance(fields, LinksFields))
    return MappingProxyType({id_: _check(one) for links in typed for id_, one in links.items()})


def _check(found: LinkFields) -> LinkCheck:
    return LinkCheck(
        found.url,
        found.checked,
        Answers(found.answers),
        found.status or "",
        found.leads_to or "",
        found.archive or "",
        found.archived,
    )
