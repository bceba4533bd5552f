"""The page in a frame on another site, and the addresses that others need for it."""

from dataclasses import replace

from generator.views.embed import embed_link, embed_view
from generator.views.event import EventView, event_view
from generator.views.threads import thread_view
from tests.sites import edition_of

EDITION = edition_of({})
SHUT = "2021-03-01-bridge-shut"


def shown() -> EventView:
    return event_view(EDITION.library.events[SHUT], EDITION)


def test_an_event_keeps_its_claims_and_stands_for_its_page() -> None:
    view = embed_view(shown(), EDITION)
    assert view.canonical == f"https://x.example/repo/events/{SHUT}/"
    assert view.page.href == f"/repo/events/{SHUT}/"
    assert view.claims == shown().claims
    assert (view.date, view.tone, view.state, view.strips) == (shown().date, shown().tone, None, ())


def test_a_thread_says_up_to_when_it_answers() -> None:
    thread = thread_view(EDITION.library.threads["bridge"], EDITION)
    view = embed_view(thread, EDITION)
    assert view.when == "The short answer, as of 31 December 2021"
    assert (view.claims, view.strips) == (thread.claims, thread.strips)


def test_others_find_the_frame_and_its_file_at_full_addresses() -> None:
    link = embed_link(shown(), EDITION)
    assert link.href == f"/repo/embed/events/{SHUT}/"
    assert link.oembed == f"https://x.example/repo/embed/events/{SHUT}/oembed.json"
    assert f'src="https://x.example/repo/embed/events/{SHUT}/"' in link.code


def test_a_longer_page_has_a_higher_frame_up_to_a_limit() -> None:
    claims = shown().claims
    pages = (replace(shown(), claims=claims * number) for number in (1, 2, 50, 60))
    heights = [embed_link(page, EDITION).height for page in pages]
    assert heights[0] < heights[1] < heights[2] == heights[3] < 1000
