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
from generator.text.syntax import syntax_problem

_NODES = (yaml.AliasEvent, yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)
MAX_DEPTH = 8
MAX_EVENTS_A_FILE = 60_000


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


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A file cut in two: the YAML between the fences and the Markdown below it."""

    yaml: str
    body: str
    body_line: int


def split(path: str, text: str) -> Checked[FrontMatter | None]:
    """Cut a file at its two `---` lines; positions later count from the file's own top."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        hint = (
            "Begin the file with a line of three hyphens (---), the fields, and another such line."
        )
        return _missing_fence(Position(path), "The file does not begin with a line '---'.", hint)
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == "---":
            front = "\n".join(lines[1 : number - 1]) + "\n"
            body_line = min(number + 1, len(lines))
            return Checked(FrontMatter(front, "\n".join(lines[number:]), body_line))
    hint = "Close the fields with a second line of three hyphens (---) before the text begins."
    return _missing_fence(Position(path), "The front matter is not closed by a line '---'.", hint)


def _missing_fence(position: Position, message: str, hint: str) -> Checked[FrontMatter | None]:
    return Checked(None, (Problem(position, Code.MISSING_FRONT_MATTER, message, hint),))


def load(path: str, text: str, first_line: int = 1) -> Checked[Mapping | None]:
    """Read YAML whose top is a mapping; `first_line` is the line of the file where it begins."""
    builder = _Builder(path, first_line)
    try:
        node = builder.document(text)
    except _RefusedError as refused:
        return Checked(None, (*builder.problems, refused.problem))
    except yaml.MarkedYAMLError as error:
        return Checked(None, (*builder.problems, syntax_problem(path, text, first_line, error)))
    if node is None or (isinstance(node, Scalar) and not node.value):
        return Checked(Mapping((), Position(path, first_line)), tuple(builder.problems))
    if not isinstance(node, Mapping):
        message = "The fields must be written as 'name: value', one a line."
        problem = Problem(
            node.position,
            Code.WRONG_TYPE,
            message,
            "For example: title: Two Koreas reopen their hotlines",
        )
        return Checked(None, (*builder.problems, problem))
    return Checked(node, tuple(builder.problems))


class _RefusedError(Exception):
    """Raised inside this module to leave the event stream at a construct outside the subset."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Builder:
    """Builds nodes from libyaml's events; depth is bounded before Python recurses."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.count = 0
        self.end = Position(path, first_line)

    def document(self, text: str) -> Node | None:
        lines = text.split("\n")
        self.end = Position(self.path, self.first_line + len(lines) - 1, len(lines[-1]) + 1)
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
        lead = {"": 0, "'": 1, '"': 1}.get(event.style or "")
        start, end = event.start_mark, event.end_mark
        if lead is not None and start is not None and end is not None:
            typed = end.column - start.column if end.line == start.line else None
            lead = lead if typed == len(value) + 2 * lead else None
        return Scalar(value, position, lead)

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
