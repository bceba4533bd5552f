"""The folder of templates in memory, and names that change exactly when contents do."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from markupsafe import Markup

from generator.assets import Assets, code, digest, load
from generator.config import TEMPLATES
from tests.worlds import lay

FILES = {
    "base.html": "<html>",
    "pages/home.html": "home",
    "feeds/atom.xml": "<feed>",
    "feeds/robots.txt": "robots",
    "DESIGN.md": "# not served",
    "assets/js/search.js": "search",
    "assets/icon.svg": "<svg>",
    "assets/css/tokens.css": "tokens",
    "assets/css/layers.css": "layers",
    "assets/css/base.css": "base",
    "assets/css/components/players.css": "players",
    "assets/css/components/layers.css": "not the first",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay(tmp_path / "templates", FILES)


def changed(folder: Path, name: str, text: str) -> Assets:
    lay(folder, {name: text})
    return load(folder)


def test_pages_and_feeds_are_sources_and_nothing_else_is(folder: Path) -> None:
    assert dict(load(folder).sources) == {
        "base.html": "<html>",
        "feeds/atom.xml": "<feed>",
        "feeds/robots.txt": "robots",
        "pages/home.html": "home",
    }


def test_scripts_and_pictures_are_served_beside_the_one_stylesheet(folder: Path) -> None:
    files = dict(load(folder).files)
    del files["style.css"]
    assert files == {"search.js": b"search\n", "icon.svg": b"<svg>"}


def test_a_folder_of_scripts_is_served_as_one(folder: Path) -> None:
    lay(folder, {"assets/js/find/find.js": "find", "assets/js/find/words.js": "words"})
    files = load(folder).files
    assert files["find.js"] == b"find\nwords\n"
    assert "words.js" not in files


def test_styles_are_joined_by_name_after_the_order_of_layers(folder: Path) -> None:
    joined = load(folder).files["style.css"].split(b"\n")
    assert joined == [b"layers", b"base", b"not the first", b"players", b"tokens"]


def test_the_order_in_which_files_were_made_does_not_matter(folder: Path, tmp_path: Path) -> None:
    other = lay(tmp_path / "other" / "place", dict(reversed(FILES.items())))
    assert load(other) == load(folder)


def test_the_folder_is_named_by_what_is_served(folder: Path) -> None:
    before = load(folder)
    assert re.fullmatch(r"/assets/[0-9a-f]{12}/", before.folder)
    page = changed(folder, "pages/home.html", "another home")
    assert page.folder == before.folder
    assert page.digest != before.digest
    style = changed(folder, "assets/css/base.css", "another base")
    assert style.folder != before.folder
    script = changed(folder, "assets/js/search.js", "another search")
    assert script.folder != style.folder
    (folder / "assets" / "icon.svg").rename(folder / "assets" / "mark.svg")
    assert load(folder).folder != script.folder


def test_nothing_can_be_changed_afterwards(folder: Path) -> None:
    loaded = load(folder)
    with pytest.raises(TypeError):
        loaded.files["x"] = b""  # type: ignore[index]
    with pytest.raises(TypeError):
        loaded.sources["x"] = ""  # type: ignore[index]


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_without_templates_is_told(tmp_path: Path, *, there: bool) -> None:
    if there:
        (tmp_path / "templates").mkdir()
    with pytest.raises(FileNotFoundError, match="There are no templates in"):
        load(tmp_path / "templates")


@pytest.mark.parametrize("name", [".DS_Store", ".search.js.swp", "search.js~"])
def test_what_editors_and_systems_leave_about_is_not_served(folder: Path, name: str) -> None:
    before = load(folder)
    for place in ("assets", "assets/css", "assets/js", "pages"):
        lay(folder, {f"{place}/{name}": b"\xff"})
    assert load(folder) == before


def test_two_files_of_one_name_are_refused(folder: Path) -> None:
    lay(folder, {"assets/search.js": "another"})
    with pytest.raises(FileExistsError, match=r"two files named 'search\.js'"):
        load(folder)


DIGESTS = [
    [("a", b"bc")],
    [("ab", b"c")],
    [("a", b"b"), ("c", b"")],
    [("a", b"bc"), ("", b"")],
    [("a\0", b"")],
    [("a", b"\0")],
    [],
]


def test_digests_tell_names_contents_and_their_borders_apart() -> None:
    made = [digest(named) for named in DIGESTS]
    assert len(set(made)) == len(DIGESTS)
    assert all(re.fullmatch(r"[0-9a-f]{12}", name) for name in made)


def test_a_digest_is_the_same_on_every_machine() -> None:
    assert digest([("서울", "강".encode())]) == "07fda5504e15"


def test_icons_are_those_that_templates_name(folder: Path) -> None:
    assert load(folder).icons == {}
    lay(folder, {"pages/home.html": "{{ icon(name='rss') }}", "x.html": '{{icon(name="no-such")}}'})
    icons = load(folder).icons
    assert set(icons) == {"rss"}
    assert isinstance(icons["rss"], Markup)
    picture = ET.fromstring(icons["rss"])  # noqa: S314 - from a locked package
    assert picture.attrib == {
        "class": "icon",
        "aria-hidden": "true",
        "focusable": "false",
        "viewBox": "0 0 24 24",
    }


def test_the_licence_of_the_icons_is_theirs() -> None:
    licence = load(TEMPLATES).icon_licence.decode()
    assert "Pictogrammers" in licence
    assert "Apache 2.0" in licence


def test_fonts_of_cards_are_neither_served_nor_templates(folder: Path) -> None:
    lay(folder, {"cards/serif.ttf": b"font", "cards/OFL.txt": "licence {{ x }}"})
    loaded = load(folder)
    assert loaded.fonts == {"serif.ttf": b"font"}
    assert "cards/OFL.txt" not in loaded.sources
    assert "serif.ttf" not in loaded.files


def test_our_own_templates_load() -> None:
    loaded = load(TEMPLATES)
    assert "base.html" in loaded.sources
    assert loaded.files["style.css"].lstrip().startswith(b"@layer ")


def test_the_generators_code_has_one_name() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", code())
    assert code() == code()
    assert code() != digest(())


def test_scripts_load_only_scripts_that_are_served() -> None:
    served = load(TEMPLATES).files
    named = {
        (name, wanted)
        for name, data in served.items()
        if name.endswith(".js")
        for wanted in re.findall(r"""(?:from|import)\s*\(?\s*"\./([^"]+)\"""", data.decode())
    }
    assert {wanted for _, wanted in named} >= {"find.js", "address.js"}
    assert [pair for pair in sorted(named) if pair[1] not in served] == []
