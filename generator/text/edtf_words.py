"""Says an EDTF value in British English, in full or short, and as HTML's `<time datetime>`."""

from dataclasses import dataclass, replace

from generator.text.edtf import WINTER, Edtf, Form, Part, Precision, Qualifier
from generator.text.months import MONTHS, SEASONS

_FOUR_DIGITS = 1000
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class _Style:
    months: tuple[str, ...]
    weekday: bool


def readable(value: Edtf, *, weekday: bool = False) -> str:
    """With `weekday`, days without qualifier carry theirs: "Tuesday 27 July 2021"."""
    return _words(value, _Style(MONTHS, weekday))


def short(value: Edtf) -> str:
    """The readable text with months cut to three letters, for tables."""
    return _words(value, _Style(tuple(month[:3] for month in MONTHS), weekday=False))


def machine(value: Edtf) -> str | None:
    """A valid date, month or year string of HTML, or None: HTML knows no doubt and no interval.

    https://html.spec.whatwg.org/multipage/text-level-semantics.html#datetime-value
    """
    part = value.start
    if value.form is not Form.DATE or part is None or part.qualifier:
        return None
    is_plain = part.precision in (Precision.MONTH, Precision.YEAR) or part.is_exact_day
    return str(part) if is_plain else None


def _words(value: Edtf, style: _Style) -> str:
    start, end = value.start, value.end
    if end is None:
        return f"since {_one(start, style)}" if start else ""
    if start is None:
        return f"until {_one(end, style)}"
    if start == end:
        return _one(start, style)
    if value.form is Form.ONE_OF:
        return "between {} and {}".format(*_pair(start, end, style))
    return _range(start, end, style)


def _range(start: Part, end: Part, style: _Style) -> str:
    third = _third_of_month(start, end)
    if third:
        return f"{third}{_month(start, style)} {_year(start.year)}"
    unit = _unit(start, end, style) if start.qualifier is end.qualifier else ""
    return _qualified(unit, end.qualifier) if unit else "{} – {}".format(*_pair(start, end, style))


def _third_of_month(start: Part, end: Part) -> str:
    """Say "early ", "mid-" or "late " for `2021-07-21~/2021-07-31~` and its like, else ""."""
    about = start.qualifier is end.qualifier is Qualifier.APPROXIMATE
    if not about or (start.year, start.month) != (end.year, end.month):
        return ""
    thirds = {(1, 10): "early ", (11, 20): "mid-"}
    month_end = replace(end, precision=Precision.MONTH, day=None).latest.day
    thirds[21, month_end] = "late "
    return thirds.get((start.day or 0, end.day or 0), "")


def _unit(start: Part, end: Part, style: _Style) -> str:
    """Both ends in one phrase that a qualifier can stand before or after, else ""."""
    kinds = {start.precision, end.precision}
    if kinds == {Precision.YEAR}:
        return f"{_year(start.year)}–{end.year}"
    if start.year != end.year:
        return ""
    if kinds == {Precision.MONTH}:
        return f"{_month(start, style)}–{_month(end, style)} {_year(end.year)}"
    has_weekdays = style.weekday and not start.qualifier
    if start.day and end.day and start.month == end.month and not has_weekdays:
        return f"{start.day}–{end.day} {_month(end, style)} {_year(end.year)}"
    return ""


def _pair(start: Part, end: Part, style: _Style) -> tuple[str, str]:
    """The start leaves out what it shares with the end, unless a qualifier must stay its own."""
    last = _one(end, style)
    if not (start.is_exact_day and end.is_exact_day) or start.year != end.year:
        return _one(start, style), last
    day = _day(start, style)
    return (day if start.month == end.month else f"{day} {_month(start, style)}"), last


def _one(part: Part, style: _Style) -> str:
    if part.precision is Precision.DAY and part.day is None:
        within = Precision.MONTH if part.month else Precision.YEAR
        return f"a day in {_one(replace(part, precision=within), style)}"
    return _qualified(_plain(part, style), part.qualifier)


def _plain(part: Part, style: _Style) -> str:
    if part.season:
        year = _year(part.year)
        if part.season == WINTER:  # it ends in the next year, and "winter 2021" leaves open which
            after = part.year + 1
            year += f"–{after % 100:02}" if after % 100 else f"–{after}"
        return f"{SEASONS[part.season]} {year}"
    if part.precision is Precision.CENTURY:
        return f"the years {_year(part.year)}–{part.latest.year}"
    if part.precision is Precision.DECADE:
        is_old = part.year < _FOUR_DIGITS
        return f"the years {_year(part.year)}–{part.year + 9}" if is_old else f"the {part.year}s"
    words = [_day(part, style)] if part.day else []
    words += [_month(part, style)] if part.month else []
    return " ".join([*words, _year(part.year)])


def _qualified(text: str, qualifier: Qualifier) -> str:
    about = "about " if qualifier in (Qualifier.APPROXIMATE, Qualifier.BOTH) else ""
    uncertain = " (uncertain)" if qualifier in (Qualifier.UNCERTAIN, Qualifier.BOTH) else ""
    return f"{about}{text}{uncertain}"


def _day(part: Part, style: _Style) -> str:
    has_weekday = style.weekday and part.is_exact_day
    return f"{_WEEKDAYS[part.earliest.weekday()]} {part.day}" if has_weekday else str(part.day)


def _month(part: Part, style: _Style) -> str:
    return style.months[(part.month or 1) - 1]


def _year(year: int) -> str:
    """A year of fewer than four digits would pass for a day or a count."""
    return str(year) if year >= _FOUR_DIGITS else f"AD {year}"
