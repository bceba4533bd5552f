"""The reference of the handbook in Markdown: every field of every kind, and every problem.

All of it is derived from the models in schema/ and from explanations.md, and none of it knows which
program makes pages of it.
"""

import re
import types
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from generator import explanations
from generator.problems import Code
from generator.schema import fields, maps
from generator.schema.fields import Fields
from generator.schema.layout import REFERENCES, Form, Kind, Shape, all_shapes
from generator.schema.record import SourceFile

FOLDER = "reference/"
PROBLEMS = "problems.md"
_LONGEST_EXAMPLE = 24
_FORMS = {
    Form.SINGLE: "The file is one record: its fields stand at the margin.",
    Form.REGISTRY: "The file is a list of entries: an id, a colon, and below it the fields.",
    Form.BIBLIOGRAPHY: "Below `references:` the file lists its entries, each beginning with `- `.",
    Form.DOCUMENT: "The fields stand at the top of the file, between two lines of three hyphens.",
}
_ACCOUNT = "Below them comes the account, in which every claim ends with its sources."
_WORDS: tuple[tuple[Any, str], ...] = (
    (fields.Text, "text"),
    (fields.Texts, "text, or a list of texts"),
    (fields.Date, "a date in EDTF, like `2021-07-27` or `2021-07`"),
    (fields.Clock, "a time with its zone, like `10:00 KST`"),
    (fields.Country, "a country code of two capitals, like `KR`"),
    (fields.Excerpt, "text of at most 25 words"),
    (fields.Language, "a language tag, like `en` or `ko-KR`"),
    (fields.TimeZone, "an IANA time zone, like `Asia/Seoul`"),
    (fields.BaseUrl, "the address to publish at, like `https://example.org/name/`"),
    (fields.WebAddress, "a web address"),
    (fields.Latitude, "degrees from -90 to 90"),
    (fields.Longitude, "degrees from -180 to 180"),
    (fields.ClaimReferences, "an event's id, `#` and a claim's anchor, or a list of these"),
    (maps.Ring, "points of an outline, like `37.9 126.6, 38.1 127.0, 37.5 127.2`"),
    (maps.Stretch, "points of a line, like `37.9 126.6, 38.1 127.0`"),
    (str, "text"),
)


def reference(files: Iterable[SourceFile]) -> dict[str, str]:
    """Return the pages by path; examples are taken from the content's own files."""
    listed = tuple(files)
    pages = {page_of(shape): _kind(shape, listed) for shape in all_shapes()}
    rows = (
        f"| [{_title(shape)}]({page_of(shape).removeprefix(FOLDER)}) | `content/{shape.place}` |"
        for shape in all_shapes()
    )
    index = "# Reference\n\nWhat every kind of file may hold.\n\n| kind | place |\n|---|---|\n"
    return {f"{FOLDER}index.md": f"{index}{chr(10).join(rows)}\n", **pages, PROBLEMS: _problems()}


def page_of(shape: Shape) -> str:
    """Return the path of the page on a kind."""
    return f"{FOLDER}{shape.kind.replace(' ', '-')}.md"


def _title(shape: Shape) -> str:
    return shape.kind.value.capitalize()


def _kind(shape: Shape, files: tuple[SourceFile, ...]) -> str:
    about = [_FORMS[shape.form], *([_ACCOUNT] if shape.account else [])]
    parts = [f"# {_title(shape)}", f"Place: `content/{shape.place}`", " ".join(about), "## Fields"]
    references = dict(REFERENCES.get(shape.kind, ()))
    parts.append(_table(shape.fields, references))
    for name, model, path in _nested(shape.fields):
        below = {field.removeprefix(f"{path}."): kinds for field, kinds in references.items()}
        parts += [f"## {name}", _sentence(model), _table(model, below)]
    if example := _example(shape, files):
        parts += ["## Example", example]
    return "\n\n".join(parts) + "\n"


def _sentence(model: type[Fields]) -> str:
    return (model.__doc__ or "").strip()


def _nested(model: type[Fields], path: str = "") -> Iterator[tuple[str, type[Fields], str]]:
    """Yield the models within a model by the names of their fields, with their dotted path."""
    for name, (_, hint) in _fields(model).items():
        inner = _model_in(hint)
        if inner:
            dotted = f"{path}.{name}".removeprefix(".")
            yield dotted, inner, dotted
            yield from _nested(inner, dotted)


def _model_in(hint: object) -> type[Fields] | None:
    if isinstance(hint, type) and issubclass(hint, Fields):
        return hint
    return next((model for part in get_args(hint) if (model := _model_in(part))), None)


def _fields(model: type[Fields]) -> dict[str, tuple[FieldInfo, Any]]:
    """Return each field as typed by editors, with its type in full."""
    hints = get_type_hints(model, include_extras=True)
    return {
        info.alias or name: (info, _bare(hints[name])) for name, info in model.model_fields.items()
    }


