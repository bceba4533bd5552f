"""One file's Markdown: the account as claims, the sections, and every fault with its place."""

import unicodedata
from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from markdown_it.token import Token
from markdown_it.utils import EnvType

from generator.problems import Checked, Code, Position, Problem
from generator.text.account import claims_of
from generator.text.anchors import Anchors
from generator.text.citations import parse_group
from generator.text.footnotes import footnote_problems
from generator.text.html import render
from generator.text.parser import PARSER
from generator.text.prose import Body, CitationGroup, Prose, SiteLink, WikiLink
from generator.text.quotes import Quote, quotes_in
from generator.text.sections import divide
from generator.text.sheet import Sheet

MAX_CHARACTERS = 65_536
_HIDING = {Code.UNCITED_CLAIM, Code.MALFORMED_CITATION, Code.UNSUPPORTED_ACCOUNT}
ALLOWED_SCHEMES = ("http", "https", "mailto")


def parse(path: str, text: str, first_line: int, *, account: bool) -> Checked[Body]:
    """Read Markdown that begins at `first_line` of its file.

    With `account`, the text before the first heading must consist of claims.
    """
    if len(text) > MAX_CHARACTERS:
        message = f"The text is longer than {MAX_CHARACTERS:,} characters."
        at = Position(path, first_line)
        problem = Problem(at, Code.TOO_COMPLEX, message, "Divide it into two files.")
        return Checked(Body(whole=False), (problem,))
    sheet = Sheet(path, tuple(text.split("\n")), first_line)
    env: EnvType = {}
    tokens = PARSER.parse(text, env)
    sheet.note_cells(tokens)
    problems: list[Problem] = []
    for token in tokens:
        if token.type == "inline":
            problems.extend(_settle(token, sheet))
    problems.extend(footnote_problems(tokens, env, sheet))
    blocks, notes = _without_notes(tokens)
    anchors = Anchors()
    divided = divide(blocks, sheet, anchors)
    lead, sections = divided.value
    problems.extend(divided.problems)
    if not account:
        return Checked(Body(render(lead), (), sections, render(notes)), tuple(problems))
    claims = claims_of(lead, sheet, anchors)
    problems.extend(claims.problems)
    if not claims.value and not claims.problems and _ends_at_section(blocks):
        problems.append(_missing_account(sheet))
    whole = bool(claims.value) and not any(problem.code in _HIDING for problem in problems)
    quotes = tuple(_section_quotes(blocks[len(lead) :], sheet))
    body = Body(Prose(), claims.value, sections, render(notes), quotes, whole)
    return Checked(body, tuple(problems))


def _section_quotes(blocks: Sequence[Token], sheet: Sheet) -> Iterator[Quote]:
    for block in blocks:
        if block.type == "inline":
            yield from quotes_in(block.content, sheet.locator(block, 0))


def _ends_at_section(blocks: Sequence[Token]) -> bool:
    """Tell whether no wrong heading ends the account, whose text would then stand below it."""
    heads = (token.tag for token in blocks if token.type == "heading_open" and token.level == 0)
    return next(heads, "h2") == "h2"


def _missing_account(sheet: Sheet) -> Problem:
    message = "There is no account before the first heading."
    hint = "Write at least one sentence that ends in its source: It happened. [@source-id]"
    return Problem(Position(sheet.path, sheet.first_line), Code.MISSING_ACCOUNT, message, hint)


def _settle(block: Token, sheet: Sheet) -> Iterator[Problem]:
    """Give the links and citations of an inline block their parts and positions."""
    for token in block.children or ():
        if token.type == "wiki_link":
            at = sheet.locate(block, token.meta["offset"])
            label = unicodedata.normalize("NFC", " ".join(token.content.split()))
            token.meta["part"] = WikiLink(token.meta["target"], token.meta["fragment"], label, at)
        elif token.type == "citation_group" and "unclosed" in token.meta:
            token.meta["part"] = CitationGroup(())
            message = "This citation group is not closed by a bracket."
            at = sheet.locate(block, token.meta["offset"])
            yield Problem(at, Code.MALFORMED_CITATION, message, "Close it: [@source-id]")
        elif token.type == "citation_group":
            group = parse_group(token.content, sheet.locator(block, token.meta["offset"] + 1))
            token.meta["part"] = group.value
            yield from group.problems
        elif token.type == "link_open":
            yield from _settle_link(token, sheet.locate(block, token.meta["offset"]))


def _settle_link(token: Token, at: Position) -> Iterator[Problem]:
    href = str(token.attrs["href"])
    try:
        address = urlsplit(href)
    except ValueError:
        message = f"The address '{href}' cannot be read."
        yield Problem(at, Code.FORBIDDEN_LINK, message, "Check its brackets and its host.")
        return
    own = not address.scheme and not address.netloc and not address.query
    if own and address.path[:1] in {"", "/"}:
        token.meta["part"] = SiteLink(unquote(address.path), unquote(address.fragment), at)
    elif address.scheme not in ALLOWED_SCHEMES:
        message = f"Links to '{unquote(href)}' are not allowed."
        hint = "Begin the address with https://, or link to a page by its id: [[id|words]]."
        yield Problem(at, Code.FORBIDDEN_LINK, message, hint)


def _without_notes(tokens: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    for index, token in enumerate(tokens):
        if token.type == "footnote_block_open":
            return tokens[:index], tokens[index:]
    return tokens, ()
