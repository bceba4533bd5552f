"""What a search costs a reader: requests and bytes from opening the search to its first results."""

import gzip
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Response

from tests.browser.reader import Reader

TYPED = ("camp david", "when did north korea blow up the liaison office", "남북 통신연락선 복원")


@dataclass(frozen=True, slots=True)
class Cost:
    """`bytes` are those of the answers' bodies, the texts among them compressed as servers do."""

    requests: int
    bytes: int
    addresses: tuple[str, ...]


# What was asked for before the results were there; what a row or an answer adds comes after.
ASKED_UNTIL_DONE = """new MutationObserver((changes, observer) => {
  if (!document.querySelector("ol#results[data-state=done]")) return;
  observer.disconnect();
  window.asked = performance.getEntriesByType("resource").map(({ name }) => name);
}).observe(document, { subtree: true, childList: true, attributeFilter: ["data-state"] });"""


def cost_of_a_search(reader: Reader, address: str) -> Cost:
    """Open the address in a fresh profile, and count until the results are there."""
    page = reader.page()
    page.add_init_script(ASKED_UNTIL_DONE)
    answers: dict[str, Response] = {}

    def note(answer: Response) -> None:
        answers[answer.url] = answer

    page.on("response", note)
    page.goto(reader.site.url(address), wait_until="commit")
    page.wait_for_selector("ol#results[data-state=done] > li")
    counted = [page.url, *page.evaluate("() => window.asked")]
    sizes = (
        _sent(answers[url].body(), answers[url].headers.get("content-type", "")) for url in counted
    )
    return Cost(len(counted), sum(sizes), tuple(urlsplit(url).path for url in counted))


def _sent(body: bytes, type_: str) -> int:
    """Return how many bytes GitHub Pages sends: the parts of the index come compressed already."""
    is_text = type_.startswith(("text/", "application/json", "application/javascript", "image/svg"))
    return len(gzip.compress(body, 6)) if is_text else len(body)
