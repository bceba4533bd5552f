"""All records as one library: references, ids, links, order; each fault told once."""

import pytest

from generator.problems import Position, Problem
from tests.sites import BASE, OPEN, SHUT, Changes, changed, library_of, problems_of, told

PAGE = "pages/notes.md"
FAIR = "events/2021/2021-06-01-fair.md"


def page(body: str) -> dict[str, str | None]:
    """Return a page whose body begins at line 4."""
    return {PAGE: f"---\ntitle: Notes\n---\n{body}\n"}


def fair(fields: str = "", body: str = "There was a fair. [@almanac]") -> str:
    return f"---\ntitle: A fair\ndate: 2021-06-01\nkind: talks\n{fields}---\n{body}\n"


def only(changes: Changes) -> Problem:
    (problem,) = problems_of(changes)
    return problem


def merged(*parts: Changes) -> dict[str, str | None]:
    return {path: text for part in parts for path, text in part.items()}


DANGLING = [
    (
        changed("site.yaml", "[bridge]", "[bridges]"),
        "site.yaml:10:11",
        "No thread has the id 'bridges'.",
        "bridge",
    ),
    (
        changed("outlets.yaml", "owner: alder-press", "owner: alder-pres"),
        "outlets.yaml:5:10",
        "No outlet has",
        "alder-press",
    ),
    (
        changed("outlets.yaml", "side: birch", "side: brich"),
        "outlets.yaml:15:9",
        "No actor has",
        "birch",
    ),
    (
        changed("sources/2021.yaml", "origin: river-wire", "origin: river-wires"),
        "sources/2021.yaml:23:11",
        "No actor or outlet has",
        "river-wire",
    ),
    (
        changed(
            "sources/2021.yaml", "outlet: valley-times\n  origin", "outlet: vally-times\n  origin"
        ),
        "sources/2021.yaml:22:11",
        "No outlet has",
        "valley-times",
    ),
    (
        changed("actors/mara-lind.md", "side: birch", "side: brich"),
        "actors/mara-lind.md:5:7",
        "No actor has",
        "birch",
    ),
    (
        changed(OPEN, "[old-bridge, mill-town]", "[old-bridge, mill-twon]"),
        f"{OPEN}:5:21",
        "No place has",
        "mill-town",
    ),
    (
        changed(OPEN, "birch, mara-lind]", "birch, mara-linn]"),
        f"{OPEN}:6:24",
        "No actor has",
        "mara-lind",
    ),
    (
        changed(OPEN, "kind: reopening", "kind: reopenning"),
        f"{OPEN}:7:7",
        "No event kind has",
        "reopening",
    ),
    (
        changed(OPEN, "threads: [bridge]", "threads: [brige]"),
        f"{OPEN}:8:11",
        "No thread has",
        "bridge",
    ),
    (
        changed(OPEN, "follows: [2021-03-01", "follows: [2021-03-10"),
        f"{OPEN}:9:11",
        "No event has",
        "2021-03-01-bridge-shut",
    ),
    (
        changed(OPEN, "[@times-2021-05-02;", "[@time-2021-05-02;"),
        f"{OPEN}:11:34",
        "No source has",
        "times-2021-05-02",
    ),
    (changed(SHUT, "[alder: @", "[aldr: @"), f"{SHUT}:10:34", "No actor or outlet has", "alder"),
    (
        changed(SHUT, "[[mill-town]]", "[[mill-twon|the town]]"),
        f"{SHUT}:14:23",
        "Nothing has the id 'mill-twon'.",
        "mill-town",
    ),
    (page("As told. [@wire-2021-05-10]"), f"{PAGE}:4:12", "No source has", "wire-2021-05-01"),
    (page("A note.[^1]\n\n[^1]: See [[brige]]."), f"{PAGE}:6:11", "Nothing has", "bridge"),
]


@pytest.mark.parametrize(("changes", "place", "message", "near"), DANGLING)
def test_dangling_references_name_the_nearest_id(
    changes: Changes, place: str, message: str, near: str
) -> None:
    problem = only(changes)
    assert told([problem]) == [f"{place} dangling-reference"]
    assert message in problem.message
    assert problem.hint == f"Did you mean '{near}'?"


def test_where_nothing_is_near_the_hint_says_what_to_do() -> None:
    assert only(page("See [[zzzzzz]].")).hint == "Check the spelling, or create it first."


