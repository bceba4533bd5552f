"""New files from a date, a title or an address: pure texts, whose gaps are problems to fill.

A gap is an empty value or a sentence without a source, so `check` leads from one to the next.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.page_metadata import PageMetadata
from generator.schema.layout import Kind
from generator.schema.record import Record, SourceFile
from generator.stages.validate import validate
from generator.text import frontmatter
from generator.text.anchors import slug
from generator.text.edtf import Edtf, Precision
from generator.text.frontmatter import Mapping, Scalar
from generator.text.slips import in_quotes

_LONGEST_ID = 64
_SOURCE_WORDS = 3
_CLAIM = "Write here what happened, one sentence a claim, and end each with its source."
_ANSWER = "Write here the answer in short, and end each sentence with its source."
_CHECKED = "Write here what the sources show, and end each sentence with its source."
_TYPES = {
    **dict.fromkeys(("broadcaster", "public-broadcaster"), "broadcast"),
    **dict.fromkeys(("newspaper", "news-agency", "news-site", "state-media"), "article-newspaper"),
    **dict.fromkeys(("research",), "report"),
    **dict.fromkeys(("blog",), "post-weblog"),
    **dict.fromkeys(("reference",), "entry-encyclopedia"),
}


@dataclass(frozen=True, slots=True)
class NewFile:
    """A text and where it belongs, inside the content folder; `gaps` says what is missing."""

    inner_path: str
    text: str
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What new files are fitted to: the records as far as they can be read."""

    records: tuple[Record, ...]
    files: tuple[SourceFile, ...]

    @classmethod
    def of(cls, files: Iterable[SourceFile]) -> "Desk":
        listed = tuple(files)
        return cls(tuple(r for file in listed for r in validate(file).value.records), listed)

    def ids(self, kind: Kind) -> tuple[str, ...]:
        return tuple(sorted(record.id for record in self.records if record.kind is kind))

    def said_by_site(self, name: str) -> str:
        """Return a field of site.yaml as typed, or ''."""
        site = next((r for r in self.records if r.kind is Kind.SITE), None)
        node = site.node.get(name) if site else None
        return node.value if isinstance(node, Scalar) else ""

    def free(self, id_: str) -> str:
        """Return the id, numbered if a record has it already."""
        taken = {record.id for record in self.records}
        stem = id_[:_LONGEST_ID].rstrip("-")
        return next(
            name
            for number in range(1, len(taken) + 2)
            if (name := stem if number == 1 else f"{stem}-{number}") not in taken
        )


def event(desk: Desk, date: Edtf, title: str) -> NewFile:
    prefix = day_prefix(date)
    id_ = desk.free(f"{prefix}-{slug(title) or 'event'}")
    kinds = ", ".join(desk.ids(Kind.EVENT_KIND))
    front = f"title: {typed(title)}\ndate: {date}\n# One of {kinds}.\nkind:\n"
    front += "actors: []\nthreads: []\n"
    return NewFile(f"events/{prefix[:4]}/{id_}.md", _document(front, _CLAIM), ("kind", "a claim"))


def actor(desk: Desk, name: str) -> NewFile:
    language = desk.said_by_site("language") or "en"
    front = f"names:\n  {language}: {typed(name)}\n"
    front += "# One of person, government, institution, group, party.\ntype:\n"
    return NewFile(f"actors/{desk.free(slug(name) or 'actor')}.md", _document(front, ""), ("type",))


def thread(desk: Desk, title: str) -> NewFile:
    front = f"title: {typed(title)}\nlabel:\nas_of: {desk.said_by_site('as_of')}\n"
    path = f"threads/{desk.free(slug(title) or 'thread')}.md"
    return NewFile(path, _document(front, _ANSWER), ("label", "a short answer"))


def question(desk: Desk, title: str) -> NewFile:
    front = f"title: {typed(title)}\nas_of: {desk.said_by_site('as_of')}\nanswers: []\n"
    path = f"questions/{desk.free(slug(title) or 'question')}.md"
    return NewFile(path, _document(front, _ANSWER), ("answers", "a short answer"))


def commitment(desk: Desk, title: str) -> NewFile:
    front = f"title: {typed(title)}\nby: []\n# The event in which it was promised.\nmade:\n"
    path = f"commitments/{desk.free(slug(title) or 'commitment')}.md"
    return NewFile(path, _document(front, _CLAIM), ("by", "made", "a claim"))


