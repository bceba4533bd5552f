"""The files for machines beside each event: the event itself, and its sources to cite."""

from collections.abc import Iterator

from generator import urls
from generator.exports.citations import bibtex, ris
from generator.exports.tables import as_json, csl, event_json
from generator.model.library import Event
from generator.views.edition import Edition


def event_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield each file by its address."""
    for event in edition.library.events.values():
        for name, data in _files(event, edition):
            yield urls.event_file(event.id, name), data


def _files(event: Event, edition: Edition) -> Iterator[tuple[str, bytes]]:
    cited = dict.fromkeys(citation.source for citation in event.body.citations())
    sources = [edition.library.sources[id_] for id_ in cited]
    yield urls.EVENT_DATA, event_json(event, edition)
    yield urls.SOURCES_BIBTEX, bibtex(sources, edition)
    yield urls.SOURCES_RIS, ris(sources, edition)
    yield urls.SOURCES_CSL, as_json([csl(source, edition) for source in sources])
