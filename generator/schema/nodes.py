"""Ids as typed: the scalars of a field, each with its position."""

from collections.abc import Iterator

from generator.text.frontmatter import Mapping, Node, Scalar, Sequence


def typed_ids(node: Mapping, name: str) -> Iterator[Scalar]:
    """Yield what is typed in a field, or in the field `b` of every item of `a` for `a.b`.

    `b` may itself have the form `a.b`.
    """
    outer, dot, inner = name.partition(".")
    listed = node.get(outer)
    if not dot:
        yield from _scalars(listed)
    elif isinstance(listed, Sequence):
        for item in listed.items:
            if isinstance(item, Mapping):
                yield from typed_ids(item, inner)


def _scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        yield from (item for item in node.items if isinstance(item, Scalar))
