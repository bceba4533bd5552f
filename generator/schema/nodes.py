"""Ids as typed: the scalars of a field, each with its position."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.schema.fields import CLAIM_REFERENCE
from generator.text.frontmatter import Mapping, Node, Scalar, Sequence


def typed_ids(node: Mapping, name: str) -> Iterator[Scalar]:
    """Yield what is typed in a field; layout.py tells the forms of its name."""
    if name.endswith(":"):
        keyed = node.get(name[:-1])
        yield from (key for key, _ in keyed.fields) if isinstance(keyed, Mapping) else ()
        return
    if name.endswith("#"):
        for scalar in claim_references(node, name[:-1]):
            yield replace(scalar, value=scalar.value.partition("#")[0])
        return
    outer, dot, inner = name.partition(".")
    listed = node.get(outer)
    if not dot:
        yield from _scalars(listed)
    elif isinstance(listed, Sequence):
        for item in listed.items:
            if isinstance(item, Mapping):
                yield from typed_ids(item, inner)


def claim_references(node: Mapping, name: str) -> Iterator[Scalar]:
    """Yield the references to claims in a mapping of lists; values of another form are left out."""
    keyed = node.get(name)
    for _, listed in keyed.fields if isinstance(keyed, Mapping) else ():
        for scalar in _scalars(listed):
            if re.fullmatch(CLAIM_REFERENCE, scalar.value):
                yield scalar


def _scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        yield from (item for item in node.items if isinstance(item, Scalar))
