"""The fields of figures."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.fields import Date, Fields, Text, Texts


class StepFields(Fields):
    """A change in the life of a channel."""

    event: Annotated[Text, Field(description="The event that tells of it.")]
    state: Annotated[
        Literal["open", "unanswered", "cut", "unknown"],
        Field(description="How the channel stands from here."),
    ]
    begin: Annotated[
        Date | None, Field(alias="from", description="The day, where it is not the event's own.")
    ] = None
    note: Annotated[Text | None, Field(description="What readers must know beside it.")] = None


class ChannelFields(Fields):
    """Something that opens and closes."""

    name: Annotated[Text, Field(description="What the channel is called.")]
    steps: Annotated[
        tuple[StepFields, ...], Field(min_length=1, description="Every change, oldest first.")
    ]


class TallyFields(Fields):
    """Events to count."""

    label: Annotated[Text, Field(description="What is counted.")]
    kinds: Annotated[Texts, Field(min_length=1, description="Events of any of these kinds.")]
    actors: Annotated[Texts, Field(description="Only events in which all of these act.")] = ()
    threads: Annotated[Texts, Field(description="Only events of any of these threads.")] = ()


class FigureFields(Fields):
    """figures/<id>.md."""

    title: Annotated[Text, Field(max_length=120, description="What the figure shows.")]
    as_of: Annotated[Date, Field(description="The day up to which the figure holds.")]
    since: Annotated[
        Date | None, Field(description="Where counting, or the enlarged part, begins.")
    ] = None
    threads: Annotated[Texts, Field(description="Threads whose pages lead to it.")] = ()
    channels: Annotated[
        tuple[ChannelFields, ...], Field(description="Channels drawn to scale.")
    ] = ()
    tallies: Annotated[
        tuple[TallyFields, ...], Field(description="Events counted by quarter.")
    ] = ()
