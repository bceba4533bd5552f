"""What libyaml says of broken YAML, in the words of an editor and with a remedy."""

import yaml

from generator.problems import Code, Position, Problem


def syntax_problem(path: str, text: str, first_line: int, error: yaml.MarkedYAMLError) -> Problem:
    """Return the problem at its place in the file, where `text` begins at `first_line`.

    What is opened and never closed is told where it opens, not at the end of the text.
    """
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    if mark and error.context_mark and _is_end(lines, mark):
        mark = error.context_mark
    line = min(mark.line, max(len(lines) - 1, 0)) if mark else 0
    typed = lines[line]
    column = min(mark.column, len(typed)) if mark else 0
    related: tuple[Position, ...] = ()
    context = error.context_mark
    if context is not None and context.line < line:
        related = (Position(path, first_line + context.line, context.column + 1),)
    position = Position(path, first_line + line, column + 1)
    message, hint = _syntax_words(typed, column, error)
    return Problem(position, Code.YAML_SYNTAX, message, hint, related)


def _is_end(lines: list[str], mark: yaml.Mark) -> bool:
    rest = (
        line[mark.column :] if not index else line for index, line in enumerate(lines[mark.line :])
    )
    return not any(line.strip() for line in rest)


def _in_quotes(value: str) -> str:
    escaped = value.strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _syntax_words(typed: str, column: int, error: yaml.MarkedYAMLError) -> tuple[str, str]:
    name, colon, value = typed.partition(": ")
    if "mapping values" in (error.problem or "") and colon and ": " in value:
        return (
            "A colon inside the value is read as the start of another field.",
            f"Put the value in double quotes: {name}: {_in_quotes(value)}",
        )
    if "mapping values" in (error.problem or ""):
        return (
            "This line does not stand where a field can begin.",
            "Begin each field at the column of the one above; put values with a colon in quotes.",
        )
    if typed[column : column + 1] == "\t":
        return "A tab is used for the indent.", "Use spaces instead of the tab."
    if typed[column : column + 1] in {"@", "`", "%"}:
        return (
            f"A value cannot begin with '{typed[column]}'.",
            f'Put the value in double quotes: {typed[:column]}"{typed[column:].rstrip()}"',
        )
    problem = (error.problem or "it cannot be read").rstrip(".")
    context = f" {error.context}" if error.context else ""
    return (
        f"The YAML cannot be read{context}: {problem}.",
        "Check brackets, quotes and indent on this line and the one above.",
    )
