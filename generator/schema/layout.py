"""Which file of the content holds which kind of record."""

import re
from dataclasses import dataclass
from enum import StrEnum

from generator.model.answers import State
from generator.schema.answers import (
    CheckFields,
    CommitmentFields,
    QuestionFields,
    ReportFields,
    TermFields,
)
from generator.schema.fields import Fields
from generator.schema.figures import FigureFields
from generator.schema.kinds import (
    ActorFields,
    EventFields,
    EventKindFields,
    LedgerFields,
    OutletFields,
    PageFields,
    PlaceFields,
    SiteFields,
    SourceFields,
    SynonymFields,
    ThreadFields,
)
from generator.schema.links import LinksFields
from generator.schema.maps import MapFields
from generator.schema.summits import SummitFields


class Kind(StrEnum):
    """The kinds of records, in the words used to editors."""

    SITE = "site"
    LEDGER = "ledger of addresses"
    LINKS = "file of links"
    MAP = "map"
    SYNONYMS = "list of synonyms"
    EVENT_KIND = "event kind"
    OUTLET = "outlet"
    PLACE = "place"
    SOURCE = "source"
    EVENT = "event"
    ACTOR = "actor"
    THREAD = "thread"
    QUESTION = "question"
    COMMITMENT = "commitment"
    REPORT = "report"
    CHECK = "check"
    TERM = "term"
    FIGURE = "figure"
    SUMMIT = "summit"
    PAGE = "page"


