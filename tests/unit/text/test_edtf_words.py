"""How EDTF values read: in full, in tables, and to machines."""

import pytest

from generator.text.edtf import parse
from generator.text.edtf_words import machine, readable, short

# text, readable, short
WORDS = [
    ("2021-07-27", "27 July 2021", "27 Jul 2021"),
    ("2021-07-03", "3 July 2021", "3 Jul 2021"),
    ("2021-07", "July 2021", "Jul 2021"),
    ("2021-09", "September 2021", "Sep 2021"),
    ("2021", "2021", "2021"),
    ("0866-10-14", "14 October AD 866", "14 Oct AD 866"),
    ("2021-21", "spring 2021", "spring 2021"),
    ("2021-22", "summer 2021", "summer 2021"),
    ("2021-23", "autumn 2021", "autumn 2021"),
    ("2021-24", "winter 2021–22", "winter 2021–22"),
    ("1999-24", "winter 1999–2000", "winter 1999–2000"),
    ("2008-24", "winter 2008–09", "winter 2008–09"),
    ("202X", "the 2020s", "the 2020s"),
    ("086X", "the years AD 860–869", "the years AD 860–869"),
    ("20XX", "the years 2000–2099", "the years 2000–2099"),
    ("2021-07-XX", "a day in July 2021", "a day in Jul 2021"),
    ("2021-XX-XX", "a day in 2021", "a day in 2021"),
    ("2021-07-XX~", "a day in about July 2021", "a day in about Jul 2021"),
    ("2021-07~", "about July 2021", "about Jul 2021"),
    ("2021-07-27?", "27 July 2021 (uncertain)", "27 Jul 2021 (uncertain)"),
    ("2021%", "about 2021 (uncertain)", "about 2021 (uncertain)"),
    ("2021-22~", "about summer 2021", "about summer 2021"),
    ("2021-07-27/2021-07-27", "27 July 2021", "27 Jul 2021"),
    ("2021-07-03/2021-07-05", "3–5 July 2021", "3–5 Jul 2021"),
    ("2021-07-30/2021-08-02", "30 July – 2 August 2021", "30 Jul – 2 Aug 2021"),
    (
        "2021-12-29/2022-01-03",
        "29 December 2021 – 3 January 2022",
        "29 Dec 2021 – 3 Jan 2022",
    ),
    ("2020-07-03/2021-07-05", "3 July 2020 – 5 July 2021", "3 Jul 2020 – 5 Jul 2021"),
    ("2021-07/2021-09", "July–September 2021", "Jul–Sep 2021"),
    ("2021-12/2022-01", "December 2021 – January 2022", "Dec 2021 – Jan 2022"),
    ("2018/2021", "2018–2021", "2018–2021"),
    ("198X/2021", "the 1980s – 2021", "the 1980s – 2021"),
    ("2021-07/2021-08-05", "July 2021 – 5 August 2021", "Jul 2021 – 5 Aug 2021"),
    ("2021-07-27/2021-07", "27 July 2021 – July 2021", "27 Jul 2021 – Jul 2021"),
    ("2021-07-XX/2021-07-09", "a day in July 2021 – 9 July 2021", "a day in Jul 2021 – 9 Jul 2021"),
    ("2021-10-04/..", "since 4 October 2021", "since 4 Oct 2021"),
    ("2021-10~/..", "since about October 2021", "since about Oct 2021"),
    ("../2023-04-07", "until 7 April 2023", "until 7 Apr 2023"),
    ("[2021-07-03..2021-07-05]", "between 3 and 5 July 2021", "between 3 and 5 Jul 2021"),
    (
        "[2021-07-30..2021-08-02]",
        "between 30 July and 2 August 2021",
        "between 30 Jul and 2 Aug 2021",
    ),
    (
        "[2021-12-29..2022-01-03]",
        "between 29 December 2021 and 3 January 2022",
        "between 29 Dec 2021 and 3 Jan 2022",
    ),
    ("[2021-07-03..2021-07-03]", "3 July 2021", "3 Jul 2021"),
    ("2021-07-01~/2021-07-10~", "early July 2021", "early Jul 2021"),
    ("2021-07-11~/2021-07-20~", "mid-July 2021", "mid-Jul 2021"),
    ("2021-07-21~/2021-07-31~", "late July 2021", "late Jul 2021"),
    ("2024-02-21~/2024-02-29~", "late February 2024", "late Feb 2024"),
    ("2021-07-21~/2021-07-30~", "about 21–30 July 2021", "about 21–30 Jul 2021"),
    ("2021-07-01?/2021-07-10?", "1–10 July 2021 (uncertain)", "1–10 Jul 2021 (uncertain)"),
    ("2021-07-01/2021-07-10", "1–10 July 2021", "1–10 Jul 2021"),
    # A qualifier covers both ends only where they are one phrase; it never seems to be one end's.
    (
        "2021-07-01~/2021-07-10",
        "about 1 July 2021 – 10 July 2021",
        "about 1 Jul 2021 – 10 Jul 2021",
    ),
    (
        "2021-07-03/2021-07-05?",
        "3 July 2021 – 5 July 2021 (uncertain)",
        "3 Jul 2021 – 5 Jul 2021 (uncertain)",
    ),
    ("2021-07-03?/2021-07-05?", "3–5 July 2021 (uncertain)", "3–5 Jul 2021 (uncertain)"),
    (
        "2021-07-30~/2021-08-02~",
        "about 30 July 2021 – about 2 August 2021",
        "about 30 Jul 2021 – about 2 Aug 2021",
    ),
    ("2018%/2021%", "about 2018–2021 (uncertain)", "about 2018–2021 (uncertain)"),
]


