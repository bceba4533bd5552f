"""Typed figures as nouns of the model."""

from generator.model.figures import Channel, ChannelState, Figure, Step, Tally
from generator.schema.figures import ChannelFields, FigureFields
from generator.schema.record import Record


def figure(record: Record, fields: FigureFields) -> Figure:
    """Return a figure."""
    return Figure(
        record.id,
        record.position.path,
        fields.title,
        fields.as_of,
        fields.since,
        fields.threads,
        tuple(_channel(channel) for channel in fields.channels),
        tuple(
            Tally(tally.label, tally.kinds, tally.actors, tally.threads) for tally in fields.tallies
        ),
        record.body,
    )


def _channel(fields: ChannelFields) -> Channel:
    steps = (
        Step(step.event, ChannelState(step.state), step.begin, step.note or "")
        for step in fields.steps
    )
    return Channel(fields.name, tuple(steps))
