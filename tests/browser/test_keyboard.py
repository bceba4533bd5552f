"""Readers without a mouse reach everything, and see where they are."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.contrast import contrast
from tests.browser.page_types import every_type, visit
from tests.browser.reader import DESK, PHONE, Look, Reader

PHONE_SHORT = Look(width=360, height=500)


@every_type
def test_skip_link_comes_first_and_leads_to_the_content(reader: Reader, type_: str) -> None:
    page = visit(reader, type_)
    page.keyboard.press("Tab")
    if type_.startswith("embed"):  # nothing stands before the content
        assert page.evaluate("() => document.activeElement.closest('main') !== null")
        return
    link = page.get_by_role("link", name="Skip to the content")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")


FOCUS = """() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, summary")]
    .filter((element) => element.tabIndex >= 0 && element.checkVisibility());
  const at = document.activeElement;
  const covering = new Set();
  for (const box of at.getClientRects()) {
    if (box.width < 4 || box.height < 4) continue;
    const xs = [box.left + 2, (box.left + box.right) / 2, box.right - 2];
    const ys = [box.top + 2, (box.top + box.bottom) / 2, box.bottom - 2];
    for (const x of xs) for (const y of ys) {
      const top = document.elementFromPoint(x, y);
      if (!top) covering.add("the edge of the window");
      else if (!at.contains(top) && !top.contains(at)) covering.add(top.outerHTML.slice(0, 80));
    }
  }
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at);
  const seen = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  return { number: all.indexOf(at), of: all.length, what: at.outerHTML.slice(0, 100),
    covering: [...covering], seen, colour: outlineColor,
    paper: getComputedStyle(document.body).backgroundColor };
}"""


def walk(page: Page, key: str) -> list[dict[str, Any]]:
    """Press the key until the focus leaves the page; return each stop.

    A field for a date has several parts, which are one stop.
    """
    stops: list[dict[str, Any]] = []
    while not stops or len(stops) <= stops[0]["of"]:
        page.keyboard.press(key)
        stop: dict[str, Any] = page.evaluate(FOCUS)
        if len(stops) > 1 and stop["number"] == stops[-1]["number"] and "date" in stop["what"]:
            continue
        if stop["number"] < 0 or (stops and stop["number"] == stops[0]["number"]):
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize("look", [DESK, PHONE], ids=["light-1280", "dark-360"])
@pytest.mark.parametrize("type_", ["home", "event, disputed", "search", "places"])
def test_focus_reaches_everything_and_is_seen(reader: Reader, type_: str, look: Look) -> None:
    stops = walk(visit(reader, type_, look), "Tab")
    assert [stop["number"] for stop in stops] == list(range(stops[0]["of"]))
    assert not [stop["what"] for stop in stops if not stop["seen"]]
    assert min(contrast(stop["colour"], stop["paper"]) for stop in stops) >= 3


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("look", [DESK, PHONE, PHONE_SHORT], ids=["desk", "phone", "phone-short"])
def test_nothing_covers_the_focus_on_the_timeline(reader: Reader, look: Look, key: str) -> None:
    stops = walk(visit(reader, "timeline", look), key)
    assert len(stops) > len(reader.site.addresses("events/*/"))
    assert not [(stop["what"], stop["covering"]) for stop in stops if stop["covering"]]


@pytest.mark.parametrize("look", [DESK, PHONE], ids=["desk", "phone"])
def test_jumping_to_a_year_shows_its_heading_and_first_event(reader: Reader, look: Look) -> None:
    page = reader.open("timeline/#year-2021", look)
    heading = page.locator("#year-2021")
    expect(heading).to_be_in_viewport(ratio=1)
    first = page.locator(".chronology__year", has=heading).locator(".event-card a").first
    first.focus()
    assert not page.evaluate(FOCUS)["covering"]
