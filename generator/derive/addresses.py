"""Every address that readers can visit, with the file it comes from and the anchors in its text."""

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator import urls
from generator.derive import selections
from generator.derive.known import known_years
from generator.derive.relations import year_of
from generator.derive.versions import compared
from generator.model.answers import Commitment, Question, Report, Term
from generator.model.figures import Figure
from generator.model.library import Event, Library, Page, Thread
from generator.model.registry import Actor, Outlet, Place, Source
from generator.model.summits import Summit
from generator.problems import Code, Position, Problem
from generator.text.prose import Body, SiteLink, WikiLink

Address = Callable[[str], str]
Registered = Source | Place | Outlet
Written = Event | Thread | Actor | Question | Commitment | Report | Term | Figure | Summit | Page
LISTS = (
    urls.TIMELINE,
    urls.ACTORS,
    urls.PLACES,
    urls.THREADS,
    urls.OUTLETS,
    urls.QUESTIONS,
    urls.COMMITMENTS,
    urls.REPORTS,
    urls.TERMS,
    urls.FIGURES,
    urls.MAP,
    urls.SUMMITS,
    urls.COMPARE,
    urls.DATA,
    urls.AS_KNOWN,
    urls.ON_THIS_DAY,
    urls.SEARCH,
    urls.BROWSE,
    urls.NOT_FOUND,
)


@dataclass(frozen=True, slots=True)
class Destination:
    """A page; `anchors` are those of its claims and sections, which editors may link to.

    `anchors` is None when they cannot all be known, because of a fault that is told already.
    """

    address: str
    origin: Position
    anchors: frozenset[str] | None = frozenset()


@dataclass(frozen=True, slots=True)
class Typed:
    """What editors wrote: the bodies with the addresses of their pages, also when left out.

    `unknown` are the beginnings of addresses of which nothing can be said: records left out for
    their faults, and kinds of which a file could not be read. `published` are the addresses that
    the ledger promises to keep.
    """

    bodies: tuple[tuple[str, Body], ...]
    unknown: tuple[str, ...] = ()
    published: tuple[tuple[str, Position], ...] = ()


def destinations(library: Library) -> Iterator[Destination]:
    """Yield every page of the site; an address that two records claim comes twice."""
    site = Position(library.site.path)
    opening = library.pages.get(urls.HOME_PAGE)
    yield Destination(urls.HOME, Position(opening.path) if opening else site)
    yield from (Destination(address, site) for address in LISTS)
    if urls.CORRECTIONS_PAGE not in library.pages:
        yield Destination(urls.CORRECTIONS, site)
    yield from (Destination(urls.compare(id_), site) for id_ in compared(library))
    years = {year_of(event) for event in library.events.values()}
    yield from (Destination(urls.year(year), site) for year in sorted(years))
    yield from (Destination(address, site) for address in selections.addresses(library))
    yield from (Destination(urls.as_known(year), site) for year in known_years(library))
    for records, address in _with_text(library):
        for record in records.values():
            if record is not opening:
                yield _with_anchors(address(record.id), record.path, record.body)
    for registered, address in _registries(library):
        for entry in registered.values():
            yield Destination(address(entry.id), Position(entry.path))
    for former in sorted(library.ledger.moved):
        yield Destination(former, Position(library.ledger.path))


def _with_text(library: Library) -> tuple[tuple[Mapping[str, Written], Address], ...]:
    return (
        (library.events, urls.event),
        (library.threads, urls.thread),
        (library.actors, urls.actor),
        (library.questions, urls.question),
        (library.commitments, urls.commitment),
        (library.reports, urls.report),
        (library.terms, urls.term),
        (library.figures, urls.figure),
        (library.summits, urls.summit),
        (library.pages, urls.page),
    )


def _registries(library: Library) -> tuple[tuple[Mapping[str, Registered], Address], ...]:
    return (
        (library.sources, urls.source),
        (library.places, urls.place),
        (library.outlets, urls.outlet),
    )


def _with_anchors(address: str, path: str, body: Body) -> Destination:
    return Destination(address, Position(path), _anchors(body))


def _anchors(body: Body) -> frozenset[str] | None:
    claims = (claim.anchor for claim in body.claims)
    sections = (anchor for part in body.sections for anchor in (part.anchor, *part.inner))
    return frozenset((*claims, *sections)) if body.whole else None


def address_problems(library: Library, typed: Typed) -> Iterator[Problem]:
    """Yield addresses claimed twice or lost, and editors' links that lead to no page or anchor."""
    pages: dict[str, Destination] = {}
    for page in destinations(library):
        taken = pages.setdefault(page.address, page)
        if taken is not page:
            message = f"The address '{page.address}' is already taken."
            hint = "Rename one of the two files."
            related = (taken.origin,)
            yield Problem(page.origin, Code.ADDRESS_COLLISION, message, hint, related)
    for address, at in typed.published:
        if address not in pages and not address.startswith(typed.unknown):
            message = f"'{address}' was published, but no page has this address now."
            hint = "Keep the page, or name its successor under 'moved'."
            yield Problem(at, Code.VANISHED_ADDRESS, message, hint)
    for own, body in typed.bodies:
        if links := body.links():
            itself = Destination(own, links[0].position, _anchors(body))
            for link in links:
                yield from _link_problems(link, itself, pages, library, typed)


def _link_problems(
    link: WikiLink | SiteLink,
    own: Destination,
    pages: Mapping[str, Destination],
    library: Library,
    typed: Typed,
) -> Iterator[Problem]:
    if isinstance(link, WikiLink):
        target = pages.get(address_of(link.target, library))
    elif link.path:
        target = pages.get(link.path)
        if target is None and not link.path.startswith(typed.unknown):
            yield _broken(link, pages)
    else:
        target = own
    if target is not None:
        yield from _anchor_problems(link, target)


def _broken(link: SiteLink, pages: Mapping[str, Destination]) -> Problem:
    near = difflib.get_close_matches(link.path, list(pages), n=1)
    hint = f"Did you mean '{near[0]}'?" if near else "Link by id instead: [[id|words]]."
    message = f"No page of this site has the address '{link.path}'."
    return Problem(link.position, Code.BROKEN_LINK, message, hint)


def _anchor_problems(link: WikiLink | SiteLink, target: Destination) -> Iterator[Problem]:
    if target.anchors is None:
        return
    if link.fragment and link.fragment not in target.anchors:
        near = difflib.get_close_matches(link.fragment, sorted(target.anchors), n=1, cutoff=0.3)
        hint = f"Did you mean '#{near[0]}'?" if near else "Link to the page without an anchor."
        message = f"'{target.address}' has no anchor '#{link.fragment}'."
        yield Problem(link.position, Code.BROKEN_ANCHOR, message, hint)


def address_of(id_: str, library: Library) -> str:
    """Return the address of a record's page; '' when no kind with pages has the id."""
    kinds = (*_with_text(library), *_registries(library))
    return next((address(id_) for records, address in kinds if id_ in records), "")
