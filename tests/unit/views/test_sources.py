"""What a source's row and evidence say of an address that no longer answers."""

from generator.views.claims import Setting, claim_view
from generator.views.sources import source_row
from tests.sites import edition_of

URL = "https://radio.example/shut"
LINKS = f"""links:
  radio-2021-03-01:
    url: "{URL}"
    checked: 2026-05-03
    answers: ANSWER
    archive: "https://archive.example/shut"
"""


def gone_and_archive(answer: str) -> tuple[tuple[str, str], tuple[str, str]]:
    edition = edition_of({"links/2021.yaml": LINKS.replace("ANSWER", answer)})
    row = source_row(edition.library.sources["radio-2021-03-01"], edition)
    claim = edition.library.events["2021-03-01-bridge-shut"].body.claims[0]
    evidence = claim_view(claim, Setting("/"), edition).evidence
    (shown,) = [item for item in evidence if item.url == URL]
    return (row.gone, row.archive), (shown.gone, shown.archive)


def test_a_dead_address_is_labelled_with_the_day_and_its_copy() -> None:
    said = ("3 May 2026", "https://archive.example/shut")
    assert gone_and_archive("no") == (said, said)


def test_a_server_that_would_not_tell_is_not_called_dead() -> None:
    said = ("", "https://archive.example/shut")
    assert gone_and_archive("unknown") == (said, said)
    assert gone_and_archive("moved") == (said, said)
