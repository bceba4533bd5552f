"""What a page is found by beside its own words: tokens of what it speaks of, and foreign words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.derive.vocabulary import Vocabulary, is_native, token
from generator.model.library import Event, Library
from generator.text.languages import japanese, korean
from generator.text.prose import Body
from generator.views.edition import Edition
from generator.views.prose import as_text


@dataclass(frozen=True, slots=True)
class IndexTermsView:
    """Words for the index alone: of what the page is `about`, and what else it `names`."""

    about: str
    names: str


@dataclass(frozen=True, slots=True)
class _Told:
    """What a record says of itself; `foreign` are titles in other languages about the same."""

    titles: tuple[str, ...]
    ids: tuple[str, ...]
    body: Body
    foreign: tuple[str, ...] = ()


def index_terms(id_: str, vocabulary: Vocabulary, edition: Edition) -> IndexTermsView:
    """Return the terms of a record's page."""
    told = _told(id_, edition)
    about = {token(id_) for id_ in told.ids}
    about.update(found for title in told.titles for found in vocabulary.tokens(title))
    text = (as_text(prose, edition) for prose in told.body.proses())
    headings = (section.title for section in told.body.sections)
    names = {
        found for words in (*text, *headings, *told.foreign) for found in vocabulary.tokens(words)
    }
    native = {term for words in (*told.titles, *told.foreign) for term in _native(words)}
    return IndexTermsView(_joined(about), _joined((names - about) | native))


def _joined(words: Iterable[str]) -> str:
    return " ".join(sorted(words))


def _native(text: str) -> Iterator[str]:
    if is_native(text):
        yield from korean.terms(text)
        yield from japanese.terms(text)


def _told(id_: str, edition: Edition) -> _Told:
    library = edition.library
    if id_ in library.events:
        return _of_event(library.events[id_], edition)
    if id_ in library.questions:
        question = library.questions[id_]
        return _Told((question.title, *question.asked), question.threads, question.body)
    if id_ in library.commitments:
        promise = library.commitments[id_]
        return _Told((promise.title,), (*promise.by, *promise.to), promise.body)
    return _of_other(id_, (edition.name(id_),), library)


def _of_other(id_: str, title: tuple[str, ...], library: Library) -> _Told:
    if id_ in library.terms:
        return _Told(title, (id_, *library.terms[id_].parties), library.terms[id_].body)
    if id_ in library.summits:
        summit = library.summits[id_]
        return _Told(title, (*summit.parties, *summit.leaders, *summit.documents), summit.body)
    if id_ in library.figures:
        return _Told(title, library.figures[id_].threads, library.figures[id_].body)
    named = library.actors.get(id_) or library.threads.get(id_)
    if named:
        return _Told(title, (id_,), named.body)
    page = library.reports.get(id_) or library.pages.get(id_)
    return _Told(title, (), page.body if page else Body())


def _of_event(event: Event, edition: Edition) -> _Told:
    ids = (
        *event.actors,
        *event.places,
        *event.threads,
        *edition.relations.terms_of_event.get(event.id, ()),
    )
    foreign = tuple(_headlines(event, edition.library))
    return _Told((event.title, event.kind.label), ids, event.body, foreign)


def _headlines(event: Event, library: Library) -> Iterator[str]:
    """Yield the titles and excerpts of its sources in other scripts: how papers there put it."""
    for id_ in dict.fromkeys(citation.source for citation in event.body.citations()):
        source = library.sources[id_]
        yield from (words for words in (source.title, source.excerpt) if is_native(words))
