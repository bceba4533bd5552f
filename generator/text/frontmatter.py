"""YAML as text only: every value stays what was typed, and every node knows its position.

PyYAML's event stream is read through libyaml and stopped at the first event that goes
beyond the subset. Its composers are not used: they recurse (50,000 nested brackets crash the
process), resolve aliases and let the last of two equal keys win.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.problems import Checked, Code, Position, Problem
from generator.text.characters import FORBIDDEN
from generator.text.slips import Fault, cut_value, mending, wrapped_value
from generator.text.syntax import syntax_problem

_NODES = (yaml.AliasEvent, yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)
MAX_DEPTH = 8
MAX_EVENTS_A_FILE = 60_000
MAX_SLIPS_A_FILE = 12


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; `lead` counts the quotation marks in front of it.

    `lead` is None when the text reads otherwise than it was typed, by escapes or several lines.
    """

    value: str
    position: Position
    lead: int | None = 0


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple["Node", ...]
    position: Position


@dataclass(frozen=True, slots=True)
class Mapping:
    """Fields in the order typed; names are unique."""

    fields: tuple[tuple[Scalar, "Node"], ...]
    position: Position

    def get(self, name: str) -> "Node | None":
        """Return the field's value, or None when it was not typed."""
        for key, value in self.fields:
            if key.value == name:
                return value
        return None

    def key_position(self, name: str) -> Position:
        """Return where the field's name stands, or the mapping's own position."""
        return next((key.position for key, _ in self.fields if key.value == name), self.position)


Node = Scalar | Sequence | Mapping


def load(path: str, text: str, first_line: int = 1) -> Checked[Mapping | None]:
    """Read YAML whose top is a mapping; `first_line` is the line of the file where it begins.

    A slip whose remedy is certain is told and mended in memory, so that the lines after it are
    read too. What stands on a line with such a slip (YAML_SYNTAX) is a guess.
    """
    slips: list[Problem] = []
    while True:
        builder = _Builder(path, first_line, text)
        try:
            node = builder.document(text)
        except _RefusedError as refused:
            return Checked(None, (*slips, *builder.problems, refused.problem))
        except yaml.MarkedYAMLError as error:
            fault = Fault.of(text, error)
            slip = mending(fault, _stop_in) if len(slips) < MAX_SLIPS_A_FILE else None
            if slip is None:
                problem = syntax_problem(path, first_line, fault)
                return Checked(None, (*slips, *builder.problems, problem))
            slips.append(slip.problem(path, first_line))
            text = slip.text
            continue
        problems = (*slips, *builder.problems)
        if node is None or (isinstance(node, Scalar) and not node.value):
            return Checked(Mapping((), Position(path, first_line)), problems)
        if not isinstance(node, Mapping):
            return Checked(None, (*problems, _not_fields(node)))
        return Checked(node, problems)


def _stop_in(text: str) -> tuple[int, int] | None:
    """Return the line and column, from 0, at which reading stops; None if it reads to the end."""
    try:
        _Builder("", 0, text).document(text)
    except _RefusedError as refused:
        return refused.problem.position.line, refused.problem.position.column - 1
    except yaml.MarkedYAMLError as error:
        fault = Fault.of(text, error)
        return fault.line, fault.column
    return None


def _not_fields(node: Node) -> Problem:
    message = "The fields must be written as 'name: value', one a line."
    hint = "For example: title: Two Koreas reopen their hotlines"
    return Problem(node.position, Code.WRONG_TYPE, message, hint)


