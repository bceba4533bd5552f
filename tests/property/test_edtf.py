"""EDTF for any text: laws of our own, and two other libraries where they are right.

The oracles are `edtf` 5.0.2 and `edtf-validate` 2.0.0. Where they differ from the standard or from
our decisions, a test below says so; research on them is in the explainer notes, finding 5.
"""

import re
from datetime import date

import edtf
import pytest
from edtf_validate.valid_edtf import is_valid
from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.text.edtf import Edtf, EdtfError, days_between, parse
from generator.text.edtf_words import machine, readable, short

DAYS = st.dates().map(date.isoformat)
MONTHS = DAYS.map(lambda day: day[:7])
YEARS = DAYS.map(lambda day: day[:4])
SEASONS = st.builds("{}-{}".format, YEARS, st.integers(21, 24))
OPEN_DAYS = st.one_of(MONTHS.map("{}-XX".format), YEARS.map("{}-XX-XX".format))
OPEN_YEARS = st.one_of(
    st.integers(1, 999).map("{:03}X".format), st.integers(1, 99).map("{:02}XX".format)
)
PLAIN = st.one_of(DAYS, MONTHS, YEARS, SEASONS, OPEN_DAYS, OPEN_YEARS)
DATES = st.builds("{}{}".format, PLAIN, st.sampled_from(["", "", "?", "~", "%"]))


@st.composite
def intervals(draw: st.DrawFn) -> str:
    a, b = draw(DATES), draw(DATES)
    form = draw(st.sampled_from(["{}/{}", "{}/..", "../{}"]))
    text = form.format(a, b)
    return text if isinstance(outcome(text), Edtf) else f"{b}/{a}"


ONE_OF = st.tuples(DAYS, DAYS).map(lambda pair: "[{}..{}]".format(*sorted(pair)))
TEXTS = st.one_of(DATES, intervals(), ONE_OF)
VALUES = TEXTS.map(parse)
# Near misses find more than free text does.
NEAR = st.text("0123456789XTx-/.?~%[]{}, \u2013年月日Julycabotsr", max_size=30)


@st.composite
def broken(draw: st.DrawFn) -> str:
    text = draw(TEXTS)
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(NEAR) + text[at + draw(st.integers(0, 3)) :]


def outcome(text: str) -> Edtf | EdtfError:
    try:
        return parse(text)
    except EdtfError as error:
        return error


@given(TEXTS)
def test_round_trip(text: str) -> None:
    value = parse(text)
    assert str(value) == text
    assert parse(str(value)) == value
    assert hash(parse(text)) == hash(value)


@given(VALUES)
def test_bounds_are_ordered(value: Edtf) -> None:
    assert value.earliest is not None or value.latest is not None
    if value.earliest and value.latest:
        assert value.earliest <= value.latest
    assert (value.start is None) == (value.earliest is None)
    assert (value.end is None) == (value.latest is None)


@given(DATES)
def test_a_qualifier_never_moves_a_bound(text: str) -> None:
    value, plain = parse(text), parse(text.rstrip("?~%"))
    assert (value.earliest, value.latest) == (plain.earliest, plain.latest)


@given(VALUES, VALUES)
def test_sort_key_is_total_and_follows_the_bounds(a: Edtf, b: Edtf) -> None:
    assert (a.sort_key() == b.sort_key()) == (a == b)
    first, second = sorted((a, b), key=Edtf.sort_key)
    assert (first.earliest or date.min) <= (second.earliest or date.min)
    if first.earliest == second.earliest:
        assert (first.latest or date.max) <= (second.latest or date.max)
        assert first.latest is not None or second.latest is None
    assert first.earliest is None or second.earliest is not None


@given(DAYS, DAYS)
def test_days_sort_as_in_the_calendar(a: str, b: str) -> None:
    assert (parse(a).sort_key() < parse(b).sort_key()) == (a < b)
    assert days_between(parse(a), parse(b)) == (date.fromisoformat(b) - date.fromisoformat(a)).days


