"""The addresses that links are checked against are those that are planned."""

import pytest

from generator import assets
from generator.config import TEMPLATES
from generator.derive.addresses import address_of, destinations
from generator.model.library import Library
from generator.stages.plan import plan
from tests.sites import Changes, library_of

HOME = {"pages/home.md": "---\ntitle: Home\n---\nHello.\n"}
OLD = {
    "events/0987/flood.md": (
        "---\ntitle: A flood\ndate: 0987\nkind: talks\n---\nIt rained. [@almanac]\n"
    )
}


def planned(library: Library) -> list[str]:
    loaded = assets.load(TEMPLATES)
    pages = plan(library, loaded, "", "/pagefind/0/").pages
    return sorted(
        page.address
        for page in pages
        if page.template.endswith(".html") and not page.address.startswith("/embed/")
    )


@pytest.mark.parametrize("changes", [{}, HOME, OLD, {**HOME, **OLD}])
def test_destinations_are_the_planned_pages(changes: Changes) -> None:
    library = library_of(changes)
    assert sorted(page.address for page in destinations(library)) == planned(library)


def test_destinations_know_their_files() -> None:
    origins = {page.address: page.origin.path for page in destinations(library_of(HOME))}
    assert origins["/"] == "content/pages/home.md"
    assert origins["/timeline/2021/"] == "content/site.yaml"
    assert origins["/places/mill-town/"] == "content/places.yaml"
    assert origins["/actors/birch/"] == "content/actors/birch.md"


def test_destinations_know_the_anchors_of_claims_sections_and_parts() -> None:
    text = "---\ntitle: x\n---\n## One\n### Part\n## Two\n"
    anchors = {
        page.address: page.anchors for page in destinations(library_of({"pages/x.md": text}))
    }
    assert anchors["/x/"] == frozenset({"section-one", "section-part", "section-two"})
    assert anchors["/events/2021-03-01-bridge-shut/"] == frozenset(
        {
            "claim-shut",
            "claim-birch-called-it-a-breach",
            "section-why-it-matters",
        }
    )
    assert anchors["/timeline/"] == frozenset()


def test_every_record_with_a_page_has_an_address() -> None:
    library = library_of(HOME)
    ids = {
        "2021-03-01-bridge-shut": "/events/2021-03-01-bridge-shut/",
        "bridge": "/threads/bridge/",
        "birch": "/actors/birch/",
        "mill-town": "/places/mill-town/",
        "wire-2021-05-01": "/sources/wire-2021-05-01/",
        "river-wire": "/outlets/river-wire/",
        "how-we-know": "/how-we-know/",
        "home": "/",
        "closure": "",
        "nothing": "",
    }
    assert {id_: address_of(id_, library) for id_ in ids} == ids
