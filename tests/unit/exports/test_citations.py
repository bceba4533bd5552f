"""BibTeX and RIS as other libraries read them."""

import re
from dataclasses import replace

import pybtex.database
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from generator.exports.citations import bibtex, ris
from generator.model.registry import Source
from generator.text import edtf
from tests.sites import edition_of

EDITION = edition_of({})
SOURCE = replace(
    EDITION.library.sources["times-2021-05-02"],
    title="공동 연락사무소 & 100 % “open”: {a} \\b ~c^d #1_2 $3",
    author="Kim 金 {and} Lee",
    url="https://times.example/a?b=1&c=%20{d}#e_f",
    archive="https://archive.example/1_2",
)


def read_bibtex(*sources: Source) -> pybtex.database.BibliographyData:
    return pybtex.database.parse_string(bibtex(sources, EDITION).decode(), "bibtex")


SIGNS = {
    "braceleft": "{",
    "braceright": "}",
    "backslash": "\\",
    "asciitilde": "~",
    "asciicircum": "^",
}


def plain(value: str) -> str:
    """Return what LaTeX would print."""
    escaped = re.compile(r"\\(?:([&%$#_])|text([a-z]+)\{\})")
    inner = value.removeprefix("{").removesuffix("}") if value.startswith("{") else value
    return escaped.sub(lambda found: found[1] or SIGNS[found[2]], inner)


def test_bibtex_gives_back_what_was_put_in() -> None:
    entry = read_bibtex(SOURCE).entries["times-2021-05-02"]
    assert entry.type == "article"
    assert plain(entry.fields["title"]) == SOURCE.title
    assert plain(entry.fields["journal"]) == "Valley Times"
    assert [entry.fields[name] for name in ("year", "day")] == ["2021", "2"]
    assert entry.fields["month"] == "May"
    assert entry.fields["url"] == "https://times.example/a?b=1&c=%20%7Bd%7D#e_f"
    assert plain(entry.fields["note"]) == "Archived at https://archive.example/1_2"
    (author,) = entry.persons["author"]
    assert plain(author.last_names[0]) == SOURCE.author


def test_ris_gives_back_what_was_put_in() -> None:
    (record,) = rispy.loads(ris([SOURCE], EDITION).decode())
    assert record == {
        "type_of_reference": "NEWS",
        "id": "times-2021-05-02",
        "title": SOURCE.title,
        "authors": [SOURCE.author],
        "secondary_title": "Valley Times",
        "year": "2021",
        "date": "2021/05/02/",
        "language": "en",
        "urls": [SOURCE.url],
        "file_attachments2": SOURCE.archive,
    }


DATES = [
    ("2021-05", "2021", "May", None, "2021/05/00/"),
    ("2021", "2021", None, None, "2021/00/00/"),
    ("2021-05-02/2021-05-03", None, None, None, None),
    ("2021-XX-XX", None, None, None, None),
    ("0099-05-02", "0099", "May", "2", "0099/05/02/"),
]


@pytest.mark.parametrize(("typed", "year", "month", "day", "date"), DATES)
def test_a_date_is_told_as_far_as_it_is_known(
    typed: str, year: str | None, month: str | None, day: str | None, date: str | None
) -> None:
    source = replace(SOURCE, issued=edtf.parse(typed))
    fields = read_bibtex(source).entries["times-2021-05-02"].fields
    assert [fields.get(name) for name in ("year", "month", "day")] == [
        year and str(int(year)),
        month,
        day,
    ]
    (record,) = rispy.loads(ris([source], EDITION).decode())
    assert (record.get("year"), record.get("date")) == (year, date)


def test_entries_stand_in_the_order_given() -> None:
    sources = [EDITION.library.sources[id_] for id_ in ("wire-2021-05-01", "almanac")]
    assert list(read_bibtex(*sources).entries) == ["wire-2021-05-01", "almanac"]
    assert [r["id"] for r in rispy.loads(ris(sources, EDITION).decode())] == [
        "wire-2021-05-01",
        "almanac",
    ]
    assert read_bibtex(*sources).entries["almanac"].type == "misc"


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1).filter(str.strip))
def test_any_title_keeps_the_other_fields_apart(title: str) -> None:
    source = replace(SOURCE, title=title, author="")
    fields = read_bibtex(source).entries["times-2021-05-02"].fields
    assert fields["year"] == "2021"
    assert plain(fields["title"]) == " ".join(title.split())
    (record,) = rispy.loads(ris([source], EDITION).decode())
    assert record.get("title", "") == " ".join(title.split())
    assert record["year"] == "2021"
