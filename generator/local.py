"""Whom the preview answers: this machine's own pages, asking under this machine's own name."""

import re
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_HOST = r"(?:127\.0\.0\.1|localhost)(?::\d+)?"
_OWN_HOST = re.compile(_HOST, re.IGNORECASE)
_OWN_ORIGIN = re.compile(rf"http://{_HOST}", re.IGNORECASE)


class LocalOnly:
    """Refuses with 403 what another site asks for.

    A Host header that names another machine is refused, since a page of the web that resolves its
    own name to 127.0.0.1 could otherwise read drafts (DNS rebinding).
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer it with a refusal."""
        if scope["type"] == "http" and not _is_own(Headers(scope=scope)):
            refusal = PlainTextResponse("Only this machine may ask.", HTTPStatus.FORBIDDEN)
            await refusal(scope, receive, send)
            return
        await self.app(scope, receive, send)


def _is_own(headers: Headers) -> bool:
    """Tell whether a request comes from this machine; links from elsewhere may lead here."""
    if len(headers.getlist("host")) != 1 or not _OWN_HOST.fullmatch(headers["host"]):
        return False
    origin = headers.get("origin")
    if origin is not None and not _OWN_ORIGIN.fullmatch(origin):
        return False
    elsewhere = headers.get("sec-fetch-site") == "cross-site"
    return not elsewhere or headers.get("sec-fetch-mode") == "navigate"
