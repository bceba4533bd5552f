"""Knows which texts are dates in our profile of EDTF and which days they span, not their wording.

The profile of ISO 8601-2 (https://www.loc.gov/standards/datetime/): level 0 without times; of
level 1 the qualifiers, open intervals, seasons 21-24, `202X`, `20XX`, `2021-07-XX`, `2021-XX-XX`;
of level 2 the range `[2021-07-03..2021-07-05]`, one day between two. Years are 0001 to 9999.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import takewhile

from generator.text.edtf_guesses import guesses
from generator.text.months import MONTHS, SEASONS, month_end

WINTER = 24
_LONGEST_QUOTED = 60


class EdtfError(ValueError):
    """Why a text is no date of the profile; `offset` counts characters of that text from 0.

    `impossible` marks a text that is well formed but names no day of the calendar, such as
    2021-02-30, or an interval that ends before it starts. `meant` is the text in EDTF where only
    one is possible.
    """

    meant = ""

    def __init__(self, message: str, hint: str, offset: int, *, impossible: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.offset = offset
        self.impossible = impossible


class Qualifier(StrEnum):
    NONE = ""
    UNCERTAIN = "?"
    APPROXIMATE = "~"
    BOTH = "%"


class Precision(StrEnum):
    """From fine to coarse; `Edtf.sort_key` relies on this order."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Form(StrEnum):
    DATE = "date"
    INTERVAL = "interval"
    ONE_OF = "one of"


@dataclass(frozen=True, slots=True)
class Part:
    """One date. A day whose `day` is None is some day of its month, or of its year without month.

    `year` is the first year of a decade (202X is 2020) or century. Only `parse` makes parts.
    """

    precision: Precision
    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None
    qualifier: Qualifier = Qualifier.NONE

    @property
    def is_exact_day(self) -> bool:
        return self.day is not None and self.qualifier is Qualifier.NONE

    @property
    def earliest(self) -> date:
        if self.season is not None:
            return date(self.year, (self.season - 20) * 3, 1)
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """Seasons are northern; winter 2021 ends in February 2022, as weather services count."""
        if self.season == WINTER:
            return month_end(self.year + 1, 2) if self.year < date.max.year else date.max
        if self.season is not None:
            return month_end(self.year, (self.season - 20) * 3 + 2)
        if self.month is not None:
            return self.earliest if self.day else month_end(self.year, self.month)
        years = {Precision.DECADE: 10, Precision.CENTURY: 100}.get(self.precision, 1)
        return date(self.year + years - 1, 12, 31)

    def __str__(self) -> str:
        if self.precision is Precision.DECADE:
            return f"{self.year // 10:03}X{self.qualifier}"
        if self.precision is Precision.CENTURY:
            return f"{self.year // 100:02}XX{self.qualifier}"
        second = self.season or self.month
        text = f"{self.year:04}" + (f"-{second:02}" if second else "")
        if self.precision is Precision.DAY:
            text += ("" if second else "-XX") + (f"-{self.day:02}" if self.day else "-XX")
        return f"{text}{self.qualifier}"


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date, an interval, or one day of a range; a date is its own start and end.

    None stands for an open end, of which an interval has at most one. Only `parse` makes values.
    """

    form: Form
    start: Part | None
    end: Part | None

    @property
    def earliest(self) -> date | None:
        """The first day it may be, None for an open start; a qualifier never widens it."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> date | None:
        """The last day it may be, None for an open end; a qualifier never widens it."""
        return self.end.latest if self.end else None

    @property
    def precision(self) -> Precision:
        """That of the coarser end."""
        order = tuple(Precision)
        return max((part.precision for part in (self.start, self.end) if part), key=order.index)

    def sort_key(self) -> tuple[int, int, int, str]:
        """By first day (open first), last day (open last), finer before coarser, then text.

        Since shorter comes first among dates of one first day, finer comes first among dates of
        the same days too: 2021-01-01/2021-12-31, then 2021-01/2021-12, then 2021.
        """
        first = self.earliest.toordinal() if self.earliest else 0
        last = self.latest.toordinal() if self.latest else date.max.toordinal() + 1
        return first, last, tuple(Precision).index(self.precision), str(self)

    def __str__(self) -> str:
        if self.form is Form.DATE:
            return str(self.start)
        if self.form is Form.ONE_OF:
            return f"[{self.start}..{self.end}]"
        return f"{self.start or '..'}/{self.end or '..'}"


