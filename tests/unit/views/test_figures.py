"""Figures: bars to scale with their lengths, counts by quarter, and what they are made from."""

import pytest

from generator.views.channels import ChannelsView
from generator.views.figures import FigureView, figure_view, figures_view
from generator.views.home import home_view
from generator.views.scale import WIDE
from generator.views.tallies import TalliesView
from generator.views.threads import thread_view
from tests.sites import edition_of, library_of, problems_of, told

FIGURE = "figures/crossings.md"
HEAD = "---\ntitle: Crossings\nas_of: 2021-12-31\nthreads: bridge\n"
BODY = "---\nThe bridge was shut. [@almanac]\n"
CHANNELS = """channels:
- name: The bridge
  steps:
  - {event: 2021-03-01-bridge-shut, from: 2018~, state: open}
  - {event: 2021-03-01-bridge-shut, state: cut}
  - {event: 2021-05-01-bridge-open, state: unanswered, note: By cart.}
"""
TALLIES = """tallies:
- {label: All, kinds: [closure, reopening]}
- {label: None, kinds: talks}
"""


def view(fields: str) -> FigureView:
    edition = edition_of({FIGURE: HEAD + fields + BODY})
    return figure_view(edition.library.figures["crossings"], edition)


def channels(fields: str = CHANNELS) -> ChannelsView:
    found = view(fields).channels
    assert found
    return found


def tallies(fields: str = TALLIES) -> TalliesView:
    found = view(fields).tallies
    assert found
    return found


def test_spells_are_bars_that_follow_each_other_to_scale() -> None:
    wide = channels().pictures[0]
    first, cut, last = wide.lanes[0].bars
    assert [bar.state for bar in (first, cut, last)] == ["open", "cut", "unanswered"]
    assert (first.x, last.end) == (8, WIDE - 8)
    assert (first.end, cut.end) == (cut.x, last.x)
    assert cut.end - cut.x == pytest.approx(61 / 1460 * (WIDE - 16), abs=0.2)


def test_lengths_are_told_in_days_where_days_are_known() -> None:
    (table,) = channels().channels
    assert [spell.length for spell in table.spells] == ["about 3 years", "61 days", "244 days"]
    assert [spell.end is None for spell in table.spells] == [False, False, True]
    assert table.spells[-1].note == "By cart."


def test_a_length_is_written_only_where_it_fits() -> None:
    wide, narrow = channels().pictures
    assert [bar.label for bar in wide.lanes[0].bars] == ["about 3 years", "", "244 days"]
    assert [bar.label for bar in narrow.lanes[0].bars] == ["about 3 years", "", "244 days"]
    enlarged = channels(f"since: 2021\n{CHANNELS}").pictures[2]
    assert [bar.label for bar in enlarged.lanes[0].bars] == ["", "61 days", "244 days"]


def test_the_last_years_are_enlarged_where_the_figure_says_so() -> None:
    pictures = channels(f"since: 2021\n{CHANNELS}").pictures
    assert [(picture.id, picture.title) for picture in pictures] == [
        ("whole-wide", "2018 to 2021"),
        ("whole-narrow", "2018 to 2021"),
        ("enlarged-wide", "2021 to 2021, enlarged"),
        ("enlarged-narrow", "2021 to 2021, enlarged"),
    ]
    assert len(channels(f"since: 2022\n{CHANNELS}").pictures) == 2


def test_pictures_are_described() -> None:
    assert channels().pictures[0].words == (
        "The bridge: 3 spells, the last unanswered since 1 May 2021. "
        "As far as known to 31 December 2021."
    )
    assert tallies().pictures[0].words == ("All: 2 events, most in Q2 2021 (1). None: 0 events.")


def test_each_event_is_a_mark_in_the_bar_of_its_quarter() -> None:
    every, none = tallies().pictures[0].multiples
    assert [(column.count, column.words) for column in every.columns] == [
        (1, "Q1 2021: 1"),
        (1, "Q2 2021: 1"),
    ]
    first, second = every.columns
    assert first.x + first.width <= second.x
    assert [unit.direction for unit in first.units] == ["freeze"]
    assert every.y < none.y
    assert none.columns == ()


def test_counting_begins_with_the_first_event_or_where_the_figure_says() -> None:
    assert tallies().pictures[0].title == "Events by quarter, 2021 to 2021"
    later = tallies(f"since: 2021-04\n{TALLIES}")
    assert [tally.total for tally in later.tallies] == [1, 0]
    earlier = tallies(f"since: 2017\n{TALLIES}")
    assert earlier.pictures[0].title == "Events by quarter, 2017 to 2021"


def test_tables_name_the_events_of_each_quarter() -> None:
    table, _ = tallies().tallies
    assert [(row.words, row.count, row.events[0].title) for row in table.quarters] == [
        ("Q1 2021", 1, "Alder shuts the bridge"),
        ("Q2 2021", 1, "The bridge opens again"),
    ]


def test_figures_are_listed_on_their_threads_at_home_and_among_figures() -> None:
    edition = edition_of({FIGURE: HEAD + CHANNELS + BODY})
    thread = thread_view(edition.library.threads["bridge"], edition)
    (link,) = thread.figures
    assert (link.href, link.text) == ("/repo/figures/crossings/", "Crossings")
    assert home_view(edition).figures == thread.figures
    assert [row.title for row in figures_view(edition).rows] == ["Crossings"]


def test_a_figure_needs_something_to_draw() -> None:
    assert told(problems_of({FIGURE: HEAD + BODY})) == [f"{FIGURE}:1:1 missing-field"]
    assert library_of({FIGURE: HEAD + CHANNELS + TALLIES + BODY}).figures["crossings"].tallies


def test_ids_in_steps_and_tallies_are_checked_where_they_stand() -> None:
    wrong = CHANNELS.replace("{event: 2021-05-01-bridge-open", "{event: 2021-05-01-bridge-opne")
    kinds = TALLIES.replace("kinds: talks", "kinds: talk, actors: [alder, nobody]")
    assert told(problems_of({FIGURE: HEAD + wrong + kinds + BODY})) == [
        f"{FIGURE}:10:13 dangling-reference",
        f"{FIGURE}:13:24 dangling-reference",
        f"{FIGURE}:13:46 dangling-reference",
    ]


def test_a_misspelt_state_is_told_with_those_allowed() -> None:
    wrong = CHANNELS.replace("state: cut", "state: cutt")
    (problem,) = problems_of({FIGURE: HEAD + wrong + BODY})
    assert problem.code == "wrong-value"
    assert problem.hint.startswith("Did you mean 'cut'?")