@pytest.mark.parametrize(("text", "full", "cut"), WORDS)
def test_words(text: str, full: str, cut: str) -> None:
    assert readable(parse(text)) == full
    assert short(parse(text)) == cut


def test_short_months() -> None:
    months = [short(parse(f"2021-{month:02}")).split()[0] for month in range(1, 13)]
    assert " ".join(months) == "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2021-07-27", "Tuesday 27 July 2021"),
        ("2021-07", "July 2021"),
        ("2021-07-27~", "about 27 July 2021"),  # a doubtful day has no weekday to tell
        ("2021-07-27?", "27 July 2021 (uncertain)"),
        ("2021-07-03/2021-07-05", "Saturday 3 – Monday 5 July 2021"),
        ("2021-07-03~/2021-07-05~", "about 3–5 July 2021"),
        ("2021-07-30/2021-08-02", "Friday 30 July – Monday 2 August 2021"),
        (
            "2021-12-29/2022-01-03",
            "Wednesday 29 December 2021 – Monday 3 January 2022",
        ),
        ("2021-07-03/2021-07-05?", "Saturday 3 July 2021 – 5 July 2021 (uncertain)"),
        ("2021-10-04/..", "since Monday 4 October 2021"),
        ("[2021-07-03..2021-07-05]", "between Saturday 3 and Monday 5 July 2021"),
    ],
)
def test_weekday(text: str, words: str) -> None:
    assert readable(parse(text), weekday=True) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-07-27", "2021-07-27"),
        ("2021-07", "2021-07"),
        ("2021", "2021"),
        ("0866", "0866"),
        ("2021-07-27?", None),
        ("2021-07~", None),
        ("2021%", None),
        ("2021-07-XX", None),
        ("2021-XX-XX", None),
        ("2021-22", None),
        ("202X", None),
        ("20XX", None),
        ("2021-07-03/2021-07-05", None),
        ("2021-07-27/..", None),
        ("../2021-07-27", None),
        ("[2021-07-03..2021-07-05]", None),
    ],
)
def test_machine(text: str, expected: str | None) -> None:
    assert machine(parse(text)) == expected
