"""Every address that readers can visit, with the file it comes from and the anchors in its text."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import urls
from generator.derive.relations import year_of
from generator.model.library import Library
from generator.problems import Code, Position, Problem
from generator.text.prose import Body, SiteLink, WikiLink

LISTS = (
    urls.TIMELINE,
    urls.ACTORS,
    urls.PLACES,
    urls.THREADS,
    urls.OUTLETS,
    urls.SEARCH,
    urls.NOT_FOUND,
)


@dataclass(frozen=True, slots=True)
class Destination:
    """A page; `anchors` are those of its claims and sections, which editors may link to."""

    address: str
    origin: Position
    anchors: frozenset[str] = frozenset()


def destinations(library: Library) -> Iterator[Destination]:
    """Yield every page of the site; an address that two records claim comes twice."""
    site = Position(library.site.path)
    opening = library.pages.get(urls.HOME_PAGE)
    yield Destination(urls.HOME, Position(opening.path) if opening else site)
    yield from (Destination(address, site) for address in LISTS)
    years = {year_of(event) for event in library.events.values()}
    yield from (Destination(urls.year(year), site) for year in sorted(years))
    for event in library.events.values():
        yield _with_anchors(urls.event(event.id), event.path, event.body)
    for thread in library.threads.values():
        yield _with_anchors(urls.thread(thread.id), thread.path, thread.body)
    for actor in library.actors.values():
        yield _with_anchors(urls.actor(actor.id), actor.path, actor.body)
    for page in library.pages.values():
        if page is not opening:
            yield _with_anchors(urls.page(page.id), page.path, page.body)
    for place in library.places.values():
        yield Destination(urls.place(place.id), Position(place.path))
    for source in library.sources.values():
        yield Destination(urls.source(source.id), Position(source.path))
    for outlet in library.outlets.values():
        yield Destination(urls.outlet(outlet.id), Position(outlet.path))


def _with_anchors(address: str, path: str, body: Body) -> Destination:
    claims = (claim.anchor for claim in body.claims)
    sections = (section.anchor for section in body.sections)
    return Destination(address, Position(path), frozenset((*claims, *sections)))


def address_problems(library: Library) -> Iterator[Problem]:
    """Yield addresses claimed twice, and links of editors that lead to no page or no anchor."""
    pages: dict[str, Destination] = {}
    for page in destinations(library):
        taken = pages.setdefault(page.address.casefold(), page)
        if taken is not page:
            message = f"The address '{page.address}' is already taken."
            hint = "Rename one of the two files."
            related = (taken.origin,)
            yield Problem(page.origin, Code.ADDRESS_COLLISION, message, hint, related)
    by_address = {page.address: page for page in pages.values()}
    for own, body in _bodies(library):
        for link in body.links():
            yield from _link_problems(link, own, by_address, library)


def _bodies(library: Library) -> Iterator[tuple[str, Body]]:
    for event in library.events.values():
        yield urls.event(event.id), event.body
    for thread in library.threads.values():
        yield urls.thread(thread.id), thread.body
    for actor in library.actors.values():
        yield urls.actor(actor.id), actor.body
    for page in library.pages.values():
        yield urls.page(page.id), page.body


def _link_problems(
    link: WikiLink | SiteLink, own: str, pages: Mapping[str, Destination], library: Library
) -> Iterator[Problem]:
    if isinstance(link, SiteLink):
        target, path = pages.get(link.path or own), link.path
        if target is None and not _left_out(path, library):
            near = difflib.get_close_matches(path, list(pages), n=1)
            hint = f"Did you mean '{near[0]}'?" if near else "Link by id instead: [[id|words]]."
            message = f"No page of this site has the address '{path}'."
            yield Problem(link.position, Code.BROKEN_LINK, message, hint)
    else:
        target = pages.get(address_of(link.target, library)) if link.fragment else None
    if target is not None and link.fragment and link.fragment not in target.anchors:
        near = difflib.get_close_matches(link.fragment, sorted(target.anchors), n=1, cutoff=0.3)
        hint = f"Did you mean '#{near[0]}'?" if near else "Link to the page without an anchor."
        message = f"'{target.address}' has no anchor '#{link.fragment}'."
        yield Problem(link.position, Code.BROKEN_ANCHOR, message, hint)


def address_of(id_: str, library: Library) -> str:
    """Return the address of a record's page; '' when no kind with pages has the id."""
    kinds = (
        (library.events, urls.event),
        (library.threads, urls.thread),
        (library.actors, urls.actor),
        (library.places, urls.place),
        (library.sources, urls.source),
        (library.outlets, urls.outlet),
        (library.pages, urls.page),
    )
    return next((address(id_) for records, address in kinds if id_ in records), "")


def _left_out(path: str, library: Library) -> bool:
    """Tell whether the address is that of a record which is left out for its own faults."""
    return path.rstrip("/").rpartition("/")[2] in library.known_ids
