"""The preview by raw sockets: whom it answers, under which addresses, and what it never sends.

Here the content has a problem and was never whole, so that files of the last build are shown.
"""

import json
import shutil
import socket
import struct
import threading
import time
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path
from typing import NamedTuple

import pytest
import uvicorn

from generator.config import Config
from generator.draft import drafted
from generator.serve import LOOPBACK, Preview, application
from tests.sites import BASE_FOLDER
from tests.worlds import lay

BASE = "/repo/"
SECRET = b"nobody may read this"
SITE: dict[str, str | bytes] = {
    "index.html": "<h1>home</h1>",
    "404.html": "<h1>nothing here</h1>",
    "events/a/index.html": "<h1>a</h1>",
    "style.css": "body {}",
    "pagefind/index.pf_meta": b"\x1f\x8b",
}


class Answer(NamedTuple):
    """What came back, whole."""

    status: int
    headers: dict[str, str]
    body: bytes


class Running(NamedTuple):
    """A running preview."""

    port: int
    folder: Path

    def ask(self, head: str) -> Answer:
        """Send a request as it is, without its last line; return the answer."""
        with socket.create_connection((LOOPBACK, self.port), timeout=10) as line:
            line.sendall(head.encode("latin-1") + b"\r\nConnection: close\r\n\r\n")
            response = HTTPResponse(line, method=head.partition(" ")[0])
            response.begin()
            headers = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, headers, response.read())

    def get(self, path: str, host: str = "", method: str = "GET") -> Answer:
        return self.ask(f"{method} {path} HTTP/1.1\r\nHost: {host or f'localhost:{self.port}'}")


