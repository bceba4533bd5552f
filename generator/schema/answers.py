"""The fields of what events add up to: promises, questions, checked reports, terms."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.fields import Date, Fields, Text, Texts
from generator.schema.kinds import Aliases, Names


class OutcomeFields(Fields):
    """A step in the life of a promise that no event carries."""

    state: Annotated[
        Literal[
            "advanced",
            "partly",
            "kept",
            "suspended",
            "resumed",
            "lapsed",
            "broken",
            "superseded",
            "unclear",
        ],
        Field(description="What became of the promise."),
    ]
    date: Annotated[Date, Field(description="The day from which that holds.")]
    source: Annotated[Text, Field(description="The source that shows it.")]


class CommitmentFields(Fields):
    """commitments/<id>.md."""

    title: Annotated[Text, Field(max_length=120, description="The promise, beginning with a verb.")]
    by: Annotated[Texts, Field(min_length=1, description="Who promised.")]
    to: Annotated[Texts, Field(description="To whom, if to somebody in particular.")] = ()
    made: Annotated[Text, Field(description="The event that made it.")]
    due: Annotated[Date | None, Field(description="When it was to be done.")] = None
    outcomes: Annotated[
        tuple[OutcomeFields, ...],
        Field(description="Steps that no event carries, in the order of their dates."),
    ] = ()


class QuestionFields(Fields):
    """questions/<id>.md."""

    title: Annotated[Text, Field(description="The question.")]
    asked: Annotated[Texts, Field(description="Other ways to ask it.")] = ()
    as_of: Annotated[Date, Field(description="The day up to which the answer holds.")]
    answers: Annotated[Texts, Field(min_length=1, description="The events that answer it.")]
    threads: Annotated[Texts, Field(description="The stories it belongs to.")] = ()


class ReportFields(Fields):
    """reports/<id>.md."""

    title: Annotated[Text, Field(description="What the report is, in neutral words.")]
    label: Annotated[Text, Field(description="A short name: the outlet and the date.")]
    source: Annotated[Text, Field(description="The report itself, as a source.")]
    as_of: Annotated[Date, Field(description="The day up to which the check holds.")]


class CheckFields(Fields):
    """checks/<id>.md."""

    report: Annotated[Text, Field(description="The report that says so.")]
    statement: Annotated[Text, Field(description="What it says, in our words.")]
    verdict: Annotated[
        Literal["confirmed", "partly", "wrong", "unverified", "opinion"],
        Field(description="How the statement compares with the sources held here."),
    ]
    event: Annotated[Text | None, Field(description="The event it speaks of.")] = None


class TermFields(Fields):
    """terms/<id>.md."""

    names: Annotated[Names, Field(description="The name in each language.")]
    aliases: Annotated[
        Aliases, Field(default_factory=dict, description="Other names and spellings to find it by.")
    ]
    type: Annotated[
        Literal["document", "exercise", "arrangement", "weapon", "place-name"],
        Field(description="What sort of thing it names."),
    ]
    event: Annotated[Text | None, Field(description="Where it began or was signed.")] = None
    parties: Annotated[Texts, Field(description="Who signed it or takes part.")] = ()
