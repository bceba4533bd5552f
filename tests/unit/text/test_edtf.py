"""The EDTF profile: what parses, what days it spans, what is said of the rest."""

from datetime import date
from itertools import pairwise

import pytest

from generator.text.edtf import EdtfError, Precision, Qualifier, days_between, parse

SPANS = [
    ("2021-07-27", "2021-07-27", "2021-07-27"),
    ("2021-07", "2021-07-01", "2021-07-31"),
    ("2021-02", "2021-02-01", "2021-02-28"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2024-02-29", "2024-02-29", "2024-02-29"),
    ("2000-02-29", "2000-02-29", "2000-02-29"),
    ("2021", "2021-01-01", "2021-12-31"),
    ("0001", "0001-01-01", "0001-12-31"),
    ("9999", "9999-01-01", "9999-12-31"),
    # A doubtful day is that day: nothing is padded for a qualifier.
    ("2021-07-27?", "2021-07-27", "2021-07-27"),
    ("2021-07~", "2021-07-01", "2021-07-31"),
    ("2021%", "2021-01-01", "2021-12-31"),
    ("2021-07-XX", "2021-07-01", "2021-07-31"),
    ("2024-02-XX", "2024-02-01", "2024-02-29"),
    ("2021-XX-XX", "2021-01-01", "2021-12-31"),
    ("2021-07-XX?", "2021-07-01", "2021-07-31"),
    ("202X", "2020-01-01", "2029-12-31"),
    ("001X", "0010-01-01", "0019-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("99XX", "9900-01-01", "9999-12-31"),
    ("202X~", "2020-01-01", "2029-12-31"),
    ("2021-21", "2021-03-01", "2021-05-31"),
    ("2021-22", "2021-06-01", "2021-08-31"),
    ("2021-23", "2021-09-01", "2021-11-30"),
    ("2021-24", "2021-12-01", "2022-02-28"),
    ("2023-24", "2023-12-01", "2024-02-29"),
    ("9999-24", "9999-12-01", "9999-12-31"),
    ("2021-24~", "2021-12-01", "2022-02-28"),
    ("2021-07-03/2021-07-05", "2021-07-03", "2021-07-05"),
    ("2021-07-03/2021-07-03", "2021-07-03", "2021-07-03"),
    ("2021-07-03~/2021-07-05?", "2021-07-03", "2021-07-05"),
    ("2018/2021-07", "2018-01-01", "2021-07-31"),
    ("2021-07-27/2021-07", "2021-07-27", "2021-07-31"),
    ("2021-21/2021-23", "2021-03-01", "2021-11-30"),
    ("2021-07-27/..", "2021-07-27", None),
    ("2021-07~/..", "2021-07-01", None),
    ("../2021-07-27", None, "2021-07-27"),
    ("../2021", None, "2021-12-31"),
    ("[2021-07-03..2021-07-05]", "2021-07-03", "2021-07-05"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), SPANS)
def test_spans(text: str, earliest: str | None, latest: str | None) -> None:
    value = parse(text)
    assert value.earliest == (date.fromisoformat(earliest) if earliest else None)
    assert value.latest == (date.fromisoformat(latest) if latest else None)
    assert str(value) == text
    assert {value: "hashable"}[parse(text)] == "hashable"


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2021-07-27", Precision.DAY),
        ("2021-07-XX", Precision.DAY),
        ("2021-XX-XX", Precision.DAY),
        ("2021-07", Precision.MONTH),
        ("2021-22", Precision.SEASON),
        ("2021", Precision.YEAR),
        ("202X", Precision.DECADE),
        ("20XX", Precision.CENTURY),
        ("2021-07-27/2021-08", Precision.MONTH),
        ("2021/2022-07-27", Precision.YEAR),
        ("../2021-07", Precision.MONTH),
        ("[2021-07-03..2021-07-05]", Precision.DAY),
    ],
)
def test_precision_is_that_of_the_coarser_end(text: str, precision: Precision) -> None:
    assert parse(text).precision is precision


def test_each_end_keeps_its_qualifier() -> None:
    value = parse("2021-07-03~/2021-07-05?")
    assert value.start
    assert value.end
    assert value.start.qualifier is Qualifier.APPROXIMATE
    assert value.end.qualifier is Qualifier.UNCERTAIN
    assert parse("2021-07-27") != parse("2021-07-27?")


