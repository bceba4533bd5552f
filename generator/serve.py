"""The built site on this machine, under the base path that it will have when published."""

import contextlib
import re
import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import BinaryIO

LOOPBACK = "127.0.0.1"
_OWN_HOST = re.compile(r"(?:127\.0\.0\.1|localhost)(?::\d+)?", re.IGNORECASE)


class _Handler(SimpleHTTPRequestHandler):
    """Answers requests of this machine for files below the base path.

    A Host header that names another machine is refused, since a page of the web that resolves its
    own name to 127.0.0.1 could otherwise read drafts (DNS rebinding).
    """

    base_path = "/"

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Refuse, redirect to the base path, or send a file from below it."""
        if not _OWN_HOST.fullmatch(self.headers.get("Host", "")):
            self.send_error(HTTPStatus.FORBIDDEN)
            return None
        path = self.path.partition("?")[0]
        if path in {"/", self.base_path.rstrip("/")} and path != self.base_path:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", self.base_path)
            self.end_headers()
            return None
        if not path.startswith(self.base_path) or not self._lies_within():
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def translate_path(self, path: str) -> str:
        """Return the file for an address, which begins with the base path."""
        return super().translate_path("/" + path[len(self.base_path) :])

    def list_directory(self, path: str | PathLike[str]) -> None:  # noqa: ARG002 - the signature of http.server
        """Send no list of files: a published folder without a page has none either."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def _lies_within(self) -> bool:
        """Tell whether the file itself, behind any links, is one of the site's folder."""
        try:
            file = Path(self.translate_path(self.path)).resolve()
        except (OSError, RuntimeError, ValueError):  # endless links, or a null character
            return False
        return file.is_relative_to(Path(self.directory).resolve())

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's own page for addresses that do not exist."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def handle(self) -> None:
        """Answer; a browser that leaves before the end of a file is no fault."""
        with contextlib.suppress(ConnectionError):
            super().handle()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        """Say nothing of each request."""


def server(folder: Path, base_path: str, port: int) -> ThreadingHTTPServer:
    """Return a server of the folder, bound to this machine alone; port 0 takes any free one."""
    handler = type("Handler", (_Handler,), {"base_path": base_path})
    return ThreadingHTTPServer((LOOPBACK, port), partial(handler, directory=str(folder)))


def serve(folder: Path, base_path: str, port: int) -> None:
    """Serve until interrupted."""
    with server(folder, base_path, port) as running:
        number = running.server_address[1]
        sys.stdout.write(f"http://localhost:{number}{base_path} (Ctrl+C ends it)\n")
        sys.stdout.flush()
        running.serve_forever()
