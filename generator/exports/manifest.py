"""The web app manifest (W3C), by which a phone keeps the site under its name and sign."""

import json

from generator import urls
from generator.exports.cards import PAPER
from generator.views.edition import Edition

ICON_SIZES = (192, 512)


def manifest(edition: Edition, assets: str) -> bytes:
    """Return the manifest; `assets` is the address of the folder with the icons."""
    site, home = edition.library.site, edition.urls.href(urls.HOME)
    icons = [
        {
            "src": edition.urls.href(f"{assets}icon-{size}.png"),
            "sizes": f"{size}x{size}",
            "type": "image/png",
        }
        for size in ICON_SIZES
    ]
    drawn = {"src": edition.urls.href(f"{assets}icon.svg"), "sizes": "any", "type": "image/svg+xml"}
    told = {
        "name": site.title,
        "short_name": site.title,
        "description": site.description,
        "lang": site.language,
        "id": home,
        "start_url": home,
        "scope": home,
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [*icons, drawn],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
