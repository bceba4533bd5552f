"""Tokens as prose: rendered HTML with its links and citations taken out."""

import unicodedata
from collections.abc import Iterable, Sequence

from markdown_it.token import Token
from markupsafe import Markup

from generator.text.parser import MARK, PARSER, PARTS
from generator.text.prose import Prose, ProsePart


def render(blocks: Sequence[Token]) -> Prose:
    """Return whole blocks."""
    env: dict[str, list[ProsePart]] = {}
    return _in_parts(PARSER.renderer.render(blocks, PARSER.options, env), env)


def render_inline(tokens: Sequence[Token]) -> Prose:
    """Return a run of text without the paragraph around it."""
    env: dict[str, list[ProsePart]] = {}
    block = Token("inline", "", 0, children=list(tokens))
    return _in_parts(PARSER.renderer.render([block], PARSER.options, env).strip(), env)


def plain(tokens: Iterable[Token]) -> str:
    """Return the words of a run; a link without words of its own lends those of its target."""
    words = []
    for token in tokens:
        if token.type in {"text", "code_inline", "text_special"}:
            words.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            words.append(" ")
        elif token.type == "wiki_link":
            words.append(token.content or token.meta["target"].replace("-", " "))
    return unicodedata.normalize("NFC", "".join(words)).strip()


def _in_parts(html: str, env: dict[str, list[ProsePart]]) -> Prose:
    pieces = MARK.split(unicodedata.normalize("NFC", html))
    parts: list[ProsePart] = []
    for index, piece in enumerate(pieces):
        if index % 2:
            parts.append(env[PARTS][int(piece)])
        elif piece:
            parts.append(Markup(piece))  # noqa: S704 - markdown-it escaped it; raw HTML is off
    return Prose(tuple(parts))
