"""The files for machines beside each event: the event itself, and its sources to cite."""

from collections.abc import Callable, Iterator
from functools import partial

from generator import urls
from generator.exports.citations import bibtex, ris
from generator.exports.tables import as_json, csl, event_json
from generator.model.library import Event
from generator.model.registry import Source
from generator.views.edition import Edition


def event_files(edition: Edition) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the address of each file with what makes its contents."""
    for event in edition.library.events.values():
        yield urls.event_file(event.id, urls.EVENT_DATA), partial(event_json, event, edition)
        for name, form in _FORMS:
            yield urls.event_file(event.id, name), partial(_sources, form, event, edition)


Form = Callable[[list[Source], Edition], bytes]


def _sources(form: Form, event: Event, edition: Edition) -> bytes:
    cited = dict.fromkeys(citation.source for citation in event.body.citations())
    return form([edition.library.sources[id_] for id_ in cited], edition)


def _csl_json(sources: list[Source], edition: Edition) -> bytes:
    return as_json([csl(source, edition) for source in sources])


_FORMS: tuple[tuple[str, Form], ...] = (
    (urls.SOURCES_BIBTEX, bibtex),
    (urls.SOURCES_RIS, ris),
    (urls.SOURCES_CSL, _csl_json),
)
