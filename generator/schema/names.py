"""Which ids bear a name, for editors who type the name instead of the id."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from generator.schema.record import Record
from generator.text.frontmatter import Mapping as NodeMapping
from generator.text.frontmatter import Node, Scalar, Sequence

_NAMING_FIELDS = ("names", "aliases", "name", "title", "label")


def ids_by_name(records: Iterable[Record]) -> Mapping[str, tuple[str, ...]]:
    """Return the ids by each name, alias, title and label in folded letters."""
    found: dict[str, dict[str, None]] = {}
    for record in records:
        for field in _NAMING_FIELDS:
            for words in _texts(record.node.get(field)):
                found.setdefault(folded(words), {})[record.id] = None
    return {name: tuple(ids) for name, ids in found.items()}


def folded(words: str) -> str:
    """Return words so that capitals, spaces and forms of a letter make no difference."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def _texts(node: Node | None) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.value
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item)
    elif isinstance(node, NodeMapping):
        for _, value in node.fields:
            yield from _texts(value)
