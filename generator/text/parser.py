"""The Markdown parser: CommonMark with tables, footnotes, wiki links and citation groups.

Raw HTML, images, indented code, underlined headings and link definitions are off: an editor who
meets them meets them by accident. Inline tokens have no place of their own in markdown-it-py, so
each rule here notes the offset at which it began.
"""

import html
import re
from collections.abc import Callable, Sequence

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.autolink import autolink
from markdown_it.rules_inline.entity import entity
from markdown_it.rules_inline.link import link
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import escape

from generator.text.characters import FORBIDDEN
from generator.text.citations import ANCHOR, GROUP, UNCLOSED
from generator.text.footnotes import add_footnotes
from generator.text.prose import ProsePart

WIKI_LINK = re.compile(r"\[\[([^\[\]|#\n]*)(?:#([^\[\]|\n]*))?(?:\|([^\[\]]*))?\]\]")
PARTS = "parts"
_MARK = "\x02{}\x03"
_ENTITY = re.compile(r"&#?[0-9A-Za-z]{1,40};")
MARK = re.compile("\x02([0-9]+)\x03")
Rule = Callable[[StateInline, bool], bool]


def _make_parser() -> MarkdownIt:
    """Return a parser whose tokens carry `meta["offset"]`, from 0 into their block's content."""
    parser = MarkdownIt("commonmark", {"html": False})
    parser.enable("table")
    parser.disable(["html_inline", "html_block", "image", "code", "lheading", "reference"])
    # Every scheme is parsed as a link, so that a forbidden one is reported instead of printed.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    add_footnotes(parser)
    parser.inline.ruler.before("link", "wiki_link", _wiki_link)
    parser.inline.ruler.before("link", "citation_group", _citation_group)
    parser.inline.ruler.at("link", _noting_offset(link))
    parser.inline.ruler.at("entity", _visible_entity)
    parser.inline.ruler.at("autolink", _noting_offset(autolink))
    parser.add_render_rule("wiki_link", _render_part)
    parser.add_render_rule("citation_group", _render_part)
    parser.add_render_rule("link_open", _render_link_open)
    return parser


def _wiki_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    match = WIKI_LINK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("wiki_link", "", 0)
        token.content = match[3] or ""
        token.meta = {"offset": state.pos, "target": match[1].strip(), "fragment": match[2] or ""}
    state.pos = match.end()
    return True


def _citation_group(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as above
    match = GROUP.match(state.src, state.pos, state.posMax)
    if match is None:
        return _unclosed_group(state, silent)
    anchor = ANCHOR.match(state.src, match.end(), state.posMax)
    end = anchor.end() if anchor else match.end()
    if not silent:
        token = state.push("citation_group", "", 0)
        token.content = match[1]
        token.meta = {"offset": state.pos, "end": end}
        if anchor:
            token.meta["anchor"] = anchor[1]
            token.meta["anchor_offset"] = anchor.start(1)
    state.pos = end
    return True


def _unclosed_group(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as above
    """Take a group without its closing bracket, which would be printed, to the end of its line."""
    match = UNCLOSED.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("citation_group", "", 0)
        token.meta = {"offset": state.pos, "end": match.end(), "unclosed": True}
    state.pos = match.end()
    return True


def _visible_entity(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as above
    """Leave an entity as typed when it stands for a character that `read` refuses."""
    match = _ENTITY.match(state.src, state.pos, state.posMax)
    hidden = match is not None and FORBIDDEN.search(html.unescape(match[0]))
    return not hidden and entity(state, silent)


def _noting_offset(rule: Rule) -> Rule:
    def located(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as above
        start, before = state.pos, len(state.tokens)
        matched = rule(state, silent)
        if matched and not silent:
            opened = (token for token in state.tokens[before:] if token.type == "link_open")
            next(opened).meta["offset"] = start
        return matched

    return located


def mark_part(env: EnvType, part: ProsePart) -> str:
    """Keep the part aside and return the mark that stands for it in rendered text.

    The marks are control characters, which `read` refuses in content.
    """
    parts: list[ProsePart] = env.setdefault(PARTS, [])
    parts.append(part)
    return _MARK.format(len(parts) - 1)


def _render_part(
    _renderer: RendererProtocol, tokens: Sequence[Token], idx: int, _: OptionsDict, env: EnvType
) -> str:
    return mark_part(env, tokens[idx].meta["part"])


def _render_link_open(
    _renderer: RendererProtocol, tokens: Sequence[Token], idx: int, _: OptionsDict, env: EnvType
) -> str:
    token = tokens[idx]
    if "part" in token.meta:
        href = mark_part(env, token.meta["part"])
        return f'<a href="{href}">'
    return f'<a href="{escape(str(token.attrs["href"]))}" rel="noopener">'


PARSER = _make_parser()
"""The one parser; it keeps nothing between texts."""
