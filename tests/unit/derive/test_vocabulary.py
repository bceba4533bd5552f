"""Things under all their names, and where a text has them."""

import pytest

from generator.derive.vocabulary import fold, token, vocabulary
from tests.sites import BASE, Changes, library_of, problems_of, told

SYNONYMS = """groups:
  cut:
    en: [cut, cut off, US]
    ko: [차단, 끊]
    ja: [遮断]
  line: {en: [phone line, hot line], ko: [통신 연락선]}
"""
WITH_GROUPS: Changes = {"synonyms.yaml": SYNONYMS}


def found(text: str, changes: Changes = WITH_GROUPS) -> set[str]:
    return set(vocabulary(library_of(changes)).tokens(text))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("They cut the line.", {"qwordcutq"}),
        ("Cutting the phone lines", {"qwordcutq", "qwordlineq"}),
        ("The line was told to phone", set()),
        ("통신연락선을 차단", {"qwordlineq", "qwordcutq"}),
        ("북남 통신련락선", {"qwordlineq"}),
        ("回線の遮断", {"qwordcutq"}),
        ("The US did.", {"qwordcutq"}),
        ("between us", set()),
    ],
)
def test_a_text_has_what_any_of_its_forms_name(text: str, tokens: set[str]) -> None:
    assert found(text) == tokens


def test_records_are_found_by_every_name() -> None:
    actor = BASE["actors/mara-lind.md"]
    assert "Mara Lind" in actor
    assert token("mara-lind") in found("It was Mara Lind's idea.", {})
    assert token("mill-town") in found("In Mill Town", {}) | found("mill town", {})


def test_titles_teach_the_short_name_of_a_person() -> None:
    title = "title: Lind opens the bridge"
    text = "It rained. [@almanac]"
    event = f"---\n{title}\ndate: 2022-01-01\nkind: talks\nactors: mara-lind\n---\n{text}\n"
    assert token("mara-lind") not in found("Lind spoke", {})
    assert token("mara-lind") in found("Lind spoke", {"events/2022/a.md": event})


def test_forms_that_search_cannot_tell_apart_are_kept_once() -> None:
    groups = "groups:\n  a: {en: [Kim Jong-un, kim jong un, '!?'], ko: [로동, 노동]}\n"
    concept = vocabulary(library_of({"synonyms.yaml": groups})).concepts[-1]
    assert concept.forms == ("Kim Jong-un", "로동")
    assert not concept.named


def test_no_token_is_the_beginning_of_another() -> None:
    tokens = [concept.token for concept in vocabulary(library_of(WITH_GROUPS)).concepts]
    assert len(tokens) > 5
    assert not [
        (one, other) for one in tokens for other in tokens if one != other and other.startswith(one)
    ]


def test_spaces_and_spelling_do_not_count() -> None:
    assert fold("통신 련락선") == fold("통신연락선")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("groups: [cut]", "synonyms.yaml:1:9 wrong-type"),
        ("groups:\n  a: {english: [cut]}", "synonyms.yaml:2:7 wrong-value"),
        ("words:\n  a: {en: [cut]}", "synonyms.yaml:1:1 unknown-field"),
    ],
)
def test_groups_that_cannot_be_read_are_problems(text: str, problem: str) -> None:
    assert problem in told(problems_of({"synonyms.yaml": text}))
