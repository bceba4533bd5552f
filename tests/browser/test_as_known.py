"""What was known on a day: the claims that remain, their labels, the address, no script."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.reader import SCRIPTS_OFF, Reader

CLAIMS = ".known-claim"
TOLD = """(claims) => claims.filter((claim) => claim.checkVisibility()).map((claim) =>
  [claim.querySelector(".known-claim__text"), claim.querySelector(".known-claim__label"),
   claim.querySelector(".known-claim__now")].map((part) => part?.textContent.trim() ?? ""))"""


def status(page: Page) -> Locator:
    return page.locator("[data-known-status]")


def told(page: Page) -> list[list[str]]:
    """Return text, label and today's label, where it differs, of each claim that is shown."""
    claims: list[list[str]] = page.locator(CLAIMS).evaluate_all(TOLD)
    return claims


def test_the_end_of_a_year_is_the_same_with_and_without_a_script(reader: Reader) -> None:
    page = reader.open("as-known/?on=2021-12-31")
    expect(status(page)).to_contain_text("On 31 December 2021, ")
    scripted = told(page)
    plain = reader.open("as-known/2021/", SCRIPTS_OFF)
    assert scripted == told(plain)
    assert any(now for _, _, now in scripted)
    number = f"{len(scripted)} of {page.locator(CLAIMS).count()} claims had a source"
    expect(status(page)).to_contain_text(number)
    expect(plain.locator(".lede")).to_contain_text(number)
    titles = page.locator(".known-event__title").locator("visible=true").all_inner_texts()
    assert titles == plain.locator(".known-event__title").all_inner_texts()
    years = page.locator(".known-year__title").locator("visible=true").all_inner_texts()
    assert years == plain.locator(".known-year__title").all_inner_texts()


def test_choosing_a_day_changes_claims_and_address_and_can_be_undone(reader: Reader) -> None:
    page = reader.open("as-known/")
    everything = told(page)
    expect(status(page)).to_have_text(f"{len(everything)} claims")
    field = page.get_by_label("As known on", exact=True)
    field.fill("2019-03-01")
    early = told(page)
    assert page.url.endswith("/as-known/?on=2019-03-01")
    assert 0 < len(early) < len(everything)
    page.get_by_label("As known on", exact=True).blur()
    page.go_back()
    expect(field).to_have_value("")
    assert told(page) == everything
    page.go_forward()
    expect(field).to_have_value("2019-03-01")
    assert told(page) == early
    page.get_by_role("link", name="Show all claims").click()
    assert told(page) == everything
    assert page.url.endswith("/as-known/")
    expect(field).to_be_focused()


def test_a_label_leads_to_the_claim_on_the_page_of_its_event(reader: Reader) -> None:
    page = reader.open("as-known/?on=2021-12-31")
    shown = page.locator(CLAIMS).locator("visible=true").first
    words = shown.locator(".known-claim__text").inner_text()
    shown.get_by_role("link").click()
    page.wait_for_url("**/events/**")
    expect(page.locator(".claim:target .claim__text")).to_contain_text(words)


def test_before_the_first_source_nothing_is_known(reader: Reader) -> None:
    page = reader.open("as-known/?on=1800-01-01")
    expect(status(page)).to_contain_text("0 of ")
    assert told(page) == []
    expect(page.locator(".known-year").first).to_be_hidden()


def test_without_a_script_there_are_the_ends_of_years(reader: Reader) -> None:
    page = reader.open("as-known/?on=2019-03-01", SCRIPTS_OFF)
    expect(page.get_by_label("As known on", exact=True)).to_be_hidden()
    page.get_by_role("navigation", name="Years").get_by_role("link", name="2019").click()
    expect(page.locator("h1")).to_have_text("As known at the end of 2019")
