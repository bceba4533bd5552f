"""Every type of page: one heading and a title, narrow windows, and the page for no address."""

from playwright.sync_api import expect

from tests.browser.page_types import TYPES, every_type, visit
from tests.browser.reader import NARROW, Reader, Site
from tests.worlds import CONTENT


@every_type
def test_language_title_and_one_heading(reader: Reader, type_: str) -> None:
    page = visit(reader, type_)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_have_count(1)
    heading = page.locator("h1").inner_text()
    assert heading.strip()
    if type_ != "home":
        assert page.title() == f"{' '.join(heading.split())} · Thawline"
    else:
        assert page.title().startswith("Thawline: ")


def test_every_kind_of_page_has_a_type_here(site: Site) -> None:
    tried = {choose(site) for choose in TYPES.values()}
    shapes = {(page.split("/")[0], page.count("/")) for page in tried}
    built = {(page.split("/")[0], page.count("/")) for page in site.addresses()}
    texts = {(path.stem, 1) for path in (CONTENT / "pages").glob("*.md")}
    assert built - texts - {(".", 1)} <= shapes


def test_titles_tell_pages_apart(site: Site) -> None:
    titles: dict[str, str] = {}
    for address in ["", *site.addresses("events/*/"), *site.addresses("threads/*/")]:
        head = site.html(address).partition("</title>")[0]
        title = head.rpartition("<title>")[2]
        assert titles.setdefault(title, address) == address


# --- width and targets -----------------------------------------------------------------------

OVERFLOW = """() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"""


@every_type
def test_no_sideways_scrolling_at_320_px(reader: Reader, type_: str) -> None:
    page = visit(reader, type_, NARROW)
    for details in page.locator("details").all()[:20]:
        details.evaluate("(element) => { element.open = true; }")
    assert page.evaluate(OVERFLOW) == 0


# Pages are laid into the open one: the same styles, without the time that opening each takes.
TOO_WIDE = """async (addresses) => {
  const wide = [];
  for (const address of addresses) {
    const html = await (await fetch(address)).text();
    const main = new DOMParser().parseFromString(html, "text/html").querySelector("main");
    document.querySelector("main").replaceWith(document.adoptNode(main));
    main.querySelectorAll("details").forEach((details) => { details.open = true; });
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) wide.push(address);
  }
  return wide;
}"""


def test_no_page_at_all_scrolls_sideways_at_320_px(reader: Reader) -> None:
    page = reader.open("timeline/", NARROW)
    addresses = [reader.site.url(address) for address in reader.site.addresses()]
    assert len(addresses) > 1000
    assert not page.evaluate(TOO_WIDE, addresses)
    page.locator("h1").evaluate("(element) => { element.style.width = '400px'; }")
    assert page.evaluate(OVERFLOW) > 0  # the measure itself works


# --- the page for addresses that do not exist ------------------------------------------------


def test_unknown_address_gets_our_page_with_its_styles(reader: Reader) -> None:
    reader.expected.append("404")
    page = reader.page()
    answer = page.goto(reader.site.url("no/such/page/at/all/"))
    assert answer is not None
    assert answer.status == 404
    assert page.evaluate("() => getComputedStyle(document.body).fontSize") == "18px"
    page.locator("main").get_by_role("link").first.click()
    assert page.url.startswith(reader.site.url(""))
    expect(page.locator("h1")).to_be_visible()


def test_unknown_addresses_offer_search_and_ways_to_browse(reader: Reader) -> None:
    page = visit(reader, "404")
    main = page.locator("main")
    assert main.get_by_role("link").count() >= 5
    main.get_by_role("searchbox").fill("camp david")
    main.get_by_role("button", name="Find").click()
    page.wait_for_selector("ol#results[data-state=done] > li")
