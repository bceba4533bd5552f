"""Typed promises, questions, reports, terms and summits as nouns of the model."""

from types import MappingProxyType

from generator.model.answers import (
    Check,
    Commitment,
    Outcome,
    Question,
    Report,
    State,
    Term,
    Verdict,
)
from generator.model.summits import ClaimReference, Summit, Zone
from generator.schema import nouns
from generator.schema.answers import (
    CheckFields,
    CommitmentFields,
    QuestionFields,
    ReportFields,
    TermFields,
)
from generator.schema.record import Record
from generator.schema.summits import SummitFields


def commitment(record: Record, fields: CommitmentFields) -> Commitment:
    """Return a promise."""
    outcomes = tuple(
        Outcome(State(outcome.state), outcome.date, "", outcome.source)
        for outcome in fields.outcomes
    )
    return Commitment(
        record.id,
        record.position.path,
        fields.title,
        fields.by,
        fields.to,
        fields.made,
        fields.due,
        outcomes,
        record.body,
    )


def question(record: Record, fields: QuestionFields) -> Question:
    """Return a question."""
    return Question(
        record.id,
        record.position.path,
        fields.title,
        fields.asked,
        fields.as_of,
        fields.answers,
        fields.threads,
        record.body,
    )


def report(record: Record, fields: ReportFields) -> Report:
    """Return a report whose statements are checked."""
    return Report(
        record.id,
        record.position.path,
        fields.title,
        fields.label,
        fields.source,
        fields.as_of,
        record.body,
    )


def check(record: Record, fields: CheckFields) -> Check:
    """Return the check of one statement."""
    return Check(
        record.id,
        record.position.path,
        fields.report,
        fields.statement,
        Verdict(fields.verdict),
        fields.event or "",
        record.body,
    )


def term(record: Record, fields: TermFields, language: str) -> Term:
    """Return a term."""
    return Term(
        record.id,
        record.position.path,
        nouns.names(fields.names, fields.aliases, language),
        fields.type,
        fields.event or "",
        fields.parties,
        record.body,
    )


def summit(record: Record, fields: SummitFields) -> Summit:
    """Return a summit."""
    return Summit(
        record.id,
        record.position.path,
        fields.title,
        fields.event,
        tuple(Zone(one.zone, one.label) for one in fields.zones),
        fields.parties,
        fields.leaders,
        fields.documents,
        fields.before,
        fields.after,
        MappingProxyType(
            {
                party: tuple(ClaimReference(*typed.split("#", 1)) for typed in listed)
                for party, listed in fields.said.items()
            }
        ),
        record.body,
    )
