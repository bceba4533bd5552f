"""A record without the lines that were only guessed at, so that nothing is said of them twice."""

from collections.abc import Collection

from generator.problems import Problem
from generator.text.frontmatter import Mapping, Node, Scalar, Sequence


def pruned(node: Mapping, lines: Collection[int]) -> Mapping:
    """Return the mapping without the fields and items that stand on these lines of the file."""
    kept = tuple(
        (key, _inner(value, lines))
        for key, value in node.fields
        if key.position.line not in lines and value.position.line not in lines
    )
    return Mapping(kept, node.position)


def _inner(node: Node, lines: Collection[int]) -> Node:
    if isinstance(node, Mapping):
        return pruned(node, lines)
    if isinstance(node, Sequence):
        return Sequence(
            tuple(
                _inner(item, lines)
                for item in node.items
                if not (isinstance(item, Scalar) and item.position.line in lines)
            ),
            node.position,
        )
    return node


def elsewhere(problems: Collection[Problem], lines: Collection[int]) -> tuple[Problem, ...]:
    """Return the problems that stand on other lines."""
    return tuple(problem for problem in problems if problem.position.line not in lines)
