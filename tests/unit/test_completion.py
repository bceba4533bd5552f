"""Schemas, snippets, forms: derived from the models, true for the content, and not drifting."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import completion
from generator.scaffold import Desk
from generator.schema.faults import plain
from generator.schema.layout import REFERENCES, Form, Kind, Shape, all_shapes, document_shapes
from generator.stages.read import read
from generator.text import fences, frontmatter
from tests.sites import BASE, problems_of, source_files, told
from tests.worlds import GOLDEN_CONTENT, ROOT, lay, run

SHAPES = all_shapes()


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.of(read(GOLDEN_CONTENT).value)


@pytest.fixture(scope="module")
def made(desk: Desk) -> dict[str, str]:
    return completion.files(desk, "content")


def shape_of(kind: Kind) -> Shape:
    return next(shape for shape in SHAPES if shape.kind is kind)


def as_json(path: Path, shape: Shape) -> str:
    """Return what a file, or its front matter, says, with every scalar as text."""
    text = path.read_text("utf-8")
    if shape.form is Form.DOCUMENT:
        cut = fences.split("", text).value
        assert cut is not None
        text = cut.yaml
    node = frontmatter.load("", text).value
    assert node is not None
    return json.dumps(plain(node))


def checked(schema: Path, *files: Path) -> int:
    command = (
        sys.executable,
        "-m",
        "check_jsonschema",
        "--schemafile",
        *map(str, (schema, *files)),
    )
    return subprocess.run(command, capture_output=True, check=False).returncode


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: completion.name_of(shape.kind))
def test_a_schema_takes_the_golden_content_and_refuses_other_ids(
    shape: Shape, made: dict[str, str], tmp_path: Path
) -> None:
    name = f"{completion.SCHEMAS}/{completion.name_of(shape.kind)}.schema.json"
    lay(tmp_path, {"schema.json": made[name]})
    assert json.loads(made[name])["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    places = shape.place.replace("<year>", "*").replace("<id>", "*")
    files = {
        f"{number}.json": as_json(path, shape)
        for number, path in enumerate(sorted(GOLDEN_CONTENT.glob(places)))
    }
    assert files
    lay(tmp_path, dict(files))
    assert checked(tmp_path / "schema.json", *(tmp_path / file for file in files)) == 0
    lay(tmp_path, {"bad.json": json.dumps({"nonsense": {"nonsense": "x"}, "references": [{}]})})
    assert checked(tmp_path / "schema.json", tmp_path / "bad.json") == 1


@pytest.mark.parametrize("kind", sorted(REFERENCES))
def test_every_field_that_holds_ids_completes_those_of_its_kinds(kind: Kind, desk: Desk) -> None:
    schema = completion.schema_of(shape_of(kind), desk)
    words = json.dumps(schema)
    for field, kinds in REFERENCES[kind]:
        ids = sorted(id_ for wanted in kinds for id_ in desk.ids(wanted))
        assert ids, field
        assert f'"enum": {json.dumps(ids)}' in words, field


def test_numbers_and_words_stand_for_text(desk: Desk) -> None:
    node = completion.schema_of(shape_of(Kind.SITE), desk)["properties"]["title"]
    assert node["type"] == ["string", "number", "boolean"]
    assert "title" not in node


def test_a_field_that_takes_one_or_several_ids_takes_both(desk: Desk) -> None:
    place = completion.schema_of(shape_of(Kind.EVENT), desk)["properties"]["place"]
    assert [form["type"] for form in place["anyOf"]] == ["string", "array"]


def test_settings_give_each_yaml_file_its_schema(made: dict[str, str]) -> None:
    schemas = json.loads(made[completion.SETTINGS])["yaml.schemas"]
    assert set(schemas) < set(made)
    for shape in SHAPES:
        listed = f"content/{shape.place.replace('<year>', '*')}" in schemas.values()
        assert listed == (shape.form is not Form.DOCUMENT)


@pytest.mark.parametrize("shape", document_shapes(), ids=lambda shape: shape.kind.value)
def test_a_snippet_has_every_required_field_and_no_other(shape: Shape) -> None:
    body = dict(completion.snippets())[f"New {shape.kind}"]["body"]
    typed = {line.partition(":")[0] for line in body[1 : body.index("---", 1)]}
    required = {n for n, info in shape.fields.model_fields.items() if info.is_required()}
    assert typed == required
    # Filled with nothing, it has exactly its gaps as problems: no fence, field or form is wrong.
    text = "\n".join(body).replace("$0", "")
    path = shape.place.replace("<year>", "2021").replace("<id>", "snippet")
    codes = {line.rsplit(" ")[-1] for line in told(problems_of({path: text}))}
    assert not codes & {"yaml-syntax", "missing-front-matter", "unknown-field", "missing-field"}


def test_the_forms_know_every_field(made: dict[str, str]) -> None:
    config = yaml.safe_load(made[".cms/config.yml"])
    collections: dict[str, Any] = {one["name"]: one for one in config["collections"]}
    for shape in document_shapes():
        collection = collections.pop(shape.place.partition("/")[0])
        names = [field["name"] for field in collection["fields"]]
        assert names == [*shape.fields.model_fields, "body"]
        needed = {field["name"] for field in collection["fields"] if field["required"]} - {"body"}
        required = {n for n, info in shape.fields.model_fields.items() if info.is_required()}
        assert needed == required
        assert all("widget" in field for field in collection["fields"])
    assert collections == {}


def test_what_is_kept_in_the_repository_has_not_drifted(made: dict[str, str]) -> None:
    for path in (completion.SETTINGS, completion.SNIPPETS):
        assert (ROOT / path).read_text("utf-8") == made[path], "run: thawline schema"


def test_what_names_ids_is_not_kept_in_the_repository() -> None:
    ignored = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert f"/{completion.SCHEMAS}/" in ignored
    assert f"/{completion.CMS}/" in ignored


def test_hooks_call_commands_that_there_are() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for hook in hooks:
        program, command, *options = hook["entry"].split()
        assert program == "thawline"
        words = run(command, "--help").stdout
        assert all(option in words for option in options)
        assert hook["pass_filenames"] is False


def test_schema_leaves_settings_that_are_there(tmp_path: Path) -> None:
    lay(tmp_path, {f"content/{path}": text for path, text in BASE.items()})
    lay(tmp_path, {completion.SETTINGS: "{}\n"})
    done = run("schema", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "was left" in done.stdout
    assert (tmp_path / completion.SETTINGS).read_text("utf-8") == "{}\n"
    expected = completion.files(Desk.of(source_files(dict(BASE))), "content")
    for path, text in expected.items():
        if path != completion.SETTINGS:
            assert (tmp_path / path).read_text("utf-8") == text
    assert run("schema", cwd=tmp_path).returncode == 0