GENERAL = "Type a day as 2021-07-27, a month as 2021-07, a year as 2021, an interval as 2021/2022."
FAULTS = [
    ("", 0, "No date is given.", GENERAL),
    (" \n", 0, "No date is given.", GENERAL),
    ("soon", 0, "'soon' is not a date in EDTF.", GENERAL),
    ("21-07-27", 2, "'21-07-27' is not a date in EDTF.", GENERAL),
    ("2021-07-27\n", 10, r"'2021-07-27\n' is not a date in EDTF.", "Type 2021-07-27."),
    ("x" * 99, 0, f"'{'x' * 60}…' is not a date in EDTF.", GENERAL),
    ("20210", 4, "'20210' is not a date in EDTF.", GENERAL),
    ("-2021", 0, "'-2021' is not a date in EDTF.", GENERAL),
    ("X021", 0, "'X021' is not a date in EDTF.", GENERAL),
    ("2X21", 1, "'2X21' is not a date in EDTF.", GENERAL),
    ("XXXX", 0, "'XXXX' is not a date in EDTF.", GENERAL),
    (
        "2021-07-27T10:00",
        10,
        "'2021-07-27T10:00' carries a time, which has a field of its own.",
        "Type 2021-07-27.",
    ),
    (
        "2021-07-27/2021-07-28T10:00",
        21,
        "'2021-07-28T10:00' carries a time, which has a field of its own.",
        "Type 2021-07-27/2021-07-28.",
    ),
    (
        "0000-07",
        0,
        "'0000-07' takes in the year 0000, and years run from 0001 to 9999.",
        "Type a year from 0001 to 9999.",
    ),
    (
        "00XX",
        0,
        "'00XX' takes in the year 0000, and years run from 0001 to 9999.",
        "Type a year from 0001 to 9999.",
    ),
    (
        "202X-07",
        4,
        "'202X-07' leaves the year open but goes on to a month.",
        "Type 202X, or give the whole year.",
    ),
    (
        "2021-XX",
        5,
        "'2021-XX' leaves only its month open.",
        "Type 2021, or 2021-XX-XX for some day of that year.",
    ),
    (
        "2021-XX-05?",
        5,
        "'2021-XX-05?' leaves only its month open.",
        "Type 2021?, or 2021-XX-XX? for some day of that year.",
    ),
    ("2021-2X", 6, "'2021-2X' is not a date in EDTF.", GENERAL),
    (
        "2021-22-05",
        5,
        "'2021-22-05' gives a day to a season.",
        "Type 2021-22, or a month from 01 to 12.",
    ),
    (
        "2021-33~",
        5,
        "'2021-33~' uses a part of the year that is not supported.",
        "Type a month from 01 to 12, or a season from 21 (spring) to 24 (winter).",
    ),
    (
        "2021?-07",
        4,
        "'2021?-07' goes on after '?', which can only end a date.",
        "Type one of ? (uncertain), ~ (about) and % (both), at the end of the date.",
    ),
    ("2021/", 5, "'2021/' has no end.", "Type 2021/.. if that end is open."),
    ("/2021", 0, "'/2021' has no start.", "Type ../2021 if that end is open."),
    ("../..", 0, "'../..' names neither a start nor an end.", GENERAL),
    ("/..", 0, "'/..' names neither a start nor an end.", GENERAL),
    (
        "2021/2022/2023",
        9,
        "'2021/2022/2023' has more than one slash, and an interval has one.",
        GENERAL,
    ),
    (
        "{2021,2022}",
        0,
        "'{2021,2022}' is a set, and the only set allowed is a range of days.",
        "Type [2021-07-03..2021-07-05] for one day between two.",
    ),
    (
        "[2021-07-03..2021-07]",
        13,
        "'2021-07' is not a whole day, and a range in brackets runs between days.",
        "Type [2021-07-03..2021-07-31] for one day of them.",
    ),
    (
        "[2021-09..2021-07-03]",
        1,
        "'2021-09' is not a whole day, and a range in brackets runs between days.",
        "Type [2021-07-03..2021-09-30] for one day of them.",
    ),
    (
        "[2021-07-03?..2021-07-05]",
        1,
        "'2021-07-03?' is not a whole day, and a range in brackets runs between days.",
        "Type [2021-07-03..2021-07-05] for one day of them.",
    ),
    ("[2021-07-03..2021-7-05]", 19, "'2021-7-05' is not a date in EDTF.", GENERAL),
    ("2021/22-07", 7, "'22-07' is not a date in EDTF.", GENERAL),
]


