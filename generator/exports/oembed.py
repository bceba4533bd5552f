"""oEmbed (oembed.com, version 1.0): how another site frames a page of ours, told in a file."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import cast

from generator import urls
from generator.urls import CARD_SIZE
from generator.views.card import site_card
from generator.views.edition import Edition
from generator.views.embed import Embeddable, EmbedLinkView, EmbedView, embed_link, embed_view
from generator.views.layout import ImageView, image
from generator.views.output import File, Page, View


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


def embeds(pages: tuple[Page, ...], edition: Edition) -> Iterator[Page]:
    """Yield the page in the frame for each that can be framed, and for its former addresses."""
    framed = {
        page.address: Page(
            urls.embed(page.address),
            "pages/embed.html",
            partial(_embed, page.view, edition),
            page.origin,
            listed=False,
        )
        for page in pages
        if page.embed
    }
    yield from framed.values()
    for former, id_ in edition.library.ledger.moved.items():
        if now := framed.get(edition.address(id_)):
            yield replace(now, address=urls.embed(former))


def _embed(view: View, edition: Edition) -> EmbedView:
    return embed_view(cast("Embeddable", view()), edition)


def embed_link_of(view: View, edition: Edition) -> EmbedLinkView:
    """Return how others frame the page that shows the view."""
    return embed_link(cast("Embeddable", view()), edition)


def oembeds(pages: tuple[Page, ...], edition: Edition) -> Iterator[File]:
    """Yield the answer for each page that can be framed."""
    for page in pages:
        if page.embed:
            picture = image(page.card or site_card(edition), edition.urls)
            data = partial(_oembed, page.embed, picture, edition)
            yield File(urls.oembed(page.address), data)


def _oembed(embed: Callable[[], EmbedLinkView], picture: ImageView, edition: Edition) -> bytes:
    provider = (edition.library.site.title, edition.urls.absolute(urls.HOME))
    return oembed(embed(), picture, provider)
