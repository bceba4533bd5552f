"""Forms that narrow a list down on the page itself.

A select's value is one or more words, all of which a row must carry under the field's name.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OptionView:
    """A choice of a select: what rows must carry, and how readers call it."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class OptionGroupView:
    """Choices under a common heading, or under none."""

    title: str
    options: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field: a select when it has groups, otherwise of the `type` of an input.

    `first` and `last` bound the days that can be chosen, or are ''.
    """

    name: str
    words: str
    type: str = "select"
    groups: tuple[OptionGroupView, ...] = ()
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class FilterView:
    """A form over a list of `one` or `many`."""

    address: str
    label: str
    fields: tuple[FieldView, ...]
    one: str
    many: str


def one_group(options: Iterable[OptionView]) -> tuple[OptionGroupView, ...]:
    """Return the options of a select that has no headings."""
    return (OptionGroupView("", tuple(options)),)


def by_words(options: Iterable[OptionView]) -> tuple[OptionView, ...]:
    """Return options in the order of the alphabet, whatever the case."""
    return tuple(sorted(options, key=lambda option: (option.words.casefold(), option.value)))
