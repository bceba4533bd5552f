"""Words in quotation marks, and whether an excerpt holds them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.problems import Position

_QUOTED = re.compile(r"\"([^\"\n]+)\"|“([^”\n]+)”|„([^“”\n]+)[“”]|«([^»\n]+)»")
_LEFT_OUT = re.compile(r"\[[^\]]*\]|…|\.\.\.")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that somebody is said to have used; the position is that of the opening mark."""

    words: str
    position: Position


def quotes_in(text: str, locate: Callable[[int], Position]) -> Iterator[Quote]:
    """Yield the quotations of a text; `locate` maps offsets into it to positions."""
    for match in _QUOTED.finditer(text):
        yield Quote(next(words for words in match.groups() if words), locate(match.start()))


def stands_in(words: str, excerpts: Iterable[str]) -> bool:
    """Tell whether one excerpt holds the words, verbatim but for case, spaces and marks.

    Insertions in square brackets and words left out by an ellipsis divide the quotation; its
    parts must follow one another.
    """
    parts = [part for piece in _LEFT_OUT.split(words) if (part := _folded(piece))]
    return any(_in_order(parts, _folded(excerpt)) for excerpt in excerpts)


def _in_order(parts: Iterable[str], text: str) -> bool:
    end = 0
    for part in parts:
        start = text.find(part, end)
        if start < 0:
            return False
        end = start + len(part)
    return True


def _folded(words: str) -> str:
    plain = unicodedata.normalize("NFKC", words).casefold()
    straight = re.sub("[“”„«»\"‘’ʼ']", "'", plain)
    return " ".join(straight.split()).strip(" .,;:!?")
