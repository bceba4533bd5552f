"""The search page's words: every language says everything, with the same values in it."""

import json
import re
from string import Formatter

import pytest

from generator.config import TEMPLATES
from generator.derive.corroboration import Label
from generator.views.search import LANGUAGES, TYPES

TEMPLATE = (TEMPLATES / "components" / "search_words.html").read_text("utf-8")
Words = str | dict[str, str]
BLOCK = re.compile(
    r'<script type="application/json" data-language="(\w+)">(.+?)</script>', re.DOTALL
)
WORDS: dict[str, dict[str, Words]] = {
    tag: json.loads(text) for tag, text in BLOCK.findall(TEMPLATE)
}
TAGS = [tag for tag, _ in LANGUAGES]
PAGE = "".join(
    (TEMPLATES / name).read_text("utf-8")
    for name in ("pages/search.html", "components/facets.html", "components/search_form.html")
)
SCRIPTS = "".join(
    path.read_text("utf-8") for path in sorted((TEMPLATES / "assets" / "js").glob("search/*.js"))
)


def values_in(words: Words) -> set[str]:
    sentences = words.values() if isinstance(words, dict) else [words]
    return {name for text in sentences for _, name, _, _ in Formatter().parse(text) if name}


def test_every_language_that_is_offered_has_words() -> None:
    assert list(WORDS) == TAGS


@pytest.mark.parametrize("tag", TAGS)
def test_languages_say_the_same_things(tag: str) -> None:
    own, english = WORDS[tag], WORDS["en"]
    assert own.keys() == english.keys()
    assert {k: values_in(own[k]) for k in own} == {k: values_in(english[k]) for k in english}
    plural = {key for key, words in english.items() if isinstance(words, dict)}
    assert all("other" in own[key] for key in plural)


def test_all_that_the_page_and_its_scripts_ask_for_is_there() -> None:
    asked = {*re.findall(r'data-words="([\w-]+)"', PAGE), *re.findall(r'say\("([\w-]+)"', SCRIPTS)}
    assert len(asked) > 15
    assert asked <= WORDS["en"].keys()
    assert {*(type_ for type_, _ in TYPES), *(label.value for label in Label)} <= WORDS["en"].keys()
