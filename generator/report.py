"""Problems in the forms that people and machines read; decides nothing."""

import json
import re
from collections.abc import Mapping, Sequence
from unicodedata import category, east_asian_width
from urllib.parse import quote

from generator.problems import Position, Problem, Repair
from generator.text.characters import FORBIDDEN

GITHUB_ANNOTATIONS = 10
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


COLOURS: Mapping[str, str] = {
    "place": "\x1b[1m",
    "code": "\x1b[31m",
    "caret": "\x1b[31m",
    "hint": "\x1b[32m",
    "end": "\x1b[0m",
}
"""How a terminal paints the parts of a problem."""
_PLAIN: Mapping[str, str] = {}


def text(
    problems: Sequence[Problem],
    lines: Mapping[str, Sequence[str]],
    colours: Mapping[str, str] = _PLAIN,
) -> str:
    """Return one block a problem: its line, the source line with a caret, the hint, related places.

    `lines` holds the lines of each file by path; a file that is not in it is shown without them.
    """

    def painted(part: str, words: str) -> str:
        return f"{colours[part]}{words}{colours['end']}" if colours else words

    blocks = []
    for problem in problems:
        at = problem.position
        place, code = painted("place", _place(at)), painted("code", problem.code)
        block = [f"{place}: {code}: {one_line(problem.message)}"]
        typed = lines.get(at.path, ())
        if at.line <= len(typed) and typed[at.line - 1].strip():
            shown = FORBIDDEN.sub("\ufffd", typed[at.line - 1].replace("\t", " "))
            block += [
                f"    {shown}",
                f"    {' ' * _width(shown[: at.column - 1])}{painted('caret', '^')}",
            ]
        if problem.hint:
            block.append(f"  {painted('hint', 'hint:')} {one_line(problem.hint)}")
        block += [f"  see also: {_place(place)}" for place in problem.related]
        blocks.append("\n".join(block))
    count = len(problems)
    blocks.append("1 problem" if count == 1 else f"{count} problems")
    return "\n\n".join(blocks) + "\n"


def repair_line(repair: Repair) -> str:
    """Return a line that says what was changed where."""
    old, new = (one_line(words.strip()) for words in (repair.old, repair.new))
    return f"{_place(repair.position)}: {old} → {new}\n"


def as_json(problems: Sequence[Problem]) -> str:
    """Return a list of objects, as design.md's contract has them."""
    listed = [
        {
            "path": problem.position.path,
            "line": problem.position.line,
            "column": problem.position.column,
            "code": problem.code.value,
            "message": problem.message,
            "hint": problem.hint,
            "related": [
                {"path": place.path, "line": place.line, "column": place.column}
                for place in problem.related
            ],
        }
        for problem in problems
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def github(problems: Sequence[Problem]) -> str:
    """Return workflow commands for the first problems, and a count of the rest.

    GitHub shows about ten annotations a step. Content is escaped, since a line that begins with
    `::` would be obeyed.
    """
    rows = [
        f"::error file={_property(problem.position.path)},line={problem.position.line},"
        f"col={problem.position.column},title={_property(problem.code)}::"
        + _data(f"{problem.message} {problem.hint}".rstrip())
        for problem in problems[:GITHUB_ANNOTATIONS]
    ]
    rest = len(problems) - GITHUB_ANNOTATIONS
    if rest > 0:
        rows.append(f"::error title=More problems::{rest} more; the job's log lists them all.")
    return "\n".join(rows) + ("\n" if rows else "")


def github_summary(problems: Sequence[Problem]) -> str:
    """Return all problems as a table in Markdown, for the page of a workflow's run.

    Everything from the content stands in code spans, where Markdown leaves it alone.
    """
    if not problems:
        return "No problems in the content.\n"
    rows = [
        f"| {code_span(_place(p.position))} | {p.code} | "
        f"{code_span(p.message)} | {code_span(p.hint)} |"
        for p in problems
    ]
    count = "1 problem" if len(problems) == 1 else f"{len(problems):,} problems"
    head = f"### {count} in the content\n\n| where | code | what | remedy |\n|---|---|---|---|\n"
    return head + "\n".join(rows) + "\n"


def code_span(words: str) -> str:
    """Return a code span for a cell of a table, which no mark in it can end."""
    shown = one_line(words).replace("|", "\\|")
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {shown} {fence}" if shown else ""


def sarif(problems: Sequence[Problem], version: str) -> str:
    """Return a SARIF 2.1.0 log with one run."""
    codes = sorted({problem.code for problem in problems})
    driver = {
        "name": "thawline",
        "version": version,
        "rules": [{"id": code.value} for code in codes],
    }
    results = [
        {
            "ruleId": problem.code.value,
            "level": "error",
            "message": {"text": f"{problem.message} {problem.hint}".rstrip()},
            "locations": [_location(problem.position)],
            "relatedLocations": [_location(place) for place in problem.related],
        }
        for problem in problems
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _location(at: Position) -> dict[str, object]:
    region = {"startLine": at.line, "startColumn": at.column}
    return {"physicalLocation": {"artifactLocation": {"uri": quote(at.path)}, "region": region}}


def _place(at: Position) -> str:
    return f"{one_line(at.path)}:{at.line}:{at.column}"


def one_line(words: str) -> str:
    """Keep content from beginning a line, where a workflow's runner would obey it."""
    return FORBIDDEN.sub("\ufffd", " ".join(words.splitlines()))


def _width(shown: str) -> int:
    """Count terminal columns: Hangul, kana and ideographs take two, combining marks none.

    The vowels and final consonants of decomposed Hangul stand in the syllable's two columns.
    """
    return sum(
        2 if east_asian_width(letter) in "WF" else 1
        for letter in shown
        if category(letter) not in {"Mn", "Me", "Cf"} and not "\u1160" <= letter <= "\u11ff"
    )


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
