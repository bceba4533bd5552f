"""The oEmbed file: what oembed.com asks for, and HTML that stays one frame whatever the title."""

import json
from xml.etree.ElementTree import Element

import html5lib
import pytest

from generator.exports.oembed import oembed
from generator.views.embed import EmbedLinkView, embed_link
from generator.views.event import event_view
from generator.views.layout import ImageView
from tests.sites import SHUT, changed, edition_of

XHTML = "{http://www.w3.org/1999/xhtml}"
ID = "2021-03-01-bridge-shut"
TITLES = ["Plain", "A \"quoted\" & <b>bold</b> 'title'", "</textarea><script>x</script>", "&quot;"]


def link_with(title: str) -> EmbedLinkView:
    typed = title.replace("'", "''")
    edition = edition_of(changed(SHUT, "title: Alder shuts the bridge", f"title: '{typed}'"))
    link = embed_link(event_view(edition.library.events[ID], edition), edition)
    assert link is not None
    return link


def frame_of(html: str) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=True)
    frame: Element
    (frame,) = parser.parseFragment(html)
    return frame


@pytest.mark.parametrize("title", TITLES)
def test_the_answer_has_what_the_standard_asks_for(title: str) -> None:
    link = link_with(title)
    card = ImageView("https://x.example/repo/card.png", "T")
    answer = json.loads(oembed(link, card, ("Two Banks", "https://x.example/repo/")))
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    assert (answer["provider_name"], answer["provider_url"]) == (
        "Two Banks",
        "https://x.example/repo/",
    )
    assert answer["title"] == f"{title} (Two Banks)"
    thumbnail = [answer[f"thumbnail_{part}"] for part in ("url", "width", "height")]
    assert thumbnail == [card.href, 1200, 630]
    frame = frame_of(answer["html"])
    assert [answer["width"], answer["height"]] == [
        int(frame.get("width", "")),
        int(frame.get("height", "")),
    ]


@pytest.mark.parametrize("title", TITLES)
def test_the_code_is_one_frame_whatever_the_title(title: str) -> None:
    frame = frame_of(link_with(title).code)
    assert frame.tag == f"{XHTML}iframe"
    assert (frame.text or "", frame.tail or "", list(frame)) == ("", "", [])
    assert frame.get("title") == f"{title} (Two Banks)"
    assert frame.get("src") == f"https://x.example/repo/embed/events/{ID}/"
    assert frame.get("loading") == "lazy"
    assert "allow-scripts" not in (frame.get("sandbox") or "allow-scripts")
