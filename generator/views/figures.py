"""Pages of figures, and the list of all of them."""

from dataclasses import dataclass
from datetime import date

from generator.derive.spells import first_day, last_day, spells
from generator.derive.tallies import counted
from generator.model.figures import Figure
from generator.text.edtf_words import readable
from generator.views.account import AccountView, account_view
from generator.views.cards import LinkView, links
from generator.views.channels import ChannelsView, channels_view
from generator.views.claims import Setting
from generator.views.edition import Edition
from generator.views.prose import as_text
from generator.views.tallies import TalliesView, tallies_view


@dataclass(frozen=True, slots=True)
class FigureView:
    """All that the page of a figure shows; it has channels, tallies, or both."""

    id: str
    title: str
    description: str
    as_of: str
    channels: ChannelsView | None
    tallies: TalliesView | None
    account: AccountView
    threads: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class FigureRowView:
    """A figure in the list of all."""

    href: str
    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The list of all figures."""

    title: str
    description: str
    rows: tuple[FigureRowView, ...]


def figure_view(figure: Figure, edition: Edition) -> FigureView:
    """Return the page of one figure."""
    account = account_view(figure.body, Setting(edition.href(figure.id)), edition)
    return FigureView(
        figure.id,
        figure.title,
        account.summary,
        readable(figure.as_of),
        _channels(figure, edition) if figure.channels else None,
        _tallies(figure, edition) if figure.tallies else None,
        account,
        links(figure.threads, edition),
    )


def figures_view(edition: Edition) -> FiguresView:
    """Return the list of all figures."""
    rows = tuple(
        FigureRowView(
            edition.href(figure.id),
            figure.title,
            as_text(figure.body.claims[0].prose, edition),
        )
        for figure in edition.library.figures.values()
    )
    description = "Pictures drawn from the events of this site, each with its data as a table."
    return FiguresView("Figures", description, rows)


def _channels(figure: Figure, edition: Edition) -> ChannelsView:
    lanes = tuple(
        (channel.name, spells(channel, edition.library, figure.as_of))
        for channel in figure.channels
    )
    return channels_view(lanes, figure.since, figure.as_of, edition)


def _tallies(figure: Figure, edition: Edition) -> TalliesView:
    """Count from the figure's own beginning, or else from the first event that is counted."""
    until = last_day(figure.as_of)
    since = figure.since.earliest if figure.since else None
    rows = tuple(
        (tally.label, counted(tally, edition.library, since or date.min, until))
        for tally in figure.tallies
    )
    begun = (first_day(event.date) for _, events in rows for event in events)
    return tallies_view(rows, since or min(begun, default=until), until, edition)
