"""The file that the search page reads beside the index: short columns, and packed words.

Named after the fragments of the index it belongs to, so it can only be made once the index is.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from generator.derive.vocabulary import Concept, token
from generator.text.languages import english, korean
from generator.views.catalogue import CatalogueView, EntryView

LARGE = 4000
"""From so many pages on, titles stay in the fragments, which are read when shown."""
MANY_WORDS = 8000
"""So many words are known to the spelling of queries: the most frequent."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
Column = list[str] | list[int]


@dataclass(frozen=True, slots=True)
class Fragment:
    """What the index holds of one page: where it stands, its text, its terms in other scripts."""

    id: str
    address: str
    text: str
    terms: tuple[str, ...]


def catalogue_json(view: CatalogueView, fragments: tuple[Fragment, ...]) -> bytes:
    """Return the file of a catalogue whose pages were indexed as these fragments."""
    ids = {fragment.address: fragment.id for fragment in fragments}
    entries = view.entries
    rows = {entry.address: number for number, entry in enumerate(entries)}
    document = {
        "names": _forms(concept for concept in view.concepts if concept.named),
        "synonyms": _forms(concept for concept in view.concepts if not concept.named),
        "english": {
            "endings": english.ENDINGS,
            "irregular": " ".join(f"{form}={word}" for form, word in english.IRREGULAR.items()),
            "stops": english.STOP_WORDS,
            "faint": english.FAINT_WORDS,
        },
        "korean": korean.ENDINGS,
        "words": _shared(_frequent(word for one in fragments for word in {*_latin(one.text)})),
        "native": " ".join(_longest({term for one in fragments for term in one.terms})),
        **_columns(entries, rows, [ids[entry.address] for entry in entries]),
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def _forms(concepts: Iterable[Concept]) -> list[str]:
    """Write token and forms in a line; the token is '' where the first form spells it."""
    lines = []
    for concept in concepts:
        spelt = token(concept.forms[0].lower().replace(" ", "-"))
        lines.append("|".join(("" if concept.token == spelt else concept.token, *concept.forms)))
    return lines


def _columns(
    entries: tuple[EntryView, ...], rows: Mapping[str, int], ids: list[str]
) -> dict[str, object]:
    types, type_column = _numbered(entry.type for entry in entries)
    kinds, kind_column = _numbered(f"{entry.kind}|{entry.tone}" for entry in entries)
    labels, label_column = _numbered(entry.label for entry in entries)
    threads, thread_column = _lists(entry.threads for entry in entries)
    small = len(entries) < LARGE
    actors, actor_column = _lists(entry.actors if small else () for entry in entries)
    columns: dict[str, Column | str] = {
        "ids": " ".join(ids),
        "types": type_column,
        "days": [entry.day for entry in entries],
        "kinds": kind_column,
        "labels": label_column,
        "threads": thread_column,
        "actors": actor_column if small else [],
    }
    answers = {
        number: [rows[address] for address in entry.answers if address in rows]
        for number, entry in enumerate(entries)
        if entry.answers
    }
    return {
        "pages": columns,
        "types": types,
        "kinds": [kind.split("|") for kind in kinds],
        "labels": labels,
        "threads": threads,
        "actors": actors,
        "dates": {number: entry.date for number, entry in enumerate(entries) if entry.date},
        "answers": answers,
        "paths": [entry.address.removeprefix("/") for entry in entries] if small else None,
        "titles": [entry.title for entry in entries] if small else None,
    }


def _numbered(values: Iterable[str]) -> tuple[list[str], list[int]]:
    listed = list(values)
    distinct = sorted(set(listed))
    place = {value: number for number, value in enumerate(distinct)}
    return distinct, [place[value] for value in listed]


def _lists(values: Iterable[tuple[str, ...]]) -> tuple[list[str], list[str]]:
    listed = list(values)
    distinct = sorted({id_ for ids in listed for id_ in ids})
    place = {id_: _in_36(number) for number, id_ in enumerate(distinct)}
    return distinct, [",".join(place[id_] for id_ in ids) for ids in listed]


def _in_36(number: int) -> str:
    rest, digit = divmod(number, 36)
    return (_in_36(rest) if rest else "") + _DIGITS[digit]


def _frequent(words: Iterable[str]) -> list[str]:
    counts = sorted(Counter(words).items(), key=lambda counted: (-counted[1], counted[0]))
    return sorted(word for word, _ in counts[:MANY_WORDS])


def _latin(text: str) -> Iterator[str]:
    return (word.lower() for word in english.words(text) if word.isascii())


def _longest(words: Iterable[str]) -> list[str]:
    """Leave out words that are the end of another, as the index holds the tails of compounds."""
    backwards = sorted((word[::-1] for word in words), reverse=True)
    kept: list[str] = []
    for word in backwards:
        if not kept or not kept[-1].startswith(word):
            kept.append(word)
    return sorted(word[::-1] for word in kept)


def _shared(words: list[str]) -> str:
    """Write each word as the number of letters shared with the one before, and the rest."""
    packed = []
    before = ""
    for word in words:
        pairs = takewhile(lambda pair: pair[0] == pair[1], zip(before, word, strict=False))
        same = min(sum(1 for _ in pairs), len(_DIGITS) - 1)
        packed.append(_DIGITS[same] + word[same:])
        before = word
    return " ".join(packed)
