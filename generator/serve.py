"""The built site on this machine, under the base path that it will have when published."""

import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

LOOPBACK = "127.0.0.1"
_OWN_NAMES = frozenset({LOOPBACK, "localhost"})


class _Handler(SimpleHTTPRequestHandler):
    """Answers requests of this machine for files below the base path.

    A Host header that names another machine is refused, since a page of the web that resolves its
    own name to 127.0.0.1 could otherwise read drafts (DNS rebinding).
    """

    base_path = "/"

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Refuse, redirect to the base path, or send a file from below it."""
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        if host not in _OWN_NAMES:
            self.send_error(HTTPStatus.FORBIDDEN)
            return None
        if not self.path.startswith(self.base_path):
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", self.base_path)
            self.end_headers()
            return None
        self.path = "/" + self.path[len(self.base_path) :]
        return super().send_head()

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
        self.wfile.write(data)

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
