"""Pagefind over the rendered pages: one run of its binary, and proof that it saw every page.

Its service is spoken to (JSON in base64, each message ended by a comma), not its command line: that
numbers pages in the order in which the disk lists them, so two machines would publish different
bytes, and it ends with status 0 when its files could not be written.
"""

import contextlib
import gzip
import json
import subprocess
import threading
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from io import BufferedReader
from typing import IO, Any, cast

import pagefind_bin

from generator.exports.catalogue import Fragment

TIMEOUT_SECONDS = 1800
VERSION = version("pagefind_bin")
UNUSED = frozenset(
    {
        "pagefind-component-ui.css",
        "pagefind-component-ui.js",
        "pagefind-highlight.js",
        "pagefind-modular-ui.css",
        "pagefind-modular-ui.js",
        "pagefind-ui.css",
        "pagefind-ui.js",
    }
)
"""Files that Pagefind always makes for interfaces other than ours."""
_SIGNATURE = b"pagefind_dcd"
_ENTRY = "pagefind-entry.json"
_CHUNK = 1 << 16
_UNREADABLE = "Pagefind made no index that can be read."
Message = dict[str, Any]


class IndexerError(Exception):
    """The indexer failed or indexed something else than planned; the message is one line."""


def index(pages: Iterable[tuple[str, str]]) -> tuple[tuple[str, bytes], ...]:
    """Index pages given by path and HTML; return the files of the index by path, in order.

    Raises IndexerError unless exactly these pages were indexed.
    """
    listed = sorted(pages)
    if not listed:
        return ()
    messages: list[Message] = [{"type": "NewIndex", "config": {}}]
    messages += [{"type": "AddFile", "file_path": p, "file_contents": html} for p, html in listed]
    answer: Message = {}
    with _service() as service:
        for message in (*messages, {"type": "GetFiles"}):
            answer = _answer(service, {"index_id": 0, **message})
    files = _files(answer)
    found = _indexed_pages(files.get(_ENTRY, b""))
    if found != len(listed):
        reason = f"Pagefind indexed {found} pages where {len(listed)} were planned."
        raise IndexerError(reason)
    return tuple((path, files[path]) for path in sorted(files) if path not in UNUSED)


def fragments(files: Iterable[tuple[str, bytes]]) -> tuple[Fragment, ...]:
    """Return what the index's files hold of each page, as the browser will read it."""
    return tuple(_fragments(files))


def _fragments(files: Iterable[tuple[str, bytes]]) -> Iterator[Fragment]:
    for path, data in files:
        folder, _, name = path.rpartition("/")
        if folder != "fragment":
            continue
        held = json.loads(gzip.decompress(data).removeprefix(_SIGNATURE))
        meta = held["meta"]
        # What is written in Latin letters among the terms are tokens of concepts.
        terms = tuple(term for term in meta.get("names", "").split() if not term.isascii())
        text = f"{meta.get('title', '')} {held['content']}"
        yield Fragment(name.removesuffix(".pf_fragment"), held["url"], text, terms)


@contextlib.contextmanager
def _service() -> Iterator[subprocess.Popen[bytes]]:
    """Start Pagefind and end it afterwards, also when it hangs; EOFError within tells its end."""
    try:
        service = subprocess.Popen(  # noqa: S603 - our own dependency, with arguments made here
            (str(pagefind_bin.get_executable()), "--service"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except OSError as error:
        message = f"Pagefind could not be started: {error.strerror or error}."
        raise IndexerError(message) from None
    limit = threading.Timer(TIMEOUT_SECONDS, service.kill)
    limit.daemon = True
    limit.start()
    try:
        yield service
    except EOFError:
        said = service.communicate()[1].decode("utf-8", "replace")
        raise IndexerError(_end(service.returncode, said, late=not limit.is_alive())) from None
    finally:
        limit.cancel()
        service.kill()
        service.communicate()


def _end(status: int, said: str, *, late: bool) -> str:
    if late:
        return f"Pagefind did not finish within {TIMEOUT_SECONDS} seconds."
    lines = [line for line in said.splitlines() if line.strip()]
    return f"Pagefind ended with status {status}: {' '.join(lines[:2]) or 'no message'}"


def _answer(service: subprocess.Popen[bytes], message: Message) -> Message:
    """Send one message and wait for its answer; raises EOFError when the service has ended."""
    send, receive = cast("IO[bytes]", service.stdin), cast("BufferedReader", service.stdout)
    request = json.dumps({"message_id": 0, "payload": message})
    try:
        send.write(b64encode(request.encode()) + b",")
        send.flush()
    except BrokenPipeError:
        raise EOFError from None
    received = bytearray()
    while not received.endswith(b","):
        chunk = receive.read1(_CHUNK)
        if not chunk:
            raise EOFError
        received += chunk
    try:
        payload: Message = json.loads(b64decode(received[:-1]))["payload"]
        refused = payload["message"] if payload["type"] == "Error" else ""
    except (ValueError, KeyError, TypeError):
        raise IndexerError(_UNREADABLE) from None
    if refused:
        message_ = f"Pagefind refused a page: {' '.join(str(refused).split())}"
        raise IndexerError(message_)
    return payload


def _files(answer: Message) -> dict[str, bytes]:
    try:
        return {file["path"]: b64decode(file["content"]) for file in answer["files"]}
    except (ValueError, KeyError, TypeError):
        raise IndexerError(_UNREADABLE) from None


def _indexed_pages(entry: bytes) -> int:
    try:
        languages = json.loads(entry)["languages"]
        return sum(int(language["page_count"]) for language in languages.values())
    except (ValueError, KeyError, TypeError, AttributeError):
        raise IndexerError(_UNREADABLE) from None
