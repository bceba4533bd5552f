"""Texts as editors, their programs and their enemies make them, as far as `read` lets them in."""

from hypothesis import strategies as st

from generator.text.characters import FORBIDDEN
from tests.sites import BASE

SEEN = st.characters(exclude_categories=["Cs"]).filter(lambda letter: not FORBIDDEN.match(letter))
SIGNS = st.sampled_from(
    [
        *"[]{}()<>#@&*!|>'\"%`:;,.-_=+?~^\\/$\t\n ",
        *("\n\n", "---\n", "...\n", ": ", " #", "- ", "? ", "<<: ", "&a ", "*a ", "!!str ", "{{ "),
        *("[[", "]]", "[@", "[@a]", " {#n}", "## ", "### ", "> ", "1. ", "| a | b |\n|---|---|\n"),
        *("```\n", "    ", "[^1]", "\n[^1]: ", "](", "](/a/#b)", "](javascript:x)", "&#x41;", "**"),
        *("한", "\u1112\u1161\u11ab", "é", "e\u0301", "🕊️", "日", "\u200d", "\xa0", "\\\n", "\\x07"),
        *("title: x\n", "date: 2021-02-30\n", "kind: talks\n", "references:\n", "- id: a\n"),
    ]
)
TEXTS = st.lists(st.one_of(SIGNS, SIGNS, st.text(SEEN, max_size=8)), max_size=60).map("".join)
DOCUMENTS = st.builds("---\n{}---\n{}".format, TEXTS.map(lambda text: f"{text}\n"), TEXTS)


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """Return a good text after a few slips: something is cut out, put in, doubled or moved."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 40)))
        put = draw(st.one_of(st.just(""), SIGNS, st.just(text[start:end] * 2)))
        text = text[:start] + put + text[end:]
    return text


PATHS = st.sampled_from(sorted(BASE))
EDITED = PATHS.flatmap(lambda path: st.tuples(st.just(path), edited(BASE[path])))
