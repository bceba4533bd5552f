"""The handbook as MkDocs makes it, and what is told when it cannot be made."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import cli
from generator.handbook import handbook, stands
from generator.problems import Code
from generator.stages.read import read
from generator.urls import Urls
from tests.sites import BASE_FOLDER
from tests.worlds import lay, tree

REPOSITORY = "https://github.com/x/y"
SETTINGS = """site_name: Handbook of the bridge
nav:
- index.md
- dates.md
- problems.md
- reference/
"""
PAGES = {
    "mkdocs.yml": SETTINGS,
    "index.md": "# Bridge\n\nSee [dates](dates.md#days), [fields](reference/event.md#fields).\n",
    "dates.md": "# Dates\n\n## Days\n\nSee [why](problems.md#malformed-date).\n",
}


def content(folder: Path, changes: Mapping[str, str | bytes | None]) -> Path:
    """Return a small site with a handbook; None takes a page away."""
    shutil.copytree(BASE_FOLDER, folder / "content")
    pages = {path: text for path, text in {**PAGES, **changes}.items() if text is not None}
    lay(folder / "content" / "handbook", pages)
    return folder / "content"


def made(content: Path, base_url: str = "https://x.example/repo/") -> dict[str, bytes]:
    found = handbook(content, read(content).value, Urls(base_url), REPOSITORY)
    assert not found.problems, found.problems
    return dict(found.value)


def told(folder: Path, changes: Mapping[str, str | bytes | None]) -> list[str]:
    laid = content(folder, changes)
    found = handbook(laid, read(laid).value, Urls("https://x.example/"), "")
    assert {problem.code for problem in found.problems} <= {Code.HANDBOOK_FAULT}
    assert bool(found.problems) != bool(found.value)
    return [
        f"{p.position.path.removeprefix('content/handbook/')}:{p.position.line}:{p.position.column}"
        f" {p.message}"
        for p in found.problems
    ]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return made(content(tmp_path_factory.mktemp("one"), {}))


def test_pages_reference_and_problems_are_made(files: dict[str, bytes]) -> None:
    pages = {"index.html", "dates/index.html", "problems/index.html", "reference/event/index.html"}
    assert pages <= set(files)
    assert b'id="dangling-reference"' in files["problems/index.html"]


def test_only_editors_pages_offer_to_be_edited(files: dict[str, bytes]) -> None:
    address = f"{REPOSITORY}/edit/main/content/handbook/dates.md"
    assert f'href="{address}"'.encode() in files["dates/index.html"]
    assert b"/edit/main/" not in files["reference/event/index.html"]


def test_pages_load_nothing_from_other_hosts(files: dict[str, bytes]) -> None:
    loading = re.compile(
        r'<(?:script|img|iframe|source)\b[^>]*\ssrc="?(?:https?:)?//'
        r'|<link\b(?![^>]*rel="(?:canonical|prev|next)")[^>]*href="?(?:https?:)?//'
    )
    for path, data in files.items():
        if path.endswith(".html"):
            assert not loading.search(data.decode()), path
        if path.endswith(".css"):
            assert not re.search(r"(@import|url\()[\"' ]*(https?:)?//", data.decode()), path


def test_two_builds_make_the_same_bytes_for_any_folder(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    assert made(content(tmp_path / "elsewhere", {})) == files


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"index.md": "# B\n\nOne.\n\nSee [dates](daets.md).\n"},
            ["index.md:5:12 The page contains a link 'daets.md', but"],
        ),
        (
            {"index.md": "# B\n\n[days](dates.md#day)\n"},
            ["index.md:3:7 The page contains a link 'dates.md#day', but"],
        ),
        ({"more.md": "# More\n"}, ["more.md:1:1 The navigation does not name this page."]),
        ({"dates.md": None, "index.md": "# B\n"}, ["mkdocs.yml:4:3 A reference to 'dates.md'"]),
        (
            {"mkdocs.yml": f"{SETTINGS}hooks: [own.py]\n"},
            ["mkdocs.yml:7:1 The setting 'hooks' cannot be chosen."],
        ),
        ({"mkdocs.yml": "site_name: [\n"}, ["mkdocs.yml:2:1 The settings cannot be read:"]),
        (
            {"index.md": "# B\n\n![x](https://a.example/x.png)\n"},
            ["index.md:3:6 'https://a.example/x.png' would be fetched from another host."],
        ),
        (
            {"mkdocs.yml": f"{SETTINGS}extra_css: ['https://a.example/x.css']\n"},
            ["mkdocs.yml:7:14 'https://a.example/x.css' would be fetched from another host."],
        ),
        ({"mkdocs.yml": None}, ["mkdocs.yml:1:1 The setting 'site_name' is missing."]),
        ({"own.js": "alert()"}, ["own.js:1:1 The handbook cannot hold this file."]),
        ({"dates.md": b"\xff"}, ["dates.md:1:1 The file is not UTF-8 text."]),
        ({"problems.md": "# Mine\n"}, ["problems.md:1:1 The page 'problems.md' is made by"]),
    ],
    ids=[
        "link",
        "anchor",
        "omitted",
        "nav",
        "hooks",
        "yaml",
        "image",
        "sheet",
        "unnamed",
        "script",
        "utf-8",
        "made",
    ],
)
def test_faults_are_told_where_they_stand(
    changes: Mapping[str, str | bytes | None], expected: list[str], tmp_path: Path
) -> None:
    found = told(tmp_path, changes)
    assert len(found) == len(expected), found
    assert all(line.startswith(start) for line, start in zip(found, expected, strict=True)), found


def test_the_site_carries_the_handbook_and_a_fault_leaves_the_last_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    laid, out = content(tmp_path, {}), tmp_path / "site"
    arguments = ["build", "--content", str(laid), "--out", str(out)]
    assert cli.main(arguments) == cli.DONE
    before = tree(out)
    assert b"Handbook of the bridge" in before["handbook/index.html"]
    assert b'/handbook/">Handbook</a>' in before["index.html"]
    assert b"/handbook/" not in before["sitemap.xml"]
    lay(laid / "handbook", {"index.md": "[a](b.md)\n"})
    lay(laid, {"pages/handbook.md": "---\ntitle: Mine\n---\nText.\n"})
    assert cli.main(arguments) == cli.PROBLEMS
    assert "handbook/index.md:1:4: handbook-fault:" in capsys.readouterr().out
    assert tree(out) == before
    lay(laid / "handbook", {"index.md": "# Bridge\n"})
    assert cli.main(arguments) == cli.PROBLEMS
    assert "content/pages/handbook.md:1:1: address-collision:" in capsys.readouterr().out


def test_a_site_without_a_handbook_names_none(tmp_path: Path) -> None:
    shutil.copytree(BASE_FOLDER, tmp_path / "content")
    assert not stands(tmp_path / "content")
    out = tmp_path / "site"
    assert (
        cli.main(["build", "--content", str(tmp_path / "content"), "--out", str(out)]) == cli.DONE
    )
    assert b"Handbook" not in tree(out)["index.html"]
