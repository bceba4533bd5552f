"""Every address of the site, in one place: no template or view joins strings to make one."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

HOME = "/"
HOME_PAGE = "home"
TIMELINE = "/timeline/"
ACTORS = "/actors/"
PLACES = "/places/"
THREADS = "/threads/"
OUTLETS = "/outlets/"
QUESTIONS = "/questions/"
COMMITMENTS = "/commitments/"
REPORTS = "/reports/"
TERMS = "/terms/"
FIGURES = "/figures/"
MAP = "/map/"
SUMMITS = "/summits/"
COMPARE = "/compare/"
DATA = "/data/"
AS_KNOWN = "/as-known/"
ON_THIS_DAY = "/on-this-day/"
SEARCH = "/search/"
BROWSE = "/browse/"
NOT_FOUND = "/404.html"
CATALOGUE = "catalogue.json"
FEED = "/feed.xml"
CORRECTIONS = "/corrections/"
CORRECTIONS_PAGE = "corrections"
CORRECTIONS_FEED = "/corrections.xml"
EVENT_DATA = "event.json"
SOURCES_BIBTEX = "sources.bib"
SOURCES_RIS = "sources.ris"
SOURCES_CSL = "sources.json"
SITEMAP = "/sitemap.xml"
ROBOTS = "/robots.txt"
HANDBOOK = "/handbook/"
MANIFEST = "/manifest.webmanifest"
ICON_LICENCE = "/licences/material-design-icons.txt"
CARD_SIZE = (1200, 630)
WORKER = "/sw.js"
BASE_URL = r"https?://[^\s/?#@\[\]]+(/(?!\.{1,2}(/|$))[A-Za-z0-9._~-]+)*/?"
"""The form of an address to publish at: a host and, below it, folders of plain letters."""


def event(id_: str) -> str:
    """Return the address of an event."""
    return f"/events/{id_}/"


def event_file(id_: str, name: str) -> str:
    """Return the address of a file for machines that stands beside an event."""
    return f"{event(id_)}{name}"


def thread(id_: str) -> str:
    """Return the address of a thread."""
    return f"{THREADS}{id_}/"


def actor(id_: str) -> str:
    """Return the address of an actor."""
    return f"{ACTORS}{id_}/"


def place(id_: str) -> str:
    """Return the address of a place."""
    return f"{PLACES}{id_}/"


def source(id_: str) -> str:
    """Return the address of a source."""
    return f"/sources/{id_}/"


def outlet(id_: str) -> str:
    """Return the address of an outlet."""
    return f"{OUTLETS}{id_}/"


def question(id_: str) -> str:
    """Return the address of a question."""
    return f"{QUESTIONS}{id_}/"


def commitment(id_: str) -> str:
    """Return the address of a commitment."""
    return f"{COMMITMENTS}{id_}/"


def report(id_: str) -> str:
    """Return the address of a report."""
    return f"{REPORTS}{id_}/"


def term(id_: str) -> str:
    """Return the address of a term."""
    return f"{TERMS}{id_}/"


def figure(id_: str) -> str:
    """Return the address of a figure."""
    return f"{FIGURES}{id_}/"


def outline(frame: str) -> str:
    """Return the address of a frame's outlines as a picture."""
    return f"{MAP}{frame}.svg"


def summit(id_: str) -> str:
    """Return the address of a summit."""
    return f"{SUMMITS}{id_}/"


def compare(id_: str) -> str:
    """Return the address at which the versions of an event stand side by side."""
    return f"{COMPARE}{id_}/"


def page(id_: str) -> str:
    """Return the address of a page of plain text; the one named 'home' opens the home page."""
    return HOME if id_ == HOME_PAGE else f"/{id_}/"


def year(number: int) -> str:
    """Return the address of one year of the chronology."""
    return f"{TIMELINE}{number:04}/"


def card(address: str) -> str:
    """Return the address of a page's social card."""
    return f"{address}card.png"


def embed(address: str) -> str:
    """Return the address of the small page that other sites frame in place of a page."""
    return f"/embed{address}"


def oembed(address: str) -> str:
    """Return the address of the oEmbed file of a page."""
    return f"{embed(address)}oembed.json"


def edit(repository: str, path: str) -> str:
    """Return where a file of a repository on GitHub is edited in the browser."""
    return f"{repository.rstrip('/').removesuffix('.git')}/edit/main/{path}"


def kind(id_: str) -> str:
    """Return the address of the events of one kind."""
    return f"{TIMELINE}kinds/{id_}/"


def tone(direction: str, manner: str) -> str:
    """Return the address of the events of one direction and manner, in readers' words."""
    return f"{TIMELINE}{direction}-in-{manner}/"


def label(name: str) -> str:
    """Return the address of the events that have a claim with the label."""
    return f"{TIMELINE}{name}/"


def as_known(number: int) -> str:
    """Return the address of what was known at the end of a year."""
    return f"{AS_KNOWN}{number:04}/"


def is_base_url(typed: str) -> bool:
    """Tell whether a site can be published at the address."""
    return re.fullmatch(BASE_URL, typed) is not None


def output_path(address: str) -> str:
    """Return the file that a server sends for an address, relative to the site's folder."""
    inner = address.removeprefix("/")
    return f"{inner}index.html" if address.endswith("/") else inner


def of_file(path: str) -> str:
    """Return the address for which a server sends the file; the opposite of `output_path`."""
    return path.removesuffix("index.html") if path.endswith("/index.html") else path


@dataclass(frozen=True, slots=True)
class Urls:
    """Addresses as they stand in pages; `base_url` is where the site is published."""

    base_url: str

    @property
    def base_path(self) -> str:
        """Return the path under which the site lies, with a slash at both ends."""
        return f"{urlsplit(self.base_url).path.rstrip('/')}/"

    def href(self, address: str, fragment: str = "") -> str:
        """Return the address for a link within the site."""
        end = f"#{quote(fragment)}" if fragment else ""
        return f"{self.base_path}{quote(address.removeprefix('/'))}{end}"

    def absolute(self, address: str) -> str:
        """Return the address for feeds, sitemaps and other sites."""
        return f"{self.base_url.rstrip('/')}/{quote(address.removeprefix('/'))}"

    def address_of(self, href: str) -> str | None:
        """Return the address behind a link of ours, None for a link that leaves the site."""
        own = (self.base_path, f"{self.base_url.rstrip('/')}/")
        start = next((start for start in own if href.startswith(start)), None)
        return None if start is None else f"/{href.removeprefix(start)}"
