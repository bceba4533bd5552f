"""places.geojson by RFC 7946: longitude first, no geometry where there is no pin."""

import json
from typing import Any

from generator.exports.tables import TABLES, places_json
from generator.views.data import FILES
from tests.sites import BASE, edition_of


def features(**changes: str) -> dict[str, Any]:
    places = {"places.yaml": changes["places"]} if changes else {}
    collection = json.loads(places_json(edition_of(places)))
    assert collection.keys() == {"type", "features"}
    assert collection["type"] == "FeatureCollection"
    return {feature["id"]: feature for feature in collection["features"]}


def test_a_point_is_longitude_then_latitude() -> None:
    found = features()
    assert found.keys() == {"old-bridge", "mill-town"}
    assert found["old-bridge"]["type"] == "Feature"
    assert found["old-bridge"]["geometry"] == {"type": "Point", "coordinates": [-1.5, 52.1]}


def test_a_place_tells_its_precision_and_its_events() -> None:
    bridge = features()["old-bridge"]["properties"]
    assert (bridge["name"], bridge["precision"], bridge["country"]) == ("Old Bridge", "site", None)
    assert bridge["names"] == {"en": "Old Bridge", "ko-KR": "옛 다리"}
    assert bridge["url"] == "https://x.example/repo/places/old-bridge/"
    assert (bridge["events"], bridge["first"], bridge["last"]) == (2, "2021-03-01", "2021-05-01")


def test_without_a_pin_there_is_no_geometry() -> None:
    assert features()["mill-town"]["geometry"] is None
    country = BASE["places.yaml"].replace("precision: site", "precision: country")
    assert features(places=country)["old-bridge"]["geometry"] is None


def test_the_data_page_names_every_file() -> None:
    assert {name for name, _ in FILES} == set(TABLES)
