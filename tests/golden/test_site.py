"""The golden site against `site/expected/`: the set of files first, then their contents.

A fictitious dispute, so that the engine is seen to know nothing of its flagship subject. One page
is kept whole, of the others only `<main>`; feeds are kept whole, pictures are left
to their unit tests. Names made of contents, such as those of stylesheets, are left open. After a
wanted change run pytest with `--write-goldens`, and read the difference before you commit it.
"""

import re
import shutil
from pathlib import Path

import pytest

from tests.worlds import GOLDEN, lay

EXPECTED = GOLDEN / "expected"
WHOLE_PAGE = "events/1981-03-04-sluices-closed/index.html"
MADE_FOR_THE_BUILD = ("assets/", "pagefind/", ".thawline-manifest")
_NAMED_BY_CONTENT = re.compile(r"/(assets|pagefind)/[0-9a-f]{12}/")
_MAIN = re.compile(r"<main\b.*</main>\n?", re.DOTALL)


def files_of(folder: Path) -> dict[str, str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    named = ((path.relative_to(folder).as_posix(), path) for path in paths)
    return {
        name: path.read_text("utf-8")
        for name, path in named
        if not name.startswith(MADE_FOR_THE_BUILD) and path.suffix != ".png"
    }


def kept(name: str, text: str) -> str:
    """Return the part of a file that is compared."""
    text = _NAMED_BY_CONTENT.sub(r"/\1/…/", text)
    if not name.endswith(".html") or name == WHOLE_PAGE:
        return text
    (main,) = _MAIN.findall(text)
    return str(main)


@pytest.fixture(scope="session")
def made(golden_site: Path, request: pytest.FixtureRequest) -> dict[str, str]:
    found = {name: kept(name, text) for name, text in files_of(golden_site).items()}
    if request.config.getoption("--write-goldens"):
        shutil.rmtree(EXPECTED, ignore_errors=True)
        lay(EXPECTED, found)
    return found


def test_the_same_files_are_published(made: dict[str, str]) -> None:
    assert sorted(made) == sorted(files_of(EXPECTED))
    assert WHOLE_PAGE in made
    assert {"feed.xml", "sitemap.xml", "robots.txt", "404.html", "index.html"} <= made.keys()


@pytest.mark.parametrize("name", sorted(files_of(EXPECTED)))
def test_a_file_is_as_expected(name: str, made: dict[str, str]) -> None:
    if name in made:  # the set of files has a test of its own
        assert made[name] == (EXPECTED / name).read_text("utf-8")


def test_one_stylesheet_and_the_index_are_published_beside_the_pages(golden_site: Path) -> None:
    assert len(list(golden_site.glob("assets/*/"))) == 1
    assert len(list(golden_site.glob("assets/*/style.css"))) == 1
    assert len(list(golden_site.glob("pagefind/*/pagefind.js"))) == 1


def test_nothing_of_the_flagship_subject_is_in_the_engine(golden_site: Path) -> None:
    texts = "\n".join(
        path.read_text("utf-8")
        for path in golden_site.rglob("*")
        if path.suffix in {".html", ".xml", ".txt"}
    )
    assert re.findall(r"Korea|Pyongyang|Seoul|Thawline|thawline", texts) == []
