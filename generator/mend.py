"""Repairs that are certain, made in memory: the problems' own, and spaces that mean nothing."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.pipeline import join
from generator.problems import Problem, Repair
from generator.schema.record import SourceFile
from generator.stages.validate import validate

_ROUNDS = 20  # a repair can bring the next fault of a file to light


@dataclass(frozen=True, slots=True)
class Mended:
    """The files after all repairs, what was repaired in order, and what is still wrong."""

    files: tuple[SourceFile, ...]
    repairs: tuple[Repair, ...]
    tidied: tuple[str, ...]
    problems: tuple[Problem, ...]


def mend(files: Iterable[SourceFile]) -> Mended:
    """Repair what the files' problems say is certain, until nothing is left to repair.

    What a file without problems means is never changed.
    """
    before = tuple(files)
    current = tuple(_tidy(file) for file in before)
    tidied = tuple(new.path for old, new in zip(before, current, strict=True) if old != new)
    made: list[Repair] = []
    problems = join(current).problems
    for _ in range(_ROUNDS):
        repairs = _by_path(problems)
        mended = [repaired(file, repairs.get(file.path, ())) for file in current]
        if not any(done for _, done in mended):
            break
        made.extend(repair for _, done in mended for repair in done)
        current = tuple(file for file, _ in mended)
        problems = join(current).problems
    return Mended(current, tuple(made), tidied, problems)


def _by_path(problems: Iterable[Problem]) -> dict[str, list[Repair]]:
    found: dict[str, list[Repair]] = defaultdict(list)
    for problem in problems:
        if problem.repair:
            found[problem.repair.position.path].append(problem.repair)
    return found


def repaired(file: SourceFile, repairs: Iterable[Repair]) -> tuple[SourceFile, tuple[Repair, ...]]:
    """Return the file with the repairs, and those that were made.

    One that would touch another, or whose old text does not stand where it says, is left out.
    """
    if file.text is None:
        return file, ()
    lines = file.text.split("\n")
    done: list[Repair] = []
    for repair in sorted(repairs, key=lambda r: (r.position, r.old, r.new)):
        line, start = repair.position.line - 1, repair.position.column - 1
        touched = done and done[-1].position.line == line + 1
        if touched or line >= len(lines) or not lines[line].startswith(repair.old, start):
            continue
        end = start + len(repair.old)
        lines[line] = f"{lines[line][:start]}{repair.new}{lines[line][end:]}"
        done.append(repair)
    return replace(file, text="\n".join(lines)), tuple(done)


def _tidy(file: SourceFile) -> SourceFile:
    """Take away spaces at the ends of lines as far as the file means the same without them."""
    if file.text is None:
        return file
    meaning = None
    for spaces in (r"[ \t]+$", r"(?:(?<=\S) |^[ \t]+)$"):
        text = re.sub(spaces, "", file.text, flags=re.MULTILINE)
        if text == file.text:
            return file
        meaning = meaning or validate(file)
        tidy = replace(file, text=text)
        if validate(tidy) == meaning:
            return tidy
    return file
