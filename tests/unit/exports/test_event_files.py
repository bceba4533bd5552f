"""The files beside each event: at guessable addresses, and of one mind with the lists of all."""

import json

import pybtex.database
import rispy

from generator.exports.event_files import event_files
from generator.exports.tables import TABLES
from tests.sites import edition_of

EDITION = edition_of({})
FILES = {address: make() for address, make in event_files(EDITION)}
ALL = {name: make(EDITION) for name, make in TABLES.items()}
OPEN = "/events/2021-05-01-bridge-open/"
CITED = ["times-2021-05-02", "wire-2021-05-01"]


def test_each_event_has_four() -> None:
    names = ("event.json", "sources.bib", "sources.ris", "sources.json")
    assert list(FILES) == [
        f"/events/{id_}/{name}" for id_ in EDITION.library.events for name in names
    ]


def test_an_event_is_told_as_in_the_list_of_all() -> None:
    events = {event["id"]: event for event in json.loads(ALL["events.json"])}
    for id_, event in events.items():
        assert json.loads(FILES[f"/events/{id_}/event.json"]) == event


def test_its_sources_are_those_that_it_cites_each_once() -> None:
    listed = json.loads(FILES[f"{OPEN}sources.json"])
    assert [item["id"] for item in listed] == CITED
    assert all(item in json.loads(ALL["sources.json"]) for item in listed)
    in_bibtex = pybtex.database.parse_string(FILES[f"{OPEN}sources.bib"].decode(), "bibtex")
    assert list(in_bibtex.entries) == CITED
    assert [r["id"] for r in rispy.loads(FILES[f"{OPEN}sources.ris"].decode())] == CITED
