"""Places as GeoJSON (RFC 7946): a point is longitude, then latitude; no pin means no geometry."""

from generator.model.registry import Place
from generator.views.edition import Edition


def places_geojson(edition: Edition) -> dict[str, object]:
    """Return all places, also those where nothing happened."""
    places = edition.library.places.values()
    features = [_feature(place, edition) for place in places]
    return {"type": "FeatureCollection", "features": features}


def _feature(place: Place, edition: Edition) -> dict[str, object]:
    events = edition.events(edition.relations.by_place.get(place.id, ()))
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": _geometry(place),
        "properties": {
            "name": place.names.main,
            "names": dict(sorted(place.names.by_language.items())),
            "precision": place.precision,
            "country": place.country or None,
            "url": edition.urls.absolute(edition.address(place.id)),
            "events": len(events),
            "first": str(events[0].date) if events else None,
            "last": str(events[-1].date) if events else None,
        },
    }


def _geometry(place: Place) -> dict[str, object] | None:
    if place.pin is None:
        return None
    latitude, longitude = place.pin
    return {"type": "Point", "coordinates": [longitude, latitude]}
