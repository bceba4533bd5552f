"""Footnotes that do not add up: a mark without a note, a note without a mark, two of one name.

The plugin prints the first as typed and drops the others, so its rules are wrapped to note places.
"""

import difflib
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import escape
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_def

from generator.problems import Code, Position, Problem
from generator.text.sheet import Sheet

UNKNOWN = "unknown_footnote"
_PLACES = "footnote_places"
_SHORTEST_MARK = 4  # [^a]
Place = tuple[str, int, int]


def add_footnotes(parser: MarkdownIt) -> None:
    """Switch footnotes on; tokens of type UNKNOWN stand for marks without a note."""
    parser.use(footnote_plugin, inline=False)
    parser.block.ruler.at("footnote_def", _noting_place, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.after("footnote_ref", UNKNOWN, _unknown)
    parser.add_render_rule(UNKNOWN, _render_unknown)


def _noting_place(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    matched = footnote_def(state, start, end, silent)
    if matched and not silent:
        begin = state.bMarks[start] + state.tShift[start]
        label = state.src[begin + 2 : state.src.index("]", begin)]
        places: list[Place] = state.env.setdefault(_PLACES, [])
        places.append((label, start, state.tShift[start]))
    return matched


def _unknown(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as above
    end = state.src.find("]", state.pos, state.posMax)
    mark = state.src[state.pos : end + 1]
    if not mark.startswith("[^") or len(mark) < _SHORTEST_MARK or any(map(str.isspace, mark)):
        return False
    if not silent:
        token = state.push(UNKNOWN, "", 0)
        token.content, token.meta = mark, {"offset": state.pos}
    state.pos = end + 1
    return True


def _render_unknown(
    _renderer: RendererProtocol, tokens: Sequence[Token], idx: int, _: OptionsDict, _env: EnvType
) -> str:
    return str(escape(tokens[idx].content))


def footnote_problems(tokens: Sequence[Token], env: EnvType, sheet: Sheet) -> Iterator[Problem]:
    """Yield every mark and every note that has no partner; a line cut by a fault may hide some."""
    places: list[Place] = env.get(_PLACES, [])
    seen: dict[str, Position] = {}
    inline = [token for token in tokens if token.type == "inline"]
    hidden = any("unclosed" in child.meta for token in inline for child in token.children or ())
    unmatched = [label for label, number in _refs(env) if number < 0]
    for block in inline:
        for token in block.children or ():
            if token.type == UNKNOWN:
                at = sheet.locate(block, token.meta["offset"])
                near = difflib.get_close_matches(token.content[2:-1], unmatched, 1, cutoff=0.0)
                yield _without_note(at, token.content, near)
                unmatched = [label for label in unmatched if label not in near]
    unmatched = [] if hidden else unmatched
    for label, line, column in places:
        at = Position(sheet.path, sheet.first_line + line, column + 1)
        if label in seen:
            message = f"The footnote '{label}' is written twice."
            hint = "Give one of the two another name, here and at its mark."
            yield Problem(at, Code.UNMATCHED_FOOTNOTE, message, hint, (seen[label],))
        elif label in unmatched:
            message = f"No mark in the text leads to the footnote '{label}'."
            hint = f"Put [^{label}] where the note belongs, or delete the note."
            yield Problem(at, Code.UNMATCHED_FOOTNOTE, message, hint)
        seen.setdefault(label, at)


def _without_note(at: Position, mark: str, near: Sequence[str]) -> Problem:
    hint = f"Add the note at the end of the file: {mark}: its text"
    if near:
        hint = f"Did you mean [^{near[0]}]? That note has no mark."
    return Problem(at, Code.UNMATCHED_FOOTNOTE, f"There is no footnote '{mark[2:-1]}'.", hint)


def _refs(env: EnvType) -> Iterator[tuple[str, int]]:
    notes = env.get("footnotes", {})
    for name, number in notes.get("refs", {}).items():
        yield name.removeprefix(":"), number
