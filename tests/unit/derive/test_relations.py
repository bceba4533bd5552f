"""The inverse of every reference, and who stands beside whom in time."""

from generator.derive.relations import Neighbours, Relations, relate, year_of
from tests.sites import BASE, OPEN, Changes, library_of

SHUT_ID, OPEN_ID = "2021-03-01-bridge-shut", "2021-05-01-bridge-open"


def relations(changes: Changes) -> Relations:
    return relate(library_of(changes))


def event(date: str, fields: str = "", body: str = "It rained. [@almanac]") -> str:
    return f"---\ntitle: Rain\ndate: {date}\nkind: talks\n{fields}---\n{body}\n"


def test_references_are_turned_round() -> None:
    found = relations({})
    assert found.followed_by == {SHUT_ID: (OPEN_ID,)}
    assert found.by_actor == {
        "alder": (SHUT_ID, OPEN_ID),
        "birch": (SHUT_ID, OPEN_ID),
        "mara-lind": (OPEN_ID,),
    }
    assert found.by_place == {"old-bridge": (SHUT_ID, OPEN_ID), "mill-town": (OPEN_ID,)}
    assert found.by_thread == {"bridge": (SHUT_ID, OPEN_ID)}
    assert found.sources_of_outlet["river-wire"] == ("wire-2021-05-01",)
    assert found.linked_from == {"mill-town": (SHUT_ID,), SHUT_ID: (OPEN_ID, "bridge")}


def test_inverses_stand_in_reading_order_and_name_each_once() -> None:
    found = relations(
        {
            "events/2020/z.md": event("2020-01-01", "actors: [alder, alder]\n"),
            "events/2022/a.md": event("2022-01-01", "actors: alder\n"),
        }
    )
    assert found.by_actor["alder"] == ("z", SHUT_ID, OPEN_ID, "a")


def test_sources_know_every_event_that_cites_them_anywhere() -> None:
    section = "## B\nC [@gazette-2021-03-02].[^1]\n\n[^1]: D [@radio-2021-03-01]"
    body = f"A. [earlier @times-2021-05-02]\n\n{section}"
    citing = relations({"events/2022/a.md": event("2022-01-01", body=body)}).citing_source
    assert citing["times-2021-05-02"] == (OPEN_ID, "a")
    assert citing["gazette-2021-03-02"] == (SHUT_ID, "a")
    assert citing["radio-2021-03-01"] == (SHUT_ID, "a")
    assert citing["wire-2021-05-01"] == (OPEN_ID,)


def test_backlinks_come_from_each_page_once_and_not_from_itself() -> None:
    body = "A [[bridge]] [[bridge|b]] [[a]]. [@almanac]"
    found = relations({"events/2022/a.md": event("2022-01-01", body=body)}).linked_from
    assert found["bridge"] == ("a",)
    assert "a" not in found


def test_neighbours_stand_side_by_side_in_time() -> None:
    found = relations({"events/2020/z.md": event("2020-01-01")}).neighbours
    assert found == {
        "z": Neighbours("", SHUT_ID),
        SHUT_ID: Neighbours("z", OPEN_ID),
        OPEN_ID: Neighbours(SHUT_ID, ""),
    }


def test_a_site_without_events_has_no_relations() -> None:
    text = "---\ntitle: x\nlabel: x\nas_of: 2021\n---\nA. [@almanac]\n\n## The closure\n"
    site = dict.fromkeys(path for path in BASE if path.startswith("events/"))
    found = relations({**site, "threads/bridge.md": text})
    assert (found.neighbours, found.by_year, found.followed_by) == ({}, {}, {})


def test_years_are_listed_by_the_beginning_or_else_by_the_end() -> None:
    dates = {
        "a": ("2020-12-31/2021-01-01", 2020),
        "b": ("2021-01-01/..", 2021),
        "c": ("../2019-05", 2019),
        "d": ("202X", 2020),
        "e": ("2021-24", 2021),
        "f": ("'[2022-01-01..2023-01-01]'", 2022),
        "g": ("0001", 1),
    }
    library = library_of(
        {f"events/{year:04}/{id_}.md": event(date) for id_, (date, year) in dates.items()}
    )
    assert {id_: year_of(library.events[id_]) for id_ in dates} == {
        id_: year for id_, (_, year) in dates.items()
    }
    by_year = relate(library).by_year
    assert list(by_year) == sorted(by_year)
    assert by_year[2020] == ("d", "a")
    assert OPEN.partition("/")[0] == "events"
