"""Outcomes after promises, names in the site's languages, former addresses."""

from tests.sites import BASE, OPEN, SHUT, changed, library_of, problems_of, told

PROMISE = "commitments/keep-open.md"
TEXT = (
    "---\ntitle: Keep the bridge open\nby: [alder]\nmade: 2021-05-01-bridge-open\n"
    "{}---\nAlder promised it. [@wire-2021-05-01]\n"
)


def test_an_event_cannot_keep_a_promise_made_later() -> None:
    shut = changed(SHUT, "threads: [bridge]\n", "threads: [bridge]\nkeeps: [keep-open]\n")
    problems = problems_of({PROMISE: TEXT.format(""), **shut})
    assert told(problems) == [f"{SHUT}:9:9 outcome-before-promise"]
    assert [at.path for at in problems[0].related] == [f"content/{PROMISE}", f"content/{OPEN}"]


def test_an_outcome_of_the_file_cannot_precede_the_making() -> None:
    own = "outcomes:\n- {state: kept, date: 2021-04-30, source: almanac}\n"
    assert told(problems_of({PROMISE: TEXT.format(own)})) == [
        f"{PROMISE}:6:43 outcome-before-promise"
    ]


def test_actors_need_names_in_the_languages_of_the_site() -> None:
    site = BASE["site.yaml"] + "name_languages: [ja]\n"
    actors = {path: text for path, text in BASE.items() if path.startswith("actors/")}
    assert told(problems_of({"site.yaml": site})) == [f"{path}:2:1 missing-name" for path in actors]
    named = {p: t.replace("names:\n", "names:\n  ja: 橋\n") for p, t in actors.items()}
    excused = {
        p: t.replace("names:\n", "unnamed: None is used.\nnames:\n") for p, t in actors.items()
    }
    assert problems_of({"site.yaml": site, **named}) == ()
    assert problems_of({"site.yaml": site, **excused}) == ()


def test_published_addresses_may_not_vanish() -> None:
    ledger = "published:\n- /threads/bridge/\n- /events/2020-old/\n"
    assert told(problems_of({"addresses.yaml": ledger})) == ["addresses.yaml:3:3 vanished-address"]
    moved = f"{ledger}moved:\n  /events/2020-old/: 2021-03-01-bridge-shut\n"
    library = library_of({"addresses.yaml": moved})
    assert library.ledger.moved == {"/events/2020-old/": "2021-03-01-bridge-shut"}


def test_a_former_address_leads_to_a_record_and_is_not_taken() -> None:
    nowhere = "moved:\n  /events/2020-old/: gone\n"
    assert told(problems_of({"addresses.yaml": nowhere})) == [
        "addresses.yaml:2:22 dangling-reference"
    ]
    taken = "moved:\n  /threads/bridge/: mill-town\n"
    assert [p.code for p in problems_of({"addresses.yaml": taken})] == ["address-collision"]


def test_the_address_of_a_record_at_fault_is_not_called_vanished() -> None:
    ledger = "published:\n- /events/2021-05-01-bridge-open/\n"
    fault = changed(OPEN, "kind: reopening\n", "kind: reopening\ncolour: red\n")
    assert [p.code for p in problems_of({"addresses.yaml": ledger, **fault})] == ["unknown-field"]
