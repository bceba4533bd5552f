"""A body cut at its second-level headings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from generator.problems import Checked, Code, Problem
from generator.text.anchors import Anchors
from generator.text.html import plain, render
from generator.text.prose import Section
from generator.text.sheet import Sheet

_SECTION_LEVEL = 2


@dataclass(frozen=True, slots=True)
class _Head:
    """A section while its blocks are gathered."""

    anchor: str
    title: str
    blocks: list[Token]
    inner: list[str]


Divided = tuple[list[Token], tuple[Section, ...]]


def divide(blocks: Sequence[Token], sheet: Sheet, anchors: Anchors) -> Checked[Divided]:
    """Return the blocks before the first section, and the sections.

    Deeper headings stay inside their section and get an anchor of their own.
    """
    lead: list[Token] = []
    heads: list[_Head] = []
    problems: list[Problem] = []
    level = 1
    remaining = iter(enumerate(blocks))
    for index, token in remaining:
        if token.type != "heading_open":
            (heads[-1].blocks if heads else lead).append(token)
            continue
        words = blocks[index + 1]
        title = plain(words.children or ())
        problems.extend(_heading_problems(token, words, level, sheet))
        level = max(int(token.tag[1]), _SECTION_LEVEL)
        anchor = anchors.derive("section", title)
        if token.level > 0 or (heads and level > _SECTION_LEVEL):
            token.attrSet("id", anchor)
            (heads[-1].blocks if heads else lead).append(token)
            if heads:
                heads[-1].inner.append(anchor)
            continue
        heads.append(_Head(anchor, title, [], []))
        next(remaining), next(remaining)
    sections = (Section(h.anchor, h.title, render(h.blocks), tuple(h.inner)) for h in heads)
    return Checked((lead, tuple(sections)), tuple(problems))


def _heading_problems(token: Token, words: Token, previous: int, sheet: Sheet) -> Iterator[Problem]:
    depth, allowed = int(token.tag[1]), max(previous, 1) + 1
    if token.level > 0:
        fault = (
            "A heading stands inside a list or a quotation.",
            "Begin it at the left margin.",
        )
    elif depth == 1:
        fault = (
            "A first-level heading stands in the text.",
            "The page's heading is its 'title'; begin sections with two signs: ##.",
        )
    elif depth > allowed:
        fault = (
            f"A heading of level {depth} follows one of level {previous}.",
            f"Use {'#' * allowed} here.",
        )
    elif not plain(words.children or ()):
        fault = ("A heading has no words.", "Write its words or remove the signs.")
    elif any("part" in child.meta for child in words.children or ()):
        fault = ("A heading holds a link or a citation.", "Move it into the text below.")
    else:
        return
    yield Problem(sheet.start(token), Code.MISPLACED_HEADING, *fault)
