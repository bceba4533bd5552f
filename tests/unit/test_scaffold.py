"""New files: where they go, what they are called, and that each gap is one problem."""

from collections.abc import Callable

import pytest

from generator import scaffold
from generator.page_metadata import PageMetadata
from generator.scaffold import Desk, NewFile
from generator.text import frontmatter
from generator.text.edtf import parse
from generator.text.frontmatter import Scalar
from tests.sites import BASE, Changes, problems_of, source_files, told


def desk(changes: Changes | None = None) -> Desk:
    return Desk.of(source_files({**BASE, **(changes or {})}))


def event(date: str, title: str) -> NewFile:
    return scaffold.event(desk(), parse(date), title)


def with_new(new: NewFile) -> list[str]:
    return told(problems_of({new.inner_path: new.text}))


@pytest.mark.parametrize(
    ("date", "title", "path"),
    [
        ("2021-07-27", "The ferry: runs #2", "events/2021/2021-07-27-the-ferry-runs-2.md"),
        ("2021-07", "Ferry", "events/2021/2021-07-ferry.md"),
        ("2021-07-XX", "Ferry", "events/2021/2021-07-ferry.md"),
        ("2021-07-27/2021-08", "Ferry", "events/2021/2021-07-27-ferry.md"),
        ("../2021-07-27", "Ferry", "events/2021/2021-07-27-ferry.md"),
        ("2021-21", "Ferry", "events/2021/2021-ferry.md"),
        ("202X", "Ferry", "events/2020/2020-ferry.md"),
        ("2021-07-27", "남북", "events/2021/2021-07-27-event.md"),
        ("2021-03-01", "Bridge shut", "events/2021/2021-03-01-bridge-shut-2.md"),
    ],
)
def test_an_event_lies_in_its_year_under_its_date_and_title(
    date: str, title: str, path: str
) -> None:
    new = event(date, title)
    assert new.inner_path == path
    assert with_new(new) == [f"{path}:5:6 wrong-value", f"{path}:9:1 uncited-claim"]


@pytest.mark.parametrize(
    ("make", "path", "problems"),
    [
        (scaffold.actor, "actors/is-it-late.md", ["5:6 wrong-value"]),
        (scaffold.thread, "threads/is-it-late.md", ["3:7 wrong-value", "6:1 uncited-claim"]),
        (scaffold.question, "questions/is-it-late.md", ["4:10 wrong-value", "6:1 uncited-claim"]),
        (
            scaffold.commitment,
            "commitments/is-it-late.md",
            ["3:5 wrong-value", "5:6 wrong-value", "7:1 uncited-claim"],
        ),
        (
            scaffold.check,
            "checks/is-it-late.md",
            ["2:8 wrong-value", "5:9 wrong-value", "7:1 uncited-claim"],
        ),
    ],
)
def test_the_gaps_of_a_new_file_are_its_problems(
    make: Callable[[Desk, str], NewFile], path: str, problems: list[str]
) -> None:
    new = make(desk(), 'Is it "late": #1?')
    assert new.inner_path == path.replace("late", "late-1")
    assert with_new(new) == [f"{new.inner_path}:{problem}" for problem in problems]


def test_an_id_is_free_in_all_kinds() -> None:
    taken: Changes = {"pages/mill.md": "---\ntitle: Mill\n---\n", "threads/mill-2.md": "broken"}
    assert scaffold.actor(desk(taken), "Mill").inner_path == "actors/mill-3.md"
    assert scaffold.actor(desk(), "Mill Town").inner_path == "actors/mill-town-2.md"
    long = scaffold.actor(desk(), "word " * 40).inner_path
    assert len(long) <= len("actors/.md") + 64
    assert not long.endswith("-.md")


@pytest.mark.parametrize(
    "value",
    [
        "plain",
        "a: b",
        "a #b",
        "@a",
        '"a" b',
        "'tis",
        r"a\b",
        "“a”",
        "- a",
        "[a] b",
        "# a",
        "50%",
        "\\'",
    ],
)
def test_a_title_reads_as_it_was_given(value: str) -> None:
    loaded = frontmatter.load("", f"a: {scaffold.typed(value)}\n")
    assert loaded.problems == ()
    assert loaded.value is not None
    node = loaded.value.get("a")
    assert isinstance(node, Scalar)
    assert node.value == value


PAGE = PageMetadata(
    "The bridge: open again", "Times", "2021-05-03", "en", "A. Pen", is_article=True
)


def test_a_source_goes_to_the_end_of_its_years_bibliography() -> None:
    new = scaffold.source(desk(), "https://www.times.example/again", PAGE)
    assert new.inner_path == "sources/2021.yaml"
    assert new.gaps == ()
    assert new.text == BASE["sources/2021.yaml"] + (
        "- id: valley-times-2021-05-03-the-bridge-open\n"
        "  type: article-newspaper\n"
        '  title: "The bridge: open again"\n'
        "  author: A. Pen\n"
        "  issued: 2021-05-03\n"
        "  URL: https://www.times.example/again\n"
        "  language: en\n"
        "  outlet: valley-times\n"
    )
    assert with_new(new) == []
    assert scaffold.holds_all_of(BASE["sources/2021.yaml"], new.text)


def test_an_entry_is_indented_like_the_others() -> None:
    lines = BASE["sources/2021.yaml"].splitlines()
    indented = "\n".join([lines[0], *(f"  {line}" for line in lines[1:])])
    new = scaffold.source(desk({"sources/2021.yaml": indented}), "https://times.example/b", PAGE)
    assert "\n  - id: valley-times-2021-05-03" in new.text
    assert "\n    type: article-newspaper\n" in new.text
    assert with_new(new) == []


def test_of_an_unknown_page_only_the_address_is_written_and_the_rest_is_told() -> None:
    new = scaffold.source(desk(), "https://www.nobody.example/x", PageMetadata())
    assert new.inner_path == "sources/undated.yaml"
    assert new.gaps == ("title", "language", "outlet", "issued")
    assert new.text.startswith("references:\n- id: nobody-undated\n  type: webpage\n")
    assert [line.rsplit(" ")[-1] for line in with_new(new)] == ["wrong-value"] * 3


def test_an_address_that_is_cited_already_is_known() -> None:
    assert scaffold.cited(desk(), "https://times.example/open") == "times-2021-05-02"
    assert scaffold.cited(desk(), "https://times.example/other") == ""


def test_a_bibliography_that_lost_something_is_noticed() -> None:
    text = BASE["sources/2021.yaml"]
    assert not scaffold.holds_all_of(text, text)
    assert not scaffold.holds_all_of(text, "references: [a")
    assert not scaffold.holds_all_of("a: [b", "references:\n- id: a\n")
