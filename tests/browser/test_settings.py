"""Pages keep their content without scripts, in print, in forced colours and with motion reduced."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.contrast import contrast
from tests.browser.page_types import TYPES, every_type, visit
from tests.browser.reader import DESK, PHONE, SCRIPTS_OFF, Look, Reader

FORCED = Look(forced="active")
STILL = Look(motion="reduce")


# What only a script can fill or use stands aside; all else is content.
CONTENT = """() => {
  const aside = "main button, main .filter-form, [data-this-day]";
  document.querySelectorAll(aside).forEach((part) => part.remove());
  return document.querySelector("main").innerText;
}"""


@every_type
def test_without_scripts_the_content_is_the_same(reader: Reader, type_: str) -> None:
    if type_ in {"search", "results"}:
        page = reader.open(TYPES[type_](reader.site), SCRIPTS_OFF)
        expect(page.locator("main .notice")).to_be_visible()
        browse = page.get_by_role("region", name="Browse instead")
        assert browse.get_by_role("link").count() >= 3
        return
    plain = visit(reader, type_, SCRIPTS_OFF).evaluate(CONTENT)
    assert len(plain) > 100
    assert visit(reader, type_).evaluate(CONTENT) == plain


def test_evidence_opens_without_scripts(reader: Reader) -> None:
    page = visit(reader, "event, disputed", SCRIPTS_OFF)
    claim = page.locator(".claim--disputed").first
    source = claim.locator(".claim__sources a").first
    expect(source).to_be_hidden()
    claim.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(source).to_be_visible()
    expect(claim.locator(".evidence--disputes").first).to_be_visible()


# --- print -----------------------------------------------------------------------------------


@every_type
def test_print_hides_navigation_and_keeps_the_content(reader: Reader, type_: str) -> None:
    page = visit(reader, type_)
    page.emulate_media(media="print")
    for aid in page.locator("nav, form[role=search], .skip-link").all():
        expect(aid).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    for content in page.locator("main :is(.claim__text, .claim__label, .prose p, dd)").all():
        expect(content).to_be_visible()


PRINTED = """(links) => links.map((link) =>
  [link.getAttribute("href"), getComputedStyle(link, "::after").content])"""


@pytest.mark.parametrize("type_", ["event", "thread", "outlet"])
def test_print_shows_the_addresses_of_sources(reader: Reader, type_: str) -> None:
    page = visit(reader, type_)
    links = page.locator(".source-list a[rel=noopener]")
    assert links.count() > 0
    for _, after in links.evaluate_all(PRINTED):
        assert after in {"none", "normal"}
    page.emulate_media(media="print")
    for href, after in links.evaluate_all(PRINTED):
        assert href in after or "attr(href)" in after


def test_print_shows_the_address_on_the_page_of_a_source(reader: Reader) -> None:
    page = visit(reader, "source")
    page.emulate_media(media="print")
    address = page.locator(".facts a[rel=noopener]").first
    expect(address).to_be_visible()
    expect(address).to_have_text(address.get_attribute("href") or "no address")


# --- forced colours, reduced motion ----------------------------------------------------------

SHOWN = """() => [...document.querySelectorAll("body *")].flatMap((element, number) => {
  const { width, height } = element.getBoundingClientRect();
  const seen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  return seen && width * height > 0 ? [`${number} ${element.localName}`] : [];
})"""
# Signs carry meaning, so they need contrast; the lines and spans of a chart only guide the eye.
SIGNS = "svg :is(path, circle):not([class^=strip__])"
INKS = """(shapes) => shapes.map((shape) => {
  let holder = shape.closest("svg").parentElement;
  const paperOf = (element) => getComputedStyle(element).backgroundColor;
  while (holder && /^rgba.*, 0\\)$/.test(paperOf(holder))) holder = holder.parentElement;
  const { stroke, fill } = getComputedStyle(shape);
  return { what: shape.closest("svg").outerHTML.slice(0, 90), inks: [stroke, fill],
    paper: holder ? paperOf(holder) : "rgb(255, 255, 255)" };
})"""


@every_type
def test_settings_of_the_reader_hide_nothing(reader: Reader, type_: str) -> None:
    usual = visit(reader, type_).evaluate(SHOWN)
    assert len(usual) > 30
    for look in (FORCED, STILL):
        assert visit(reader, type_, look).evaluate(SHOWN) == usual


@pytest.mark.parametrize(
    "look",
    [DESK, PHONE, FORCED, Look(forced="active", colours="dark")],
    ids=["light", "dark", "forced-light", "forced-dark"],
)
@pytest.mark.parametrize("type_", ["home", "event, disputed", "thread"])
def test_signs_stand_out_from_the_paper(reader: Reader, type_: str, look: Look) -> None:
    shapes = visit(reader, type_, look).locator(SIGNS).evaluate_all(INKS)
    assert len(shapes) > 5
    for shape in shapes:
        inks = [ink for ink in shape["inks"] if ink.startswith("rgb(")]
        assert any(contrast(ink, shape["paper"]) >= 3 for ink in inks), json.dumps(shape)


def test_nothing_moves_for_who_asked_for_stillness(reader: Reader) -> None:
    page = visit(reader, "home", STILL)
    moving = """() => [...document.querySelectorAll("*")].filter((element) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
      return animationName !== "none" || parseFloat(transitionDuration) > 0.01
        || scrollBehavior === "smooth";
    }).length"""
    assert page.evaluate(moving) == 0
