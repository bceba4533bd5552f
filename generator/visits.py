"""One visit to an address: where it leads, what answers; an edge, which reads the net.

Each address is fetched once and alone, as by a reader who follows a link; no link in a page is
followed and nothing is gathered, so robots.txt, which is for crawlers, is not asked for. A host
is asked at most once in two seconds, and left alone for as long as it says.
"""

import re
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from string import punctuation
from urllib import request
from urllib.error import URLError
from urllib.parse import quote, urljoin, urlsplit

from generator.model.links import Answers
from generator.schema.fields import WEB_ADDRESS
from generator.text.characters import FORBIDDEN

ARCHIVE = "https://archive.org/wayback/available"
MAX_BYTES = 64 * 1024
MAX_REDIRECTS = 10
MAX_ADDRESS = 1000
_PERMANENT, _TEMPORARY = frozenset({301, 308}), frozenset({302, 303, 307})
_GONE = frozenset({404, 410})
_BUSY = frozenset({429, 503})
_UNKNOWN_HOSTS = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))


class PostponedError(Exception):
    """The host wants to be left alone for longer than a run waits."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How to ask: as whom, which archive, and how many seconds to pause, to wait, to obey."""

    agent: str
    archive: str = ARCHIVE
    pause: float = 2.0
    seconds: float = 15.0
    patience: float = 60.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server said; `data` is the beginning of the body."""

    status: int
    headers: HTTPMessage
    data: bytes


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of a request; `status` is HTTP's, or says why there was none."""

    answers: Answers
    status: str
    leads_to: str = ""
    reached: bool = True


class Pace:
    """Gives every host its time; shared by all threads."""

    def __init__(self, pause: float) -> None:
        self._pause = pause
        self._lock = threading.Lock()
        self._free: dict[str, float] = {}
        self._closed: set[str] = set()

    def wait(self, host: str) -> None:
        """Wait until the host may be asked; raises PostponedError when it may not be any more."""
        with self._lock:
            if host in self._closed:
                raise PostponedError(host)
            now = time.monotonic()
            turn = max(now, self._free.get(host, now))
            self._free[host] = turn + self._pause
        time.sleep(turn - now)

    def hold(self, host: str, seconds: float) -> None:
        """Leave the host alone for a while."""
        with self._lock:
            turn = time.monotonic() + seconds
            self._free[host] = max(turn, self._free.get(host, turn))

    def close(self, host: str) -> None:
        """Leave the host alone until the end of the run."""
        with self._lock:
            self._closed.add(host)


def follow(url: str, manner: Manner, pace: Pace) -> Seen:
    """Ask for an address and for all that it leads to; raises PostponedError."""
    address, moved = url, False
    for _ in range(MAX_REDIRECTS + 1):
        if not re.fullmatch(WEB_ADDRESS, address):
            return Seen(Answers.UNKNOWN, "leads to no web page")
        try:
            reply = ask_patiently(address, manner, pace)
            target = _target(address, reply)
        except (OSError, HTTPException, ValueError) as error:
            return failure(error)
        if not target:
            return _judged(reply.status, url, address if moved else url)
        moved = moved or reply.status in _PERMANENT
        address = target
    return Seen(Answers.UNKNOWN, "redirects without end")


def _target(address: str, reply: Reply) -> str:
    """Return where a redirect leads, or ''; http.client reads its UTF-8 as Latin-1."""
    named = reply.headers.get("Location", "").strip()
    if reply.status not in _PERMANENT | _TEMPORARY or not named:
        return ""
    return urljoin(address, named.encode("latin-1", "replace").decode("utf-8", "replace"))


def _judged(status: int, url: str, final: str) -> Seen:
    if status in _GONE:
        return Seen(Answers.NO, str(status))
    if status not in range(200, 300):
        return Seen(Answers.UNKNOWN, str(status))
    if _essence(final) == _essence(url) or not is_fit(final):
        return Seen(Answers.YES, str(status))
    return Seen(Answers.MOVED, str(status), final)


def failure(error: Exception) -> Seen:
    """Say why nobody answered; a host that no longer has a name is gone with all its pages."""
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, socket.gaierror):
        if reason.errno in _UNKNOWN_HOSTS:
            return Seen(Answers.NO, "no such host", reached=False)
        return Seen(Answers.UNKNOWN, "name not found out", reached=False)
    if isinstance(reason, TimeoutError):
        return Seen(Answers.UNKNOWN, "too slow", reached=False)
    if isinstance(reason, ssl.SSLError):
        return Seen(Answers.UNKNOWN, "not secure")
    if isinstance(reason, HTTPException):
        return Seen(Answers.UNKNOWN, "not understood")
    return Seen(Answers.UNKNOWN, "no connection", reached=False)


def ask_patiently(address: str, manner: Manner, pace: Pace) -> Reply:
    """Ask, and ask once more when the host names a time; raises PostponedError if it is long."""
    host = host_of(address)
    pace.wait(host)
    reply = ask(address, manner)
    after = reply.headers.get("Retry-After", "")
    if reply.status not in _BUSY or not after:
        return reply
    if not re.fullmatch("[0-9]{1,6}", after) or int(after) > manner.patience:
        pace.close(host)
        raise PostponedError(host)
    pace.hold(host, int(after))
    pace.wait(host)
    return ask(address, manner)


def ask(address: str, manner: Manner) -> Reply:
    """Fetch the beginning of a page; no redirect is followed, no status is an exception."""
    opener = request.OpenerDirector()
    handlers: tuple[Callable[[], request.BaseHandler], ...] = (
        request.ProxyHandler,
        request.HTTPHandler,
        request.HTTPSHandler,
    )
    for handler in handlers:
        opener.add_handler(handler())
    headers = {"User-Agent": manner.agent, "Accept": "*/*"}
    asked = request.Request(_in_ascii(address), headers=headers)  # noqa: S310 - http or https, which the callers check
    with closing(opener.open(asked, timeout=manner.seconds)) as answer:
        return Reply(answer.status, answer.headers, answer.read1(MAX_BYTES))


def is_fit(address: str) -> bool:
    """Tell whether an address from outside may stand in a file of the content."""
    fits = re.fullmatch(WEB_ADDRESS, address) and not FORBIDDEN.search(address)
    return bool(fits) and len(address) <= MAX_ADDRESS


def _essence(address: str) -> str:
    """Return an address without what changes while the page stays: scheme, www, last slash."""
    return re.sub("^https?://(www\\.)?", "", address.partition("#")[0]).rstrip("/")


def host_of(address: str) -> str:
    try:
        return urlsplit(address).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""


def _in_ascii(address: str) -> str:
    """Return an address as HTTP wants it; raises ValueError (UnicodeError) for no host name."""
    scheme, netloc, path, query, _ = urlsplit(address)
    host = netloc if netloc.isascii() else netloc.encode("idna").decode("ascii")
    return f"{scheme}://{host}{quote(path, safe=punctuation)}" + (
        f"?{quote(query, safe=punctuation)}" if query else ""
    )