def check(desk: Desk, statement: str) -> NewFile:
    reports = desk.ids(Kind.REPORT)
    report = f" {reports[0]}" if len(reports) == 1 else ""
    front = f"report:{report}\nstatement: {typed(statement)}\n"
    front += "# One of confirmed, partly, wrong, unverified, opinion.\nverdict:\n"
    gaps = ("verdict", "a claim") if report else ("report", "verdict", "a claim")
    path = f"checks/{desk.free(slug(statement) or 'check')}.md"
    return NewFile(path, _document(front, _CHECKED), gaps)


def _document(front: str, body: str) -> str:
    return f"---\n{front}---\n{body}\n" if body else f"---\n{front}---\n"


def day_prefix(date: Edtf) -> str:
    """Return the part of an id that says when: the day, month or year with which a date begins."""
    part = date.start or date.end
    first = part.earliest.isoformat() if part else ""
    if part is None or part.precision in {Precision.DECADE, Precision.CENTURY, Precision.SEASON}:
        return first[:4]
    if part.precision is Precision.DAY and part.day is not None:
        return first
    return first[:7] if part.month is not None else first[:4]


def cited(desk: Desk, address: str) -> str:
    """Return the id of the source that has the address already, or ''."""
    return next((id_ for id_, url, _ in _sources(desk) if url == address), "")


def source(desk: Desk, address: str, page: PageMetadata) -> NewFile:
    """Return the bibliography of the source's year with the source at its end."""
    host = _host(address)
    outlets = [outlet for _, url, outlet in _sources(desk) if _host(url) == host and outlet]
    # The outlet that most sources of this host name; of equals the first by its id.
    outlet = min(set(outlets), key=lambda o: (-outlets.count(o), o), default="")
    year = page.issued[:4] or "undated"
    words = "-".join(slug(page.title).split("-")[:_SOURCE_WORDS])
    name = outlet or slug(host.removeprefix("www.").partition(".")[0])
    id_ = desk.free("-".join(part for part in (name, page.issued or "undated", words) if part))
    fields = {
        "id": id_,
        "type": _type_of(desk, outlet, page),
        "title": page.title,
        "author": page.author,
        "publisher": "" if outlet else page.publisher,
        "issued": page.issued,
        "URL": address,
        "language": page.language,
        "outlet": outlet,
    }
    optional = {"author", "publisher", "issued"}
    kept = {name: value for name, value in fields.items() if value or name not in optional}
    gaps = tuple(name for name, value in kept.items() if not value)
    if not page.issued:
        gaps = (*gaps, "issued")
    path = f"sources/{year}.yaml"
    before = next((file.text for file in desk.files if file.inner_path == path), None)
    return NewFile(path, _with_entry(before or "references:\n", kept), gaps)


def _type_of(desk: Desk, outlet: str, page: PageMetadata) -> str:
    record = next((r for r in desk.records if r.kind is Kind.OUTLET and r.id == outlet), None)
    node = record.node.get("kind") if record else None
    kind = node.value if isinstance(node, Scalar) else ""
    return _TYPES.get(kind, "article-newspaper" if page.is_article else "webpage")


def _with_entry(before: str, fields: dict[str, str]) -> str:
    """Add an entry at the end, indented like the others."""
    indents = re.findall(r"^( *)- +id:", before, re.MULTILINE)
    indent = indents[-1] if indents else ""
    lines = [f"{name}: {typed(value)}".rstrip() for name, value in fields.items()]
    entry = f"{indent}- " + f"\n{indent}  ".join(lines)
    return f"{before.rstrip()}\n{entry}\n"


def holds_all_of(before: str, after: str) -> bool:
    """Tell whether both bibliographies can be read, and the second holds one source more."""
    old, new = (frontmatter.load("", text) for text in (before, after))
    if old.problems or new.problems or old.value is None or new.value is None:
        return False
    return len(_entries(new.value)) == len(_entries(old.value)) + 1


def _entries(node: Mapping) -> Collection[object]:
    listed = node.get("references")
    return listed.items if isinstance(listed, frontmatter.Sequence) else ()


def _sources(desk: Desk) -> Iterator[tuple[str, str, str]]:
    for record in desk.records:
        if record.kind is Kind.SOURCE:
            nodes = (record.node.get(name) for name in ("URL", "outlet"))
            url, outlet = (node.value if isinstance(node, Scalar) else "" for node in nodes)
            yield record.id, url, outlet


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def typed(value: str) -> str:
    """Return the value as it is typed in YAML, in quotation marks where it needs them."""
    words = " ".join(value.split())
    for shown in (words, in_quotes(words)):
        loaded = frontmatter.load("", f"a: {shown}\n")
        node = loaded.value.get("a") if loaded.value else None
        if not loaded.problems and isinstance(node, Scalar) and node.value == words:
            return shown
    return "'{}'".format(words.replace("'", "''"))