@pytest.mark.parametrize(("text", "offset", "message", "hint"), FAULTS)
def test_faults(text: str, offset: int, message: str, hint: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    error = caught.value
    assert (error.message, error.hint, error.offset) == (message, hint, offset)
    assert not error.impossible
    assert str(error) == message


@pytest.mark.parametrize(
    ("text", "offset", "message", "hint"),
    [
        (
            "2021-02-30",
            8,
            "February 2021 has no day 30.",
            "Type a day from 2021-02-01 to 2021-02-28.",
        ),
        (
            "1900-02-29",
            8,
            "February 1900 has no day 29.",
            "Type a day from 1900-02-01 to 1900-02-28.",
        ),
        ("2021-07-00", 8, "July 2021 has no day 00.", "Type a day from 2021-07-01 to 2021-07-31."),
        (
            "2021-07-03/2021-06-31",
            19,
            "June 2021 has no day 31.",
            "Type a day from 2021-06-01 to 2021-06-30.",
        ),
        ("2021-13", 5, "The year 2021 has no month 13.", "Type a month from 01 to 12."),
        ("2021-42", 5, "The year 2021 has no month 42.", "Type a month from 01 to 12."),
        ("2021-00-01", 5, "The year 2021 has no month 00.", "Type a month from 01 to 12."),
        ("2021-27-07", 5, "The year 2021 has no month 27.", "Type a month from 01 to 12."),
        (
            "2021-07-05/2021-07-03",
            11,
            "'2021-07-05/2021-07-03' ends before it starts.",
            "Put the earlier date first: 2021-07-03/2021-07-05.",
        ),
        (
            "2021-07/2021-06-30",
            8,
            "'2021-07/2021-06-30' ends before it starts.",
            "Put the earlier date first: 2021-06-30/2021-07.",
        ),
        (
            "[2021-07-05..2021-07-03]",
            13,
            "'[2021-07-05..2021-07-03]' ends before it starts.",
            "Put the earlier date first: [2021-07-03..2021-07-05].",
        ),
    ],
)
def test_impossible(text: str, offset: int, message: str, hint: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    error = caught.value
    assert error.impossible
    assert (error.message, error.hint, error.offset) == (message, hint, offset)


REPAIRS = [
    (" 2021-07-27", "2021-07-27"),
    ("2021-07-27 ", "2021-07-27"),
    ("2021 - 07 - 27", "2021-07-27"),
    ("2021-07-03 / 2021-07-05", "2021-07-03/2021-07-05"),
    ("2021\u201307\u201327", "2021-07-27"),  # en dashes
    ("2021\u201107\u201127", "2021-07-27"),  # hyphens that do not break
    ("\uff12\uff10\uff12\uff11", "2021"),  # digits as wide as a Korean syllable
    ("2021-07-xx", "2021-07-XX"),
    ("2021-7-27", "2021-07-27"),
    ("2021-7", "2021-07"),
    ("2021/07/27", "2021-07-27"),
    ("2021/07", "2021-07"),
    ("2021.7.27", "2021-07-27"),
    ("2021. 7. 27.", "2021-07-27"),
    ("2021년 7월 27일", "2021-07-27"),
    ("2021年7月", "2021-07"),
    ("20210727", "2021-07-27"),
    ("27.07.2021", "2021-07-27"),
    ("27/07/2021", "2021-07-27"),
    ("07/27/2021", "2021-07-27"),
    ("5/5/2021", "2021-05-05"),
    ("07/2021", "2021-07"),
    ("27 July 2021", "2021-07-27"),
    ("27 Jul 2021", "2021-07-27"),
    ("27th of July, 2021", "2021-07-27"),
    ("Tuesday, 27 July 2021", "2021-07-27"),
    ("July 27, 2021", "2021-07-27"),
    ("JULY 2021", "2021-07"),
    ("Sept. 2021", "2021-09"),
    ("summer 2021", "2021-22"),
    ("fall of 2021", "2021-23"),
    ("the 2020s", "202X"),
    ("c. 2021", "2021~"),
    ("c.2021", "2021~"),
    ("circa July 2021", "2021-07~"),
    ("about 27 July 2021", "2021-07-27~"),
    ("~2021-07", "2021-07~"),
    ("27 July 2021?", "2021-07-27?"),
    ("July 2021 (uncertain)", "2021-07?"),
    ("2021-07-27?~", "2021-07-27%"),
    ("early July 2021", "2021-07-01~/2021-07-10~"),
    ("mid-July 2021", "2021-07-11~/2021-07-20~"),
    ("late July 2021", "2021-07-21~/2021-07-31~"),
    ("late February 2024", "2024-02-21~/2024-02-29~"),
    ("3-5 July 2021", "2021-07-03/2021-07-05"),
    ("3 to 5 July 2021", "2021-07-03/2021-07-05"),
    ("30 July 2021 - 2 August 2021", "2021-07-30/2021-08-02"),
    ("2021-7-3/2021-7-5", "2021-07-03/2021-07-05"),
    ("2021-07-27/28", "2021-07-27/2021-07-28"),
    ("2018-2021", "2018/2021"),
]


@pytest.mark.parametrize(("text", "repaired"), REPAIRS)
def test_hint_gives_the_text_in_edtf(text: str, repaired: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert caught.value.hint == f"Type {repaired}."
    assert str(parse(repaired)) == repaired


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("07/08/2021", "2021-08-07 or 2021-07-08"),
        ("07.08.2021", "2021-08-07 or 2021-07-08"),
        ("the 1900s", "190X or 19XX"),
        ("2020/21", "2020-21 or 2020/2021"),
    ],
)
def test_hint_gives_every_reading(text: str, readings: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert caught.value.hint == f"Type {readings}, whichever is meant."


@pytest.mark.parametrize(
    "text", ["July 27", "2020/20", "31/02/2021", "30 February 2021", "1st 2021", "27"]
)
def test_no_hint_guesses_what_the_text_does_not_say(text: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert caught.value.hint == GENERAL


def test_order() -> None:
    texts = [
        "../2021-07-01",  # open starts first, by their ends
        "../2021-07-02",
        "20XX",
        "2020-12-31",
        "2021-01-01",  # of one first day, the shorter first
        "2021-01-01?",  # of the same days and precision, by text
        "2021-01",
        "2021-01-01/2021-12-31",  # of the same days, the finer first
        "2021-XX-XX",
        "2021-01/2021-12",
        "2021",
        "2021-01-01/..",  # open ends last
        "2021-01-02",
    ]
    keys = [parse(text).sort_key() for text in texts]
    assert all(before < after for before, after in pairwise(keys))


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        ("2020-06-09", "2021-07-27", 413),
        ("2021-07-27", "2021-07-27", 0),
        ("2021-07-27", "2021-07-28", 1),
        ("2021-07-28", "2021-07-27", -1),
        ("2021-07-01/2021-07-05", "2021-07-08/2021-07-20", 3),
        ("2021-07/2021-08-05", "2021-08-08/..", 3),  # only the two ends between them count
        ("../2021-08-05", "2021-08-08/2021-08-09?", 3),
        ("2021-08-05/..", "2021-08-08", None),
        ("2021-08-05", "../2021-08-08", None),
        ("2021-08-05?", "2021-08-08", None),
        ("2021-08-05", "2021-08-08~", None),
        ("2021-08-XX", "2021-09-08", None),
        ("2021-08-05", "2021-09", None),
        ("2021-22", "2021-09-08", None),
        ("[2021-07-03..2021-07-05]", "2021-07-08", None),
        ("2021-07-01", "[2021-07-03..2021-07-05]", None),
    ],
)
def test_days_between(a: str, b: str, days: int | None) -> None:
    assert days_between(parse(a), parse(b)) == days
