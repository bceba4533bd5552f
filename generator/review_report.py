"""Weak spots as text, JSON and Markdown, by kind, thread or file; no decisions."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from generator.report import code_span, one_line
from generator.review import KINDS, Weakness

BY = ("kind", "thread", "file")
FORMS = ("text", "json", "markdown")
NO_THREAD = "in no thread"
Groups = tuple[tuple[str, tuple[Weakness, ...]], ...]


def shown(found: Sequence[Weakness], by: str, form: str) -> str:
    """Return the weak spots in groups; `by` is one of BY, `form` one of FORMS."""
    groups = _groups(found, by)
    if form == "json":
        return _as_json(groups)
    counts = Counter(one.kind for one in found)
    totals = [f"{counts[kind]:,} {kind}" for kind in KINDS]
    return (_markdown if form == "markdown" else _text)(groups, totals, by)


def _groups(found: Sequence[Weakness], by: str) -> Groups:
    """Return the groups in order; what readers of several threads meet stands in each of them."""
    names: dict[str, Callable[[Weakness], Iterable[str]]] = {
        "kind": lambda one: (one.kind,),
        "thread": lambda one: one.threads or (NO_THREAD,),
        "file": lambda one: (one.position.path,),
    }
    grouped: dict[str, list[Weakness]] = {}
    for one in found:
        for name in names[by](one):
            grouped.setdefault(name, []).append(one)
    order = grouped if by == "kind" else sorted(grouped, key=lambda name: (name == NO_THREAD, name))
    return tuple((name, tuple(grouped[name])) for name in order)


def _text(groups: Groups, totals: Iterable[str], by: str) -> str:
    blocks = []
    for name, found in groups:
        rows = (f"{_place(one)}: {_words(one, by)}" for one in found)
        title = name.capitalize() if by == "kind" else name
        blocks.append("\n".join((f"{title} ({len(found):,})", *rows)))
    return "\n\n".join((*blocks, "\n".join(totals))) + "\n"


def _markdown(groups: Groups, totals: Iterable[str], by: str) -> str:
    """Return a table a group; everything from the content stands in code spans."""
    blocks = ["\n".join(f"- {total}" for total in totals)]
    for name, found in groups:
        rows = (
            f"| {code_span(_place(one))} | {one.kind} | {code_span(one.text)} |" for one in found
        )
        title = name.capitalize() if by == "kind" else code_span(name)
        head = f"### {title} ({len(found):,})\n\n| where | kind | what |\n|---|---|---|"
        blocks.append("\n".join((head, *rows)))
    return "\n\n".join(blocks) + "\n"


def _as_json(groups: Groups) -> str:
    listed = [
        {
            "group": name,
            "kind": one.kind,
            "path": one.position.path,
            "line": one.position.line,
            "column": one.position.column,
            "text": one.text,
            "threads": one.threads,
        }
        for name, found in groups
        for one in found
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def _words(one: Weakness, by: str) -> str:
    return one_line(one.text if by == "kind" else f"{one.kind}: {one.text}")


def _place(one: Weakness) -> str:
    at = one.position
    return f"{one_line(at.path)}:{at.line}:{at.column}"
