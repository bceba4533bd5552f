"""Japanese words as search compares them: runs of one script, since no spaces divide words.

Words that carry meaning are written in kanji or katakana; hiragana, which holds particles and
endings, is left out.
"""

import re
import unicodedata

_KANJI = re.compile("[々一-鿿]{2,}")
_ASKING = re.compile("[何誰今][々一-鿿]*")  # 何回 asks how often; no page is about it
_KATAKANA = re.compile("[ァ-ヺー]{2,}")


def fold(text: str) -> str:
    """Write letters of any width one way."""
    return unicodedata.normalize("NFKC", text)


def terms(text: str) -> list[str]:
    """Return katakana words, and runs of kanji with their tails: 共同連絡事務所 also as 事務所.

    A search for the beginning of a term then finds any part of a compound.
    """
    folded = _ASKING.sub(" ", fold(text))
    runs = _KANJI.findall(folded)
    return [run[start:] for run in runs for start in range(len(run) - 1)] + _KATAKANA.findall(
        folded
    )
