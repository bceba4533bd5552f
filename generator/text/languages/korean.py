"""Korean words as search compares them: particles off, parts of compounds, both orthographies.

North and South write a word differently where it begins with ㄹ or ㄴ (련락 and 연락, 로동 and
노동); `fold` writes both one way, wherever the syllable stands, because compounds move it inside.
"""

import re
import unicodedata

_WORD = re.compile("[가-힣]+")
_FIRST, _PER_INITIAL, _PER_VOWEL = 0xAC00, 588, 28
_N, _R, _NONE = 2, 5, 11
_Y_VOWELS = frozenset((2, 3, 6, 7, 12, 17, 20))

ENDINGS = (
    "했습니까 되었나요 했나요 했는가 했을까 하나요 하는가 하기로 됐나요 되었나 되었다"
    " 되나요 인가요 이었나 이라는 이라고 입니까 에서는 에서의 에게서 으로는 으로의"
    " 했던 했나 했다 했지 하는 하기 하고 하며 하면 하자 하다 한다 할까 해서 해야 됐나 됐다"
    " 되는 된다 인가 이란 이다 에서 에게 에는 에도 으로 로는 로의 과의 와의 까지 부터 보다"
    " 처럼 만에 께서 한테 간의 들의 들이 들은 들을 후에 뒤에"
    " 에 로 과 와 만 도 은 는 이 가 을 를 의 간 들 후 때"
)
"""What may follow a noun, longest first: verb forms of 하다 and 되다, and particles."""

_ENDINGS = tuple(ENDINGS.split())
_ASKING = (
    "가장 같은 거기 것은 관련 그것 그리고 그런 그때 누가 누구 다른 다시 대한 대해 동안 됐나요"
    " 되나요 되었나요 때문 또는 마지막 무슨 무엇 뭐가 뭔가 몇번 모두 사이 설명 어느 어디 어떤"
    " 어떻게 언제 얼마 얼마나 없나요 여기 오늘 왜 우리 위해 이것 이후 이번 있나요 있는 있었나요"
    " 있었던 있었 정말 지금 지난 하나요 했나요 현재"
)
_STOP_WORDS = frozenset((*_ASKING.split(), *_ENDINGS))


def fold(text: str) -> str:
    """Write text one way, whichever Korea's spelling it has; other letters stay."""
    return "".join(map(_folded, unicodedata.normalize("NFC", text)))


def _folded(letter: str) -> str:
    place = ord(letter) - _FIRST
    if not 0 <= place < 11172:  # noqa: PLR2004 - so many syllables has Unicode's Hangul
        return letter
    initial, rest = divmod(place, _PER_INITIAL)
    if initial not in {_N, _R}:
        return letter
    if rest // _PER_VOWEL in _Y_VOWELS:
        initial = _NONE
    elif initial == _R:
        initial = _N
    return chr(_FIRST + initial * _PER_INITIAL + rest)


def bare(word: str) -> str:
    """Return a word without its particle or verb ending, if two syllables remain."""
    for ending in _ENDINGS:
        if len(word) - len(ending) > 1 and word.endswith(ending):
            return word.removesuffix(ending)
    return word


def terms(text: str) -> list[str]:
    """Return each word bare and folded, and the tails of long ones: 통신연락선 also as 연락선.

    A search for the beginning of a term then finds any part of a compound.
    """
    typed = _WORD.findall(unicodedata.normalize("NFC", text))
    found = [fold(bare(word)) for word in typed if not {word, bare(word)} & _STOP_WORDS]
    return [word[start:] for word in found for start in range(max(len(word) - 1, 1))]
