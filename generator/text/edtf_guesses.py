"""What people type instead of EDTF, turned into texts that may be what they meant."""

import re
import unicodedata
from collections.abc import Iterator

from generator.text.months import MONTHS, SEASONS, month_end

_LONGEST_REPAIRED = 80  # no slip is longer, and guesses stay cheap
_SHORTEST_NAME = 3  # Jan, Feb, ...
_SEPARATOR = "[-./ ]+"
_ORDINAL = "(?:st|nd|rd|th)?"
_YEAR_FIRST = re.compile(
    rf"([0-9]{{4}})(?:{_SEPARATOR}|[年년] ?)([0-9]{{1,2}})"
    rf"(?:(?:{_SEPARATOR}|[月월] ?)([0-9]{{1,2}}))?[.日일月월]?"
)
_UNSEPARATED = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})?")
_YEAR_LAST = re.compile(
    rf"(?:([0-9]{{1,2}}){_SEPARATOR})?([0-9]{{1,2}}){_SEPARATOR}([0-9]{{4}})",
)
_DAY_FIRST = re.compile(
    rf"(?:[a-z]+day,? )?(?:the )?([0-9]{{1,2}}){_ORDINAL}(?: of)? ?([a-z]+)\.?,? ?([0-9]{{4}})"
)
_WORD_FIRST = re.compile(
    rf"(?:[a-z]+day,? )?([a-z]+)\.?(?: (?:the )?([0-9]{{1,2}}){_ORDINAL})?,?(?: of)? ([0-9]{{4}})"
)
_DECADE = re.compile(r"(?:the )?([0-9]{3})0'?s")
_TIMED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[t ]+[0-9]{1,2}[:0-9].*")
_ABOUT = re.compile(r"(?:c|ca|circa|about|around|approx|approximately)(?:\. ?| |(?=[0-9]))(.+)")
_THIRD = re.compile(r"(early|mid|late)[- ]+(.+)")
_SHORT_RANGE = re.compile(r"([0-9]{1,2})(?: ?- ?| to )([0-9]{1,2} ([a-z]+ [0-9]{4}))")
_RANGE = re.compile(
    r"(.*?[0-9]{4}.*?)(?: - |(?<=^[0-9]{4})-(?=[0-9]{4}$)| to |/)(.*[0-9]{4}.*)",
)


def guesses(text: str) -> Iterator[str]:
    """Yield texts that may be what was meant, best first; not all of them are dates."""
    if len(text) > _LONGEST_REPAIRED:
        return
    tidy = unicodedata.normalize("NFKC", text).casefold()
    tidy = re.sub("[\u2010\u2011\u2212]", "-", re.sub("[\u2013\u2014]", " - ", tidy))
    yield from _spans(" ".join(tidy.split()))


def _spans(text: str) -> Iterator[str]:
    yield from _marked(text)
    if found := _THIRD.fullmatch(text):
        yield from _thirds(found[1], found[2])
    found = re.fullmatch(r"(.*)([0-9]{2})(?: - | ?/ ?)([0-9]{2})", text)  # 2020/21, 2021-07-27/28
    if found and found[2] < found[3]:
        yield f"{found[1]}{found[2]}/{found[1]}{found[3]}"
    if found := _SHORT_RANGE.fullmatch(text):
        text = f"{found[1]} {found[3]} to {found[2]}"
    if found := _RANGE.fullmatch(text):
        ends = tuple(_marked(found[2]))
        yield from (f"{start}/{end}" for start in _marked(found[1]) for end in ends)


def _thirds(which: str, text: str) -> Iterator[str]:
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}[which]
    for month in _dates(text):
        if re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", month) and month > "0001":
            end = min(last, month_end(int(month[:4]), int(month[5:])).day)
            yield f"{month}-{first:02}~/{month}-{end}~"


def _marked(text: str) -> Iterator[str]:
    yield from _dates(text)
    if found := _ABOUT.fullmatch(text):
        yield from (f"{guess}~" for guess in _dates(found[1]))
    if found := re.fullmatch(r"([?~%]) ?(.+)", text):
        yield from (f"{guess}{found[1]}" for guess in _dates(found[2]))
    if found := re.fullmatch(r"(.+?) ?(\(uncertain\)|\?~|~\?|[?~%])", text):
        mark = {"(uncertain)": "?", "?~": "%", "~?": "%"}.get(found[2], found[2])
        yield from (f"{guess}{mark}" for guess in _dates(found[1]))


def _dates(text: str) -> Iterator[str]:
    yield text.replace(" ", "").upper()
    if found := _TIMED.fullmatch(text):
        yield found[1]
    if found := _YEAR_FIRST.fullmatch(text) or _UNSEPARATED.fullmatch(text):
        yield _iso(found[1], found[2], found[3])
    if found := _YEAR_LAST.fullmatch(text):
        yield _iso(found[3], found[2], found[1])
        yield _iso(found[3], found[1] or found[2], found[2] if found[1] else None)
    if found := _DAY_FIRST.fullmatch(text):
        yield _iso(found[3], _number(found[2]), found[1])
    if found := _WORD_FIRST.fullmatch(text):
        yield _iso(found[3], _number(found[1]), found[2])
    if found := _DECADE.fullmatch(text):
        yield f"{found[1]}X"
        if found[1].endswith("0"):
            yield f"{found[1][:2]}XX"


def _iso(year: str, month: str, day: str | None) -> str:
    return f"{year}-{month:0>2}" + (f"-{day:0>2}" if day else "")


def _number(word: str) -> str:
    """The number of a month, also cut to three letters or more, or of a season; else ''."""
    numbers = [*enumerate(MONTHS, 1), *SEASONS.items(), (23, "fall")]
    found = [
        n for n, name in numbers if len(word) >= _SHORTEST_NAME and name.lower().startswith(word)
    ]
    return str(found[0]) if found else ""
