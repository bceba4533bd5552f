"""Citations in plain text: each style in full, whatever a title holds."""

import pytest

from generator.views.citing import cite_view
from tests.sites import edition_of

ADDRESS = "https://x.example/repo/events/x/"
CITED = [
    (
        "Two Koreas talk",
        f"Two Banks. (2021). Two Koreas talk [As of 31 December 2021]. {ADDRESS}",
        f"Two Banks. “Two Koreas talk.” As of 31 December 2021. {ADDRESS}.",
        f"“Two Koreas talk.” Two Banks, as of 31 December 2021, {ADDRESS}.",
    ),
    (
        "“We shut it”: who said so?",
        f"Two Banks. (2021). “We shut it”: who said so? [As of 31 December 2021]. {ADDRESS}",
        f"Two Banks. “‘We shut it’: who said so?” As of 31 December 2021. {ADDRESS}.",
        f"“‘We shut it’: who said so?” Two Banks, as of 31 December 2021, {ADDRESS}.",
    ),
]


@pytest.mark.parametrize(("title", "apa", "chicago", "mla"), CITED, ids=["plain", "quoted"])
def test_each_style_names_site_title_day_and_address(
    title: str, apa: str, chicago: str, mla: str
) -> None:
    cited = cite_view(title, "/events/x/", (), edition_of({}))
    assert cited.address == ADDRESS
    assert {one.style: one.text for one in cited.citations} == {
        "APA": apa,
        "Chicago": chicago,
        "MLA": mla,
    }