WRONG = [
    (
        changed(OPEN, "birch, mara-lind]", "birch, mill-town]"),
        f"{OPEN}:6:24",
        "a place",
        "places.yaml",
        9,
    ),
    (
        changed(OPEN, "kind: reopening", "kind: bridge"),
        f"{OPEN}:7:7",
        "a thread",
        "threads/bridge.md",
        1,
    ),
    (
        changed(OPEN, "[@times-2021-05-02;", "[@river-wire;"),
        f"{OPEN}:11:34",
        "an outlet",
        "outlets.yaml",
        17,
    ),
    (changed(SHUT, "[alder: @", "[mill-town: @"), f"{SHUT}:10:34", "a place", "places.yaml", 9),
    (
        changed(SHUT, "[[mill-town]]", "[[closure]]"),
        f"{SHUT}:14:23",
        "an event kind",
        "kinds.yaml",
        5,
    ),
]


@pytest.mark.parametrize(("changes", "place", "kind", "path", "line"), WRONG)
def test_references_to_another_kind_show_the_record(
    changes: Changes, place: str, kind: str, path: str, line: int
) -> None:
    problem = only(changes)
    assert told([problem]) == [f"{place} wrong-reference"]
    assert f" is {kind}, but this must be " in problem.message
    (related,) = problem.related
    assert (related.path, related.line) == (f"content/{path}", line)


@pytest.mark.parametrize("path", ["site.yaml", "outlets.yaml", "places.yaml", "kinds.yaml"])
@pytest.mark.parametrize("text", [None, "a: [[b\n"])
def test_references_into_an_unread_file_are_not_told(path: str, text: str | None) -> None:
    expected = [f"{path}:1:5 yaml-syntax"] if text else []
    assert told(problems_of({path: text})) == expected


def test_references_into_a_broken_bibliography_are_not_told() -> None:
    assert told(problems_of({"sources/2021.yaml": "references: [a\n"})) == [
        "sources/2021.yaml:1:13 yaml-syntax"
    ]


def test_other_faults_are_told_beside_an_unread_file() -> None:
    changes = merged({"places.yaml": None}, changed(OPEN, "birch, mara-lind]", "birch, zz]"))
    assert told(problems_of(changes)) == [f"{OPEN}:6:24 dangling-reference"]


FAULTY = [
    # A fault in a record that others refer to, by reference, link, address and anchor.
    changed(SHUT, "title: Alder", "titel: Alder"),
    changed(SHUT, "date: 2021-03-01", "date: 2021-03-32"),
    changed(SHUT, "kind: closure", "kind: closures"),
    changed(SHUT, "at eight. [alder: @radio-2021-03-01] {#shut}", "at eight.\n"),
    changed(SHUT, "[alder: @radio-2021-03-01] {#shut}", "[alder: @radio-2021-03-01 {#shut}"),
    changed(SHUT, "Alder shut the bridge at eight. [", "["),
    changed(SHUT, "\n---\nAlder", "\nAlder"),
    changed("kinds.yaml", "manner: deeds\nreopening", "maner: deeds\nreopening"),
    changed("kinds.yaml", "  direction: conflict\n", ""),
    changed("actors/birch.md", "type: government", "type: land"),
    changed("outlets.yaml", "  description: Agency that", "  descripton: Agency that"),
    changed("places.yaml", "country: GB", "country: Britain"),
    changed("sources/2021.yaml", "- id: wire-2021-05-01\n", "- idd: wire-2021-05-01\n"),
    changed("sources/2021.yaml", "references:", "reference:"),
    changed("site.yaml", "tagline:", "tag:"),
    changed("site.yaml", "BST: Europe/London", "BST: London"),
    changed("threads/bridge.md", "as_of: 2021-12-31", "as_of: now"),
    changed("outlets.yaml", "river-wire:\n", "River-Wire:\n"),
    {"actors/old-bridge.md": BASE["actors/birch.md"]},
    {"pages/old-bridge.md": BASE["pages/how-we-know.md"]},
    {"events/2020/2021-03-01-bridge-shut.md": fair().replace("date: 2021", "date: 2020")},
]


@pytest.mark.parametrize("changes", FAULTY)
def test_a_fault_is_not_told_again_where_the_record_is_used(changes: Changes) -> None:
    users = page(
        "[[2021-03-01-bridge-shut#claim-shut]], [a](/events/2021-03-01-bridge-shut/#claim-shut),\n"
        "[b](/threads/bridge/), [c](/outlets/river-wire/), [d](/places/mill-town/),\n"
        "[e](/sources/wire-2021-05-01/), [f](/actors/birch/), [g](/timeline/2021/),\n"
        "[[old-bridge]] [birch: @wire-2021-05-01; river-wire: @gazette-2021-03-02]"
    )
    assert problems_of(users) == ()
    assert len(problems_of(merged(users, changes))) == 1


