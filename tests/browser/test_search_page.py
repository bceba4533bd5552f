"""What a reader does with what was found: narrow it, move in it, read it in their language."""

import re
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.reader import PHONE, SCRIPTS_OFF, Reader

LIAISON = "when did north korea blow up the liaison office"
HOTLINES = "hotlines"
DONE = "ol#results[data-state=done]"


def search(reader: Reader, query: str, **choices: str) -> Page:
    page = reader.open(f"search/?{urlencode({'q': query, **choices})}")
    page.wait_for_selector(DONE, state="attached")
    return page


def hrefs(page: Page) -> list[str]:
    links = page.locator("ol#results > li a.result__title").all()
    return [link.get_attribute("href") or "" for link in links]


def box(page: Page, name: str, value: str) -> Locator:
    return page.locator(f".facets__box[name={name}][value='{value}']")


def count(page: Page, name: str, value: str) -> int:
    label = page.locator("label", has=box(page, name, value))
    return int(label.locator(".facets__count").text_content() or 0)


def number(page: Page) -> int:
    """Return how many results the status says there are."""
    page.wait_for_selector(DONE, state="attached")
    found = re.search(r"\d+", page.locator("#search-status").inner_text())
    assert found
    return int(found[0])


def choose(page: Page, name: str, value: str) -> None:
    box(page, name, value).evaluate("(box) => box.click()")  # its list may be folded


def chosen(page: Page, name: str) -> list[str]:
    return parse_qs(urlsplit(page.url).query).get(name, [])


# --- answers -----------------------------------------------------------------------------------


def test_a_question_is_answered_above_the_results_with_its_sources(reader: Reader) -> None:
    page = search(reader, LIAISON)
    answer = page.locator("#answer")
    expect(answer.get_by_role("heading")).to_contain_text("liaison office")
    expect(answer.locator(".claim__text").first).to_contain_text("16 June 2020")
    answer.locator("summary").first.click()
    expect(answer.locator(".evidence a").first).to_be_visible()
    assert any("/questions/" in href for href in hrefs(page)[:2])


def test_a_mere_word_is_not_answered(reader: Reader) -> None:
    page = search(reader, "hotlines")
    assert hrefs(page)
    expect(page.locator("#answer")).to_be_hidden()


def test_a_row_names_date_threads_sign_label_and_what_matched(reader: Reader) -> None:
    page = search(reader, "liaison office blown up", type="events")
    row = page.locator("ol#results > li").first
    expect(row.locator("[data-part=date]")).to_have_text("16 June 2020")
    expect(row.locator("[data-part=tone]")).to_have_text(
        re.compile("Demolition · freeze, in deeds")
    )
    expect(row.locator("[data-part=label] svg")).to_have_count(1)
    expect(row.locator("[data-part=threads]")).to_contain_text("Hotlines")
    expect(row.locator("[data-part=why]")).to_contain_text("liaison office")
    expect(row.locator("[data-part=excerpt] mark").first).to_be_visible()


def test_matching_claims_unfold_into_links_to_them(reader: Reader) -> None:
    page = search(reader, "liaison office", type="events")
    row = page.locator("ol#results > li").first
    expect(row.locator("a")).to_have_count(1)
    button = row.get_by_role("button")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    claims = row.locator(".result__claims a")
    target = claims.first.get_attribute("href") or ""
    claims.first.click()
    page.wait_for_url(f"**{target}")
    expect(page.locator(f"[id='{target.partition('#')[2]}']")).to_be_in_viewport()
    page.go_back()


# --- narrowing ---------------------------------------------------------------------------------


def test_counts_are_those_that_choosing_gives(reader: Reader) -> None:
    page = search(reader, HOTLINES)
    everything = number(page)
    events = count(page, "type", "events")
    choose(page, "type", "events")
    assert number(page) == events < everything
    conflict = count(page, "kind", "channel-cut")
    thread = count(page, "thread", "hotlines")
    choose(page, "kind", "channel-cut")
    assert number(page) == conflict
    assert count(page, "thread", "hotlines") <= thread
    assert count(page, "kind", "channel-restored") > 0  # others of the same facet keep theirs
    choose(page, "kind", "channel-restored")
    assert number(page) == conflict + count(page, "kind", "channel-restored")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("thread", "trilateral"),
        ("actor", "kim-yo-jong"),
        ("year", "2021"),
        ("label", "single"),
    ],
)
def test_every_facet_narrows(reader: Reader, name: str, value: str) -> None:
    page = search(reader, "north korea")
    everything = number(page)
    expected = count(page, name, value)
    assert 0 < expected < everything
    choose(page, name, value)
    assert number(page) == expected
    assert chosen(page, name) == [value]


