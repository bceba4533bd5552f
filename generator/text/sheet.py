"""Where in a file a piece of its Markdown stands."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

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
        begin = block.content.rfind("\n", 0, offset) + 1
        row = block.content[begin:].partition("\n")[0]
        in_row = offset - begin
        index = (block.map[0] if block.map else 0) + block.content.count("\n", 0, offset)
        if (start := block.meta.get("cell_start")) is not None:
            column = start + in_row + row[:in_row].count("|")
        else:
            # A row ends its line, so markers in front of it that look like it do not mislead.
            column = max(self._line(index).rfind(row), 0) + in_row
        return Position(self.path, self.first_line + index, column + 1)

    def note_cells(self, tokens: Iterable[Token]) -> None:
        """Give each cell of a table the place in its line, since cells can have equal words."""
        index, end = -1, 0
        for before, token in pairwise(tokens):
            if before.type in {"th_open", "td_open"} and token.map:
                index, end = token.map[0], end if token.map[0] == index else 0
                typed = token.content.replace("|", "\\|")
                start = max(self._line(index).find(typed, end), end)
                token.meta["cell_start"], end = start, start + len(typed)

    def locator(self, block: Token, start: int) -> Callable[[int], Position]:
        """Return a function from offsets after `start` to positions."""
        return lambda offset: self.locate(block, start + offset)

    def start(self, token: Token) -> Position:
        """Return where a block begins."""
        index = token.map[0] if token.map else 0
        line = self._line(index)
        # A heading in a list or a quotation begins behind their marks.
        mark = line.find(token.markup) if token.type == "heading_open" else 0
        column = max(len(line) - len(line.lstrip()), mark) + 1
        return Position(self.path, self.first_line + index, column)

    def _line(self, index: int) -> str:
        return self.lines[index] if index < len(self.lines) else ""
