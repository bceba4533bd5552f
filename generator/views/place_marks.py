"""Places as marks on a picture: a dot where the site is known, rings where it is not."""

from dataclasses import dataclass

from generator.model.registry import Place
from generator.views.edition import Edition
from generator.views.labels import Area, around
from generator.views.projection import Projection

_REGION_KM = 40.0


@dataclass(frozen=True, slots=True)
class PlaceMarkView:
    """A place's mark; `shape` is its precision: site, town or region."""

    x: float
    y: float
    radius: float
    shape: str
    href: str
    title: str

    @property
    def area(self) -> Area:
        """Return the square about the mark."""
        return around(self.x, self.y, self.radius)


def place_mark(
    place: Place, title: str, radius: float, onto: Projection, edition: Edition
) -> PlaceMarkView | None:
    """Return the mark; None for a place without a pin.

    A region's ring is wider: never less than 40 km from its middle.
    """
    if place.pin is None:
        return None
    x, y = onto.spot(place.pin)
    if place.precision == "region":
        radius = max(radius + 2, onto.length(_REGION_KM))
    return PlaceMarkView(x, y, round(radius, 1), place.precision, edition.href(place.id), title)
