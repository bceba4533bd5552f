"""The file that the search page reads beside the index, unpacked as a browser would."""

import json
from typing import Any

from generator.derive.vocabulary import Concept
from generator.exports.catalogue import LARGE, Fragment, catalogue_json
from generator.views.catalogue import CatalogueView, EntryView

ENTRIES = (
    EntryView(
        *("/events/a/", "A rises", "event", "2021-03-01", "", "Talks", "thaw, in words", "single"),
        threads=("bridge", "river"),
        actors=("birch",),
    ),
    EntryView("/events/b/", "B falls", "event", "2021-05-01/2021-05-31", "May 2021", "Talks"),
    EntryView("/questions/q/", "Why?", "question", answers=("/events/b/", "/events/gone/")),
)
CONCEPTS = (
    Concept("qmaralindq", ("Mara Lind", "M. Lind"), named=True),
    Concept("qwordcutq", ("cut", "차단")),
)
FRAGMENTS = (
    Fragment("en_2", "/events/b/", "B falls. The river’s rising", ("연락선", "락선")),
    Fragment("en_1", "/events/a/", "A rises risen", ()),
    Fragment("en_3", "/questions/q/", "Why?", ("선",)),
)


def catalogue(entries: tuple[EntryView, ...] = ENTRIES) -> dict[str, Any]:
    by_address = {fragment.address: fragment for fragment in FRAGMENTS}
    held = tuple(
        by_address.get(entry.address, Fragment(f"en_{number}", entry.address, "", ()))
        for number, entry in enumerate(entries)
    )
    read: dict[str, Any] = json.loads(catalogue_json(CatalogueView(entries, CONCEPTS), held))
    return read


def test_columns_follow_the_pages() -> None:
    read = catalogue()
    pages = read["pages"]
    assert pages["ids"] == "en_1 en_2 en_3"
    assert pages["days"] == ["2021-03-01", "2021-05-01/2021-05-31", ""]
    assert [read["types"][number] for number in pages["types"]] == ["event", "event", "question"]
    assert read["kinds"][pages["kinds"][0]] == ["Talks", "thaw, in words"]
    assert read["labels"][pages["labels"][0]] == "single"
    assert [read["threads"][int(n, 36)] for n in pages["threads"][0].split(",")] == [
        "bridge",
        "river",
    ]
    assert pages["actors"][1] == ""
    assert read["titles"] == ["A rises", "B falls", "Why?"]
    assert read["paths"][0] == "events/a/"
    assert read["dates"] == {"1": "May 2021"}


def test_questions_name_the_rows_of_events_that_are_there() -> None:
    assert catalogue()["answers"] == {"2": [1]}


def test_words_share_their_beginnings_and_unpack_to_the_index() -> None:
    before, words = "", []
    for packed in catalogue()["words"].split(" "):
        before = before[: int(packed[0], 36)] + packed[1:]
        words.append(before)
    assert words == ["a", "b", "falls", "risen", "rises", "rising", "river", "the", "why"]


def test_words_in_other_scripts_stand_once_with_their_tails_left_out() -> None:
    assert catalogue()["native"] == "연락선"


def test_forms_stand_in_a_line_and_a_token_only_where_no_name_spells_it() -> None:
    read = catalogue()
    assert read["names"] == ["|Mara Lind|M. Lind"]
    assert read["synonyms"] == ["qwordcutq|cut|차단"]


def test_a_large_site_leaves_titles_to_the_fragments() -> None:
    entries = tuple(EntryView(f"/events/e{n}/", f"T{n}", "event") for n in range(LARGE))
    read = catalogue(entries)
    assert (read["titles"], read["paths"]) == (None, None)
    assert len(read["pages"]["ids"].split()) == LARGE
    assert read["pages"]["actors"] == []


def test_the_same_pages_give_the_same_bytes_in_any_order_of_fragments() -> None:
    view = CatalogueView(ENTRIES, CONCEPTS)
    assert catalogue_json(view, FRAGMENTS) == catalogue_json(view, FRAGMENTS[::-1])
