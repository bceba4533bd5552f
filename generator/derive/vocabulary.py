"""The words by which readers may mean a record or a group of synonyms, and where a text has them.

A concept is one thing under all its names. It has a token, a word that occurs in no text, which the
search index holds for every page that speaks of the concept: whichever name a reader types, in
whichever language or spelling, leads to the same pages.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.library import Library
from generator.model.registry import Names
from generator.text.languages import english, japanese, korean

_NATIVE = re.compile("[가-힣々一-鿿ァ-ヺーぁ-ん]")
_SPACES = re.compile(r"[\s·・ㆍ]+")
_CAPITALS = 4  # so long is a name that means something else in small letters: US, FS
Latin = tuple[tuple[str, ...], str, str]


@dataclass(frozen=True, slots=True)
class Concept:
    """`forms` are all words for it, no two of them alike to search; a record's name is the first.

    `named` tells a record from a group of synonyms.
    """

    token: str
    forms: tuple[str, ...]
    named: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All concepts, and their forms by how they begin: Latin by first stem, others by letter."""

    concepts: tuple[Concept, ...]
    latin: Mapping[str, tuple[Latin, ...]]
    native: Mapping[str, tuple[tuple[str, str], ...]]

    def tokens(self, text: str) -> Iterator[str]:
        """Yield the tokens of all concepts that the text names; some may come several times."""
        words = english.words(text)
        stems = [english.stem(word) for word in words]
        for at, stem in enumerate(stems):
            for form, capitals, token in self.latin.get(stem, ()):
                end = at + len(form)
                if tuple(stems[at:end]) == form and capitals in {"", "".join(words[at:end])}:
                    yield token
        if _NATIVE.search(text):
            folded = fold(text)
            for at, letter in enumerate(folded):
                for written, found in self.native.get(letter, ()):
                    if folded.startswith(written, at):
                        yield found


def token(id_: str) -> str:
    """Return the word of the index for an id; no word is the beginning of another."""
    return f"q{id_.replace('-', '')}q"


def fold(text: str) -> str:
    """Write Korean and Japanese text as it is compared: no spaces or points, one spelling."""
    return korean.fold(japanese.fold(_SPACES.sub("", text)))


def is_native(text: str) -> bool:
    """Tell whether a text has Korean or Japanese letters."""
    return _NATIVE.search(text) is not None


def compared(form: str) -> tuple[str, ...]:
    """Return what makes two forms the same to search; empty where there is no letter in it."""
    if is_native(form):
        return (fold(form),)
    return tuple(map(english.stem, english.words(form)))


def vocabulary(library: Library) -> Vocabulary:
    """Gather the concepts of a library: its records that have names, and its synonyms."""
    concepts = (*_named(library), *_groups(library))
    latin: dict[str, list[Latin]] = {}
    native: dict[str, list[tuple[str, str]]] = {}
    for concept in concepts:
        for form in concept.forms:
            stems = compared(form)
            if is_native(form):
                native.setdefault(stems[0][0], []).append((stems[0], concept.token))
                continue
            joined = "".join(english.words(form))
            capitals = joined if joined.isupper() and len(joined) <= _CAPITALS else ""
            latin.setdefault(stems[0], []).append((stems, capitals, concept.token))
    return Vocabulary(
        concepts,
        MappingProxyType({key: tuple(forms) for key, forms in latin.items()}),
        MappingProxyType({key: tuple(forms) for key, forms in native.items()}),
    )


def _named(library: Library) -> Iterator[Concept]:
    short = _short_names(library)
    for actor in library.actors.values():
        yield _concept(actor.id, actor.names, short.get(actor.id, ()))
    for place in library.places.values():
        yield _concept(place.id, place.names)
    for term in library.terms.values():
        yield _concept(term.id, term.names)
    for thread in library.threads.values():
        yield Concept(token(thread.id), (thread.label,), named=True)


def _concept(id_: str, names: Names, short: Iterable[str] = ()) -> Concept:
    forms = (names.main, *names.by_language.values(), *_flat(names.aliases), *short)
    return Concept(token(id_), _distinct(forms), named=True)


def _groups(library: Library) -> Iterator[Concept]:
    for name, words in sorted(library.synonyms.items()):
        yield Concept(token(f"word-{name}"), _distinct(_flat(words)))


def _distinct(forms: Iterable[str]) -> tuple[str, ...]:
    first: dict[tuple[str, ...], str] = {}
    for form in forms:
        if alike := compared(form):
            first.setdefault(alike, form)
    return tuple(first.values())


def _flat(by_language: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    return (word for words in by_language.values() for word in words)


def _short_names(library: Library) -> Mapping[str, tuple[str, ...]]:
    """Return, by actor, the one word by which titles call a person: Moon, Kishida.

    Where several persons share it, it is the one's who is called so most often.
    """
    called: dict[str, Counter[str]] = {}
    for event in library.events.values():
        words = re.findall(r"[^\W\d_][\w-]*", event.title)
        for id_ in event.actors:
            actor = library.actors[id_]
            parts = actor.names.main.split()
            if actor.type == "person" and len(parts) > 1:
                for part in {parts[0], parts[-1]}.intersection(words):
                    called.setdefault(part, Counter())[id_] += actor.names.main not in event.title
    short: dict[str, list[str]] = {}
    for part, counts in sorted(called.items()):
        id_, most = min(counts.items(), key=lambda item: (-item[1], item[0]))
        if most:
            short.setdefault(id_, []).append(part)
    return MappingProxyType({id_: tuple(parts) for id_, parts in short.items()})
