"""Copying and sharing: what the buttons do, that they say so, and that nobody misses them."""

from playwright.sync_api import Page, expect

from tests.browser.reader import SCRIPTS_OFF, Reader

EVENT = "events/2021-07-27-hotlines-restored/"
SHARED = """navigator.share = async (data) => { window.shared = data; };"""


def clipboard(page: Page) -> str:
    return str(page.evaluate("() => navigator.clipboard.readText()"))


def opened(reader: Reader, script: str = "") -> Page:
    page = reader.page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    if script:
        page.add_init_script(script)
    page.goto(reader.site.url(EVENT))
    return page


def test_address_and_citations_are_copied_and_it_is_said(reader: Reader) -> None:
    page = opened(reader)
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("[data-copied]")).to_have_text("Copied")
    assert clipboard(page) == f"https://x.example/repo/{EVENT}"
    row = page.locator(".cite__row", has=page.get_by_text("MLA", exact=True))
    row.get_by_role("button", name="Copy citation").click()
    assert clipboard(page).startswith("“Two Koreas reopen")


def test_a_claims_permalink_leads_there_and_is_copied(reader: Reader) -> None:
    page = opened(reader)
    claim = page.locator(".claim").nth(1)
    anchor = claim.get_attribute("id")
    claim.get_by_role("link", name="Link to this claim").click()
    expect(page.locator("[data-copied]")).to_have_text("Link to this claim copied")
    assert page.url == reader.site.url(f"{EVENT}#{anchor}")
    assert clipboard(page) == page.url


def test_the_system_shares_where_it_can(reader: Reader) -> None:
    page = opened(reader, SHARED)
    page.get_by_role("button", name="Share").click()
    assert page.evaluate("() => window.shared") == {
        "title": page.locator("h1").inner_text(),
        "url": f"https://x.example/repo/{EVENT}",
    }


def test_what_the_browser_cannot_do_is_not_offered(reader: Reader) -> None:
    neither = """
      Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });
      delete Navigator.prototype.share;"""
    page = opened(reader, neither)
    expect(page.locator("#part-cite")).to_be_visible()
    expect(page.locator(".copy-button:visible")).to_have_count(0)
    page.locator(".claim__permalink").first.click()
    assert "#claim-" in page.url


def test_without_scripts_there_are_no_buttons(reader: Reader) -> None:
    page = reader.open(EVENT, SCRIPTS_OFF)
    expect(page.locator(".copy-button")).not_to_have_count(0)
    expect(page.locator(".copy-button:visible")).to_have_count(0)
    expect(page.locator(".cite__list")).to_contain_text("Chicago")
