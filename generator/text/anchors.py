"""Ids of claims and headings: prefixed, so that no text of an editor shadows a name of the page."""

import re
import unicodedata

from generator.problems import Code, Position, Problem

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NAME = re.compile(r"[a-z][a-z0-9-]*")


class Anchors:
    """The anchors of one file; each is given out once."""

    def __init__(self) -> None:
        self._taken: dict[str, Position | None] = {}

    def derive(self, prefix: str, words: str) -> str:
        """Return an anchor made of the words; a second one of the same words gets a number."""
        stem = f"{prefix}-{slug(words)}".rstrip("-")
        anchor, number = stem, 1
        while anchor in self._taken:
            number += 1
            anchor = f"{stem}-{number}"
        self._taken[anchor] = None
        return anchor

    def name(self, prefix: str, name: str, at: Position) -> tuple[str, Problem | None]:
        """Return the anchor of a name that an editor typed at `at`, and what is wrong with it."""
        anchor = f"{prefix}-{name}"
        if not _NAME.fullmatch(name):
            hint = "Use small letters a-z, digits and hyphens, beginning with a letter."
            return anchor, Problem(at, Code.MALFORMED_ID, f"'{name}' cannot name a claim.", hint)
        if anchor in self._taken:
            taken = self._taken[anchor]
            hint = "Give one of the two another name."
            related = (taken,) if taken else ()
            message = f"'{name}' already names another claim."
            return anchor, Problem(at, Code.DUPLICATE_ANCHOR, message, hint, related)
        self._taken[anchor] = at
        return anchor, None


def slug(words: str) -> str:
    """Return the words in a-z, 0-9 and hyphens; letters without a Latin base are dropped."""
    if _SLUG.fullmatch(words):
        return words
    letters = unicodedata.normalize("NFKD", re.sub("['\u2019]", "", words))
    divided = "".join(c if unicodedata.category(c)[0] in "LMN" else "-" for c in letters)
    plain = divided.encode("ascii", "ignore").decode().lower()
    return re.sub(r"-+", "-", plain).strip("-")
