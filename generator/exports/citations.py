"""Sources as BibTeX and RIS, for reference managers; text stays Unicode in both.

BibTeX knows few types and RIS others; what neither has a word for is `misc` and `GEN`.
"""

from collections.abc import Iterable, Iterator

from generator.model.registry import Source
from generator.text.edtf import Edtf, Form, Part
from generator.text.months import MONTHS
from generator.views.edition import Edition

_BIBTEX_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "report": "techreport",
}
_RIS_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "entry-encyclopedia": "ENCYC",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "webpage": "ELEC",
}
_PUBLISHED_IN = {"article": "journal", "techreport": "institution", "misc": "howpublished"}
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # BibTeX counts braces before it looks at backslashes.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "&%$#_"},
    }
)
_OF_ADDRESSES = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D"})


def bibtex(sources: Iterable[Source], edition: Edition) -> bytes:
    """Return an entry for each source; double braces keep styles from altering names and titles."""
    return "\n".join(_entry(source, edition) for source in sources).encode()


def _entry(source: Source, edition: Edition) -> str:
    type_ = _BIBTEX_TYPES.get(source.type, "misc")
    part = _day(source.issued)
    fields = {
        "author": _held(source.author),
        "title": _held(source.title),
        _PUBLISHED_IN[type_]: _text(edition.name(source.outlet)),
        "year": str(part.year) if part else "",
        "month": MONTHS[part.month - 1][:3].lower() if part and part.month else "",
        "day": str(part.day) if part and part.day else "",
        "url": f"{{{source.url.translate(_OF_ADDRESSES)}}}",
        "language": _text(source.language),
        "note": _text(f"Archived at {source.archive}") if source.archive else "",
    }
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@{type_}{{{source.id},\n{lines}}}\n"


def _text(value: str) -> str:
    return f"{{{' '.join(value.split()).translate(_SPECIAL)}}}" if value else ""


def _held(value: str) -> str:
    """Return text that BibTeX takes as it stands: a whole name, a title with its capitals."""
    return f"{{{_text(value)}}}" if value else ""


def ris(sources: Iterable[Source], edition: Edition) -> bytes:
    """Return one record a source; a line of RIS ends in CR and LF."""
    lines = (line for source in sources for line in _record(source, edition))
    return "".join(f"{line}\r\n" for line in lines).encode()


def _record(source: Source, edition: Edition) -> Iterator[str]:
    part = _day(source.issued)
    fields = (
        ("TY", _RIS_TYPES.get(source.type, "GEN")),
        ("ID", source.id),
        ("TI", source.title),
        ("AU", source.author),
        ("T2", edition.name(source.outlet)),
        ("PY", f"{part.year:04}" if part else ""),
        ("DA", f"{part.year:04}/{part.month or 0:02}/{part.day or 0:02}/" if part else ""),
        ("LA", source.language),
        ("UR", source.url),
        ("L2", source.archive),
    )
    for tag, value in fields:
        if value:
            yield f"{tag}  - {' '.join(value.split())}"
    yield "ER  - "
    yield ""


def _day(value: Edtf | None) -> Part | None:
    """Return a date as far as it is known; None for an interval and for unknown digits."""
    if value is None or value.form is not Form.DATE or "X" in str(value):
        return None
    return value.start