def _bare(hint: Any) -> Any:  # noqa: ANN401 - any type
    """Return a type without what only describes the field, and without None."""
    if get_origin(hint) is Annotated:
        inner, *notes = get_args(hint)
        kept = tuple(note for note in notes if not isinstance(note, FieldInfo))
        return Annotated[(_bare(inner), *kept)] if kept else _bare(inner)
    if get_origin(hint) in {Union, types.UnionType}:
        return next(_bare(part) for part in get_args(hint) if part is not type(None))
    return hint


def _table(model: type[Fields], references: Mapping[str, tuple[Kind, ...]]) -> str:
    rows = ["| field | | what it holds | meaning |", "|---|---|---|---|"]
    for name, (info, hint) in _fields(model).items():
        needed = "required" if info.is_required() else ""
        kinds = references.get(name, ())
        holds = _ids(kinds, hint) if kinds else words(hint)
        rows.append(f"| `{name}` | {needed} | {holds} | {info.description or ''} |")
    return "\n".join(rows)


def _ids(kinds: tuple[Kind, ...], hint: object) -> str:
    one = f"the id of {' or of '.join(_a(kind) for kind in kinds)}"
    return f"{one}, or a list of ids" if hint == fields.Texts else one


def _a(kind: Kind) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def words(hint: Any) -> str:  # noqa: ANN401 - any type
    """Say in plain words what a field of the type may hold."""
    hint = _bare(hint)
    if known := next((said for type_, said in _WORDS if hint == type_), ""):
        return known
    if get_origin(hint) is Annotated:
        return words(get_args(hint)[0])
    if get_origin(hint) is Literal:
        return "one of " + ", ".join(f"`{value}`" for value in get_args(hint))
    if get_origin(hint) in {dict, tuple}:
        return _gathered(hint)
    if isinstance(hint, type) and issubclass(hint, Fields):
        return "fields of its own, see below"
    message = f"No words for {hint}."
    raise TypeError(message)


def _gathered(hint: Any) -> str:  # noqa: ANN401 - any type
    inner = get_args(hint)
    if inner[-1] is Ellipsis:
        return f"a list; each: {words(inner[0])}"
    if get_origin(hint) is dict:
        return f"names with values: {words(inner[0])}, a colon, {words(inner[1])}"
    return f"a pair in brackets: {', then '.join(map(words, inner))}"


def _example(shape: Shape, files: tuple[SourceFile, ...]) -> str:
    """Return the shortest file of the kind, or the first entry of one that lists entries."""
    ours = [file for file in files if file.text and re.fullmatch(_pattern(shape), file.inner_path)]
    if not ours:
        return ""
    file = min(ours, key=lambda file: (len(file.text or ""), file.inner_path))
    lines = (file.text or "").rstrip("\n").split("\n")
    if shape.form is Form.REGISTRY:
        lines = _first_entry(lines, r"[^#\s]")
    elif shape.form is Form.BIBLIOGRAPHY:
        lines = _first_entry(lines, r"- ")
    cut = len(lines) > _LONGEST_EXAMPLE
    shown = "\n".join(lines[:_LONGEST_EXAMPLE] if cut else lines)
    more = "\n\nThe file goes on; this is its beginning." if cut else ""
    language = "markdown" if shape.form is Form.DOCUMENT else "yaml"
    return f"From `content/{file.inner_path}`:\n\n````{language}\n{shown}\n````{more}"


def _pattern(shape: Shape) -> str:
    place = re.escape(shape.place)
    return place.replace("<year>", "[^/]+").replace("<id>", "[^/]+")


def _first_entry(lines: list[str], start: str) -> list[str]:
    """Return the lines from the first entry to the one before the second."""
    starts = [number for number, line in enumerate(lines) if re.match(rf"\s{{0,2}}{start}", line)]
    outer = [number for number in starts if not lines[number].startswith("references")]
    level = min((len(lines[n]) - len(lines[n].lstrip()) for n in outer), default=0)
    outer = [n for n in outer if len(lines[n]) - len(lines[n].lstrip()) == level]
    if not outer:
        return lines
    entry = lines[outer[0] : outer[1] if len(outer) > 1 else None]
    return [line for line in entry if not line.lstrip().startswith("#")]


def _problems() -> str:
    intro = (
        "# Problems\n\nEvery problem has a code that never changes. Thawline shows it with the "
        "file, the line and the column, and says what to do. `thawline explain CODE` prints the "
        "same paragraph."
    )
    told = (explanations.of(code).partition("\n\n")[2].strip() for code in Code)
    sections = (f"## {code}\n\n{text}" for code, text in zip(Code, told, strict=True))
    return "\n\n".join((intro, *sections)) + "\n"
