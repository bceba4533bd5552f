"""The web app manifest: addresses below the base path, and icons that are what it says."""

import io
import json
import re

import pytest
from PIL import Image

from generator.assets import load
from generator.config import TEMPLATES
from generator.exports.manifest import manifest
from tests.sites import edition_of


@pytest.mark.parametrize(
    ("base_url", "home"),
    [("https://x.example/repo/", "/repo/"), ("https://x.example", "/")],
)
def test_the_site_begins_at_its_base_path(base_url: str, home: str) -> None:
    told = json.loads(manifest(edition_of({}, base_url), "/assets/0/"))
    assert {told["start_url"], told["scope"], told["id"]} == {home}
    assert all(icon["src"].startswith(f"{home}assets/0/") for icon in told["icons"])
    assert (told["name"], told["lang"]) == ("Two Banks", "en")


def test_icons_are_there_in_the_sizes_that_are_told() -> None:
    assets = load(TEMPLATES)
    for icon in json.loads(manifest(edition_of({}), assets.folder))["icons"]:
        name = icon["src"].rpartition("/")[2]
        data = assets.files[name]
        if icon["type"] == "image/png":
            with Image.open(io.BytesIO(data)) as image:
                assert icon["sizes"] == f"{image.width}x{image.height}"
        else:
            assert data.startswith(b"<svg")


def test_the_frame_of_the_browser_has_the_colour_of_the_paper() -> None:
    tokens = (TEMPLATES / "assets/css/tokens.css").read_text("utf-8")
    page = (TEMPLATES / "base.html").read_text("utf-8")
    papers = re.findall(r"--paper: (#[0-9a-f]{6});", tokens)
    assert re.findall(r'name="theme-color" content="(#[0-9a-f]{6})"', page) == papers
    assert json.loads(manifest(edition_of({}), "/assets/0/"))["theme_color"] == papers[0]
