"""What the search page offers to narrow results by."""

from generator.views.search import SearchView, search_view
from tests.sites import Changes, edition_of


def view_of(changes: Changes) -> SearchView:
    return search_view(edition_of(changes), 7)


def options(view: SearchView, name: str) -> list[tuple[str, str]]:
    (facet,) = (facet for facet in view.facets if facet.name == name)
    return [(option.value, option.text) for option in facet.options]


def test_only_kinds_that_events_have_are_offered_each_with_its_sign() -> None:
    (kinds,) = (facet for facet in view_of({}).facets if facet.name == "kind")
    signs = {option.value: option.tone.direction for option in kinds.options if option.tone}
    assert signs == {"closure": "freeze", "reopening": "thaw"}


def test_years_run_from_the_latest() -> None:
    earlier = {
        "events/2019/2019-01-01-toll.md": "---\ntitle: Toll\ndate: 2019-01-01\nkind: talks\n---\n"
        "A toll was asked. [@almanac]\n"
    }
    assert options(view_of(earlier), "year") == [("2021", "2021"), ("2019", "2019")]


def test_a_facet_with_one_choice_is_left_out() -> None:
    assert "year" not in [facet.name for facet in view_of({}).facets]


def test_actors_bring_their_names_in_the_languages_of_the_page() -> None:
    actors = {
        "actors/anna.md": "---\nnames: {en: Anna, ko-KP: 련, ko-KR: 연, fr: Anne}\n"
        "type: person\n---\n",
        "events/2021/2021-06-01-toll.md": "---\ntitle: Toll\ndate: 2021-06-01\nkind: talks\n"
        "actors: [anna]\n---\nA toll was asked. [@almanac]\n",
    }
    (facet,) = (facet for facet in view_of(actors).facets if facet.name == "actor")
    (anna,) = (option for option in facet.options if option.value == "anna")
    assert [(name.tag, name.name) for name in anna.names] == [("en", "Anna"), ("ko", "연")]
