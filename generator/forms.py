"""A configuration of Sveltia CMS or Decap CMS, so that Markdown files can be edited in forms.

Such a program loads its script from another host, which no page of the site may do. So it is laid
beside the content in a folder of its own, opened from the editor's machine, and never published.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from generator.scaffold import Desk
from generator.schema.layout import REFERENCES, Kind, Shape, document_shapes

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="robots" content="noindex">
<title>Content</title>
<!-- For editors' machines only: it loads a script from another host. -->
<script src="https://unpkg.com/@sveltia/cms/dist/sveltia-cms.js" type="module"></script>
</html>
"""
_SHOWN = ("title", "statement", "names")
_LONG = frozenset({"statement"})


def cms_config(content: str, desk: Desk) -> str:
    """Return config.yml: a collection for each kind of Markdown file, with all of its fields."""
    name = desk.said_by_site("repository").rstrip("/").removesuffix(".git")
    config = {
        "backend": {"name": "github", "repo": name.rpartition("github.com/")[2], "branch": "main"},
        "local_backend": True,
        "media_folder": f"{content}/.media",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [dict(_collection(shape, content, desk)) for shape in document_shapes()],
    }
    words = yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=100)
    return f"# Made by `thawline schema`; changes here are lost.\n{words}"


def cms_page() -> str:
    """Return the page that starts the program."""
    return _PAGE


def _collection(shape: Shape, content: str, desk: Desk) -> Iterator[tuple[str, Any]]:
    folder, _, rest = shape.place.partition("/")
    yield "name", folder
    yield "label", folder.capitalize()
    yield "label_singular", shape.kind.value.capitalize()
    yield "folder", f"{content}/{folder}"
    yield "create", True
    yield "format", "yaml-frontmatter"
    shown = _shown(shape)
    yield "identifier_field", shown
    if rest.startswith("<year>"):
        yield "path", "{{fields.date | truncate(4, '')}}/{{slug}}"
        yield "slug", "{{fields.date}}-{{fields.title}}"
    else:
        yield "slug", f"{{{{fields.{shown}}}}}"
    schema = shape.fields.model_json_schema()
    references = dict(REFERENCES.get(shape.kind, ()))
    fields = _fields(schema, schema.get("$defs", {}), references, desk)
    body = {"name": "body", "label": "Text", "widget": "markdown", "required": shape.account}
    yield "fields", [*fields, body]


def _shown(shape: Shape) -> str:
    """Return the field by which a person knows an entry."""
    name = next(name for name in _SHOWN if name in shape.fields.model_fields)
    return "names.en" if name == "names" else name


def _fields(
    schema: Mapping[str, Any],
    definitions: Mapping[str, Any],
    references: Mapping[str, tuple[Kind, ...]],
    desk: Desk,
) -> list[dict[str, Any]]:
    found = []
    for name, node in schema["properties"].items():
        field = {"name": name, "label": name.replace("_", " ").capitalize()}
        field["required"] = name in schema.get("required", ())
        if words := node.get("description"):
            field["hint"] = words
        inner = node.get("items", {}).get("$ref", "").rpartition("/")[2]
        if inner:
            below = {key.partition(".")[2]: kinds for key, kinds in references.items()}
            fields = _fields(definitions[inner], definitions, below, desk)
            found.append({**field, "widget": "list", "fields": fields})
        else:
            found.append({**field, **_widget(name, node, references.get(name, ()), desk)})
    return found


def _widget(
    name: str, node: Mapping[str, Any], kinds: tuple[Kind, ...], desk: Desk
) -> dict[str, Any]:
    several = takes_several(node)
    target = next((shape for shape in document_shapes() if shape.kind in kinds), None)
    if target:
        collection, searched = target.place.partition("/")[0], [_shown(target)]
        relation = {"widget": "relation", "collection": collection, "value_field": "{{slug}}"}
        return {**relation, "search_fields": searched, "multiple": several}
    if kinds:
        ids = sorted(id_ for kind in kinds for id_ in desk.ids(kind))
        return {"widget": "select", "options": ids, "multiple": several}
    if "enum" in node:
        return {"widget": "select", "options": node["enum"]}
    if node.get("type") == "object":
        return {"widget": "keyvalue"}
    if several:
        return {"widget": "list"}
    return {"widget": "text" if name in _LONG else "string"}


def takes_several(node: Mapping[str, Any]) -> bool:
    """Tell whether a field may hold a list."""
    return any(form.get("type") == "array" for form in (node, *node.get("anyOf", ())))
