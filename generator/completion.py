"""What other programs complete and check fields from: JSON Schemas, snippets, a form for each kind.

The schemas name the ids that the content has now, so they are made on demand and not kept. All of
it is derived from the models in schema/; a text here would be a second opinion.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.forms import cms_config, cms_page, takes_several
from generator.scaffold import Desk
from generator.schema.fields import Fields
from generator.schema.layout import REFERENCES, Form, Kind, Shape, all_shapes

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS = ".vscode/schemas"
SETTINGS = ".vscode/settings.json"
SNIPPETS = ".vscode/thawline.code-snippets"
CMS = ".cms"
_CLAIMS = {
    "claim": "${1:It happened}. [@${2:source-id}]",
    "claim-said-by": "${1:It happened}. [${2:speaker-id}: @${3:source-id}]",
    "claim-disputed": "${1:It happened}. [@${2:source-id}; but ${3:speaker-id}: @${4:source-id}]",
    "link": "[[${1:id}|${2:words}]]",
    "footnote": "[^${1:1}]",
}
_SCALAR = ["string", "number", "boolean"]


def files(desk: Desk, content: str) -> dict[str, str]:
    """Return every file by its path; `content` is the path of the content folder beside them."""
    made = {
        f"{SCHEMAS}/{name_of(shape.kind)}.schema.json": _json(schema_of(shape, desk))
        for shape in all_shapes()
    }
    made[SETTINGS] = _json(settings(content))
    made[SNIPPETS] = _json(dict(snippets()))
    made[f"{CMS}/config.yml"] = cms_config(content, desk)
    made[f"{CMS}/index.html"] = cms_page()
    return made


def name_of(kind: Kind) -> str:
    """Return the kind in the names of files."""
    return kind.value.replace(" ", "-")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def schema_of(shape: Shape, desk: Desk) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a file; of a Markdown file, that of its front matter."""
    schema = _typed_as_text(shape.fields.model_json_schema())
    definitions = schema.pop("$defs", {})
    for field, kinds in REFERENCES.get(shape.kind, ()):
        ids = sorted(id_ for kind in kinds for id_ in desk.ids(kind))
        _complete(schema, definitions, field, ids)
    whole: dict[str, Any] = schema
    if shape.form is Form.REGISTRY:
        whole = {"type": "object", "additionalProperties": schema}
    elif shape.form is Form.BIBLIOGRAPHY:
        listed = {"references": {"type": "array", "items": schema}}
        whole = {"type": "object", "properties": listed, "required": ["references"]}
        whole["additionalProperties"] = False
    head = {"$schema": DIALECT, "title": f"{shape.kind}: {shape.place}"}
    return {**whole, **head, **({"$defs": definitions} if definitions else {})}


def _typed_as_text(node: Any) -> Any:  # noqa: ANN401 - JSON
    """Let numbers and words like `yes` stand for text, since here no scalar has a type."""
    if isinstance(node, list):
        return [_typed_as_text(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {
        key: _typed_as_text(value)
        for key, value in node.items()
        if key != "title" or isinstance(value, dict)  # pydantic's titles repeat the names
    }
    if found.get("type") == "string" and "enum" not in found and "const" not in found:
        found["type"] = _SCALAR
    return found


def _complete(
    schema: dict[str, Any], definitions: Mapping[str, Any], field: str, ids: list[str]
) -> None:
    """Put the ids in the place of free text in a field; layout.py tells the forms of its name."""
    if field.endswith("#"):
        return
    *outer, name = field.rstrip(":").split(".")
    holder = schema["properties"]
    for part in outer:
        definition = holder[part]["items"]["$ref"].rpartition("/")[2]
        holder = definitions[definition]["properties"]
    node = holder[name]
    if field.endswith(":"):
        node["propertyNames"] = {"enum": ids}
        return
    one = {"type": "string", "enum": ids} if ids else {"type": _SCALAR}
    kept = {key: value for key, value in node.items() if key == "description"}
    listed = {"type": "array", "items": one}
    holder[name] = {**kept, **({"anyOf": [one, listed]} if takes_several(node) else one)}


def settings(content: str) -> dict[str, Any]:
    """Return settings for VS Code; its YAML extension reads the schemas of YAML files."""
    read_by_yaml = (shape for shape in all_shapes() if shape.form is not Form.DOCUMENT)
    schemas = {
        f"{SCHEMAS}/{name_of(shape.kind)}.schema.json": "/".join(
            (content, shape.place.replace("<year>", "*"))
        )
        for shape in read_by_yaml
    }
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "yaml.schemas": schemas,
        "[markdown]": {"editor.quickSuggestions": {"other": "on"}},
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
    }


def snippets() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a snippet with every required field for each kind of Markdown file and for a source."""
    for shape in all_shapes():
        if shape.form in {Form.DOCUMENT, Form.BIBLIOGRAPHY}:
            document = shape.form is Form.DOCUMENT
            yield (
                f"New {shape.kind}",
                {
                    "prefix": f"{'new' if document else 'add'}-{name_of(shape.kind)}",
                    "scope": "markdown" if document else "yaml",
                    "description": f"{shape.place}: {(shape.fields.__doc__ or '').strip()}",
                    "body": list(_document(shape) if document else _entry(shape)),
                },
            )
    for prefix, body in _CLAIMS.items():
        name = prefix.replace("-", " ").capitalize()
        yield name, {"prefix": prefix, "scope": "markdown", "body": [body]}


def _document(shape: Shape) -> Iterator[str]:
    yield "---"
    last = 0
    for last, (name, value) in enumerate(_required(shape.fields), start=1):
        yield f"{name}: {_stop(last, value)}"
    yield "---"
    yield f"${{{last + 1}:It happened}}. [@${{{last + 2}:source-id}}]" if shape.account else "$0"


def _entry(shape: Shape) -> Iterator[str]:
    for number, (name, value) in enumerate(_required(shape.fields), start=1):
        yield f"{'- ' if number == 1 else '  '}{name}: {_stop(number, value)}"


def _required(model: type[Fields]) -> Iterator[tuple[str, Any]]:
    properties = model.model_json_schema()["properties"]
    for name in model.model_json_schema().get("required", ()):
        yield name, properties[name]


def _stop(number: int, value: Mapping[str, Any]) -> str:
    """Return a tab stop, with a list to choose from where the values are known."""
    if "enum" in value:
        return f"${{{number}|{','.join(value['enum'])}|}}"
    if value.get("type") == "object":
        return f"{{en: ${number}}}"
    return f"[${number}]" if takes_several(value) else f"${number}"