def test_a_range_of_dates_narrows_to_events_within_it(reader: Reader) -> None:
    page = search(reader, HOTLINES, **{"from": "2021-07-01", "to": "2021-10-31"})
    listed = hrefs(page)
    assert listed
    days = [re.search(r"/events/(\d{4}-\d\d-\d\d)", href) for href in listed]
    assert all(day and "2021-07-01" <= day[1] <= "2021-10-31" for day in days)
    expect(page.locator("input[name=from]")).to_have_value("2021-07-01")


def test_choices_stand_in_the_address_and_go_back_and_forward(reader: Reader) -> None:
    page = search(reader, HOTLINES)
    everything = hrefs(page)
    choose(page, "type", "events")
    choose(page, "year", "2021")
    narrowed = hrefs(page)
    assert (chosen(page, "type"), chosen(page, "year")) == (["events"], ["2021"])
    page.go_back()
    page.go_back()
    expect(box(page, "type", "events")).not_to_be_checked()
    assert hrefs(page) == everything
    page.go_forward()
    page.go_forward()
    expect(box(page, "year", "2021")).to_be_checked()
    assert hrefs(page) == narrowed
    again = reader.page()
    again.goto(page.url)
    again.wait_for_selector(DONE)
    assert hrefs(again) == narrowed


def test_chips_take_choices_back_and_keep_the_focus(reader: Reader) -> None:
    page = search(reader, HOTLINES, type="events", year="2021")
    everything = number(search(reader, HOTLINES))
    page.get_by_role("button", name="Remove: 2021").press("Enter")
    expect(page.get_by_role("button", name="Remove: Events")).to_be_focused()
    assert chosen(page, "year") == []
    choose(page, "year", "2023")
    page.get_by_role("button", name="Clear all").press("Enter")
    assert number(page) == everything
    assert chosen(page, "type") == []
    expect(page.locator("#facets-title")).to_be_focused()


def test_narrowing_to_nothing_can_be_undone(reader: Reader) -> None:
    page = search(reader, HOTLINES, year="1910")
    assert hrefs(page) == []
    page.get_by_role("button", name="Remove: 1910").click()
    assert hrefs(page)


def test_a_new_query_begins_without_choices(reader: Reader) -> None:
    page = search(reader, HOTLINES, year="2021", hl="en")
    field = page.locator("main").get_by_role("searchbox")
    field.fill("camp david")
    field.press("Enter")
    expect(page.locator("#search-status")).to_contain_text("for “camp david”")
    assert (chosen(page, "year"), chosen(page, "hl")) == ([], ["en"])


# --- a slip of the pen -------------------------------------------------------------------------


def test_a_misspelt_query_gets_results_and_a_suggestion(reader: Reader) -> None:
    page = search(reader, "laison ofice")
    assert any("liaison-office" in href for href in hrefs(page)[:3])
    page.locator("#search-notes").get_by_role("link", name="liaison office").click()
    expect(page.locator("#search-status")).to_contain_text("for “liaison office”")


# --- keyboard ----------------------------------------------------------------------------------


def test_arrows_lead_through_results_and_escape_leads_out(reader: Reader) -> None:
    page = search(reader, HOTLINES)
    field = page.locator("main").get_by_role("searchbox")
    links = page.locator(".result__title")
    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_have_value("")


def test_a_slash_in_a_field_is_a_slash(reader: Reader) -> None:
    page = reader.open("search/")
    field = page.locator("main").get_by_role("searchbox")
    field.fill("")
    field.press_sequentially("a/b")
    expect(field).to_have_value("a/b")


# --- languages ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "title", "kind"), [("ko", "검색", "사건"), ("ja", "検索", "出来事")]
)
def test_the_page_speaks_the_language_of_its_address(
    reader: Reader, tag: str, title: str, kind: str
) -> None:
    page = search(reader, "liaison office", hl=tag, type="events")
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator("h1")).to_have_attribute("lang", tag)
    row = page.locator("ol#results > li").first
    expect(row.locator("[data-part=type]")).to_have_text(kind)
    expect(row.locator("[data-part=title]")).to_have_attribute("lang", "en")
    expect(page.locator("label", has=box(page, "actor", "kim-yo-jong"))).to_contain_text(
        {"ko": "김여정", "ja": "金与正"}[tag]
    )


