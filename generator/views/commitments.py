"""Promises: the tracker of all, and a page each with the dated series of what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.derive.promises import state_of
from generator.model.answers import Commitment, Outcome, State
from generator.text.edtf_words import readable
from generator.views.account import AccountView, account_view, parties_to_all
from generator.views.cards import DateView, LinkView, date_view, link, links
from generator.views.claims import Setting
from generator.views.courses import STATE_WORDS, course, courses
from generator.views.edition import Edition
from generator.views.filters import FilterView
from generator.views.promise_filter import facets_of, promise_filter
from generator.views.status_strip import StatusStripView, sample_strip
from generator.views.strip import StripView, promise_strips

_WARM = frozenset({State.ADVANCED, State.PARTLY, State.KEPT, State.RESUMED})
_COLD = frozenset({State.SUSPENDED, State.BROKEN})
_LEGEND = (
    (State.OPEN, "open: promised, and nothing known to have come of it yet"),
    (State.PARTLY, "under way, or partly kept"),
    (State.KEPT, "kept, or kept again"),
    (State.SUSPENDED, "suspended"),
    (State.BROKEN, "broken"),
    (State.UNCLEAR, "unclear"),
    (State.LAPSED, "ended: lapsed or replaced"),
)
_IN_ORDER = (
    State.OPEN,
    State.KEPT,
    State.RESUMED,
    State.PARTLY,
    State.SUSPENDED,
    State.BROKEN,
    State.LAPSED,
    State.SUPERSEDED,
    State.UNCLEAR,
)


@dataclass(frozen=True, slots=True)
class StateView:
    """A state in words; `tone` is warm, cold or neither."""

    words: str
    tone: str


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """A step of the series, with the event or the source that shows it."""

    state: StateView
    date: DateView
    shown_by: LinkView


@dataclass(frozen=True, slots=True)
class CommitmentRowView:
    """A promise in a list; `since` is the date of its last step.

    `facets` are names and values by which a list can be filtered.
    """

    href: str
    title: str
    by: str
    made: DateView
    course: StatusStripView
    state: StateView
    since: DateView
    facets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """All that the page of a promise shows."""

    id: str
    title: str
    description: str
    by: tuple[LinkView, ...]
    to: tuple[LinkView, ...]
    made: LinkView
    due: str
    state: StateView
    since: DateView
    courses: tuple[StatusStripView, ...]
    series: tuple[OutcomeView, ...]
    strips: tuple[StripView, ...]
    account: AccountView
    mentioned_in: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class CommitmentGroupView:
    """Promises in one state."""

    anchor: str
    title: str
    rows: tuple[CommitmentRowView, ...]


@dataclass(frozen=True, slots=True)
class SampleView:
    """A state in the legend, drawn and in words."""

    strip: StatusStripView
    words: str


@dataclass(frozen=True, slots=True)
class TrackerView:
    """All promises by state."""

    title: str
    description: str
    legend: tuple[SampleView, ...]
    groups: tuple[CommitmentGroupView, ...]
    filter: FilterView


def state_view(state: State) -> StateView:
    """Return a state in readers' words."""
    tone = "warm" if state in _WARM else "cold" if state in _COLD else "neither"
    return StateView(STATE_WORDS[state], tone)


def current_state(commitment: Commitment, edition: Edition) -> State:
    """Return where the promise stands."""
    return state_of(commitment, edition.series[commitment.id], edition.library)


def commitment_row(commitment: Commitment, edition: Edition) -> CommitmentRowView:
    """Return a promise for a list."""
    series = edition.series[commitment.id]
    return CommitmentRowView(
        edition.href(commitment.id),
        commitment.title,
        ", ".join(edition.name(id_) for id_ in commitment.by),
        date_view(series[0].date),
        course(commitment, edition),
        state_view(current_state(commitment, edition)),
        date_view(series[-1].date),
    )


def commitment_rows(ids: tuple[str, ...], edition: Edition) -> tuple[CommitmentRowView, ...]:
    """Return promises for a list, by the date of their making."""
    promises = (edition.library.commitments[id_] for id_ in ids)
    return tuple(commitment_row(promise, edition) for promise in by_making(promises, edition))


def by_making(promises: Iterable[Commitment], edition: Edition) -> list[Commitment]:
    """Return promises in the order in which they were made."""
    return sorted(
        promises, key=lambda promise: (edition.series[promise.id][0].date.sort_key(), promise.id)
    )


def commitment_view(commitment: Commitment, edition: Edition) -> CommitmentView:
    """Return the page of one promise."""
    series = edition.series[commitment.id]
    events = (outcome.event for outcome in series)
    setting = Setting(edition.href(commitment.id), parties_to_all(events, edition))
    account = account_view(commitment.body, setting, edition)
    return CommitmentView(
        commitment.id,
        commitment.title,
        account.summary,
        links(commitment.by, edition),
        links(commitment.to, edition),
        link(commitment.made, edition),
        readable(commitment.due) if commitment.due else "",
        state_view(current_state(commitment, edition)),
        date_view(series[-1].date),
        courses(commitment, edition),
        tuple(_outcome(outcome, edition) for outcome in series),
        promise_strips("Its steps", edition.events(_events_of(series)), edition),
        account,
        links(edition.relations.linked_from.get(commitment.id, ()), edition),
    )


def tracker_view(edition: Edition) -> TrackerView:
    """Return the list of all promises, by state and date of making."""
    rows: dict[State, list[CommitmentRowView]] = {state: [] for state in _IN_ORDER}
    promises = by_making(edition.library.commitments.values(), edition)
    for promise in promises:
        state = current_state(promise, edition)
        facets = facets_of(promise, state, edition)
        rows[state].append(replace(commitment_row(promise, edition), facets=facets))
    groups = tuple(
        CommitmentGroupView(f"state-{state}", STATE_WORDS[state].capitalize(), tuple(listed))
        for state, listed in rows.items()
        if listed
    )
    description = f"{len(promises)} promises, and what became of each, as far as known."
    legend = tuple(SampleView(sample_strip(state), words) for state, words in _LEGEND)
    used = {state: STATE_WORDS[state] for state, listed in rows.items() if listed}
    narrowing = promise_filter(promises, used, edition)
    return TrackerView("Promises", description, legend, groups, narrowing)


def _outcome(outcome: Outcome, edition: Edition) -> OutcomeView:
    shown_by = link(outcome.event or outcome.source, edition)
    return OutcomeView(state_view(outcome.state), date_view(outcome.date), shown_by)


def _events_of(series: tuple[Outcome, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(outcome.event for outcome in series if outcome.event))
