"""What pages say of themselves, from a server on this machine; and what stops a look-up."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from generator import page_metadata
from generator.page_metadata import PageMetadata, UnreachableError, fetch, metadata_of

ARTICLE = """<!doctype html><html lang="en-us"><head><title>Open | Times</title>
<meta property="og:title" content="The bridge &amp; the&#10; town">
<meta property="og:site_name" content="Valley Times">
<meta property="og:type" content="article">
<meta name="author" content="A. Pen">
<meta property="article:published_time" content="2021-05-02T23:30:00-05:00">
</head><body>"""
LINKED = """<html lang="ko_KR"><title> 다리 </title><script type="application/ld+json">
{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"], "headline": "다리가 열렸다",
"datePublished": "2021-05-02", "author": [{"name": "김"}], "publisher": {"name": "신문"}}]}
</script>"""

PAGES = [
    (
        ARTICLE,
        PageMetadata(
            "The bridge & the town",
            "Valley Times",
            "2021-05-02",
            "en-US",
            "A. Pen",
            is_article=True,
        ),
    ),
    (LINKED, PageMetadata("다리가 열렸다", "신문", "2021-05-02", "ko-KR", "김", is_article=True)),
    (
        "<title>A</title><time datetime='2021-05-02 10:00'>x</time>",
        PageMetadata("A", issued="2021-05-02"),
    ),
    ("<html lang='english'><meta name=date content='2 May 2021'>", PageMetadata()),
    ("<meta name=date content='2021-02-30'><meta property=og:title>", PageMetadata()),
    ("<script type='application/ld+json'>{[</script><script>1 < 2</script>", PageMetadata()),
    ("<title>a\u202eb</title>", PageMetadata("ab")),
    ("", PageMetadata()),
]


@pytest.mark.parametrize(("html", "expected"), PAGES)
def test_metadata_is_read_where_it_is_given(html: str, expected: PageMetadata) -> None:
    assert metadata_of(html) == expected


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        answers = {
            "/a": (200, "text/html; charset=utf-8", ARTICLE.encode()),
            "/latin": (200, "text/html", b"<meta charset=iso-8859-1><title>M\xe4rn</title>"),
            "/pdf": (200, "application/pdf", ARTICLE.encode()),
            "/long": (200, "text/html", ARTICLE.encode() + b"x" * (page_metadata.MAX_BYTES * 2)),
            "/moved": (302, "/a", b""),
            "/file": (302, "file:///etc/passwd", b""),
            "/ftp": (302, "ftp://a.example/", b""),
            "/loop": (302, "/loop", b""),
        }
        status, kind, data = answers.get(self.path, (404, "text/html", b"no"))
        self.send_response(status)
        self.send_header("Location" if status == 302 else "Content-Type", kind)
        self.end_headers()
        try:
            self.wfile.write(data)
        except OSError:
            return  # the reader had enough

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002, ARG002 - the signature of http.server
        return


@contextmanager
def serving() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving() as address:
        yield address


@pytest.mark.parametrize("path", ["/a", "/moved", "/long"])
def test_a_page_is_fetched_also_behind_a_redirect_and_never_whole_if_long(
    server: str, path: str
) -> None:
    assert fetch(server + path).title == "The bridge & the town"


def test_the_encoding_that_a_page_declares_is_used(server: str) -> None:
    assert fetch(f"{server}/latin").title == "Märn"


def test_what_is_no_page_says_nothing(server: str) -> None:
    assert fetch(f"{server}/pdf") == PageMetadata()


@pytest.mark.parametrize(
    ("path", "words"),
    [("/none", "answers 404"), ("/file", "302"), ("/ftp", "no web page"), ("/loop", "302")],
)
def test_why_a_page_cannot_be_had_is_said(server: str, path: str, words: str) -> None:
    with pytest.raises(UnreachableError, match=words):
        fetch(server + path)


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://a.example/", "x", "http://127.0.0.1:1/"]
)
def test_only_the_web_is_asked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with pytest.raises(UnreachableError):
        fetch(address)
