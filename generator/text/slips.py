"""What people type instead of YAML, and the line that they meant; reads no YAML itself.

A remedy is certain when YAML, read again with the mended line, gets beyond the place where it
stopped. So no slip is seen in a text that can be read, but for two that YAML passes over: a
value that ends at ` #`, and one between curly quotation marks.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from generator.problems import Code, Position, Problem, Repair

Place = tuple[int, int]
Stop = Callable[[str], Place | None]

_NAMED = re.compile(r"(?P<before>\s*(?:- +)*[A-Za-z_][\w-]*:[ \t]+)(?P<value>\S.*)")
_MISTYPED = re.compile(
    r"(?P<before>\s*(?:- +)*[A-Za-z_][\w-]*)(?P<sign>\s*=\s*|:(?!//))(?P<value>[^\s:=].*)"
)
_CURLY = {"\u201c": "\u201d", "\u2018": "\u2019", "\u201e": "\u201c", "\u201d": "\u201d"}
_PAIRS = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Fault:
    """Where YAML stopped reading `lines`, and where what it was reading began; from 0."""

    lines: tuple[str, ...]
    line: int
    column: int
    opened: Place | None
    problem: str
    context: str

    @classmethod
    def of(cls, text: str, error: yaml.MarkedYAMLError) -> "Fault":
        """Take over what libyaml says; a mark beyond the last line is moved onto it."""
        lines = tuple(text.split("\n"))
        mark, opened = error.problem_mark or error.context_mark, error.context_mark
        line = min(mark.line, len(lines) - 1) if mark else 0
        column = min(mark.column, len(lines[line])) if mark else 0
        began = (min(opened.line, len(lines) - 1), opened.column) if opened else None
        return cls(lines, line, column, began, error.problem or "", error.context or "")

    @property
    def at_end(self) -> bool:
        """Tell whether nothing but space is left where reading stopped."""
        rest = (self.lines[self.line][self.column :], *self.lines[self.line + 1 :])
        return not any(line.strip() for line in rest)


@dataclass(frozen=True, slots=True)
class Remedy:
    """A line as it was meant, and what to say of it at `column`.

    `safe` tells that it means what was typed, so that a program may write it.
    """

    new: str
    column: int
    message: str
    advice: str
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Slip:
    """A line that was mended, and the whole text anew."""

    text: str
    line: int
    old: str
    remedy: Remedy

    def problem(self, path: str, first_line: int) -> Problem:
        line, meant = first_line + self.line, self.remedy
        repair = Repair(Position(path, line), self.old, meant.new) if meant.safe else None
        hint = f"{meant.advice}: {meant.new.strip()}"
        at = Position(path, line, meant.column + 1)
        return Problem(at, Code.YAML_SYNTAX, meant.message, hint, repair=repair)


def mending(fault: Fault, stop: Stop) -> Slip | None:
    """Return the slip whose remedy lets YAML read on, or None."""
    lines = fault.lines
    for number in _suspects(fault):
        for remedy in _remedies(fault, number):
            text = "\n".join((*lines[:number], remedy.new, *lines[number + 1 :]))
            if _gets_beyond(fault, number, stop(text)):
                return Slip(text, number, lines[number], remedy)
    return None


def _gets_beyond(fault: Fault, number: int, stopped: Place | None) -> bool:
    if stopped is None:
        return True
    if fault.at_end:
        return stopped[0] > number and stopped != (fault.line, fault.column)
    if number in (fault.line, _first_mistyped(fault)):
        return stopped[0] > number
    return stopped > (fault.line, fault.column)


def _suspects(fault: Fault) -> Iterator[int]:
    """Yield the lines that may be at fault: where a quotation opened, where it stopped, above."""
    numbers = []
    if fault.opened and re.search("quoted scalar|simple key|flow ", fault.context):
        numbers.append(fault.opened[0])
    if "document start" in fault.problem:
        numbers += [n for n in range(fault.line) if fault.lines[n][:1] == " "][:1]
    numbers.append(_first_mistyped(fault))
    numbers += [n for n in range(fault.line) if _is_unclosed(fault.lines[n])][:1]
    numbers.append(fault.line)
    above = (n for n in range(fault.line - 1, -1, -1) if fault.lines[n].strip())
    numbers += [next(above, fault.line)]
    yield from dict.fromkeys(number for number in numbers if fault.lines[number].strip())


def _first_mistyped(fault: Fault) -> int:
    """Return the first of the lines without a proper colon just above where reading stopped."""
    number = fault.line
    while number and _MISTYPED.fullmatch(fault.lines[number - 1]):
        number -= 1
    return number


def _is_unclosed(line: str) -> bool:
    named = _NAMED.fullmatch(line)
    value = named["value"].rstrip() if named else ""
    return value[:1] in {"'", '"'} and value.count(value[0]) == 1


def _remedies(fault: Fault, number: int) -> Iterator[Remedy]:
    line = fault.lines[number]
    yield from _without_tabs(line)
    yield from _with_colon(line)
    yield from _closed(line)
    yield from _quoted(fault, number)
    yield from _aligned(fault, number)


def _without_tabs(line: str) -> Iterator[Remedy]:
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        new = indent.replace("\t", "  ") + line.lstrip()
        message = "A tab is used for the indent."
        yield Remedy(new, indent.index("\t"), message, "Use two spaces instead of the tab")


def _with_colon(line: str) -> Iterator[Remedy]:
    if found := _MISTYPED.fullmatch(line):
        sign, name = found["sign"].strip(), found["before"].strip(" -")
        column = found.start("sign") + found["sign"].index(sign)
        message = f"There must be a space after the colon of '{name}'."
        if sign == "=":
            message = f"A field is written with a colon: '{name}:', not '{name} ='."
        for value in (found["value"], in_quotes(found["value"])):
            yield Remedy(f"{found['before']}: {value}", column, message, "Type")


def _closed(line: str) -> Iterator[Remedy]:
    """Close a list or a quotation at the end of its line, where it need not have ended."""
    if not (found := _NAMED.fullmatch(line)):
        return
    value = found["value"].rstrip()
    if value[0] in _PAIRS and _PAIRS[value[0]] not in value:
        sign = _PAIRS[value[0]]
        message = f"The bracket '{value[0]}' is not closed."
        new = f"{line.rstrip().rstrip(',')}{sign}"
        yield Remedy(new, found.start("value"), message, "Close it", safe=False)
    if _is_unclosed(line):
        new = f"{found['before']}{in_quotes(value[1:])}"
        message = "The quotation mark is not closed."
        yield Remedy(new, found.start("value"), message, "Close it", safe=False)


def _quoted(fault: Fault, number: int) -> Iterator[Remedy]:
    line = fault.lines[number]
    if not (found := _NAMED.fullmatch(line)):
        return
    value, start = found["value"].rstrip(), found.start("value")
    if value[0] in _PAIRS and value.count(value[0]) != value.count(_PAIRS[value[0]]):
        return  # a list whose end is lost, rather than a text
    column = fault.column if number == fault.line and fault.column >= start else start
    sign = line[column : column + 1]
    if "mapping values" in fault.problem:
        message = "A colon inside the value is read as the start of another field."
    elif column == start:
        message = f"A value cannot begin with '{value[0]}'."
    elif value[0] in {"'", '"'}:
        message = "The value goes on after its closing quotation mark."
        if "escape" in fault.problem:
            message = "A backslash between double quotes has a meaning of its own."
    else:
        message = f"'{sign}' cannot stand here without quotation marks."
    new = f"{found['before']}{in_quotes(value)}"
    yield Remedy(new, column, message, "Put the value in double quotes")


def _aligned(fault: Fault, number: int) -> Iterator[Remedy]:
    """Begin the line where the field above it begins; whether that is meant, no program knows."""
    line = fault.lines[number]
    words = line.lstrip()
    if not re.match(r"[A-Za-z_][\w-]*:(\s|$)", words):
        return
    above = next((typed for typed in reversed(fault.lines[:number]) if typed.strip()), "")
    below = next((typed for typed in fault.lines[number + 1 :] if typed.strip()), "")
    columns = [_column(above), 0] if above else [0]
    if words.rstrip().endswith(":"):
        columns = [column for column in columns if column < _column(below)]
    for column in dict.fromkeys(columns):
        if column != len(line) - len(words):
            message = "The line does not begin where a field can begin."
            advice = f"Put {column} spaces before it" if column else "Begin it at the left margin"
            new = f"{' ' * column}{words}"
            yield Remedy(new, len(line) - len(words), message, advice, safe=False)


def _column(line: str) -> int:
    """Return where the words of a line begin, behind the hyphens of a list."""
    marks = re.match(r"\s*(?:- +)*", line)
    return marks.end() if marks else 0


def in_quotes(value: str) -> str:
    """Return the value between double quotes, or single ones where it holds a backslash.

    Quotation marks around the whole of it, also curly ones, are taken for the same.
    """
    bare = value.strip()
    first, last, inner = bare[:1], bare[-1:], bare[1:-1]
    if inner and (_CURLY.get(first) == last or (first == last and first in {"'", '"'})):
        apostrophes = first == "'" and not re.search(r"(?<!\w)'|'(?!\w)", inner)
        bare = inner if first not in inner or apostrophes else bare
    if "\\" in bare:
        return "'{}'".format(bare.replace("'", "''"))
    return '"{}"'.format(bare.replace('"', '\\"'))


def wrapped_value(value: str, at: Position) -> Problem | None:
    """Return the problem of a value that stands between curly quotation marks."""
    if len(value) < 3 or _CURLY.get(value[0]) != value[-1]:  # noqa: PLR2004 - marks and a letter
        return None
    if value[0] in value[1:-1] or value[-1] in value[1:-1]:
        return None
    message = "YAML reads curly quotation marks as part of the value."
    hint = f'Type straight ones: {in_quotes(value)}; or, to print the curly ones: "{value}"'
    return Problem(at, Code.YAML_SYNTAX, message, hint, repair=Repair(at, value, in_quotes(value)))


def cut_value(line: str, end: int, at: Position) -> Iterator[Problem]:
    """Yield the problem of an unquoted value after which `line` goes on with ` #` at `end`."""
    rest = line[end:]
    if not rest.lstrip().startswith("#") or not rest[:1].isspace():
        return
    column = end + len(rest) - len(rest.lstrip())
    whole = line[at.column - 1 :].rstrip()
    start = line[: at.column - 1].lstrip()
    message = "YAML leaves out what follows ' #', and the value ends here."
    hint = (
        f"If it belongs to the value, type {start}{in_quotes(whole)}; "
        "a remark stands on a line of its own."
    )
    is_word = re.match(r"#\w", line[column:])
    repair = Repair(at, whole, in_quotes(whole)) if is_word else None
    yield Problem(
        Position(at.path, at.line, column + 1), Code.YAML_SYNTAX, message, hint, repair=repair
    )
