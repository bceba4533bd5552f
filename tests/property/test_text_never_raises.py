"""Any text gives a value or problems, never an exception, and every position lies in its file."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator import report
from generator.problems import Position, Problem
from generator.schema.layout import REQUIRED_FILES
from generator.schema.record import SourceFile
from generator.stages.read import read
from generator.stages.resolve import resolve
from generator.stages.validate import validate
from generator.text import frontmatter, markdown
from generator.text.edtf import Edtf, EdtfError, parse
from tests.property.strategies import DOCUMENTS, EDITED, PATHS, TEXTS
from tests.sites import BASE, resolved, source_files

PATH = "content/events/2021/x.md"


def assert_inside(problems: Iterable[Problem], texts: Mapping[str, str]) -> None:
    """Every place is a line of its file, at most one character past its end."""
    for problem in problems:
        for at in (problem.position, *problem.related):
            assert_place(at, texts)
        assert problem.message.strip()
        assert problem.message.rstrip().endswith((".", "?", "…")), problem.message


def assert_place(at: Position, texts: Mapping[str, str]) -> None:
    lines = texts.get(at.path, "").split("\n")
    assert 1 <= at.line <= len(lines), at
    assert 1 <= at.column <= len(lines[at.line - 1]) + 1, (at, lines[at.line - 1])


@given(TEXTS, st.sampled_from([1, 2]))
@settings(deadline=None)
@example("a: *b", 1)
@example("? ", 1)
@example("%", 1)
@example("a: |\n\tb", 1)
@example("a: !<\n", 2)
@example("? ", 2)
def test_any_text_as_fields(text: str, first_line: int) -> None:
    loaded = frontmatter.load(PATH, text, first_line)
    whole = "---\n" * (first_line - 1) + text
    assert_inside(loaded.problems, {PATH: whole})
    assert loaded.problems or loaded.value is not None


@given(TEXTS, st.sampled_from(["account", "page"]))
@settings(deadline=None)
@example("a\n[@b\n| [[c]] |\n|-|\n", "account")
def test_any_text_as_a_body(text: str, kind: str) -> None:
    body = markdown.parse(PATH, text, 1, account=kind == "account")
    assert_inside(body.problems, {PATH: text})
    for link in body.value.links():
        assert_place(link.position, {PATH: text})
    for citation in body.value.citations():
        assert_place(citation.position, {PATH: text})
    for claim in body.value.claims:
        assert_place(claim.position, {PATH: text})
    anchors = [claim.anchor for claim in body.value.claims]
    anchors += [a for part in body.value.sections for a in (part.anchor, *part.inner)]
    if not body.problems:
        assert len(set(anchors)) == len(anchors)


@given(PATHS, st.one_of(TEXTS, DOCUMENTS))
@settings(deadline=None)
def test_any_text_as_a_file(path: str, text: str) -> None:
    checked = validate(SourceFile(f"content/{path}", path, text))
    assert_inside(checked.problems, {f"content/{path}": text})
    for record in checked.value.records:
        assert_place(record.position, {f"content/{path}": text})
    resolve([checked.value])


@given(st.lists(EDITED, max_size=4))
@settings(deadline=None)
def test_any_slips_in_a_good_site(slips: list[tuple[str, str]]) -> None:
    site = {**BASE, **dict(slips)}
    checked = resolved(source_files(site))
    texts = {f"content/{path}": text for path, text in site.items()}
    assert_inside(checked.problems, texts)
    shown = report.text(checked.problems, {path: text.split("\n") for path, text in texts.items()})
    assert shown.count(": ") >= 2 * len(checked.problems)
    report.as_json(checked.problems).encode()
    report.github(checked.problems).encode()
    report.sarif(checked.problems, "0").encode()


@given(
    st.dictionaries(st.sampled_from(sorted({*BASE, "x", "events/x.md"})), st.binary(max_size=200))
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None
)
def test_any_bytes_in_the_folder(tmp_path: Path, files: dict[str, bytes]) -> None:
    content = tmp_path / os.urandom(8).hex() / "content"
    for path, data in files.items():
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    content.mkdir(parents=True, exist_ok=True)
    found = read(content)
    checked = resolved(found.value)
    texts = {
        f"content/{path}": data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
        for path, data in files.items()
    }
    assert_inside((*found.problems, *checked.problems), texts)
    assert {name for name in REQUIRED_FILES if name not in files} <= {
        problem.position.path.removeprefix("content/") for problem in found.problems
    }


@given(TEXTS)
@settings(deadline=None)
def test_any_text_as_a_date(text: str) -> None:
    found = date_or_fault(text)
    if isinstance(found, EdtfError):
        assert 0 <= found.offset <= len(text)
        assert found.message
        assert found.hint


def date_or_fault(text: str) -> Edtf | EdtfError:
    try:
        return parse(text)
    except EdtfError as error:
        return error
