"""A small map for the sites of tests: an isle inside a shire, about the Old Bridge of BASE."""

from tests.sites import BASE

MAP = """source: Two Banks
source_url: https://banks.example/map
licence: public domain
note: Nobody disputes it.
frames:
  - id: shire
    title: The Shire
    where: in the Shire
    box: {south: 50, west: -4, north: 54, east: 1}
    land:
      - 49.9 -4.1, 54.1 -4.1, 54.1 -1, 49.9 -1
    lines:
      - label: The armistice line
        points: 50 -3, 54 -2
  - id: isle
    title: The Isle
    where: on the Isle
    box: {south: 51.9, west: -1.8, north: 52.3, east: -1.2}
    land:
      - 51.95 -1.7, 52.25 -1.7, 52.1 -1.3
    borders:
      - 52 -1.7, 52.1 -1.3
"""
"""Both hold the Old Bridge at 52.1 north, 1.5 west."""
MILL = "mill-town:\n  names:\n    en: Mill Town\n"


def with_map(*extra: str) -> dict[str, str | None]:
    """Return BASE with a map; what is `extra` is added to the entry of Mill Town."""
    text = BASE["places.yaml"].replace(MILL, MILL + "".join(f"  {line}\n" for line in extra))
    return {"map.yaml": MAP, "places.yaml": text}