@given(st.one_of(st.text(), NEAR, broken()))
@example("early 0000-00")  # once a month 0 reached the calendar
@example("2021-07-27\n")
@example("[" * 200)
@example("\ud800")
def test_any_text_gives_a_value_or_an_error_inside_it(text: str) -> None:
    got = outcome(text)
    if isinstance(got, Edtf):
        assert str(got) == text
        return
    assert 0 <= got.offset <= len(text)
    for sentence in (got.message, got.hint):
        assert sentence.endswith(".")
        assert "\n" not in sentence
    if found := re.fullmatch(r"Type (\S+)\.", got.hint):
        assert str(parse(found[1])) == found[1]


@given(VALUES)
def test_every_value_has_words(value: Edtf) -> None:
    for words in (readable(value), readable(value, weekday=True), short(value)):
        assert words == " ".join(words.split())
        assert words
        assert "None" not in words
    html = machine(value)
    assert html is None or html == str(value)


@given(st.one_of(DAYS, MONTHS, YEARS, SEASONS, OPEN_YEARS))
def test_the_words_for_a_date_are_understood_as_a_slip(text: str) -> None:
    """What a reader sees can be typed back: the hint then gives the date that was shown."""
    words = readable(parse(text))
    assume("AD" not in words and "the years" not in words and "winter" not in words)
    got = outcome(words)
    assert text in (got.hint if isinstance(got, EdtfError) else str(got))


# Oracles


@given(st.one_of(PLAIN, DAYS.map("{}?".format), MONTHS.map("{}~".format), YEARS.map("{}%".format)))
def test_edtf_validate_takes_our_dates(text: str) -> None:
    """Qualified open dates (`202X~`, `2021-07-XX?`) are left out: it refuses them, `edtf` does not.

    ISO 8601-2 qualifies any date, and a decade may be as doubtful as a year.
    """
    assert is_valid(text)


@given(st.from_regex(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?", fullmatch=True))
def test_edtf_validate_refuses_the_same_days_and_months(text: str) -> None:
    """Left out: the year 0000 and parts of the year from 25 to 41, which our profile drops.

    And 29 February, which it takes in every year.
    """
    assume(text[:4] != "0000" and not 25 <= int(text[5:7]) <= 41 and text[5:] != "02-29")
    assert is_valid(text) == isinstance(outcome(text), Edtf)


@given(DAYS, DAYS)
def test_edtf_validate_refuses_the_same_intervals(a: str, b: str) -> None:
    """Of whole days only: it also refuses `2021-07-27/2021-07`, which can end on the 31st."""
    early, late = sorted((a, b))
    assert is_valid(str(parse(f"{early}/{late}")))
    assert is_valid(f"{late}/{early}") == (early == late)
    if early != late:
        with pytest.raises(EdtfError) as caught:
            parse(f"{late}/{early}")
        assert caught.value.impossible


@given(st.one_of(PLAIN, st.tuples(DAYS, DAYS).map(lambda pair: "/".join(sorted(pair))), ONE_OF))
def test_edtf_gives_the_same_bounds(text: str) -> None:
    """Left out: winter (its own ends in December) and open ends (infinity instead of a date).

    Qualifiers are left out too: lower_fuzzy pads a doubtful day by a year, and ours never pads.
    """
    value = parse(text)
    assume(value.start is not None and value.start.season != 24)
    oracle = edtf.parse_edtf(text)
    assert value.earliest
    assert value.latest
    assert tuple(oracle.lower_strict()[:3]) == value.earliest.timetuple()[:3]
    assert tuple(oracle.upper_strict()[:3]) == value.latest.timetuple()[:3]


@pytest.mark.parametrize("text", ["2021-07-27?", "2021-07~", "2021%", "202X~", "2021-07-XX?"])
def test_where_edtf_pads_we_do_not(text: str) -> None:
    value, oracle = parse(text), edtf.parse_edtf(text)
    assert value.earliest
    assert tuple(oracle.lower_strict()[:3]) == value.earliest.timetuple()[:3]
    assert tuple(oracle.lower_fuzzy()[:3]) < value.earliest.timetuple()[:3]
