"""What a web page says of itself: title, publisher, date, language; an edge, which reads the net.

Only http and https are followed, also by redirects, within limits of time and size.
"""

import json
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib import request
from urllib.error import HTTPError
from urllib.parse import urlsplit

from generator.text.characters import FORBIDDEN
from generator.text.edtf import EdtfError, parse

SECONDS = 10
MAX_BYTES = 2 * 1024 * 1024
_CHUNK = 64 * 1024
_TITLES = ("og:title", "twitter:title", "citation_title", "dc.title", "headline", "<title>")
_PUBLISHERS = ("og:site_name", "citation_publisher", "dc.publisher", "publisher")
_DATES = (
    *("article:published_time", "datepublished", "citation_publication_date", "dc.date"),
    *("date", "pubdate", "parsely-pub-date", "sailthru.date"),
)
_AUTHORS = ("article:author_name", "citation_author", "dc.creator", "author")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}))?")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What is known of a page; '' where it does not say."""

    title: str = ""
    publisher: str = ""
    issued: str = ""
    language: str = ""
    author: str = ""
    is_article: bool = False


class UnreachableError(Exception):
    """The page could not be had; the message says why in a few words."""


class _WebOnly(request.HTTPRedirectHandler):
    def redirect_request(  # noqa: PLR0913, PLR0917 - the signature of urllib
        self,
        req: request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> request.Request | None:
        if urlsplit(newurl).scheme not in {"http", "https"}:
            message = f"it leads to '{newurl}', which is no web page"
            raise UnreachableError(message)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(address: str) -> PageMetadata:
    """Return what the page at the address says of itself; raises UnreachableError."""
    if urlsplit(address).scheme not in {"http", "https"}:
        message = "it is no web address"
        raise UnreachableError(message)
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler,
        request.HTTPHandler,
        request.HTTPSHandler,
        request.HTTPDefaultErrorHandler,
        _WebOnly,
        request.HTTPErrorProcessor,
    ):
        opener.add_handler(handler())
    asked = request.Request(address, headers={"User-Agent": "thawline", "Accept": "text/html"})  # noqa: S310 - its scheme is checked above
    try:
        with opener.open(asked, timeout=SECONDS) as answer:
            kind, charset = answer.headers.get_content_type(), answer.headers.get_content_charset()
            data = _read(answer) if "html" in kind else b""
    except HTTPError as error:
        message = f"it answers {error.code}"
        raise UnreachableError(message) from error
    except (OSError, HTTPException, ValueError) as error:
        message = str(getattr(error, "reason", error)) or type(error).__name__
        raise UnreachableError(message) from error
    return metadata_of(_decoded(data, charset))


def _read(answer: IO[bytes]) -> bytes:
    """Read as much as the limits allow; a page says what it is at its beginning."""
    end, data = time.monotonic() + SECONDS, b""
    while len(data) < MAX_BYTES and time.monotonic() < end and (chunk := answer.read(_CHUNK)):
        data += chunk
    return data


def _decoded(data: bytes, charset: str | None) -> str:
    declared = re.search(rb"<meta[^>]+charset=[\"']?([\w-]+)", data[:4096])
    names = (charset, declared[1].decode("ascii") if declared else None, "utf-8")
    for name in filter(None, names):
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("utf-8", "replace")


class _Page(HTMLParser):
    """Gathers the first value of each meta name, the title, JSON-LD and the language."""

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self.language = ""
        self.linked: list[str] = []
        self._into: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = values.get("lang", "")
        elif tag == "meta":
            name = values.get("property") or values.get("name") or values.get("itemprop") or ""
            self.said.setdefault(name.lower(), values.get("content", ""))
        elif tag == "time" and "datetime" in values:
            self.said.setdefault("<time>", values["datetime"])
        elif tag == "title" or (tag == "script" and values.get("type") == "application/ld+json"):
            self._into = []

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._into is not None and tag in {"title", "script"}:
            words = "".join(self._into)
            self._into = None
            if tag == "script":
                self.linked.append(words)
            else:
                self.said.setdefault("<title>", words)


def metadata_of(html: str) -> PageMetadata:
    """Read a page's metadata; whatever is malformed is passed over."""
    page = _Page()
    page.feed(html)
    said = dict(page.said)
    is_article = said.get("og:type", "").lower() == "article"
    for item in _items(page.linked):
        is_article = is_article or "Article" in str(item.get("@type", ""))
        for name in ("headline", "datePublished", "publisher", "author", "inLanguage"):
            said.setdefault(name.lower(), _name(item.get(name)))
    return PageMetadata(
        _first(said, _TITLES),
        _first(said, _PUBLISHERS),
        next((day for name in (*_DATES, "<time>") if (day := _day(said.get(name, "")))), ""),
        _language(page.language) or _language(said.get("inlanguage", "")),
        _first(said, _AUTHORS),
        is_article,
    )


def _items(texts: list[str]) -> Iterator[Mapping[str, object]]:
    for text in texts:
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            continue
        graph = found.get("@graph", [found]) if isinstance(found, dict) else found
        for item in graph if isinstance(graph, list) else ():
            if isinstance(item, dict) and "headline" in item:
                yield item


def _name(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name", "")
    return value if isinstance(value, str) else ""


def _first(said: Mapping[str, str], names: tuple[str, ...]) -> str:
    words = (" ".join(FORBIDDEN.sub("", said.get(name, "")).split()) for name in names)
    return next((word for word in words if word), "")


def _day(text: str) -> str:
    """Return the day as written, never converted to another zone."""
    found = re.match(r"\s*([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?![0-9])", text)
    if not found:
        return ""
    try:
        return str(parse("-".join(found.groups())))
    except EdtfError:
        return ""


def _language(tag: str) -> str:
    found = _LANGUAGE.fullmatch(tag.strip())
    if not found:
        return ""
    language, script, region = found.groups()
    parts = (language.lower(), (script or "").title(), (region or "").upper())
    return "-".join(part for part in parts if part)
