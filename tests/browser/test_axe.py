"""axe finds nothing on any type of page; apart from the others, since it takes longest."""

from importlib.resources import files
from typing import Any

import pytest

from tests.browser.page_types import every_type, visit
from tests.browser.reader import DESK, PHONE, Look, Reader

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = "(tags) => axe.run(document, { runOnly: tags })"


@every_type
@pytest.mark.parametrize("look", [DESK, PHONE], ids=["light-1280", "dark-360"])
def test_axe_finds_nothing(reader: Reader, type_: str, look: Look) -> None:
    page = visit(reader, type_, look)
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate(RUN_AXE, RULES)
    assert not [
        (rule["id"], rule["help"], [node["target"] for node in rule["nodes"]][:5])
        for rule in found["violations"]
    ]
    ran = {rule["id"] for kind in ("passes", "incomplete") for rule in found[kind]}
    assert {"color-contrast", "target-size", "landmark-one-main"} <= ran


def test_axe_finds_what_is_broken(reader: Reader) -> None:
    page = visit(reader, "home")
    page.evaluate("document.querySelector('h1').remove()")
    page.evaluate("document.querySelector('main a').style.color = '#eee'")
    page.evaluate(AXE)
    found = page.evaluate(RUN_AXE, RULES)["violations"]
    assert {"page-has-heading-one", "color-contrast"} <= {rule["id"] for rule in found}
