"""The preview as an editor sees it: save, look, break it, mend it."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.worlds import GOLDEN, ROOT

EVENT = "events/1981/1981-03-04-sluices-closed.md"
TITLE = "title: "


@dataclass(frozen=True, slots=True)
class Editor:
    """An editor's files, and a page that shows one of them."""

    file: Path
    site: Path
    origin: str
    page: Page

    def save(self, old: str, new: str) -> None:
        text = self.file.read_text("utf-8")
        assert old in text
        self.file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def editor(browser: Browser, tmp_path: Path) -> Iterator[Editor]:
    content = tmp_path / "content"
    shutil.copytree(GOLDEN / "content", content)
    (file,) = content.glob(f"events/*/{Path(EVENT).name}")
    folders = ("--content", str(content), "--out", str(tmp_path / "site"))
    command = (sys.executable, "-m", "generator", "serve", "--port", "0", *folders)
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = re.match(r"http://\S+", process.stdout.readline())
        assert told
        page = browser.new_page()
        page.goto(f"{told[0]}events/{file.stem}/")
        yield Editor(file, tmp_path / "site", told[0], page)
        page.close()
        process.terminate()


def test_a_save_shows_on_the_page_without_a_hand_and_without_losing_the_place(
    editor: Editor,
) -> None:
    page = editor.page
    page.locator("details").first.locator("summary").click()
    page.evaluate("scrollTo(0, 200)")
    editor.save(TITLE, f"{TITLE}Quite new words ")
    expect(page.locator("h1")).to_contain_text("Quite new words")
    expect(page.locator("details").first).to_have_attribute("open", "")
    assert 150 <= page.evaluate("scrollY") <= 300  # the heading may take another line


def test_a_fault_lies_over_the_last_good_page_in_the_words_of_the_terminal(editor: Editor) -> None:
    page = editor.page
    before = page.locator("h1").inner_text()
    editor.save(TITLE, "titel: ")
    panel = page.get_by_role("alert")
    expect(panel).to_be_visible()
    expect(panel).to_contain_text(f"{editor.file.name}:2:1: unknown-field: ")
    expect(panel).to_contain_text("hint: Did you mean 'title'?")
    assert page.locator("h1").inner_text() == before
    page.goto(editor.origin)
    expect(page.get_by_role("alert")).to_be_visible()
    editor.save("titel: ", TITLE)
    expect(page.get_by_role("alert")).to_be_hidden()


def test_the_text_of_a_file_is_shown_and_never_run(editor: Editor) -> None:
    editor.save(TITLE, "<img src=x onerror=alert(1)>: ")
    panel = editor.page.get_by_role("alert")
    expect(panel).to_contain_text("<img src=x onerror=alert(1)>")
    assert panel.locator("img").count() == 0


def test_search_says_that_it_lags_behind_until_the_site_is_built(editor: Editor) -> None:
    page = editor.page
    page.goto(f"{editor.origin}search/?q=sluices")
    note = page.get_by_role("status").filter(has_text="Search shows the last build")
    expect(note).to_be_visible()
    expect(note).to_be_hidden(timeout=60_000)
    assert (editor.site / "index.html").is_file()
    editor.save(TITLE, f"{TITLE}Newer ")
    expect(note).to_be_visible()
    page.reload()
    expect(page.locator("#results[data-state=done] a").first).to_be_visible()
