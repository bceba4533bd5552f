"""The reference is that of the models: nothing is left out, and every field says what it is for."""

import re
from collections.abc import Iterator
from typing import Annotated

import pytest
from pydantic import BaseModel

from generator.problems import Code
from generator.reference import PROBLEMS, page_of, reference, words
from generator.schema.fields import Clock, Date, Text, Texts
from generator.schema.layout import Shape, all_shapes
from tests.sites import BASE, source_files

PAGES = reference(source_files(BASE))


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield the model and those within it, as JSON Schema finds them."""
    yield model
    within = model.model_json_schema().get("$defs", {})
    yield from (cls for cls in all_models() if cls.__name__ in within)


def all_models() -> list[type[BaseModel]]:
    found: list[type[BaseModel]] = []
    waiting: list[type[BaseModel]] = [BaseModel]
    while waiting:
        for cls in waiting.pop().__subclasses__():
            found.append(cls)
            waiting.append(cls)
    return [cls for cls in found if cls.__module__.startswith("generator.schema")]


@pytest.mark.parametrize("shape", all_shapes(), ids=lambda shape: shape.kind.value)
def test_every_field_of_every_kind_is_in_the_reference(shape: Shape) -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| (required)? ?\| (.+) \| (.*) \|$", PAGES[page_of(shape)], re.MULTILINE
    )
    expected = [
        (info.alias or name, "required" if info.is_required() else "", info.description or "")
        for model in models(shape.fields)
        for name, info in model.model_fields.items()
    ]
    assert sorted((name, needed, meaning) for name, needed, _, meaning in rows) == sorted(expected)
    assert all(meaning.endswith(".") for _, _, _, meaning in rows)


@pytest.mark.parametrize("code", list(Code))
def test_every_problem_has_its_section(code: Code) -> None:
    assert re.search(rf"^## {code}\n\n\S", PAGES[PROBLEMS], re.MULTILINE)


def test_types_are_said_in_plain_words() -> None:
    assert words(Annotated[Text | None, "a note"]) == "text"
    assert words(Texts) == "text, or a list of texts"
    assert words(Date | None).startswith("a date in EDTF")
    assert words(Clock) == "a time with its zone, like `10:00 KST`"
    assert words(tuple[Date, ...]).startswith("a list; each: a date")
    assert words(dict[str, Text]) == "names with values: text, a colon, text"


def test_ids_say_whose_they_are() -> None:
    assert "| `place` |  | the id of a place, or a list of ids |" in PAGES["reference/event.md"]
    assert "| `source` | required | the id of a source |" in PAGES["reference/commitment.md"]


def test_examples_come_from_the_content() -> None:
    shown = PAGES["reference/event.md"].partition("## Example")[2]
    assert "content/events/2021/2021-0" in shown
    assert "kind: " in shown
    registry = PAGES["reference/outlet.md"].partition("```yaml\n")[2].partition("\n````")[0]
    assert BASE["outlets.yaml"].startswith(registry)
    assert len(re.findall(r"^\S", registry, re.MULTILINE)) == 1
