"""What libyaml says of broken YAML that no known slip explains, in the words of an editor."""

from generator.problems import Code, Position, Problem
from generator.text.slips import Fault


def syntax_problem(path: str, first_line: int, fault: Fault) -> Problem:
    """Return the problem at its place in the file, where the text begins at `first_line`.

    What is opened and never closed is told where it opens, not at the end of the text.
    """
    line, column = fault.line, fault.column
    if fault.opened and (fault.at_end or "simple key" in fault.context):
        line = fault.opened[0]
        column = min(fault.opened[1], len(fault.lines[line]))
    related: tuple[Position, ...] = ()
    if fault.opened and fault.opened[0] < line:
        related = (Position(path, first_line + fault.opened[0], fault.opened[1] + 1),)
    position = Position(path, first_line + line, column + 1)
    return Problem(position, Code.YAML_SYNTAX, *_words(fault, line, column), related)


def _words(fault: Fault, line: int, column: int) -> tuple[str, str]:
    typed = fault.lines[line]
    if "mapping values" in fault.problem:
        return (
            "This line does not stand where a field can begin.",
            "Begin each field at the column of the one above; put values with a colon in quotes.",
        )
    if "could not find expected ':'" in fault.problem:
        return (
            f"'{typed.strip()}' is not written as 'name: value'.",
            "Write it as 'name: value', or indent it by two spaces to go on with the line above.",
        )
    if typed[column : column + 1] == "\t":
        return "A tab is used for the indent.", "Use spaces instead of the tab."
    if typed[column : column + 1] in {"@", "`", "%"}:
        return (
            f"A value cannot begin with '{typed[column]}'.",
            f'Put the value in double quotes: {typed[:column]}"{typed[column:].rstrip()}"',
        )
    problem = (fault.problem or "it cannot be read").rstrip(".")
    context = f" {fault.context}" if fault.context else ""
    return (
        f"The YAML cannot be read{context}: {problem}.",
        "Check brackets, quotes and indent on this line and the one above.",
    )