def parse(text: str) -> Edtf:
    """Raises EdtfError, whose hint gives the text in EDTF where its meaning can be made out."""
    try:
        return _parsed(text)
    except EdtfError as error:
        repairs = () if error.impossible else _repairs(text)
        if not repairs:
            raise
        which = ", whichever is meant." if len(repairs) > 1 else "."
        hint = f"Type {' or '.join(repairs)}{which}"
        guessed = EdtfError(error.message, hint, error.offset)
        guessed.meant = repairs[0] if len(repairs) == 1 else ""
        raise guessed from None


def days_between(a: Edtf, b: Edtf) -> int | None:
    """Days from the end of `a` to the start of `b`, negative where `b` starts first.

    None unless both are days without qualifier; the ends of `[..]` are not days it ended on.
    """
    if a.end is None or b.start is None or Form.ONE_OF in (a.form, b.form):
        return None
    if not (a.end.is_exact_day and b.start.is_exact_day):
        return None
    return (b.start.earliest - a.end.latest).days


# The grammar

_PART = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<mark>[?~%]?)"
)
_SHAPES = ("0000-00-00", "0000-00-XX", "0000-XX-XX", "000X", "00XX")
_FORMS = "Type a day as 2021-07-27, a month as 2021-07, a year as 2021, an interval as 2021/2022."


def _parsed(text: str) -> Edtf:
    if not text.strip():
        raise EdtfError("No date is given.", _FORMS, 0)
    if text[0] in "[{":
        return _one_of(text)
    if "/" in text:
        return _interval(text)
    part = _part(text, 0)
    return Edtf(Form.DATE, part, part)


def _interval(text: str) -> Edtf:
    left, _, right = text.partition("/")
    at = len(left) + 1
    if "/" in right:
        message = f"{_quoted(text)} has more than one slash, and an interval has one."
        raise EdtfError(message, _FORMS, at + right.index("/"))
    if {left, right} <= {"", ".."}:
        raise EdtfError(f"{_quoted(text)} names neither a start nor an end.", _FORMS, 0)
    if not left or not right:
        hint = f"Type {left or '..'}/{right or '..'} if that end is open."
        end = "end" if left else "start"
        raise EdtfError(f"{_quoted(text)} has no {end}.", hint, at if left else 0)
    start = None if left == ".." else _part(left, 0)
    end_part = None if right == ".." else _part(right, at)
    if start and end_part and end_part.latest < start.earliest:
        raise _reversed(text, f"{right}/{left}", at)
    return Edtf(Form.INTERVAL, start, end_part)


def _one_of(text: str) -> Edtf:
    found = re.fullmatch(r"\[([^][{},./]+)\.\.([^][{},./]+)\]", text)
    if not found:
        message = f"{_quoted(text)} is a set, and the only set allowed is a range of days."
        raise EdtfError(message, "Type [2021-07-03..2021-07-05] for one day between two.", 0)
    start, end = (_part(found[side], found.start(side)) for side in (1, 2))
    for side, part in ((1, start), (2, end)):
        if not part.is_exact_day:
            message = f"'{part}' is not a whole day, and a range in brackets runs between days."
            first, last = (end, start) if end.latest < start.earliest else (start, end)
            whole = f"[{first.earliest}..{last.latest}]"
            raise EdtfError(message, f"Type {whole} for one day of them.", found.start(side))
    if end.latest < start.earliest:
        raise _reversed(text, f"[{end}..{start}]", found.start(2))
    return Edtf(Form.ONE_OF, start, end)


def _reversed(text: str, swapped: str, at: int) -> EdtfError:
    message = f"{_quoted(text)} ends before it starts."
    return EdtfError(message, f"Put the earlier date first: {swapped}.", at, impossible=True)