def test_a_language_once_chosen_is_remembered(reader: Reader) -> None:
    page = search(reader, HOTLINES)
    assert page.evaluate("() => localStorage.length") == 0
    page.locator("#search-language").select_option("ko")
    expect(page.locator("h1")).to_have_text("검색")
    assert chosen(page, "hl") == ["ko"]
    page.goto(reader.site.url("search/"))
    expect(page.locator("h1")).to_have_text("검색")


def test_the_language_of_the_browser_is_the_first_choice(reader: Reader) -> None:
    page = reader.page()
    page.add_init_script(
        "Object.defineProperty(navigator, 'languages', { value: ['ja-JP', 'en'] })"
    )
    page.goto(reader.site.url("search/"))
    expect(page.locator("h1")).to_have_text("検索")


# --- without scripts, without a connection -------------------------------------------------------


def test_everything_can_be_browsed_without_scripts(reader: Reader) -> None:
    page = reader.open("search/", SCRIPTS_OFF)
    expect(page.locator("#facets")).to_be_hidden()
    page.get_by_role("region", name="Browse instead").get_by_text("Everything, A to Z").click()
    pages = [p for p in reader.site.addresses("*/*/") if p.split("/")[0] in BROWSED]
    linked = {link.get_attribute("href") for link in page.locator(".shelf__list a").all()}
    assert len(pages) > 600
    assert {f"{reader.site.base_path}{address}" for address in pages} <= linked


BROWSED = {"events", "questions", "threads", "commitments", "actors", "places", "terms", "reports"}


@pytest.mark.parametrize("workers", [True, False], ids=["kept", "workers-refused"])
def test_what_was_visited_can_be_searched_again_without_a_connection(
    reader: Reader, *, workers: bool
) -> None:
    reader.expected += ["ERR_INTERNET_DISCONNECTED", "Failed to load"]
    page = reader.page()
    if not workers:
        page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto(reader.site.url("search/?q=camp+david"))
    page.wait_for_selector(DONE)
    listed = hrefs(page)
    assert listed
    if not workers:
        return
    page.wait_for_function(KEPT)
    page.context.set_offline(True)
    page.reload()
    page.wait_for_selector(f"{DONE} > li")
    assert hrefs(page) == listed


KEPT = """async () => {
  for (const name of await caches.keys()) {
    const kept = await (await caches.open(name)).keys();
    if (kept.some(({ url }) => url.includes(".pf_fragment"))) return true;
  }
  return false;
}"""


# --- the field in every page's header ------------------------------------------------------------


def header(page: Page) -> Locator:
    return page.locator("header form[role=search] input")


def test_typing_in_the_header_lists_pages_to_choose_by_keyboard(reader: Reader) -> None:
    page = reader.open("actors/kim-yo-jong/")
    page.keyboard.press("/")
    expect(header(page)).to_be_focused()
    expect(header(page)).to_have_role("combobox")
    page.keyboard.type("liaison office")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    assert 1 < options.count() <= 6
    expect(header(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    active = options.first.get_attribute("id") or ""
    expect(header(page)).to_have_attribute("aria-activedescendant", active)
    expect(page.locator("header").get_by_role("status")).to_have_text(
        re.compile(r"\d pages? found")
    )
    target = options.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{target}")


def test_escape_closes_the_list_and_enter_leads_to_all_results(reader: Reader) -> None:
    page = reader.open("actors/kim-yo-jong/", PHONE)
    header(page).focus()
    page.keyboard.type("hotlines")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(header(page)).to_have_attribute("aria-expanded", "false")
    expect(header(page)).to_have_value("hotlines")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{DONE} > li")
    assert chosen(page, "q") == ["hotlines"]


def test_leaving_the_field_closes_the_list(reader: Reader) -> None:
    page = reader.open("actors/kim-yo-jong/")
    header(page).focus()
    page.keyboard.type("hotlines")
    expect(page.get_by_role("option").first).to_be_visible()
    page.locator("h1").click()
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_missing_index_leaves_the_header_to_its_form(reader: Reader) -> None:
    reader.expected += ["/pagefind/", "ERR_FAILED", "Failed to"]
    page = reader.page()
    page.context.route(re.compile("/pagefind/"), lambda route: route.abort())
    page.goto(reader.site.url("actors/kim-yo-jong/"))
    with page.expect_event("requestfailed"):
        header(page).focus()
        page.keyboard.type("hotlines")
    page.keyboard.press("Enter")
    page.wait_for_selector(DONE, state="attached")
    expect(page.locator("#search-status")).to_contain_text("could not be loaded")
