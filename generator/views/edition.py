"""What every view is made from: the library, what follows from it, and where it is published."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.derive.addresses import address_of
from generator.derive.relations import Relations
from generator.model.answers import Outcome
from generator.model.library import Event, Library
from generator.urls import Urls


@dataclass(frozen=True, slots=True)
class Edition:
    """Finds names and addresses of records by their id; `series` are the promises' outcomes."""

    library: Library
    relations: Relations
    series: Mapping[str, tuple[Outcome, ...]]
    urls: Urls

    def name(self, id_: str) -> str:
        """Return what readers call the record."""
        library = self.library
        if id_ in library.actors:
            return library.actors[id_].names.main
        if id_ in library.outlets:
            return library.outlets[id_].name
        if id_ in library.places:
            return library.places[id_].names.main
        if id_ in library.terms:
            return library.terms[id_].names.main
        titled = (
            library.events,
            library.threads,
            library.sources,
            library.questions,
            library.commitments,
            library.reports,
            library.figures,
            library.summits,
            library.pages,
        )
        return next((records[id_].title for records in titled if id_ in records), id_)

    def address(self, id_: str) -> str:
        """Return the record's address; '' when no kind with pages has the id."""
        return address_of(id_, self.library)

    def href(self, id_: str, fragment: str = "") -> str:
        """Return the link to the record."""
        return self.urls.href(self.address(id_), fragment)

    def events(self, ids: tuple[str, ...]) -> tuple[Event, ...]:
        """Return the events of the ids, in their order."""
        return tuple(self.library.events[id_] for id_ in ids)
