"""The forms over the timeline and the promises: rows, address, back and forward, no script."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.reader import SCRIPTS_OFF, Reader

ROWS = ".event-list > li[data-tone]"
PROMISES = "tr[data-state]"
HREFS = """(rows) => rows.filter((row) => row.checkVisibility())
  .map((row) => row.querySelector("a").getAttribute("href"))"""


def status(page: Page) -> Locator:
    return page.locator("[data-filter-status]")


def field(page: Page, label: str) -> Locator:
    return page.locator("[data-filter]").get_by_label(label, exact=True)


def shown(page: Page, rows: str = ROWS) -> list[str]:
    hrefs: list[str] = page.locator(rows).evaluate_all(HREFS)
    return hrefs


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def filtered(reader: Reader, address: str) -> Page:
    page = reader.open(address)
    expect(page.locator("[data-filter] fieldset")).to_be_enabled()
    return page


SAME = [
    ("timeline/?thread=hotlines", "threads/hotlines/"),
    ("timeline/?actor=kim-jong-un", "actors/kim-jong-un/"),
    ("timeline/?kind=missile-test", "timeline/kinds/missile-test/"),
    ("timeline/?tone=thaw+words", "timeline/thaw-in-words/"),
    ("timeline/?evidence=disputed", "timeline/disputed/"),
    ("timeline/?from=2018-01-01&to=2018-12-31", "timeline/2018/"),
]


@pytest.mark.parametrize(("address", "built"), SAME, ids=[built for _, built in SAME])
def test_one_criterion_shows_what_the_page_for_it_lists(
    reader: Reader, address: str, built: str
) -> None:
    listed = shown(filtered(reader, address))
    links = reader.open(built, SCRIPTS_OFF).locator("main .event-card__title a")
    assert listed == [link.get_attribute("href") for link in links.all()]
    assert 0 < len(listed) < len(reader.site.addresses("events/*/"))


def test_choosing_changes_rows_address_and_what_is_announced(reader: Reader) -> None:
    page = filtered(reader, "timeline/")
    everything = shown(page)
    expect(status(page)).to_have_text(f"{len(everything)} events")
    expect(status(page)).to_have_role("status")
    field(page, "Thread").select_option("hotlines")
    some = shown(page)
    assert 0 < len(some) < len(everything)
    assert set(some) < set(everything)
    assert asked(page) == {"thread": ["hotlines"]}
    expect(status(page)).to_have_text(f"{len(some)} of {len(everything)} events")
    field(page, "Thaw or freeze").select_option("freeze deeds")
    fewer = shown(page)
    assert 0 < len(fewer) < len(some)
    assert asked(page) == {"thread": ["hotlines"], "tone": ["freeze deeds"]}
    expect(field(page, "Thread")).to_be_visible()


def test_back_and_forward_lead_through_the_choices(reader: Reader) -> None:
    page = filtered(reader, "timeline/")
    seen = [shown(page)]
    for label, value in (("Thread", "hotlines"), ("Evidence of any claim", "single")):
        field(page, label).select_option(value)
        seen.append(shown(page))
    assert len({len(rows) for rows in seen}) == 3
    page.go_back()
    expect(field(page, "Evidence of any claim")).to_have_value("")
    assert shown(page) == seen[1]
    page.go_back()
    expect(field(page, "Thread")).to_have_value("")
    assert shown(page) == seen[0]
    page.go_forward()
    expect(field(page, "Thread")).to_have_value("hotlines")
    assert shown(page) == seen[1]
    page.locator(ROWS).locator("visible=true").first.get_by_role("link").click()
    page.wait_for_url("**/events/**")
    page.go_back()
    expect(field(page, "Thread")).to_have_value("hotlines")
    assert shown(page) == seen[1]


def test_empty_years_vanish_from_list_and_index(reader: Reader) -> None:
    page = filtered(reader, "timeline/?thread=hotlines&tone=freeze+deeds")
    left = {href.split("/events/")[1][:4] for href in shown(page)}
    headings = page.locator(".chronology__heading").locator("visible=true")
    assert {text[:4] for text in headings.all_inner_texts()} == left
    links = page.locator(".year-index__link").locator("visible=true")
    assert set(links.all_inner_texts()) == left
    for count in page.locator("[data-filter-count]").locator("visible=true").all_inner_texts():
        assert " of " in count
    page.get_by_role("link", name="Show all").click()
    assert page.locator(".year-index__link").locator("visible=true").count() > len(left)
    assert " of " not in "".join(page.locator("[data-filter-count]").all_inner_texts())


def test_choices_that_would_give_nothing_cannot_be_chosen(reader: Reader) -> None:
    page = filtered(reader, "timeline/?kind=missile-test")
    tone = field(page, "Thaw or freeze")
    number = len(shown(page))
    expect(tone.locator("option[value='freeze deeds']")).to_have_text(
        f"Freeze, in deeds ({number})"
    )
    expect(tone.locator("option[value='freeze deeds']")).to_be_enabled()
    expect(tone.locator("option[value=thaw]")).to_have_text("Thaw (0)")
    expect(tone.locator("option[value=thaw]")).to_be_disabled()
    # Its own select tells what another choice would give.
    expect(field(page, "Kind of event").locator("option[value=summit]")).to_be_enabled()


@pytest.mark.parametrize("how", ["mouse", "keyboard"])
def test_everything_can_be_shown_again(reader: Reader, how: str) -> None:
    page = filtered(reader, "timeline/?kind=missile-test&tone=thaw&from=2030-01-01")
    total = len(reader.site.addresses("events/*/"))
    assert shown(page) == []
    expect(status(page)).to_have_text(f"Of {total} events, none fits.")
    clear = page.get_by_role("link", name="Show all")
    if how == "mouse":
        clear.click()
    else:
        clear.press("Enter")
    assert len(shown(page)) == total
    assert asked(page) == {}
    expect(clear).to_be_hidden()
    expect(field(page, "Thread")).to_be_focused()


def test_events_that_lasted_count_on_each_of_their_days(reader: Reader) -> None:
    page = filtered(reader, "timeline/")
    lasting = page.locator("li[data-when*='/']").first
    first, last = (lasting.get_attribute("data-when") or "").split("/")
    href = lasting.get_by_role("link").get_attribute("href")
    for query in (f"from={last}&to={last}", f"from={first}&to={first}"):
        assert href in shown(filtered(reader, f"timeline/?{query}"))
    day_after = page.evaluate(
        "(day) => new Date(Date.parse(day) + 864e5).toISOString().slice(0, 10)", last
    )
    assert href not in shown(filtered(reader, f"timeline/?from={day_after}"))


@pytest.mark.parametrize(
    "query", ["thread=no-such", "from=yesterday", "from=2021-02-30", "nothing=at-all", "kind="]
)
def test_what_an_address_asks_in_vain_is_not_pretended(reader: Reader, query: str) -> None:
    page = filtered(reader, f"timeline/?{query}")
    total = len(reader.site.addresses("events/*/"))
    assert len(shown(page)) == total
    expect(status(page)).to_have_text(f"{total} events")


def test_without_a_script_there_is_no_form_but_pages(reader: Reader) -> None:
    page = reader.open("timeline/?thread=hotlines", SCRIPTS_OFF)
    expect(page.locator("[data-filter]")).to_be_hidden()
    browse = page.locator("details.browse")
    browse.locator("summary").click()
    link = browse.get_by_role("link", name="Thaw, in words")
    expect(link).to_be_visible()
    link.click()
    expect(page.locator("h1")).to_have_text("Timeline: Thaw, in words")
    assert page.locator(".event-card").count() > 3


def test_a_script_that_does_not_come_leaves_the_form_shut(reader: Reader) -> None:
    reader.expected += ["ERR_FAILED"]
    page = reader.page()
    page.context.route("**/filter.js", lambda route: route.abort())
    page.goto(reader.site.url("timeline/"))
    expect(field(page, "Thread")).to_be_disabled()


# --- promises --------------------------------------------------------------------------------


def test_promises_are_filtered_by_state_maker_making_and_words(reader: Reader) -> None:
    page = filtered(reader, "commitments/")
    everything = shown(page, PROMISES)
    field(page, "State").select_option("kept")
    kept = shown(page, PROMISES)
    assert 0 < len(kept) < len(everything)
    assert asked(page) == {"state": ["kept"]}
    headings = page.locator("main h2").locator("visible=true")
    assert headings.all_inner_texts() == ["Kept"]
    field(page, "Made").select_option("2018")
    field(page, "Words in the promise").press_sequentially("joint")
    few = shown(page, PROMISES)
    assert 0 < len(few) < len(kept)
    for row in page.locator(PROMISES).locator("visible=true").all():
        assert "joint" in row.inner_text().lower()
        assert "2018" in row.inner_text()
    assert asked(page) == {"state": ["kept"], "made": ["2018"], "q": ["joint"]}
    expect(status(page)).to_have_text(f"{len(few)} of {len(everything)} promises")
    assert shown(filtered(reader, page.url.split("/repo/")[1]), PROMISES) == few
    page.go_back()  # the word went in as one step
    expect(field(page, "Words in the promise")).to_have_value("")
    assert asked(page) == {"state": ["kept"], "made": ["2018"]}
