"""A Markdown file cut at the two `---` lines around its fields; the fields are not read here."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.problems import Checked, Code, Position, Problem

_FIELD = re.compile(r"[A-Za-z_][\w-]*\s*[:=]|\s|-\s|#|[\]}]")
_LOOKS_LIKE_FENCE = re.compile(r"[-\u2010-\u2015=+*_~]{2,}|\u2014")


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
        return Checked(None, (_unopened(path, lines),))
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == "---":
            front = "\n".join(lines[1 : number - 1]) + "\n"
            body_line = min(number + 1, len(lines))
            return Checked(FrontMatter(front, "\n".join(lines[number:]), body_line))
    return Checked(None, (_unclosed(path, lines),))


def _unopened(path: str, lines: Sequence[str]) -> Problem:
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        message = "The file is empty."
        hint = "Begin it with a line '---', the fields and another '---'; or delete the file."
        return Problem(Position(path), Code.MISSING_FRONT_MATTER, message, hint)
    typed = lines[first].strip()
    message = "The file does not begin with a line '---'."
    if typed == "---":
        hint = "Remove what stands above the first '---', or before it on its line."
    elif _LOOKS_LIKE_FENCE.fullmatch(typed):
        hint = f"Type three hyphens (---) instead of '{typed}'."
    elif _FIELD.match(typed):
        hint = f"Put a line of three hyphens (---) above '{typed}'."
    else:
        hint = (
            "Begin the file with a line of three hyphens (---), the fields, and another such line."
        )
    return Problem(Position(path, first + 1), Code.MISSING_FRONT_MATTER, message, hint)


def _unclosed(path: str, lines: Sequence[str]) -> Problem:
    """Tell it where the fields end as far as their look tells."""
    rest = enumerate(lines[1:], start=2)
    number = next((n for n, line in rest if line.strip() and not _FIELD.match(line)), None)
    message = "The front matter is not closed by a line '---'."
    hint = "Close the fields with a second line of three hyphens (---) before the text begins."
    if number is None:
        return Problem(Position(path), Code.MISSING_FRONT_MATTER, message, hint)
    typed = lines[number - 1].strip()
    if _LOOKS_LIKE_FENCE.fullmatch(typed):
        hint = f"Type three hyphens (---) instead of '{typed}'."
    else:
        hint = f"Put a line of three hyphens (---) above '{_beginning(typed)}'."
    return Problem(Position(path, number), Code.MISSING_FRONT_MATTER, message, hint)


def _beginning(typed: str, longest: int = 40) -> str:
    return typed if len(typed) <= longest else f"{typed[: longest - 1].rstrip()}…"
