"""What the preview answers: pages of the draft, files of the last build, and its own files."""

import json
import mimetypes
from http import HTTPStatus
from pathlib import Path

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from generator import urls
from generator.config import TEMPLATES
from generator.draft import BUNDLE, Draft, rendered

OWN = "/-preview/"
"""Below this lie the preview's own files; no id of a record can begin with a hyphen."""
_OWN_FILES = {"preview.js": "text/javascript", "preview.css": "text/css"}
_FRESH = {"Cache-Control": "no-store"}
_HTML = "text/html; charset=utf-8"
_NOTHING_YET = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Nothing to show yet</title>
</head>
<body>
<h1>Nothing to show yet</h1>
<p>The content has problems, and there is no earlier site to show.</p>
</body>
</html>
"""


def answer(request: Request, draft: Draft, out: Path, version: int) -> Response:
    """Answer with a page or file below the base path; `out` is the folder of the last build."""
    path, base = request.scope["path"], draft.base_path
    if path in {"/", base.rstrip("/")} and path != base:
        return RedirectResponse(base, HTTPStatus.FOUND)
    if path.startswith(base):
        address = f"/{path[len(base) :]}".removesuffix("index.html")
        found = _of_draft(address, draft, version) or _of_folder(address, out, version)
        if found:
            return found
        if not address.endswith("/") and _stands(f"{address}/", draft, out):
            return RedirectResponse(_with_slash(request, base), HTTPStatus.MOVED_PERMANENTLY)
    missing = _of_draft(urls.NOT_FOUND, draft, version) or _of_folder(urls.NOT_FOUND, out, version)
    missing = missing or _page(_NOTHING_YET, version)
    missing.status_code = HTTPStatus.NOT_FOUND
    return missing


def _with_slash(request: Request, base: str) -> str:
    query = f"?{request.url.query}" if request.url.query else ""
    path = urls.Urls(f"http://localhost{base}").href(f"/{request.scope['path'][len(base) :]}/")
    return f"{path}{query}"


def _stands(address: str, draft: Draft, out: Path) -> bool:
    inside = draft.shown is not None and address in draft.shown.pages
    return inside or _file(f"{address}index.html", out) is not None


def _of_draft(address: str, draft: Draft, version: int) -> Response | None:
    if draft.shown is None:
        return None
    if address in draft.shown.pages:
        text = rendered(address, draft.shown)
        if draft.shown.pages[address].template.endswith(".html"):
            return _page(text, version)
        kind = mimetypes.guess_type(address)[0] or "text/plain"
        return Response(text, media_type=kind, headers=_FRESH)
    if address in draft.shown.files:
        data = draft.shown.files[address].data()
        return Response(data, media_type=_kind(address), headers=_FRESH)
    return None


def _of_folder(address: str, out: Path, version: int) -> Response | None:
    inner = f"{address}index.html" if address.endswith("/") else address
    if inner.startswith(BUNDLE):
        newest = sorted(out.glob("pagefind/*/"))
        inner = f"/pagefind/{newest[0].name}/{inner[len(BUNDLE) :]}" if newest else inner
    file = _file(inner, out)
    if file is None:
        return None
    data = file.read_bytes()
    if file.suffix == ".html":
        return _page(data.decode("utf-8", "replace"), version)
    return Response(data, media_type=_kind(file.name), headers=_FRESH)


def _file(inner: str, out: Path) -> Path | None:
    """Return the file if it is one and, behind any links, lies in the folder."""
    try:
        file = (out / inner.removeprefix("/")).resolve()
        is_ours = file.is_relative_to(out.resolve()) and file.is_file()
    except (OSError, RuntimeError, ValueError):  # endless links, or a null character
        return None
    return file if is_ours else None


def _kind(name: str) -> str:
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def _page(text: str, version: int) -> Response:
    """Return a page with the preview's own style and script, which the site's policy allows."""
    added = (
        f'<link rel="stylesheet" href="{OWN}preview.css">\n'
        f'<script type="module" src="{OWN}preview.js?version={version}"></script>\n'
    )
    return Response(text.replace("</head>", f"{added}</head>", 1), media_type=_HTML, headers=_FRESH)


def own_file(request: Request) -> Response:
    """Answer with one of the preview's own files."""
    name = request.path_params["name"]
    if name not in _OWN_FILES:
        return Response("Nothing stands at this address.", HTTPStatus.NOT_FOUND)
    text = (TEMPLATES / "preview" / name).read_text("utf-8")
    return Response(text, media_type=_OWN_FILES[name], headers=_FRESH)


def state(draft: Draft, version: int, *, behind: bool) -> str:
    """Return in JSON what a page must know: its version, problems, whether the index is old."""
    return json.dumps({"version": version, "problems": draft.words, "behind": behind})
