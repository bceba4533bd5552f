"""English words as search compares them: without accents, case and endings."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_INNER = re.compile(r"['’]s\b|(?<=[^\W_])['’.](?=[^\W_])")
_STEMMED = re.compile(r"(?!\d+$)[a-z0-9]{4,}")

IRREGULAR = {
    form: word
    for word, forms in {
        "blow": "blew blown",
        "break": "broke broken",
        "bring": "brought",
        "build": "built",
        "choose": "chose chosen",
        "come": "came",
        "cut": "cutting",
        "draw": "drew drawn",
        "fall": "fell fallen",
        "fly": "flew flown flies",
        "give": "gave given",
        "go": "went gone",
        "hold": "held",
        "keep": "kept",
        "kill": "killing",
        "lead": "led",
        "leave": "left",
        "lose": "lost",
        "make": "made",
        "man": "men",
        "meet": "met",
        "say": "said",
        "sell": "sold",
        "send": "sent",
        "shoot": "shot",
        "speak": "spoke spoken",
        "stand": "stood",
        "take": "took taken",
        "tear": "tore torn",
        "withdraw": "withdrew withdrawn",
        "woman": "women",
        "write": "wrote written",
    }.items()
    for form in forms.split()
}
"""Forms that no rule reaches; the search page is given the same list."""

ENDINGS = (
    "isations izations isation ization ations ation ements ement ments ment ingly ising izing ised"
    " ized ises izes ions ion ings ing edly ed ers ies ise ize es er ly s e y"
)
"""Longest first; what is left must keep three letters and a vowel."""

QUESTION_WORDS = (
    "a about after again all also am an and any are as at be been before being between but by can"
    " could did do does done during each ever exactly for from get give had happen happened"
    " happening has have he her him his how i if in into is it its kind know latest long many me"
    " mean means much my not now of off on one or other our out over please really say says she"
    " should since so some such tell than that the their them then there these they this those to"
    " under until up was we were what when where whether which while who whom whose why will with"
    " would you your"
)
"""What only makes words a question."""

_ENDINGS = tuple(ENDINGS.split())
_LEFT = re.compile(r"(?=...).*[aeiouy]")
_DOUBLED = re.compile(r"^(..+)(.)\2$")  # stopp(ing) is stop, but see is see


def words(text: str) -> list[str]:
    """Return the words of a text as typed but for accents: "U.S." is one word, "Kim's" is "Kim"."""
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _WORD.findall(_INNER.sub("", plain))


def stem(word: str) -> str:
    """Return what the forms of a word share; cruder than a dictionary, alike for text and query."""
    lower = word.lower()
    lower = IRREGULAR.get(lower, lower)
    if not _STEMMED.fullmatch(lower):
        return lower
    for ending in _ENDINGS:
        rest = lower.removesuffix(ending)
        if rest != lower and _LEFT.match(rest):
            return _DOUBLED.sub(r"\1\2", rest)
    return _DOUBLED.sub(r"\1\2", lower)
