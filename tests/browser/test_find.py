"""What is found, whatever language, spelling or name a reader types; asked of the module itself."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.reader import Reader

LIAISON = "2020-06-16-liaison-office-demolished"
HOTLINES = ("2021-07-27-hotlines-restored", "2021-10-04-hotlines-restored-again")
CAMP_DAVID = "2023-08-18-camp-david-summit"

FIND = """async ([query, loaded]) => {
  const { bundle, catalogue } = document.querySelector("#results").dataset;
  const address = (path) => new URL(path, location.href);
  const { src } = document.querySelector("script[type=module][src*=search]");
  const { open } = await import(new URL("find.js", src));
  const found = await (await open(address(bundle), address(catalogue))).find(query);
  await Promise.all(found.hits.slice(0, loaded).map((hit) => hit.load()));
  return JSON.parse(JSON.stringify(found));
}"""


@pytest.fixture
def page(reader: Reader) -> Page:
    return reader.open("search/")


def find(page: Page, query: str, loaded: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(FIND, [query, loaded])
    return found


def first_ids(page: Page, query: str, number: int = 3) -> list[str]:
    return [hit["url"].rstrip("/").rpartition("/")[2] for hit in find(page, query)["hits"][:number]]


@pytest.mark.parametrize(
    ("query", "answers"),
    [
        pytest.param("kaesong liaison office blown up", (LIAISON,), id="english"),
        pytest.param("개성 연락사무소 폭파", (LIAISON,), id="korean"),
        pytest.param(
            "연락사무소를 폭파한 이유는?", (LIAISON, "q-liaison-office-blown-up"), id="particles"
        ),
        pytest.param(
            "南北連絡事務所はなぜ爆破されたのか",
            (LIAISON, "q-liaison-office-blown-up"),
            id="japanese",
        ),
        pytest.param("통신연락선 복원", HOTLINES, id="south-spelling"),
        pytest.param("통신련락선 복원", HOTLINES, id="north-spelling"),
        pytest.param("liason ofice explosion", (LIAISON,), id="misspelt"),
        pytest.param(
            "guardpost demolition", ("2018-11-20-guard-posts-demolished",), id="run-together"
        ),
        pytest.param("DPRK ROK hot line reopened 2021", HOTLINES, id="abbreviations"),
        pytest.param("キャンプデビッド 首脳会談", (CAMP_DAVID,), id="katakana-with-a-slip"),
        pytest.param("18 August 2023", (CAMP_DAVID,), id="day"),
        pytest.param(
            "2023년 8월 한미일 정상회의",
            (CAMP_DAVID, "q-camp-david-when-where"),
            id="korean-month",
        ),
        pytest.param("2023年8月18日", (CAMP_DAVID,), id="japanese-day"),
    ],
)
def test_the_answer_is_among_the_first_three(
    page: Page, query: str, answers: tuple[str, ...]
) -> None:
    assert set(first_ids(page, query)) & set(answers)


def test_names_in_any_language_mean_the_same(page: Page) -> None:
    listed = [set(first_ids(page, name, 999)) for name in ("Kim Yo Jong", "김여정", "金与正")]
    assert listed[0] == listed[1] == listed[2]
    assert len(listed[0]) > 20


def test_both_spellings_of_korean_give_the_same_pages(page: Page) -> None:
    assert first_ids(page, "로동당 대회", 20) == first_ids(page, "노동당 대회", 20)


def test_what_was_understood_is_told(page: Page) -> None:
    found = find(page, 'kishida in seol "shuttle diplomacy" july 2021 to summer 2023')
    assert found["suggestion"].startswith("kishida in seoul ")
    assert found["understood"]["phrases"] == ["shuttle diplomacy"]
    assert {"typed": "kishida", "name": "Fumio Kishida"} in found["understood"]["names"]
    assert [(date["from"], date["to"]) for date in found["understood"]["dates"]] == [
        ("2021-07-01", "2021-07-31"),
        ("2023-06-01", "2023-08-31"),
    ]


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("27 July 2021", ("2021-07-27", "2021-07-27")),
        ("July 27, 2021", ("2021-07-27", "2021-07-27")),
        ("2021-07-27", ("2021-07-27", "2021-07-27")),
        ("2021년 7월 27일", ("2021-07-27", "2021-07-27")),
        ("2021年2月", ("2021-02-01", "2021-02-28")),
        ("2020년 겨울", ("2020-12-01", "2021-02-28")),
        ("2018-2020", ("2018-01-01", "2020-12-31")),
        ("from 2018 to 2020", ("2018-01-01", "2020-12-31")),
        ("1953", ("1953-01-01", "1953-12-31")),
    ],
)
def test_dates_are_spans_of_days(page: Page, words: str, span: tuple[str, str]) -> None:
    (date,) = find(page, f"talks {words}")["understood"]["dates"]
    assert (date["from"], date["to"]) == span


def test_a_well_spelt_query_gets_no_suggestion(page: Page) -> None:
    assert find(page, "north korea blows up the liaison office")["suggestion"] == ""


def test_a_hit_tells_all_that_the_catalogue_knows(page: Page) -> None:
    hit = find(page, "liaison office blown up in june 2020")["hits"][0]
    assert (hit["type"], hit["day"], hit["date"], hit["year"]) == (
        *("event", "2020-06-16", "16 June 2020", "2020"),
    )
    assert hit["tone"] == "freeze, in deeds"
    assert "north-korea" in hit["actors"]
    assert "hotlines" in hit["threads"]
    assert {"liaison office", "blown up", "june 2020"} == set(hit["why"])
    assert hit["excerpt"] == ""


def test_loading_shows_the_claims_that_hold_what_was_asked(page: Page, reader: Reader) -> None:
    (hit, *_) = find(page, "연락사무소 폭파", loaded=1)["hits"]
    shown = {hit["excerpt"][start:end].strip(".,").lower() for start, end in hit["marks"]}
    assert {"liaison", "office"} <= shown
    html = reader.site.html(hit["url"][len(reader.site.base_path) :])
    assert hit["anchors"]
    for anchor in hit["anchors"]:
        address, _, id_ = anchor["href"].partition("#")
        assert address == hit["url"]
        assert f'id="{id_}"' in html
        assert anchor["marks"]


def test_a_question_gives_its_short_answer(page: Page) -> None:
    hits = find(page, "when did north korea blow up the liaison office", loaded=3)["hits"]
    asked = next(hit for hit in hits if hit["type"] == "question")
    assert "16 June 2020" in asked["answer"]


def test_an_aborted_search_gives_nothing(page: Page) -> None:
    aborted = FIND.replace(".find(query)", ".find(query, { signal: AbortSignal.abort() })")
    with pytest.raises(Exception, match="abort"):
        page.evaluate(aborted, ["camp david", 0])


def test_a_pasted_page_is_answered_too(page: Page) -> None:
    found = find(page, "camp david summit " + "xyzzyplugh " * 5000)
    assert found["hits"][0]["url"].endswith(f"/{CAMP_DAVID}/")
