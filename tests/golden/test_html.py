"""Every page of the golden site by a strict parser, and the rules that a browser would not tell."""

import json
import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.worlds import BASE_URL

CSP = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
FORMER = "events/1981-sluices/index.html"
FORMER_SHOWN = "events/1981-03-04-sluices-closed/index.html"
XHTML = "{http://www.w3.org/1999/xhtml}"
EMBED = "embed/"
FETCHED = {"script": "src", "img": "src", "link": "href", "source": "src", "iframe": "src"}
Pages = dict[str, Element]


@pytest.fixture(scope="module")
def texts(golden_site: Path) -> dict[str, str]:
    return {
        path.relative_to(golden_site).as_posix(): path.read_text("utf-8")
        for path in sorted(golden_site.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def pages(texts: dict[str, str]) -> Pages:
    parser = html5lib.HTMLParser(strict=True)
    return {name: parser.parse(text) for name, text in texts.items()}


def plain(element: Element) -> str:
    return element.tag.removeprefix(XHTML)


def told(pages: Pages, fault: Callable[[Element], str | None]) -> list[str]:
    """Return what `fault` says of any element, with the page's name."""
    return [
        f"{name}: {words}"
        for name, page in pages.items()
        for element in page.iter()
        if (words := fault(element))
    ]


def test_every_page_is_valid_to_a_strict_parser(texts: dict[str, str]) -> None:
    faults = []
    for name, text in texts.items():
        parser = html5lib.HTMLParser()
        parser.parse(text)
        faults += [f"{name}:{place[0]}: {code}" for place, code, _ in parser.errors]
    assert len(texts) > 40
    assert faults == []


def test_every_id_stands_once_in_a_page(pages: Pages) -> None:
    for name, page in pages.items():
        ids = Counter(e.get("id") for e in page.iter() if e.get("id") is not None)
        assert [id_ for id_, count in ids.items() if count > 1] == [], name
        assert all(id_ and not re.search(r"\s", id_) for id_ in ids), name


def test_references_by_id_lead_to_one(pages: Pages) -> None:
    for name, page in pages.items():
        ids = {e.get("id") for e in page.iter()}
        for element in page.iter():
            for attribute in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
                for id_ in (element.get(attribute) or "").split():
                    assert id_ in ids, f"{name}: {attribute}={id_}"


def test_every_page_has_one_first_heading_and_no_level_is_left_out(pages: Pages) -> None:
    for name, page in pages.items():
        levels = [int(plain(e)[1]) for e in page.iter() if re.fullmatch(r"h[1-6]", plain(e))]
        main = next(page.iter(f"{XHTML}main"))
        assert levels.count(1) == len(list(main.iter(f"{XHTML}h1"))) == 1, name
        inner = [int(plain(e)[1]) for e in main.iter() if re.fullmatch(r"h[1-6]", plain(e))]
        assert inner[0] == 1, name
        assert all(lower - upper <= 1 for upper, lower in pairwise(inner)), (name, inner)


def test_nothing_is_styled_or_scripted_in_the_page_itself(pages: Pages) -> None:
    def fault(element: Element) -> str | None:
        inline = [a for a in element.attrib if a == "style" or a.lower().startswith("on")]
        if inline:
            return f"<{plain(element)} {inline[0]}>"
        if plain(element) == "style":
            return "<style>"
        data = element.get("type") in {"application/ld+json", "application/json"}
        if plain(element) == "script" and not data and element.get("src") is None:
            return "inline <script>"
        links = (element.get("href") or element.get("src") or "").strip().lower()
        return links if links.startswith(("javascript:", "data:", "vbscript:")) else None

    assert told(pages, fault) == []


def test_data_in_pages_is_json(pages: Pages) -> None:
    found = 0
    for page in pages.values():
        for script in page.iter(f"{XHTML}script"):
            if script.get("type") == "application/ld+json":
                found += 1
                assert json.loads(script.text or "")["@context"] == "https://schema.org"
    assert found >= 6, "event pages carry data"


def test_a_former_address_sends_readers_on(pages: Pages) -> None:
    (refresh,) = (e for e in pages[FORMER].iter() if e.get("http-equiv") == "refresh")
    assert refresh.get("content") == "0; url=/repo/events/1981-03-04-sluices-closed/"
    assert any(e.get("content") == "noindex" for e in pages[FORMER].iter())


def test_the_policy_is_exact_and_stands_first(pages: Pages) -> None:
    for name, page in pages.items():
        head = next(page.iter(f"{XHTML}head"))
        first, second, *rest = head
        assert first.attrib == {"charset": "utf-8"}, name
        assert second.attrib == {"http-equiv": "Content-Security-Policy", "content": CSP}, name
        others = [element.get("http-equiv") for element in rest if element.get("http-equiv")]
        assert others == (["refresh"] if name == FORMER else []), name


def test_nothing_is_fetched_from_elsewhere(pages: Pages) -> None:
    def fault(element: Element) -> str | None:
        if element.get("rel") in {"canonical", "license", "alternate"}:
            return None
        address = element.get(FETCHED.get(plain(element), ""))
        return address if address and not address.startswith("/repo/") else None

    assert told(pages, fault) == []


def test_every_page_names_itself(pages: Pages) -> None:
    for name, page in pages.items():
        head = next(page.iter(f"{XHTML}head"))
        (title,) = head.iter(f"{XHTML}title")
        (canonical,) = [link for link in head if link.get("rel") == "canonical"]
        (description,) = [meta for meta in head if meta.get("name") == "description"]
        assert page.get("lang") == "en"
        assert "The Issen Papers" in (title.text or ""), name
        shown = FORMER_SHOWN if name == f"{EMBED}{FORMER}" else name.removeprefix(EMBED)
        assert canonical.get("href") == f"{BASE_URL}{shown.removesuffix('index.html')}"
        assert (description.get("content") or "").strip(), name


def test_titles_tell_pages_apart(pages: Pages) -> None:
    own = (page for name, page in pages.items() if not name.startswith(EMBED))
    titles = Counter(title.text for page in own for title in page.iter(f"{XHTML}title"))
    assert [title for title, count in titles.items() if count > 1] == []


def test_times_are_those_that_html_knows(pages: Pages) -> None:
    known = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

    def fault(element: Element) -> str | None:
        value = element.get("datetime")
        return value if value is not None and not known.fullmatch(value) else None

    assert told(pages, fault) == []


def test_only_pages_to_be_found_are_marked_for_the_index(pages: Pages) -> None:
    marked = {
        name
        for name, page in pages.items()
        if any(e.get("data-pagefind-body") is not None for e in page.iter())
    }
    assert {name.split("/")[0] for name in marked} == {
        "actors",
        "commitments",
        "corrections",
        "events",
        "figures",
        "how-we-know",
        "questions",
        "reports",
        "summits",
        "terms",
        "threads",
    }
    assert len(marked) == 21


def test_filters_of_the_indexer_are_not_used(texts: dict[str, str]) -> None:
    """With them Pagefind 1.5.2 writes other bytes at each run."""
    assert [name for name, text in texts.items() if "data-pagefind-filter" in text] == []


def test_every_picture_is_named_or_hidden(pages: Pages) -> None:
    svg = "{http://www.w3.org/2000/svg}"
    named = 0
    for name, page in pages.items():
        for picture in page.iter(f"{svg}svg"):
            if picture.get("aria-hidden") == "true":
                continue
            # Links within an image are not told, so the map gives the role to its outlines alone.
            images = [e for e in picture.iter() if e.get("role") == "img"]
            assert len(images) == 1, name
            titles = [e.text for e in images[0] if e.tag == f"{svg}title"]
            assert titles, name
            assert (titles[0] or "").strip(), name
            named += 1
    assert named > 10


def test_strips_are_named_and_described(pages: Pages) -> None:
    figures = [e for e in pages["timeline/index.html"].iter() if e.get("class") == "strip"]
    (figure,) = figures
    assert (figure.get("aria-labelledby"), figure.get("aria-describedby")) == (
        "strip-title",
        "strip-words",
    )


def test_rows_of_promises_carry_what_they_can_be_chosen_by(pages: Pages) -> None:
    rows = [e.attrib for e in pages["commitments/index.html"].iter() if e.get("data-state")]
    assert [(row["data-state"], row["data-by"], row["data-made"]) for row in rows] == [
        ("open", "velmora tarsil", "1982 1982-06-01-treaty-of-maren"),
        ("broken", "velmora", "1981 1981-05-10-talks-in-maren"),
    ]
