"""Every address in one place, under any base path."""

import pytest

from generator import urls
from generator.urls import Urls


@pytest.mark.parametrize(
    ("base_url", "path"),
    [
        ("https://x.example", "/"),
        ("https://x.example/", "/"),
        ("https://x.example/repo", "/repo/"),
        ("https://x.example/repo/", "/repo/"),
        ("https://x.example/a/b/", "/a/b/"),
        ("https://x.example//", "/"),
    ],
)
def test_the_base_path_has_a_slash_at_both_ends(base_url: str, path: str) -> None:
    assert Urls(base_url).base_path == path


LINKS = [
    ("/", "/", "/repo/", "https://x.example/repo/"),
    ("/events/a/", "/events/a/", "/repo/events/a/", "https://x.example/repo/events/a/"),
    ("/404.html", "/404.html", "/repo/404.html", "https://x.example/repo/404.html"),
    ("/a b/", "/a%20b/", "/repo/a%20b/", "https://x.example/repo/a%20b/"),
    ("/한/", "/%ED%95%9C/", "/repo/%ED%95%9C/", "https://x.example/repo/%ED%95%9C/"),
    ("/a?b#c/", "/a%3Fb%23c/", "/repo/a%3Fb%23c/", "https://x.example/repo/a%3Fb%23c/"),
    ('/"<&/', "/%22%3C%26/", "/repo/%22%3C%26/", "https://x.example/repo/%22%3C%26/"),
]


@pytest.mark.parametrize(("address", "at_root", "below", "absolute"), LINKS)
def test_links_stand_under_the_base_path(
    address: str, at_root: str, below: str, absolute: str
) -> None:
    assert Urls("https://x.example").href(address) == at_root
    for base_url in ("https://x.example/repo", "https://x.example/repo/"):
        assert Urls(base_url).href(address) == below
        assert Urls(base_url).absolute(address) == absolute


@pytest.mark.parametrize(
    ("fragment", "end"), [("", ""), ("claim-a", "#claim-a"), ("한 b", "#%ED%95%9C%20b")]
)
def test_fragments_are_quoted(fragment: str, end: str) -> None:
    assert Urls("https://x.example").href("/a/", fragment) == f"/a/{end}"


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("/repo/", "/"),
        ("/repo/a/", "/a/"),
        ("/repo", None),
        ("/", None),
        ("/repository/", None),
        ("https://x.example/repo/a/", "/a/"),
        ("https://x.example/other/", None),
        ("https://x.example/repository/", None),
        ("a/", None),
        ("", None),
    ],
)
def test_links_of_the_site_lead_back_to_their_address(href: str, address: str | None) -> None:
    assert Urls("https://x.example/repo/").address_of(href) == address


@pytest.mark.parametrize("address", [link[0] for link in LINKS if "%" not in link[1]])
@pytest.mark.parametrize("base_url", ["https://x.example", "https://x.example/repo/"])
def test_there_and_back(base_url: str, address: str) -> None:
    site = Urls(base_url)
    assert site.address_of(site.href(address)) == address


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", "index.html"),
        ("/events/a/", "events/a/index.html"),
        ("/404.html", "404.html"),
        ("/feed.xml", "feed.xml"),
        ("/assets/0/style.css", "assets/0/style.css"),
    ],
)
def test_addresses_are_files_as_a_server_finds_them(address: str, path: str) -> None:
    assert urls.output_path(address) == path


def test_addresses_are_those_of_the_contract() -> None:
    assert urls.event("a") == "/events/a/"
    assert urls.thread("a") == "/threads/a/"
    assert urls.actor("a") == "/actors/a/"
    assert urls.place("a") == "/places/a/"
    assert urls.source("a") == "/sources/a/"
    assert urls.outlet("a") == "/outlets/a/"
    assert (urls.page("a"), urls.page("home")) == ("/a/", "/")
    assert urls.card(urls.event("a")) == "/events/a/card.png"
    assert urls.embed(urls.event("a")) == "/embed/events/a/"
    assert urls.oembed(urls.event("a")) == "/embed/events/a/oembed.json"
    assert (urls.year(2021), urls.year(987)) == ("/timeline/2021/", "/timeline/0987/")
    assert (urls.TIMELINE, urls.SEARCH) == ("/timeline/", "/search/")