def test_the_only_event_of_a_year_takes_the_year_with_it() -> None:
    event = {"events/1999/1999-01-01-flood.md": fair().replace("2021-06-01", "1999-01-01")}
    link = page("[1999](/timeline/1999/)")
    assert problems_of(merged(event, link)) == ()
    assert told(problems_of(link)) == [f"{PAGE}:4:1 broken-link"]
    faulty = {path: text.replace("kind:", "kin:") for path, text in event.items()}
    assert told(problems_of(merged(faulty, link))) == [
        "events/1999/1999-01-01-flood.md:4:1 unknown-field"
    ]


def test_links_of_a_faulty_file_are_checked_too() -> None:
    broken = fair("colour: red\n", "A. [@almanac]\n\n## B\n[a](/no/) [b](#no) [c](#section-b)")
    assert told(problems_of({FAIR: broken})) == [
        f"{FAIR}:5:1 unknown-field",
        f"{FAIR}:10:1 broken-link",
        f"{FAIR}:10:11 broken-anchor",
    ]


LINKS = [
    ("[x](/)", None),
    ("[x](/timeline/)", None),
    ("[x](/timeline/2021/)", None),
    ("[x](/events/2021-03-01-bridge-shut/#claim-shut)", None),
    ("[x](/events/2021-03-01-bridge-shut/#section-why-it-matters)", None),
    ("[x](/actors/birch/)", None),
    ("[x](/notes/)", None),
    ("[x](/404.html)", None),
    ("[x](#section-more)", None),
    ("[[2021-03-01-bridge-shut#claim-shut]]", None),
    ("[[notes]]", None),
    ("[x](/event/2021-03-01-bridge-shut/)", "broken-link"),
    ("[x](/events/2021-03-01-bridge-shut)", "broken-link"),
    ("[x](/actors/bridge/)", "broken-link"),
    ("[x](/events/talks/)", "broken-link"),
    ("[x](/Actors/birch/)", "broken-link"),
    ("[x](/timeline/2020/)", "broken-link"),
    ("[x](/feed.xml)", "broken-link"),
    ("[x](/actors/birch/#claim-x)", "broken-anchor"),
    ("[x](/timeline/#claim-x)", "broken-anchor"),
    ("[x](#section-mor)", "broken-anchor"),
    ("[[2021-03-01-bridge-shut#shut]]", "broken-anchor"),
    ("[[mill-town#map]]", "broken-anchor"),
    ("[[notes#section-mor]]", "broken-anchor"),
]


@pytest.mark.parametrize(("link", "code"), LINKS)
def test_links_lead_to_pages_and_anchors(link: str, code: str | None) -> None:
    found = told(problems_of(page(f"A {link} here.\n\n## More\n\n### Part")))
    assert found == ([f"{PAGE}:4:3 {code}"] if code else [])


def test_parts_of_a_section_can_be_linked_to() -> None:
    assert problems_of(page("[x](#section-part)\n\n## More\n\n### Part")) == ()


@pytest.mark.parametrize(
    ("link", "hint"),
    [
        ("[x](/actors/brich/)", "Did you mean '/actors/birch/'?"),
        ("[x](/zzzzzzz)", "Link by id instead: [[id|words]]."),
        ("[[2021-03-01-bridge-shut#shut]]", "Did you mean '#claim-shut'?"),
        ("[[mill-town#map]]", "Link to the page without an anchor."),
    ],
)
def test_broken_links_come_with_a_remedy(link: str, hint: str) -> None:
    assert only(page(link)).hint == hint


def test_ids_are_unique_across_kinds() -> None:
    problem = only({"pages/old-bridge.md": BASE["pages/how-we-know.md"]})
    assert told([problem]) == ["places.yaml:1:1 duplicate-id"]
    assert problem.message == "The id 'old-bridge' is already that of a page."
    assert problem.related == (Position("content/pages/old-bridge.md"),)


def test_ids_are_unique_across_folders_of_a_kind() -> None:
    other = "events/2020/2021-03-01-bridge-shut.md"
    earlier = fair().replace("date: 2021", "date: 2020")
    assert told(problems_of({other: earlier})) == [f"{SHUT}:1:1 duplicate-id"]


