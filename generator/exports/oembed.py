"""oEmbed (oembed.com, version 1.0): how another site frames a page of ours, told in a file."""

import json

from generator.urls import CARD_SIZE
from generator.views.embed import EmbedLinkView
from generator.views.layout import ImageView


def oembed(embed: EmbedLinkView, card: ImageView, provider: tuple[str, str]) -> bytes:
    """Return the answer for one page; the provider is the site's name and its full address."""
    name, address = provider
    width, height = CARD_SIZE
    answer = {
        "version": "1.0",
        "type": "rich",
        "provider_name": name,
        "provider_url": address,
        "title": embed.title,
        "html": embed.code,
        "width": embed.width,
        "height": embed.height,
        "thumbnail_url": card.href,
        "thumbnail_width": width,
        "thumbnail_height": height,
    }
    return (json.dumps(answer, ensure_ascii=False, indent=1) + "\n").encode()
