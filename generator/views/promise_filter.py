"""The form that narrows down the list of promises, and what its rows carry for that."""

from collections.abc import Iterable, Mapping

from generator import urls
from generator.derive.relations import year_of
from generator.model.answers import Commitment, State
from generator.views.edition import Edition
from generator.views.filters import (
    FieldView,
    FilterView,
    OptionGroupView,
    OptionView,
    by_words,
    one_group,
)


def promise_filter(
    promises: Iterable[Commitment], states: Mapping[State, str], edition: Edition
) -> FilterView:
    """Return the form over the promises; `states` are those in use, with readers' words."""
    listed = tuple(promises)
    by = dict.fromkeys(id_ for promise in listed for id_ in promise.by)
    made = edition.events(tuple(dict.fromkeys(promise.made for promise in listed)))
    years = sorted({year_of(event) for event in made})
    in_time = sorted(made, key=lambda event: event.sort_key())
    events = tuple(OptionView(event.id, event.title) for event in in_time)
    fields = (
        FieldView("q", "Words in the promise", "search"),
        FieldView("state", "State", groups=one_group(_states(states))),
        FieldView("by", "By", groups=one_group(by_words(_named(by, edition)))),
        FieldView(
            "made",
            "Made",
            groups=(
                OptionGroupView("In the year", tuple(OptionView(str(y), str(y)) for y in years)),
                OptionGroupView("At the event", events),
            ),
        ),
    )
    address = edition.urls.href(urls.COMMITMENTS)
    return FilterView(address, "Show only some promises", fields, "promise", "promises")


def facets_of(promise: Commitment, state: State, edition: Edition) -> tuple[tuple[str, str], ...]:
    """Return what the promise's row carries."""
    year = year_of(edition.library.events[promise.made])
    return (
        ("state", state.value),
        ("by", " ".join(promise.by)),
        ("made", f"{year} {promise.made}"),
    )


def _states(states: Mapping[State, str]) -> Iterable[OptionView]:
    return (OptionView(state.value, words.capitalize()) for state, words in states.items())


def _named(ids: Iterable[str], edition: Edition) -> Iterable[OptionView]:
    return (OptionView(id_, edition.name(id_)) for id_ in ids)
