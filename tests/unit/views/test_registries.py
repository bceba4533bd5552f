"""The lists of all actors and all places."""

from generator.views.registries import places_view
from tests.maps import MAP
from tests.sites import edition_of


def test_the_list_of_places_leads_to_the_map_if_there_is_one() -> None:
    with_map, without = places_view(edition_of({"map.yaml": MAP})), places_view(edition_of({}))
    assert with_map.map is not None
    assert with_map.map.href == "/repo/map/"
    assert without.map is None
