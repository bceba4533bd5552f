"""The small map beside a text: where its places lie, in the smallest frame that holds them."""

from dataclasses import dataclass

from generator import urls
from generator.views.cards import LinkView
from generator.views.claims import in_words
from generator.views.edition import Edition
from generator.views.labels import Area, LabelView, labels
from generator.views.place_marks import PlaceMarkView, place_mark
from generator.views.projection import fitted

WIDTH, HEIGHT = 240.0, 200.0
_LETTERS = 12.0
_RADIUS = 3.0


@dataclass(frozen=True, slots=True)
class LocatorView:
    """A picture, `outline` its background; the caption is `names`, then a link named `frame`."""

    outline: str
    width: float
    height: float
    marks: tuple[PlaceMarkView, ...]
    labels: tuple[LabelView, ...]
    names: str
    frame: LinkView


def locator_view(ids: tuple[str, ...], edition: Edition) -> LocatorView | None:
    """Return the map of the places that have a pin; None when there is none, or no frame."""
    places = [edition.library.places[id_] for id_ in dict.fromkeys(ids)]
    pinned = [place for place in places if place.pin is not None]
    frame = edition.library.map.frame_of(place.pin for place in pinned if place.pin)
    if frame is None:
        return None
    onto = fitted(frame.box, WIDTH, HEIGHT)
    found = (place_mark(place, place.names.main, _RADIUS, onto, edition) for place in pinned)
    marks = tuple(mark for mark in found if mark)
    areas = [mark.area for mark in marks]
    wanted = zip(areas, (place.names.main for place in pinned), strict=True)
    return LocatorView(
        edition.urls.href(urls.outline(frame.id)),
        onto.width,
        onto.height,
        marks,
        labels(wanted, areas, Area(0, 0, onto.width, onto.height), _LETTERS),
        in_words([place.names.main for place in pinned]),
        LinkView(edition.urls.href(urls.MAP, f"map-{frame.id}"), frame.where),
    )
