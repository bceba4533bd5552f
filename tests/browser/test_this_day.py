"""The reader's own day is said and marked in the list of days, by the reader's own clock."""

import re
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from tests.browser.reader import SCRIPTS_OFF, Reader


def on(reader: Reader, day: date) -> Page:
    page = reader.page()
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto(reader.site.url("on-this-day/"))
    return page


def days(reader: Reader) -> set[str]:
    return set(re.findall(r'id="day-([\d-]+)"', reader.site.html("on-this-day/")))


def test_a_day_with_events_is_said_and_marked(reader: Reader) -> None:
    page = on(reader, date(2027, 4, 27))
    line = page.locator("[data-this-day]")
    number = page.locator("#day-04-27 dd").count()
    assert number > 0
    expect(line).to_have_text(re.compile(rf"^Today is 27 April: {number} events?\.$"))
    expect(page.locator("#day-04-27")).to_have_attribute("aria-current", "date")
    expect(page.locator("[aria-current=date]")).to_have_count(1)
    line.get_by_role("link").click()
    expect(page.locator("#day-04-27")).to_be_in_viewport()


def test_a_day_without_events_names_the_next_that_has_some(reader: Reader) -> None:
    known = days(reader)
    year = [date(2028, 1, 1) + timedelta(days=number) for number in range(366)]
    empty = [day for day in year if f"{day:%m-%d}" not in known]
    assert empty
    after = next(day for day in year if day > empty[0] and f"{day:%m-%d}" in known)
    page = on(reader, empty[0])
    link = page.locator("[data-this-day]").get_by_role("link")
    expect(link).to_have_attribute("href", f"#day-{after:%m-%d}")
    expect(page.locator("[aria-current=date]")).to_have_count(0)


def test_after_the_last_day_of_the_list_comes_the_first(reader: Reader) -> None:
    last = max(days(reader))
    if last == "12-31":
        return
    month, day = map(int, last.split("-"))
    page = on(reader, date(2028, month, day) + timedelta(days=1))
    link = page.locator("[data-this-day]").get_by_role("link")
    expect(link).to_have_attribute("href", f"#day-{min(days(reader))}")


def test_without_a_script_no_day_is_said(reader: Reader) -> None:
    page = reader.open("on-this-day/", SCRIPTS_OFF)
    expect(page.locator("[data-this-day]")).to_be_hidden()
    assert page.locator(".day-list dd").count() > 100
