"""Which events share a kind, a tone or a label, and which pages there are for that."""

from generator.derive.corroboration import Label
from generator.derive.selections import addresses, by_kind, by_label, by_tone, labels_of
from generator.model.registry import Direction, Manner
from tests.sites import BASE, SHUT, changed, library_of, problems_of, resolved, source_files, told

SHUT_ID, OPEN_ID = "2021-03-01-bridge-shut", "2021-05-01-bridge-open"
LEDGER = "addresses.yaml"


def test_events_stand_by_kind_tone_and_every_label_of_their_claims() -> None:
    library = library_of({})
    assert by_kind(library) == {"closure": (SHUT_ID,), "reopening": (OPEN_ID,)}
    assert by_tone(library) == {
        (Direction.COOPERATION, Manner.DEEDS): (OPEN_ID,),
        (Direction.CONFLICT, Manner.DEEDS): (SHUT_ID,),
    }
    assert by_label(library) == {Label.ONE_SIDE: (SHUT_ID,), Label.SINGLE: (OPEN_ID,)}


def test_an_event_counts_once_for_each_of_its_labels() -> None:
    disputed = changed(
        SHUT, "[birch: @gazette-2021-03-02]", "[birch: @gazette-2021-03-02; but @almanac]"
    )
    library = library_of(disputed)
    assert labels_of(library.events[SHUT_ID], library) == (Label.DISPUTED, Label.ONE_SIDE)
    assert by_label(library)[Label.DISPUTED] == (SHUT_ID,)
    assert by_label(library)[Label.ONE_SIDE] == (SHUT_ID,)


def test_only_what_events_have_gets_a_page() -> None:
    assert sorted(addresses(library_of({}))) == [
        "/timeline/freeze-in-deeds/",
        "/timeline/kinds/closure/",
        "/timeline/kinds/reopening/",
        "/timeline/one-side/",
        "/timeline/single/",
        "/timeline/thaw-in-deeds/",
    ]


def test_a_published_page_stays_when_it_becomes_empty() -> None:
    promised = ("/timeline/disputed/", "/timeline/kinds/talks/", "/timeline/thaw-in-words/")
    rows = "".join(f"- {address}\n" for address in promised)
    library = library_of({LEDGER: f"published:\n{rows}"})
    assert set(promised) <= set(addresses(library))
    assert by_label(library)[Label.DISPUTED] == ()


def test_a_missing_source_is_one_problem_also_where_a_label_is_linked() -> None:
    link = "---\ntitle: How\n---\nSee [those in dispute](/timeline/disputed/).\n"
    lost = changed(SHUT, "@gazette-2021-03-02", "@gazette-lost")
    assert told(problems_of({**lost, "pages/how-we-know.md": link})) == [
        f"{SHUT}:11:36 dangling-reference"
    ]
    assert told(problems_of({"pages/how-we-know.md": link})) == [
        "pages/how-we-know.md:4:5 broken-link"
    ]


def test_an_event_left_out_leaves_open_which_pages_there_are() -> None:
    link = "---\ntitle: How\n---\nSee [closures](/timeline/kinds/closure/).\n"
    faulty = changed(SHUT, "date: 2021-03-01", "date: 2021-02-30")
    found = resolved(source_files({**BASE, **faulty, "pages/how-we-know.md": link})).problems
    assert told(found) == [f"{SHUT}:3:15 impossible-date"]