def _part(piece: str, at: int) -> Part:
    found = _PART.fullmatch(piece)
    if not found:
        raise _misshapen(piece, at)
    digits, month, day, mark = found.group("year", "month", "day", "mark")
    year, qualifier = int(digits.replace("X", "0")), Qualifier(mark)
    if year == 0:
        message = f"'{piece}' takes in the year 0000, and years run from 0001 to 9999."
        raise EdtfError(message, "Type a year from 0001 to 9999.", at)
    if month is None:
        coarse = (Precision.YEAR, Precision.DECADE, Precision.CENTURY)[digits.count("X")]
        return Part(coarse, year, qualifier=qualifier)
    if "X" in digits:
        message = f"'{piece}' leaves the year open but goes on to a month."
        raise EdtfError(message, f"Type {digits}, or give the whole year.", at + 4)
    if month == "XX" and day == "XX":
        return Part(Precision.DAY, year, qualifier=qualifier)
    if month == "XX":
        message = f"'{piece}' leaves only its month open."
        hint = f"Type {digits}{mark}, or {digits}-XX-XX{mark} for some day of that year."
        raise EdtfError(message, hint, at + 5)
    number = int(month)
    if number in SEASONS and day is None:
        return Part(Precision.SEASON, year, season=number, qualifier=qualifier)
    if number not in range(1, 13):
        raise _no_such_month(piece, number, at + 5)
    if day is None:
        return Part(Precision.MONTH, year, number, qualifier=qualifier)
    whole_day = None if day == "XX" else _day(year, number, day, at + 8)
    return Part(Precision.DAY, year, number, whole_day, qualifier=qualifier)


def _day(year: int, month: int, day: str, at: int) -> int:
    last = month_end(year, month).day
    if int(day) not in range(1, last + 1):
        message = f"{MONTHS[month - 1]} {year:04} has no day {day}."
        hint = f"Type a day from {year:04}-{month:02}-01 to {year:04}-{month:02}-{last}."
        raise EdtfError(message, hint, at, impossible=True)
    return int(day)


def _no_such_month(piece: str, number: int, at: int) -> EdtfError:
    year, has_day = piece[:4], piece[7:8] == "-"
    if number in SEASONS:
        message = f"'{piece}' gives a day to a season."
        return EdtfError(message, f"Type {piece[:7]}, or a month from 01 to 12.", at)
    if number in range(25, 42) and not has_day:  # seasons by hemisphere, quarters and the like
        message = f"'{piece}' uses a part of the year that is not supported."
        hint = "Type a month from 01 to 12, or a season from 21 (spring) to 24 (winter)."
        return EdtfError(message, hint, at)
    message = f"The year {year} has no month {number:02}."
    return EdtfError(message, "Type a month from 01 to 12.", at, impossible=True)


def _misshapen(piece: str, at: int) -> EdtfError:
    mask = re.sub("[0-9]", "0", piece)
    pairs = (
        takewhile(lambda pair: pair[0] == pair[1], zip(mask, s, strict=False)) for s in _SHAPES
    )
    misfit = max(len(list(equal)) for equal in pairs)
    if misfit in (4, 7, 10) and piece[misfit : misfit + 1] in tuple("?~%"):
        message = f"{_quoted(piece)} goes on after '{piece[misfit]}', which can only end a date."
        hint = "Type one of ? (uncertain), ~ (about) and % (both), at the end of the date."
        return EdtfError(message, hint, at + misfit)
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]+[0-9]", piece):
        message = f"{_quoted(piece)} carries a time, which has a field of its own."
        return EdtfError(message, "Leave the time out of the date.", at + 10)
    return EdtfError(f"{_quoted(piece)} is not a date in EDTF.", _FORMS, at + misfit)


def _quoted(text: str) -> str:
    return repr(text if len(text) <= _LONGEST_QUOTED else text[:_LONGEST_QUOTED] + "…")


def _repairs(text: str) -> tuple[str, ...]:
    good: dict[str, None] = {}
    for guess in guesses(text):
        try:
            good[str(_parsed(guess))] = None
        except EdtfError:
            continue
    return tuple(good)
