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

STOP_WORDS = (
    "a about above across actually after against all along already also although am among an"
    " and any anybody anyone anything are around as at away be became because become been before"
    " behind being below beside besides between beyond both but by can cannot could did do does"
    " doing done down during each either else even ever every everyone everything exactly for"
    " from gave get gets getting give given go goes going gone got had happen happened happening"
    " happens has have having he her here him his how however i if in inside instead into is it"
    " its itself just kind know known latest let like long made make many may me mean means"
    " might more most much must my near neither no nobody none nor not nothing now of off on once"
    " one only onto or other others our out outside over own per perhaps please put rather"
    " really said same say saying says she should since so some somebody someone something soon"
    " still such tell than that the their them then there these they thing things this those"
    " though through thus till to together too toward towards under unless until up upon us very"
    " via want wanted was way we went were what when where whether which while who whom whose"
    " why will with within without would yet you your"
)
"""What says nothing of the matter, or only makes words a question."""

FAINT_WORDS = (
    "back big day good great last month new next number old part people place second small"
    " start stop third three time times today two use used week year years yesterday"
)
"""What says little: pages that hold these and nothing else of a query answer it badly."""

_BY_LAST_LETTER = {
    letter: tuple(ending for ending in ENDINGS.split() if ending[-1] == letter)
    for letter in {ending[-1] for ending in ENDINGS.split()}
}
_LEFT = re.compile(r"(?=...).*[aeiouy]")
_DOUBLED = re.compile(r"^(..+)(.)\2$")  # stopp(ing) is stop, but see is see


def words(text: str) -> list[str]:
    """Return the words of a text as typed but for accents: "U.S." is one word, "Kim's" is "Kim"."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _WORD.findall(_INNER.sub("", text))


def stem(word: str) -> str:
    """Return what the forms of a word share; cruder than a dictionary, alike for text and query."""
    lower = word.lower()
    lower = IRREGULAR.get(lower, lower)
    if not _STEMMED.fullmatch(lower):
        return lower
    for ending in _BY_LAST_LETTER.get(lower[-1], ()):
        rest = lower.removesuffix(ending)
        if rest != lower and _LEFT.match(rest):
            return _DOUBLED.sub(r"\1\2", rest)
    return _DOUBLED.sub(r"\1\2", lower)
