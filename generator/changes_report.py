"""Changes of the content as text, JSON and Markdown; no decisions."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import groupby

from generator.changes import Change
from generator.report import code_span, one_line

ROWS = 60
"""How many rows of an area the page of a workflow's run shows; GitHub takes 1 MiB in all."""
_WORDS = 400
_SIGNS = {"added": "+", "changed": "~", "removed": "-"}


def text(changes: Sequence[Change]) -> str:
    """Return a line for each change."""
    rows = [f"{_SIGNS[c.what]} {c.area}: {one_line(c.name)}{_said(c)}\n" for c in changes]
    return "".join(rows) + f"{_counted(changes)}\n"


def as_json(changes: Sequence[Change]) -> str:
    """Return a list of objects with the fields of a change."""
    listed = [asdict(change) for change in changes]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def markdown(changes: Sequence[Change]) -> str:
    """Return a table for each area; everything from the content stands in code spans."""
    if not changes:
        return "### Nothing changes for readers\n"
    blocks = [f"### What changes: {_counted(changes)}\n"]
    for area, found in groupby(changes, key=lambda change: change.area):
        blocks.append(_table(area, tuple(found)))
    return "\n".join(blocks)


def _table(area: str, changes: Sequence[Change]) -> str:
    rows = [
        f"| {c.what} | {code_span(c.name)} | {_cell(c.before)} | {_cell(c.after)} |\n"
        for c in changes[:ROWS]
    ]
    rest = len(changes) - ROWS
    more = f"\n{rest:,} more.\n" if rest > 0 else ""
    head = f"**{area.capitalize()}** ({_counts(changes)})\n\n| | which | before | after |\n"
    return f"{head}|---|---|---|---|\n{''.join(rows)}{more}"


def _cell(words: str) -> str:
    shown = words if len(words) <= _WORDS else f"{words[:_WORDS]}…"
    return code_span(shown)


def _said(change: Change) -> str:
    before, after = one_line(change.before), one_line(change.after)
    if before and after:
        return f": {before} -> {after}"
    return f": {before or after}" if before or after else ""


def _counted(changes: Sequence[Change]) -> str:
    areas = groupby(changes, key=lambda change: change.area)
    return "; ".join(f"{area}: {_counts(found)}" for area, found in areas) or "no changes"


def _counts(changes: Iterable[Change]) -> str:
    counts = Counter(change.what for change in changes)
    return ", ".join(f"{counts[what]:,} {what}" for what in _SIGNS if counts[what])
