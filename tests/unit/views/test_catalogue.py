"""What the search page knows of pages without opening them, and by what else they are found."""

from generator.derive.vocabulary import vocabulary
from generator.text.languages.korean import fold
from generator.views.catalogue import entry
from generator.views.index_terms import IndexTermsView, index_terms
from tests.sites import BASE, SHUT, Changes, changed, edition_of

SHUT_ID, OPEN_ID = "2021-03-01-bridge-shut", "2021-05-01-bridge-open"
QUESTION = f"""---
title: Who shut the bridge?
asked: [다리는 언제 폐쇄됐나요]
as_of: 2021-06-01
answers: [{SHUT_ID}]
---
Alder did. [@almanac]
"""


def terms(id_: str, changes: Changes) -> IndexTermsView:
    edition = edition_of(changes)
    return index_terms(id_, vocabulary(edition.library), edition)


def test_an_event_is_known_with_its_day_kind_and_strongest_label() -> None:
    shut = entry(SHUT_ID, edition_of({}))
    assert (shut.address, shut.type, shut.day) == (f"/events/{SHUT_ID}/", "event", "2021-03-01")
    assert shut.date == ""
    assert shut.tone == "freeze, in deeds"
    assert shut.label == "one-side"
    assert shut.actors == ("alder", "birch")
    assert shut.threads == ("bridge",)


def test_a_date_that_is_no_day_has_both_ends_and_words() -> None:
    shut = entry(SHUT_ID, edition_of(changed(SHUT, "date: 2021-03-01", "date: 2021-03")))
    assert (shut.day, shut.date) == ("2021-03-01/2021-03-31", "March 2021")


def test_a_question_leads_to_the_events_that_answer_it() -> None:
    asked = entry("q-shut", edition_of({"questions/q-shut.md": QUESTION}))
    assert (asked.type, asked.day, asked.answers) == ("question", "", (f"/events/{SHUT_ID}/",))


def test_a_page_is_about_its_fields_and_title_and_names_what_its_text_names() -> None:
    found = terms(OPEN_ID, {})
    assert {"qalderq", "qbirchq", "qmaralindq", "qmilltownq", "qbridgeq"} <= {*found.about.split()}
    assert not {*found.about.split()} & {*found.names.split()}
    assert "qmilltownq" in terms(SHUT_ID, {}).names.split()  # its text links there


def test_other_ways_to_ask_are_terms_in_their_own_script() -> None:
    groups = "groups:\n  shut: {en: [shut], ko: [폐쇄]}\n"
    files = {"questions/q-shut.md": QUESTION, "synonyms.yaml": groups}
    found = terms("q-shut", files)
    assert "qwordshutq" in found.about.split()
    assert fold("다리") in found.names.split()
    assert not any(fold("언제") in term for term in found.names.split())


def test_headlines_in_other_scripts_lead_to_the_event_that_cites_them() -> None:
    path, text = next((p, t) for p, t in BASE.items() if t.count("- id: almanac"))
    start = text.index("- id: almanac")
    at = text.index("title: ", start)
    end = text.index("\n", at)
    headline = {path: f"{text[:at]}title: 다리 통행 재개{text[end:]}"}
    event = "---\ntitle: Rain\ndate: 2022-01-01\nkind: talks\n---\nIt rained. [@almanac]\n"
    found = terms("rain", {**headline, "events/2022/rain.md": event})
    assert fold("통행") in found.names.split()
