"""Claims by the actor on whose word they rest, and by the source that they cite."""

from generator.derive.voices import Claims, citing, own_sources, statements
from tests.sites import BASE, library_of

NOTHING: dict[str, str | None] = {
    path: None for path in BASE if path.startswith(("events/", "pages/"))
}
THREAD = "---\ntitle: T\nlabel: L\nas_of: 2021\n---\nSo. [@almanac]\n"
LETTER = """references:
- {id: letter, type: article, title: Letter, issued: 2022, URL: 'https://b.example/', language: en,
   outlet: valley-times, origin: [mara-lind]}
"""


def site(account: str) -> dict[str, str | None]:
    event = f"---\ntitle: Rain\ndate: 2021-06-01\nkind: talks\n---\n{account}\n"
    files = {"events/2021/rain.md": event, "threads/bridge.md": THREAD, "sources/2022.yaml": LETTER}
    return {**NOTHING, **files}


def told(claims: Claims) -> dict[str, list[str]]:
    return {id_: [one.claim.anchor for one in listed] for id_, listed in claims.items()}


def test_a_claim_rests_on_its_speaker_or_on_the_origin_of_its_source() -> None:
    library = library_of(site("One. [alder: @almanac] {#one}\nTwo. [@letter; @almanac] {#two}"))
    assert told(statements(library)) == {"alder": ["claim-one"], "mara-lind": ["claim-two"]}


def test_who_disputes_a_claim_does_not_say_it_though_its_source_is_cited() -> None:
    library = library_of(site("One. [@almanac; but alder: @letter] {#one}"))
    assert told(statements(library)) == {}
    assert told(citing(library)) == {"almanac": ["claim-one"], "letter": ["claim-one"]}


def test_a_claim_counts_once_however_often_it_is_cited() -> None:
    library = library_of(site("One. [alder: @almanac; alder: @letter] {#one}"))
    assert told(statements(library)) == {"alder": ["claim-one"]}


def test_own_sources_are_of_outlets_on_its_side_or_carry_its_words() -> None:
    assert own_sources(library_of(site("One. [@almanac]"))) == {
        "mara-lind": ("letter",),
        "alder": ("radio-2021-03-01",),
        "birch": ("gazette-2021-03-02",),
    }