class _RefusedError(Exception):
    """Raised inside this module to leave the event stream at a construct outside the subset."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Builder:
    """Builds nodes from libyaml's events; depth is bounded before Python recurses."""

    def __init__(self, path: str, first_line: int, text: str) -> None:
        self.path = path
        self.first_line = first_line
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self.count = 0
        last = first_line + len(self.lines) - 1
        self.end = Position(path, last, len(self.lines[-1]) + 1)

    def document(self, text: str) -> Node | None:
        events = yaml.parse(text, Loader=yaml.CSafeLoader)
        node: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    self._refuse(
                        event,
                        Code.UNSUPPORTED_YAML,
                        "A second YAML document begins here.",
                        "Keep all fields in one block and remove this line.",
                    )
            elif isinstance(event, _NODES):
                node = self._node(event, events, 1)
        return node

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        self._guard(event, depth)
        position = self._position(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, position)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            while not isinstance(following := next(events), yaml.SequenceEndEvent):
                items.append(self._node(following, events, depth + 1))
            return Sequence(tuple(items), position)
        return self._mapping(position, events, depth)

    def _scalar(self, event: yaml.ScalarEvent, position: Position) -> Scalar:
        if hidden := FORBIDDEN.search(event.value):
            message = f"The character U+{ord(hidden[0]):04X} cannot be seen and is not allowed."
            hint = "Remove its escape, a backslash and what follows."
            self.problems.append(Problem(position, Code.FORBIDDEN_CHARACTER, message, hint))
        value = unicodedata.normalize("NFC", event.value)
        if not event.style and value:
            if wrapped := wrapped_value(value, position):
                self.problems.append(wrapped)
                return Scalar(value[1:-1], position, 1)
            self.problems.extend(self._cut(event, position))
        lead = {"": 0, "'": 1, '"': 1}.get(event.style or "")
        start, end = event.start_mark, event.end_mark
        if lead is not None and start is not None and end is not None:
            typed = end.column - start.column if end.line == start.line else None
            lead = lead if typed == len(value) + 2 * lead else None
        return Scalar(value, position, lead)

    def _cut(self, event: yaml.ScalarEvent, at: Position) -> Iterator[Problem]:
        """Yield the problem of a value that ends at a remark on its own line."""
        end = event.end_mark
        if end is not None and end.line + self.first_line == at.line:
            line = self.lines[end.line] if end.line < len(self.lines) else ""
            yield from cut_value(line, end.column, at)

    def _mapping(self, position: Position, events: Iterator[yaml.Event], depth: int) -> Mapping:
        fields: list[tuple[Scalar, Node]] = []
        seen: dict[str, Position] = {}
        while not isinstance(following := next(events), yaml.MappingEndEvent):
            key = self._node(following, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                hint = (
                    "Begin the line with a field's name; put quotes around a value with brackets."
                )
                problem = Problem(
                    key.position, Code.UNSUPPORTED_YAML, "A field's name must be plain text.", hint
                )
                raise _RefusedError(problem)
            if key.value == "<<":
                hint = "Type the fields out."
                problem = Problem(
                    key.position, Code.UNSUPPORTED_YAML, "Merge keys (<<) are not supported.", hint
                )
                raise _RefusedError(problem)
            if key.value in seen:
                message = f"The field '{key.value}' is typed twice."
                hint = "Keep one of the two lines."
                related = (seen[key.value],)
                self.problems.append(
                    Problem(key.position, Code.DUPLICATE_FIELD, message, hint, related)
                )
                continue
            seen[key.value] = key.position
            fields.append((key, value))
        return Mapping(tuple(fields), position)

    def _guard(self, event: yaml.Event, depth: int) -> None:
        self.count += 1
        if depth > MAX_DEPTH:
            self._refuse(
                event,
                Code.TOO_COMPLEX,
                f"Values are nested more than {MAX_DEPTH} levels deep.",
                "Write the value flat; text with brackets needs quotes around it.",
            )
        if self.count > MAX_EVENTS_A_FILE:
            self._refuse(
                event,
                Code.TOO_COMPLEX,
                f"The file holds more than {MAX_EVENTS_A_FILE:,} values.",
                "Divide it into several files.",
            )
        if isinstance(event, yaml.AliasEvent):
            self._refuse(
                event,
                Code.UNSUPPORTED_YAML,
                f"'*{event.anchor}' is read as a YAML alias.",
                "Put the whole value in double quotes, or type the value out.",
            )
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            self._refuse(
                event,
                Code.UNSUPPORTED_YAML,
                f"'&{event.anchor}' is read as a YAML anchor.",
                "Put the whole value in double quotes.",
            )
        if tag := getattr(event, "tag", None):
            self._refuse(
                event,
                Code.UNSUPPORTED_YAML,
                f"'{tag}' is read as a YAML tag.",
                "Put the whole value in double quotes.",
            )

    def _refuse(self, event: yaml.Event, code: Code, message: str, hint: str) -> None:
        raise _RefusedError(Problem(self._position(event), code, message, hint))

    def _position(self, event: yaml.Event) -> Position:
        mark = event.start_mark
        if mark is None:
            return Position(self.path, self.first_line)
        # A value that is missing at the end of the text is placed on a line that is not there.
        return min(Position(self.path, self.first_line + mark.line, mark.column + 1), self.end)