def previewed(folder: Path, base: str) -> Iterator[Running]:
    content = folder.parent / "content"
    shutil.copytree(BASE_FOLDER, content, dirs_exist_ok=True)
    (content / "kinds.yaml").write_text("- a fault\n", "utf-8")
    config = Config(content, folder, base_url=f"https://x.example{base}")
    preview = Preview(config, drafted(config, None))
    assert preview.draft.words
    with socket.create_server((LOOPBACK, 0)) as listening:
        settings = uvicorn.Config(application(preview, live=False), log_level="critical")
        running = uvicorn.Server(settings)
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
        thread.start()
        while not running.started:
            time.sleep(0.01)
        yield Running(listening.getsockname()[1], folder)
        running.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A site under /repo/, beside which lies a secret."""
    around = tmp_path_factory.mktemp("around")
    lay(around, {"secret.txt": SECRET, "site-of-others/secret.txt": SECRET})
    folder = lay(around / "site", SITE)
    (folder / "link.txt").symlink_to(around / "secret.txt")
    (folder / "link").symlink_to(around)
    (folder / "loop").symlink_to("loop")
    yield from previewed(folder, BASE)


@pytest.fixture
def root_preview(tmp_path: Path) -> Iterator[Running]:
    yield from previewed(lay(tmp_path / "site", SITE), "/")


# --- whom it answers


def test_only_this_machine_can_connect(preview: Running) -> None:
    own = socket.gethostbyname(socket.gethostname())
    if own.startswith("127."):
        own = "127.0.0.2"
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((own, preview.port), timeout=5)


@pytest.mark.parametrize("host", ["localhost", "localhost:{}", "127.0.0.1:{}", "LocalHost:{}"])
def test_requests_of_this_machine_are_answered(host: str, preview: Running) -> None:
    assert preview.get(BASE, host.format(preview.port)).status == 200


FOREIGN = [
    "evil.example",
    "evil.example:{}",
    "localhost.evil.example",
    "evil.example.localhost",
    "127.0.0.1.evil.example",
    "evil.example@localhost",
    "localhost@evil.example",
    "localhost/evil.example",
    "localhost?evil.example",
    "localhost#",
    "localhost:evil",
    "localhost:",
    "127.0.0.2",
    "2130706433",
    "0",
    "192.168.1.2:{}",
    "[::1",
    "[",
    "[evil.example]",
    "localhost, evil.example",
    "xn--lcalhost-54a",
    "\xa0localhost",
    "",
]


@pytest.mark.parametrize("host", FOREIGN)
@pytest.mark.parametrize("path", [BASE, "/", f"{BASE}nothing/"])
def test_requests_under_another_name_are_refused(path: str, host: str, preview: Running) -> None:
    answer = preview.ask(f"GET {path} HTTP/1.1\r\nHost: {host.format(preview.port)}")
    assert answer.status == 403
    assert b"home" not in answer.body
    assert "location" not in answer.headers


def test_requests_without_a_name_are_refused(preview: Running) -> None:
    assert preview.ask(f"GET {BASE} HTTP/1.0").status == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get"])
def test_only_reading_is_allowed(method: str, preview: Running) -> None:
    answer = preview.get(BASE, method=method)
    assert answer.status in {405, 501}
    assert b"home" not in answer.body


@pytest.mark.parametrize("path", [BASE, f"{BASE}style.css", f"{BASE}nothing/", "/", f"{BASE}link"])
def test_head_answers_like_get_without_a_body(path: str, preview: Running) -> None:
    got, head = preview.get(path), preview.get(path, method="HEAD")
    assert head.status == got.status
    assert head.headers.get("content-length") == got.headers.get("content-length")
    with socket.create_connection((LOOPBACK, preview.port), timeout=10) as line:
        line.sendall(f"HEAD {path} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())
        raw = b"".join(iter(lambda: line.recv(4096), b""))
    assert raw.endswith(b"\r\n\r\n")


# --- where things are


PAGES = [
    ("", (200, b"<h1>home</h1>", "text/html")),
    ("?q=1", (200, b"<h1>home</h1>", "text/html")),
    ("index.html", (200, b"<h1>home</h1>", "text/html")),
    ("events/a/", (200, b"<h1>a</h1>", "text/html")),
    ("events/a/?q=x/..", (200, b"<h1>a</h1>", "text/html")),
    ("events/%61/", (200, b"<h1>a</h1>", "text/html")),
    ("style.css", (200, b"body {}", "text/css")),
    ("pagefind/index.pf_meta", (200, b"\x1f\x8b", "application/octet-stream")),
    ("nothing/", (404, b"<h1>nothing here</h1>", "text/html")),
    ("style.css/", (404, b"<h1>nothing here</h1>", "text/html")),
    ("events/", (404, b"<h1>nothing here</h1>", "text/html")),
    ("pagefind/", (404, b"<h1>nothing here</h1>", "text/html")),
]


@pytest.mark.parametrize(("path", "expected"), PAGES, ids=[page[0] for page in PAGES])
def test_pages_stand_where_they_will_stand_when_published(
    path: str, expected: tuple[int, bytes, str], preview: Running, root_preview: Running
) -> None:
    for asked, base in ((preview, BASE), (root_preview, "/")):
        answer = asked.get(f"{base}{path}")
        kind = answer.headers["content-type"].partition(";")[0]
        assert (answer.status, answer.body, kind) == expected
        assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("path", ["/", "/repo", "/?q=1", "/repo?q=1"])
def test_the_ways_to_the_site_lead_to_its_base_path(path: str, preview: Running) -> None:
    answer = preview.get(path)
    assert (answer.status, answer.headers["location"], answer.body) == (302, BASE, b"")


@pytest.mark.parametrize("path", ["/events/a/", "/style.css", "/repository/", "/REPO/", "/favicon"])
def test_nothing_stands_outside_the_base_path(path: str, preview: Running) -> None:
    """A link that forgets the base path must fail here as it would when published."""
    answer = preview.get(path)
    assert (answer.status, answer.body) == (404, b"<h1>nothing here</h1>")


@pytest.mark.parametrize(("base", "path"), [(BASE, "/repo/events/a"), ("/", "/events/a")])
def test_a_page_without_its_last_slash_leads_to_the_page(
    base: str, path: str, preview: Running, root_preview: Running
) -> None:
    answer = (preview if base == BASE else root_preview).get(f"{path}?q=1")
    assert (answer.status, answer.headers["location"]) == (301, f"{path}/?q=1")


def test_a_site_without_a_page_for_it_still_answers_404(root_preview: Running) -> None:
    (root_preview.folder / "404.html").unlink()
    assert root_preview.get("/nothing/").status == 404


# --- what it never sends


TRAVERSALS = [
    "../secret.txt",
    "../../secret.txt",
    "./../secret.txt",
    "events/../../secret.txt",
    "events/a/../../../secret.txt",
    "..;/secret.txt",
    "%2e%2e/secret.txt",
    "%2E%2E/secret.txt",
    ".%2e/secret.txt",
    "%2e./secret.txt",
    "..%2fsecret.txt",
    "..%2Fsecret.txt",
    "%2e%2e%2fsecret.txt",
    "%252e%252e%252fsecret.txt",
    "..%252fsecret.txt",
    "..\\secret.txt",
    "..%5csecret.txt",
    "%2e%2e%5csecret.txt",
    "..%c0%afsecret.txt",
    "%c0%ae%c0%ae/secret.txt",
    "..%ef%bc%8fsecret.txt",
    "....//secret.txt",
    "..//secret.txt",
    "/../secret.txt",
    "//../secret.txt",
    "..././secret.txt",
    "%00../secret.txt",
    "../secret.txt%00.html",
    "style.css%00",
    "../site-of-others/secret.txt",
    "..%2fsite-of-others%2fsecret.txt",
    "link.txt",
    "link/secret.txt",
    "link/",
    "link/site-of-others/secret.txt",
    "loop",
    "loop/",
    "x" * 5000,
    "{absolute}",
    "/{absolute}",
    "%2f{absolute}",
    "file://{absolute}",
]


@pytest.mark.parametrize("start", [BASE, "", "/", "/repo", "//repo/", "http://localhost/repo/"])
def test_no_form_of_an_address_leaves_the_folder(start: str, preview: Running) -> None:
    for form in TRAVERSALS:
        path = start + form.format(absolute=preview.folder.parent / "secret.txt")
        answer = preview.get(path)
        assert answer.status in {301, 302, 400, 404}, (path, answer)
        assert SECRET not in answer.body, path
        assert answer.headers.get("location", BASE).startswith(BASE), path


def test_the_list_is_long_enough() -> None:
    assert len(set(TRAVERSALS)) >= 20


@pytest.mark.parametrize("path", ["/repo//evil.example/..", "//evil.example/%2e%2e", "/\\evil/"])
def test_no_answer_leads_to_another_site(
    path: str, preview: Running, root_preview: Running
) -> None:
    for asked in (preview, root_preview):
        where = asked.get(path).headers.get("location", "/")
        assert where.startswith("/")
        assert not where.startswith(("//", "/\\"))


def test_connections_that_drop_leave_nothing_behind(preview: Running) -> None:
    def held() -> int:
        files = Path("/proc/self/fd")
        return len(list(files.iterdir())) if files.is_dir() else 0

    preview.get(BASE)
    before, threads = held(), threading.active_count()
    for _ in range(50):
        socket.create_connection((LOOPBACK, preview.port), timeout=10).close()
        preview.get(BASE)
    assert threading.active_count() <= threads + 2
    assert held() <= before + 4


def test_a_browser_that_leaves_early_is_no_fault(
    preview: Running, capfd: pytest.CaptureFixture[str]
) -> None:
    (preview.folder / "large.txt").write_bytes(b"x" * 20_000_000)
    for _ in range(5):
        with socket.create_connection((LOOPBACK, preview.port)) as line:
            line.sendall(b"GET /repo/large.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert line.recv(1000)
            at_once = struct.pack("ii", 1, 0)
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
    assert preview.get("/repo/").status == 200
    assert capfd.readouterr().err == ""


# --- who may listen


def headers(**named: str) -> str:
    return "".join(f"\r\n{name.replace('_', '-')}: {value}" for name, value in named.items())


FOREIGN_REQUESTS = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost.evil.example"},
    {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "cors"},
    {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors"},
]


@pytest.mark.parametrize("path", [BASE, "/-preview/events", "/-preview/preview.js"])
@pytest.mark.parametrize("sent", FOREIGN_REQUESTS, ids=str)
def test_pages_of_other_sites_are_refused(
    sent: dict[str, str], path: str, preview: Running
) -> None:
    answer = preview.ask(f"GET {path} HTTP/1.1\r\nHost: localhost{headers(**sent)}")
    assert answer.status == 403
    assert "access-control-allow-origin" not in answer.headers


def test_a_link_on_another_site_may_lead_here(preview: Running) -> None:
    sent = headers(Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate")
    assert preview.ask(f"GET {BASE} HTTP/1.1\r\nHost: localhost{sent}").status == 200


def listening(port: int) -> socket.socket:
    line = socket.create_connection((LOOPBACK, port), timeout=10)
    line.sendall(b"GET /-preview/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    return line


def test_a_page_is_told_the_state_at_once(preview: Running) -> None:
    with listening(preview.port) as line:
        said = b""
        while b"\n\n" not in said.partition(b"\r\n\r\n")[2]:
            said += line.recv(4096)
    assert b"200 OK" in said
    assert b"text/event-stream" in said
    told = json.loads(said.partition(b"data: ")[2].partition(b"\n\n")[0])
    assert told["version"] == 1
    assert told["problems"].startswith("content/kinds.yaml:1:1: ")


def test_no_more_than_fifty_pages_listen(root_preview: Running) -> None:
    lines = [listening(root_preview.port) for _ in range(51)]
    answers = sorted(line.recv(4096).split(b"\r\n")[0] for line in lines)
    for line in lines:
        line.close()
    assert answers == [b"HTTP/1.1 200 OK"] * 50 + [b"HTTP/1.1 503 Service Unavailable"]


def test_the_own_files_of_the_preview_are_two(preview: Running) -> None:
    assert preview.get("/-preview/preview.css").status == 200
    assert b"EventSource" in preview.get("/-preview/preview.js?version=1").body
    assert preview.get("/-preview/empty.html").status == 404


def test_without_any_earlier_site_the_page_says_so(root_preview: Running) -> None:
    for file in sorted(root_preview.folder.rglob("*"), reverse=True):
        if file.is_file():
            file.unlink()
    answer = root_preview.get("/")
    assert (answer.status, b"Nothing to show yet" in answer.body) == (404, True)
    assert b"/-preview/preview.js?version=1" in answer.body
