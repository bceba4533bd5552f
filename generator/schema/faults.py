"""pydantic's errors as problems at the YAML node that they speak of."""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from generator.problems import Code, Position, Problem, Repair
from generator.schema.fields import Fields
from generator.text.frontmatter import Mapping, Node, Scalar
from generator.text.frontmatter import Sequence as NodeSequence

_CODES = {
    "extra_forbidden": Code.UNKNOWN_FIELD,
    "missing": Code.MISSING_FIELD,
    "malformed_date": Code.MALFORMED_DATE,
    "impossible_date": Code.IMPOSSIBLE_DATE,
}
_WRONG_TYPE = {
    "string_type": ("text", "Write a single value."),
    "tuple_type": ("a list", "Write it in brackets: [one, two]."),
    "dict_type": (
        "fields of its own",
        "Write 'name: value' lines below it, indented by two spaces.",
    ),
    "model_type": (
        "fields of its own",
        "Write 'name: value' lines below it, indented by two spaces.",
    ),
    "model_attributes_type": ("fields of its own", "Write 'name: value' lines below it."),
}
_HOLDING = frozenset({"dict_type", "model_type", "model_attributes_type"})


def plain(node: Node) -> Any:  # noqa: ANN401 - what pydantic takes
    """Return the node as text, lists and dicts."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, NodeSequence):
        return tuple(plain(item) for item in node.items)
    return {key.value: plain(value) for key, value in node.fields}


def problems_of(error: ValidationError, node: Mapping, model: type[Fields]) -> Iterable[Problem]:
    """Translate every error; `node` is what was validated against `model`.

    A field that is missing because its name is misspelt is told by the misspelt name alone.
    """
    errors = error.errors(include_url=False)
    meant = {
        (*item["loc"][:-1], name)
        for item in errors
        if item["type"] == "extra_forbidden"
        for name in nearest(str(item["loc"][-1]), _at(model, item["loc"]))
    }
    missing = [item for item in errors if item["type"] == "missing" and len(item["loc"]) == 1]
    if not node.fields and missing:
        names = ", ".join(f"'{item['loc'][0]}'" for item in missing)
        message = "There are no fields."
        yield Problem(node.position, Code.MISSING_FIELD, message, f"At least these: {names}.")
        return
    outdented = _outdented(errors, node)
    for item in errors:
        if item["loc"] in outdented.values() or (
            item["type"] == "missing" and item["loc"] in meant
        ):
            continue
        problem = _problem(item, node, model)
        if (name := outdented.get(item["loc"])) is not None:
            hint = f"Put two spaces before it if it belongs to '{name[-1]}'."
            problem = replace(problem, hint=hint)
        yield problem


def _outdented(errors: Iterable[Any], node: Mapping) -> dict[Any, Any]:
    """Return unknown fields right below an empty one that holds fields, by place, with its own."""
    unknown = {item["loc"] for item in errors if item["type"] == "extra_forbidden"}
    holding = {item["loc"][0] for item in errors if item["type"] in _HOLDING}
    found: dict[Any, Any] = {}
    above = ""
    for key, value in node.fields:
        if (key.value,) in unknown and above:
            found[key.value,] = (above,)
        else:
            is_empty = isinstance(value, Scalar) and not value.value
            above = key.value if is_empty and key.value in holding else ""
    return found


def replacing(node: Node, new: str) -> Repair | None:
    """Return the repair that puts `new` in the place of a value; None if it reads otherwise."""
    if not new or not isinstance(node, Scalar) or node.lead is None:
        return None
    return Repair(text_position(node), node.value, new)


def text_position(scalar: Scalar) -> Position:
    """Return where the value itself begins, behind its quotation mark."""
    at = scalar.position
    return Position(at.path, at.line, at.column + (scalar.lead or 0))


def _problem(item: Any, node: Mapping, model: type[Fields]) -> Problem:  # noqa: ANN401
    kind, context = item["type"], item.get("ctx", {})
    key, value = _walk(node, item["loc"])
    name = str(item["loc"][-1])
    at = key if name == "[key]" else value.position
    if kind == "extra_forbidden":
        names = tuple(info.alias or field for field, info in _at(model, item["loc"]).items())
        hint = f"Did you mean '{near[0]}'? " if (near := nearest(name, names)) else ""
        hint += f"Fields here: {', '.join(names)}."
        return Problem(key, Code.UNKNOWN_FIELD, f"There is no field '{name}'.", hint)
    if kind == "missing":
        hint = f"Add a line '{name}: …'."
        return Problem(at, Code.MISSING_FIELD, f"The field '{name}' is missing.", hint)
    if kind in {"malformed_date", "impossible_date"}:
        at = _shifted(value, context["offset"])
        repair = replacing(value, context["meant"])
        return Problem(at, _CODES[kind], context["message"], context["hint"], repair=repair)
    if kind == "literal_error" and not isinstance(value, Scalar):
        kind = "string_type"
    if kind in _WRONG_TYPE and not (isinstance(value, Scalar) and not value.value):
        wanted, hint = _WRONG_TYPE[kind]
        return Problem(at, Code.WRONG_TYPE, f"'{_field(item['loc'])}' must be {wanted}.", hint)
    return Problem(at, Code.WRONG_VALUE, *_value_words(kind, context, value, item["loc"]))


def _value_words(
    kind: str, context: dict[str, Any], value: Node, loc: Sequence[object]
) -> tuple[str, str]:
    typed = value.value if isinstance(value, Scalar) else ""
    field = _field(loc)
    if isinstance(value, Scalar) and not typed:
        return f"'{field}' has no value.", _empty_hint(kind, context)
    if kind == "wrong_value":
        return context["message"], context["hint"]
    if kind == "literal_error":
        allowed = _allowed(context)
        near = nearest(typed, allowed)
        hint = f"Did you mean '{near[0]}'? " if near else ""
        return f"'{typed}' is not a value of '{field}'.", f"{hint}Allowed: {', '.join(allowed)}."
    if kind == "string_too_long":
        limit = context["max_length"]
        return f"'{field}' has {len(typed)} characters; at most {limit} fit.", "Shorten it."
    if kind in {"too_long", "too_short"}:
        wanted = context.get("max_length", context.get("min_length"))
        count = "at least one value" if wanted == 1 else f"{wanted} values"
        return f"'{field}' must have {count}.", "Check the commas between the values."
    return (
        f"'{typed}' does not fit the field '{field}'.",
        "See the handbook's page on this kind of file.",
    )


def _empty_hint(kind: str, context: dict[str, Any]) -> str:
    if kind == "literal_error":
        return f"Write one of these: {', '.join(_allowed(context))}."
    return "Write a value after the colon, or remove the line if the field is not needed."


def _allowed(context: dict[str, Any]) -> list[str]:
    return [word.strip("'") for word in context["expected"].replace(" or ", ", ").split(", ")]


def nearest(typed: str, names: Iterable[str]) -> list[str]:
    """Return at most one name that is close to what was typed."""
    return difflib.get_close_matches(typed.lower(), list(names), n=1, cutoff=0.6)


def _at(model: type[Fields], loc: Sequence[object]) -> dict[str, FieldInfo]:
    """Return the fields that are known at `loc`, which may lie in a model inside the model."""
    for part in loc[:-1]:
        if isinstance(part, str):
            model = next(_models_in(model.model_fields[part].annotation), model)
    return model.model_fields


def _models_in(annotation: object) -> Iterator[type[Fields]]:
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


def _field(loc: Sequence[object]) -> str:
    return str(next((part for part in reversed(loc) if isinstance(part, str)), ""))


def _walk(node: Node, loc: Sequence[object]) -> tuple[Position, Node]:
    """Follow `loc` as far as nodes exist; return the last key's position and the last node."""
    key = node.position
    for part in loc:
        if isinstance(node, Mapping) and isinstance(part, str):
            key = node.key_position(part)
            node = node.get(part) or node
        elif isinstance(node, NodeSequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            key = node.position
    return key, node


def _shifted(node: Node, offset: int) -> Position:
    at = node.position
    if not isinstance(node, Scalar) or node.lead is None:
        return at
    return Position(at.path, at.line, at.column + node.lead + offset)