def test_every_further_record_of_an_id_is_told() -> None:
    extra = {
        "pages/birch.md": BASE["pages/how-we-know.md"],
        "threads/birch.md": BASE["threads/bridge.md"],
    }
    assert told(problems_of(extra)) == [
        "pages/birch.md:1:1 duplicate-id",
        "threads/birch.md:1:1 duplicate-id",
    ]


def test_an_actor_may_be_called_site() -> None:
    assert "site" in library_of({"actors/site.md": BASE["actors/birch.md"]}).actors


@pytest.mark.parametrize("name", ["timeline", "actors", "places", "threads", "outlets", "search"])
def test_pages_do_not_take_the_address_of_a_list(name: str) -> None:
    problem = only({f"pages/{name}.md": BASE["pages/how-we-know.md"]})
    assert told([problem]) == [f"pages/{name}.md:1:1 address-collision"]
    assert problem.related == (Position("content/site.yaml"),)


def test_the_page_named_home_opens_the_home_page() -> None:
    assert problems_of({"pages/home.md": "---\ntitle: Home\n---\nHello.\n"}) == ()


@pytest.mark.parametrize(
    ("date", "follows", "fits"),
    [
        ("2021-06-01", "2021-05-01", True),
        ("2021-05-01", "2021-05-01", True),
        ("2021-04-30", "2021-05-01", False),
        ("2021-05", "2021-05-20", True),
        ("2021-04", "2021-05", False),
        ("2021-05-20", "2021-05", True),
        ("../2021-04-01", "2021-05-01", False),
        ("2021-04-01/..", "2021-05-01", True),
        ("2021-04-01", "../2021-05-01", True),
        ("2021-04-01", "2021-04-02~", False),
    ],
)
def test_followed_events_begin_before_the_end(date: str, follows: str, fits: bool) -> None:  # noqa: FBT001
    files = {
        FAIR: fair("follows: [flood]\n").replace("date: 2021-06-01", f"date: {date}"),
        "events/2021/flood.md": fair().replace("date: 2021-06-01", f"date: {follows}"),
    }
    expected = [] if fits else [f"{FAIR}:5:11 follows-later-event"]
    assert told(problems_of(files)) == expected


def test_an_event_does_not_follow_itself() -> None:
    problem = only({FAIR: fair("follows: [2021-05-01-bridge-open, 2021-06-01-fair]\n")})
    assert told([problem]) == [f"{FAIR}:5:35 follows-later-event"]
    assert problem.related == (Position(f"content/{FAIR}"),)


@pytest.mark.parametrize("time", ["10:00 BST", "10:00 Asia/Seoul", "10:00 UTC"])
def test_clocks_are_those_of_the_site_or_of_the_database(time: str) -> None:
    assert problems_of({FAIR: fair(f"time: {time}\n")}) == ()


def test_without_zones_of_its_own_the_site_knows_the_database() -> None:
    site = changed("site.yaml", "zones:\n  BST: Europe/London\n", "")
    hints = {problem.hint for problem in problems_of(site)}
    assert hints == {"Use an IANA name such as Asia/Seoul."}


def test_events_stand_in_reading_order() -> None:
    def at(when: str) -> str:
        return fair().replace("date: 2021-06-01", f"date: {when}")

    files = {
        "events/2021/a.md": at("2021-06-01\ntime: 12:00 BST"),
        "events/2021/b.md": at("2021-06-01\ntime: 09:00 BST"),
        "events/2021/c.md": at("2021-06-01"),
        "events/2021/d.md": at("2021-01"),
        "events/2021/e.md": at("../2020-12-31"),
        "events/2021/f.md": at("2021-06-01"),
    }
    order = list(library_of(files).events)
    assert order == [
        *("e", "d", "2021-03-01-bridge-shut", "2021-05-01-bridge-open"),
        *("c", "f", "b", "a"),
    ]


def test_threads_stand_in_the_order_of_the_site_then_by_id() -> None:
    thread = BASE["threads/bridge.md"]
    files = {f"threads/{name}.md": thread for name in ("zeta", "alpha", "first")}
    site = changed("site.yaml", "threads: [bridge]", "threads: [first, bridge]")
    assert list(library_of({**files, **site}).threads) == ["first", "bridge", "alpha", "zeta"]


def test_faulty_records_are_left_out_of_the_library() -> None:
    assert "2021-05-01-bridge-open" in library_of({}).events
    with pytest.raises(AssertionError):
        library_of(changed(OPEN, "kind: reopening", "kind: opening"))
