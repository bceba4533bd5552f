"""The account: paragraphs cut into claims at their citation groups."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from generator.problems import Checked, Code, Position, Problem, Repair
from generator.text.anchors import Anchors
from generator.text.html import plain, render_inline
from generator.text.prose import Claim
from generator.text.quotes import quotes_in
from generator.text.sheet import Sheet

_ANCHOR_WORDS = 6
_SHOWN_CHARACTERS = 60


def claims_of(
    blocks: Sequence[Token], sheet: Sheet, anchors: Anchors
) -> Checked[tuple[Claim, ...]]:
    """Return the claims of all paragraphs; other kinds of blocks are problems."""
    claims: list[Claim] = []
    problems = list(_name_claims(blocks, sheet, anchors))
    end = -1
    for index, block in enumerate(blocks):
        if index <= end:
            continue
        end = _end_of(blocks, index)
        if block.type == "paragraph_open":
            found = _Paragraph(blocks[index + 1], sheet, anchors).claims()
            claims.extend(found.value)
            problems.extend(found.problems)
        else:
            message = "The account may hold only paragraphs of claims."
            hint = "Put lists, tables and quotations under a heading such as ## Background."
            problems.append(Problem(sheet.start(block), Code.UNSUPPORTED_ACCOUNT, message, hint))
    return Checked(tuple(claims), tuple(problems))


def _name_claims(blocks: Sequence[Token], sheet: Sheet, anchors: Anchors) -> Iterator[Problem]:
    """Give out the names that editors typed, before other claims take theirs from their words."""
    for block in blocks:
        for group in block.children or ():
            if "anchor" in group.meta:
                at = sheet.locate(block, group.meta["anchor_offset"])
                group.meta["named"], problem = anchors.name("claim", group.meta["anchor"], at)
                if problem:
                    yield problem


def _end_of(blocks: Sequence[Token], start: int) -> int:
    depth = 0
    for index in range(start, len(blocks)):
        depth += int(blocks[index].nesting)
        if depth == 0:
            return index
    return len(blocks) - 1


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """One paragraph of an account; `block` holds its text and inline tokens."""

    block: Token
    sheet: Sheet
    anchors: Anchors

    def claims(self) -> Checked[tuple[Claim, ...]]:
        claims: list[Claim] = []
        problems: list[Problem] = []
        run: list[Token] = []
        start = 0
        found: Checked[tuple[Claim, ...]] = Checked(())
        for token in self.block.children or ():
            if token.type != "citation_group":
                run.append(token)
                continue
            found = self._claim(run, token, start)
            claims.extend(found.value)
            problems.extend(found.problems)
            run, start = [], token.meta["end"]
        rest = self.block.content[start:]
        malformed = any(p.code is Code.MALFORMED_CITATION for p in found.problems)
        closes_a_fault = malformed and not re.search(r"\w", rest)
        if rest.strip() and not closes_a_fault:
            problems.append(self._uncited(start, rest))
        return Checked(tuple(claims), tuple(problems))

    def _claim(self, run: list[Token], group: Token, start: int) -> Checked[tuple[Claim, ...]]:
        text = self.block.content[start : group.meta["offset"]]
        if fault := _group_fault(run, group, text):
            at = self.sheet.locate(self.block, group.meta["offset"])
            return Checked((), (Problem(at, Code.MALFORMED_CITATION, *fault),))
        if stray := re.match(r"\s*([.,;:!?])(\s|$)", text):
            return Checked((), (self._uncited(start, stray[0].rstrip()),))
        position = self._position(start, text)
        prose = render_inline(run)
        quotes = tuple(quotes_in(text, self.sheet.locator(self.block, start)))
        anchor = self._anchor(run, group)
        citations = group.meta["part"].citations
        return Checked((Claim(anchor, prose, citations, position, quotes),))

    def _anchor(self, run: list[Token], group: Token) -> str:
        if "named" in group.meta:
            return str(group.meta["named"])
        words = plain(run).split()[:_ANCHOR_WORDS]
        return self.anchors.derive("claim", " ".join(words))

    def _uncited(self, start: int, text: str) -> Problem:
        at = self._position(start, text)
        words = " ".join(text.split())
        shown = words
        if len(words) > _SHOWN_CHARACTERS:
            shown = f"{words[: _SHOWN_CHARACTERS - 1].rstrip()}…"
        repair = None
        if not re.search(r"\w", words):
            message = f"'{shown}' stands after the citation group."
            hint = "Move it in front of the bracket: It happened. [@source-id]"
            if repair := self._moved(start, words):
                word = self.block.content[:start].rpartition(repair.old[:-1])[0].split()[-1:]
                hint = f"Move it in front of the bracket: {''.join(word)}{repair.new}"
        else:
            message = f"'{shown}' cites no source."
            hint = "End it with its source in brackets: [@source-id]."
        return Problem(at, Code.UNCITED_CLAIM, message, hint, repair=repair)

    def _moved(self, start: int, sign: str) -> Repair | None:
        """Return the repair that sets a sign in front of the group that ends at `start`."""
        group = next((t for t in self.block.children or () if t.meta.get("end") == start), None)
        if group is None or not re.fullmatch(r"[.!?,;:]", sign):
            return None
        content, opened = self.block.content, int(group.meta["offset"])
        begin = len(content[:opened].rstrip())
        end = content.index(sign, start) + 1
        last, old = content[begin - 1 : begin], content[begin - 1 : end]
        if begin == 0 or "\n" in old:
            return None
        ending = last if last in ".!?" else sign if last in ",;:" else f"{last}{sign}"
        new = f"{ending} {content[opened:start].strip()}"
        return Repair(self.sheet.locate(self.block, begin - 1), old, new)

    def _position(self, start: int, text: str) -> Position:
        return self.sheet.locate(self.block, start + len(text) - len(text.lstrip()))


def _group_fault(run: list[Token], group: Token, text: str) -> tuple[str, str] | None:
    if group.level > 0 or sum(int(token.nesting) for token in run) != 0:
        return (
            "A citation group stands inside emphasis or a link.",
            "Close the emphasis or the link before the bracket.",
        )
    if not text.strip():
        return (
            "This citation group has no claim in front of it.",
            "Join it with the group before: [@one; @two].",
        )
    return None
