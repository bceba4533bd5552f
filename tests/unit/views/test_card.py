"""What a social card says of each kind of page."""

from generator.views.card import card_of, site_card
from tests.sites import edition_of

QUESTION = {
    "questions/when-open.md": (
        "---\ntitle: When did it open again?\nas_of: 2021-06-01\n"
        "answers: [2021-05-01-bridge-open]\n---\nIn May. [@times-2021-05-02]\n"
    )
}


def test_an_event_shows_its_date_kind_and_tone() -> None:
    card = card_of("2021-03-01-bridge-shut", edition_of({}))
    assert card is not None
    assert card.address == "/events/2021-03-01-bridge-shut/card.png"
    assert (card.title, card.above) == ("Alder shuts the bridge", "1 March 2021")
    assert card.below == "Closure · freeze, in deeds"
    assert (card.direction, card.manner, card.site) == ("freeze", "deeds", "Two Banks")
    said = (card.title, card.above, card.below, card.site)
    assert all(words in card.alt for words in said)


def test_threads_and_questions_have_cards_without_a_sign() -> None:
    edition = edition_of(QUESTION)
    thread, question = card_of("bridge", edition), card_of("when-open", edition)
    assert thread is not None
    assert question is not None
    assert thread.address == "/threads/bridge/card.png"
    assert thread.below.startswith("2 events")
    assert question.address == "/questions/when-open/card.png"
    assert question.title == "When did it open again?"
    assert thread.direction == question.direction == ""


def test_other_records_share_the_card_of_the_site() -> None:
    edition = edition_of({})
    assert [card_of(id_, edition) for id_ in ("alder", "mill-town", "how-we-know")] == [None] * 3
    card = site_card(edition)
    assert card.address == "/card.png"
    assert (card.title, card.site) == (edition.library.site.tagline, "Two Banks")
    assert card.alt == "Two Banks: The bridge between Alder and Birch, claim by claim"
