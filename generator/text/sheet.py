"""Where in a file a piece of its Markdown stands."""

from collections.abc import Callable
from dataclasses import dataclass

from markdown_it.token import Token

from generator.problems import Position


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a body, which begins at `first_line` of the file at `path`."""

    path: str
    lines: tuple[str, ...]
    first_line: int

    def locate(self, block: Token, offset: int) -> Position:
        """Map an offset into a block's content, whose lines lost their indent, to the file."""
        before = block.content[:offset]
        row = before.count("\n")
        in_row = offset - (before.rfind("\n") + 1)
        index = (block.map[0] if block.map else 0) + row
        indent = max(self._line(index).find(block.content.split("\n")[row]), 0)
        return Position(self.path, self.first_line + index, indent + in_row + 1)

    def locator(self, block: Token, start: int) -> Callable[[int], Position]:
        """Return a function from offsets after `start` to positions."""
        return lambda offset: self.locate(block, start + offset)

    def start(self, token: Token) -> Position:
        """Return where a block begins."""
        index = token.map[0] if token.map else 0
        line = self._line(index)
        return Position(self.path, self.first_line + index, len(line) - len(line.lstrip()) + 1)

    def _line(self, index: int) -> str:
        return self.lines[index] if index < len(self.lines) else ""
