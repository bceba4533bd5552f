"""The files of the data page, read by parsers of their own."""

import csv
import io
import json

from generator.exports.tables import TABLES
from tests.sites import edition_of

EDITION = edition_of({})
FILES = {name: table(EDITION) for name, table in TABLES.items()}


def test_events_carry_their_claims_with_labels() -> None:
    events = {event["id"]: event for event in json.loads(FILES["events.json"])}
    shut = events["2021-03-01-bridge-shut"]
    assert shut["url"] == "https://x.example/repo/events/2021-03-01-bridge-shut/"
    assert (shut["date"], shut["direction"], shut["manner"]) == ("2021-03-01", "conflict", "deeds")
    assert [(c["claim"], c["label"], c["sides"]) for c in shut["claims"]] == [
        ("claim-shut", "one-side", ["alder"]),
        ("claim-birch-called-it-a-breach", "one-side", ["birch"]),
    ]
    assert shut["claims"][0]["citations"] == [
        {"source": "radio-2021-03-01", "speaker": "alder", "locator": "", "disputes": False}
    ]


def test_a_row_for_each_claim() -> None:
    rows = list(csv.DictReader(io.StringIO(FILES["claims.csv"].decode())))
    assert [(row["event"], row["claim"]) for row in rows] == [
        ("2021-03-01-bridge-shut", "claim-shut"),
        ("2021-03-01-bridge-shut", "claim-birch-called-it-a-breach"),
        ("2021-05-01-bridge-open", "claim-the-first-cart-crossed-at-ten"),
        ("2021-05-01-bridge-open", "claim-ribbon"),
    ]
    assert rows[2]["sources"] == "times-2021-05-02 wire-2021-05-01"
    assert rows[2]["origins"] == "river-wire"


def test_the_bibliography_is_csl() -> None:
    items = {item["id"]: item for item in json.loads(FILES["sources.json"])}
    assert items["times-2021-05-02"]["container-title"] == "Valley Times"
    assert items["times-2021-05-02"]["issued"] == {"date-parts": [[2021, 5, 2]]}
    assert "issued" not in items["almanac"]
