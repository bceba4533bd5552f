"""Citation groups in Pandoc's syntax: `[@a; @b]`, with a speaker before a colon and `but`.

`[south-korea: @a; @b; but north-korea: @c]` says that a and b carry South Korea's word and that
c carries North Korea's, against it. A speaker holds until the next one is named or `but` comes;
everything after `but` disputes the claim. `[earlier @a]` says that the source is knowingly older
than the event. `[@a, p. 3]` keeps a locator. Speaker, `but` and `earlier` are prefixes in Pandoc's
grammar, so its own reader finds the same sources.
"""

import re
import unicodedata
from collections.abc import Callable

from generator.problems import Checked, Code, Position, Problem
from generator.text.prose import Citation, CitationGroup

GROUP = re.compile(r"\[(?!\[)(?=[^\[\]]*@)([^\[\]]*)\](?!\()")
ANCHOR = re.compile(r"[ \t]*\{#([^{}\s]*)\}")
UNCLOSED = re.compile(
    r"\[(?=[^\[\]]*(?:\[|\Z))(?:but\s+)?(?:[^\s@:,;\[\]]+\s*:\s*)?@[^\s\[\]][^\n]*"
)
_CITATION = re.compile(
    r"(?P<but>but\s+)?(?P<earlier>earlier\s+)?(?:(?P<speaker>[^\s@:,;]+)\s*:\s*)?@(?P<source>[^\s@:,;]+)"
    r"\s*(?:,(?=\s*[^\s@])(?P<locator>[^@]+))?"
)
_FORM = "Write it as [@source-id], several as [@one; @two], a speaker as [speaker-id: @one]."


def parse_group(inner: str, locate: Callable[[int], Position]) -> Checked[CitationGroup]:
    """Read the text between the brackets; `locate` maps offsets into it to positions."""
    citations: list[Citation] = []
    problems: list[Problem] = []
    speaker, speaker_position, disputes = "", None, False
    start = 0
    for piece in inner.split(";"):
        part = piece.strip()
        next_start = start + len(piece) + 1
        start += len(piece) - len(piece.lstrip())
        match = _CITATION.fullmatch(part)
        if match is None:
            at = locate(start)
            message = f"'{part}' is not a citation."
            problems.append(Problem(at, Code.MALFORMED_CITATION, message, _FORM))
        else:
            if match["but"]:
                speaker, speaker_position, disputes = "", None, True
            if match["speaker"]:
                speaker, speaker_position = match["speaker"], locate(start + match.start("speaker"))
            citations.append(
                Citation(
                    match["source"],
                    locate(start + match.start("source")),
                    speaker,
                    speaker_position,
                    unicodedata.normalize("NFC", (match["locator"] or "").strip()),
                    disputes,
                    bool(match["earlier"]),
                )
            )
        start = next_start
    return Checked(CitationGroup(tuple(citations)), tuple(problems))