class Form(StrEnum):
    """How a file holds its records."""

    SINGLE = "the file is one record"
    REGISTRY = "a mapping of ids to records"
    BIBLIOGRAPHY = "a list of records under 'references'"
    DOCUMENT = "front matter and a body"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a file at a certain place holds; `account` tells that its body begins with claims."""

    kind: Kind
    form: Form
    fields: type[Fields]
    place: str
    account: bool = False


_SHAPES: tuple[tuple[str, Shape], ...] = (
    (r"site\.yaml", Shape(Kind.SITE, Form.SINGLE, SiteFields, "site.yaml")),
    (r"addresses\.yaml", Shape(Kind.LEDGER, Form.SINGLE, LedgerFields, "addresses.yaml")),
    (r"map\.yaml", Shape(Kind.MAP, Form.SINGLE, MapFields, "map.yaml")),
    (r"synonyms\.yaml", Shape(Kind.SYNONYMS, Form.SINGLE, SynonymFields, "synonyms.yaml")),
    (r"kinds\.yaml", Shape(Kind.EVENT_KIND, Form.REGISTRY, EventKindFields, "kinds.yaml")),
    (r"outlets\.yaml", Shape(Kind.OUTLET, Form.REGISTRY, OutletFields, "outlets.yaml")),
    (r"places\.yaml", Shape(Kind.PLACE, Form.REGISTRY, PlaceFields, "places.yaml")),
    (
        r"sources/[^/]+\.yaml",
        Shape(Kind.SOURCE, Form.BIBLIOGRAPHY, SourceFields, "sources/<year>.yaml"),
    ),
    (r"links/[^/]+\.yaml", Shape(Kind.LINKS, Form.SINGLE, LinksFields, "links/<year>.yaml")),
    (
        r"events/[0-9]{4}/[^/]+\.md",
        Shape(Kind.EVENT, Form.DOCUMENT, EventFields, "events/<year>/<id>.md", account=True),
    ),
    (r"actors/[^/]+\.md", Shape(Kind.ACTOR, Form.DOCUMENT, ActorFields, "actors/<id>.md")),
    (
        r"threads/[^/]+\.md",
        Shape(Kind.THREAD, Form.DOCUMENT, ThreadFields, "threads/<id>.md", account=True),
    ),
    (
        r"questions/[^/]+\.md",
        Shape(Kind.QUESTION, Form.DOCUMENT, QuestionFields, "questions/<id>.md", account=True),
    ),
    (
        r"commitments/[^/]+\.md",
        Shape(
            Kind.COMMITMENT, Form.DOCUMENT, CommitmentFields, "commitments/<id>.md", account=True
        ),
    ),
    (
        r"reports/[^/]+\.md",
        Shape(Kind.REPORT, Form.DOCUMENT, ReportFields, "reports/<id>.md", account=True),
    ),
    (
        r"checks/[^/]+\.md",
        Shape(Kind.CHECK, Form.DOCUMENT, CheckFields, "checks/<id>.md", account=True),
    ),
    (
        r"terms/[^/]+\.md",
        Shape(Kind.TERM, Form.DOCUMENT, TermFields, "terms/<id>.md", account=True),
    ),
    (
        r"figures/[^/]+\.md",
        Shape(Kind.FIGURE, Form.DOCUMENT, FigureFields, "figures/<id>.md", account=True),
    ),
    (
        r"summits/[^/]+\.md",
        Shape(Kind.SUMMIT, Form.DOCUMENT, SummitFields, "summits/<id>.md", account=True),
    ),
    (r"pages/[^/]+\.md", Shape(Kind.PAGE, Form.DOCUMENT, PageFields, "pages/<id>.md")),
)
REQUIRED_FILES = ("site.yaml", "kinds.yaml", "outlets.yaml", "places.yaml")
PLACES = tuple(shape.place for _, shape in _SHAPES)


def shape_of(path: str) -> Shape | None:
    """Return what the file at `path`, relative to the content folder, holds; None if nothing."""
    return next((shape for pattern, shape in _SHAPES if re.fullmatch(pattern, path)), None)


def all_shapes() -> tuple[Shape, ...]:
    """Return the shapes of all files, in the order of their places above."""
    return tuple(shape for _, shape in _SHAPES)


def document_shapes() -> tuple[Shape, ...]:
    """Return the shapes of Markdown files."""
    return tuple(shape for _, shape in _SHAPES if shape.form is Form.DOCUMENT)


OUTCOME_FIELDS = {
    "advances": State.ADVANCED,
    "partly_keeps": State.PARTLY,
    "keeps": State.KEPT,
    "suspends": State.SUSPENDED,
    "resumes": State.RESUMED,
    "lapses": State.LAPSED,
    "breaks": State.BROKEN,
    "supersedes": State.SUPERSEDED,
}
"""The fields of an event that name promises, with what becomes of these."""

REFERENCES: dict[Kind, tuple[tuple[str, tuple[Kind, ...]], ...]] = {
    Kind.SITE: (
        ("threads", (Kind.THREAD,)),
        ("lanes", (Kind.THREAD,)),
        ("questions", (Kind.QUESTION,)),
        ("promises", (Kind.COMMITMENT,)),
    ),
    Kind.OUTLET: (("side", (Kind.ACTOR,)), ("owner", (Kind.OUTLET,))),
    Kind.SOURCE: (("outlet", (Kind.OUTLET,)), ("origin", (Kind.OUTLET, Kind.ACTOR))),
    Kind.ACTOR: (("side", (Kind.ACTOR,)),),
    Kind.EVENT: (
        ("place", (Kind.PLACE,)),
        ("actors", (Kind.ACTOR,)),
        ("kind", (Kind.EVENT_KIND,)),
        ("threads", (Kind.THREAD,)),
        ("follows", (Kind.EVENT,)),
        *((name, (Kind.COMMITMENT,)) for name in OUTCOME_FIELDS),
    ),
    Kind.QUESTION: (("answers", (Kind.EVENT,)), ("threads", (Kind.THREAD,))),
    Kind.COMMITMENT: (
        ("by", (Kind.ACTOR,)),
        ("to", (Kind.ACTOR,)),
        ("made", (Kind.EVENT,)),
        ("outcomes.source", (Kind.SOURCE,)),
    ),
    Kind.REPORT: (("source", (Kind.SOURCE,)),),
    Kind.CHECK: (("report", (Kind.REPORT,)), ("event", (Kind.EVENT,))),
    Kind.TERM: (("event", (Kind.EVENT,)), ("parties", (Kind.ACTOR,))),
    Kind.FIGURE: (
        ("threads", (Kind.THREAD,)),
        ("channels.steps.event", (Kind.EVENT,)),
        ("tallies.kinds", (Kind.EVENT_KIND,)),
        ("tallies.actors", (Kind.ACTOR,)),
        ("tallies.threads", (Kind.THREAD,)),
    ),
    Kind.SUMMIT: (
        ("event", (Kind.EVENT,)),
        ("parties", (Kind.ACTOR,)),
        ("leaders", (Kind.ACTOR,)),
        ("documents", (Kind.TERM,)),
        ("before", (Kind.EVENT,)),
        ("after", (Kind.EVENT,)),
        ("said:", (Kind.ACTOR,)),
        ("said#", (Kind.EVENT,)),
    ),
}
"""The fields of each kind that hold ids, with the kinds that an id may belong to.

`a.b` is the field `b` of every item in the list `a`, and `b` may have that form too; `a:` are the
keys of the mapping `a`, and `a#` what stands before `#` in its values.
"""
