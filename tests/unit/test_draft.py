"""The content as saved: what changed is taken in, and nothing that a whole build would not show."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.config import Config
from generator.draft import Draft, drafted, rendered
from tests.sites import BASE, BASE_FOLDER, OPEN

EVENT = "/events/2021-05-01-bridge-open/"


@pytest.fixture
def config(tmp_path: Path) -> Config:
    shutil.copytree(BASE_FOLDER, tmp_path / "content")
    return Config(tmp_path / "content", tmp_path / "site")


def change(config: Config, path: str, old: str, new: str) -> None:
    file = config.content / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def pages(draft: Draft) -> dict[str, str]:
    assert draft.shown is not None
    return {address: rendered(address, draft.shown) for address in draft.shown.pages}


def test_a_save_shows_on_every_page_that_tells_of_it(config: Config) -> None:
    before = drafted(config, None)
    change(config, OPEN, "title: ", "title: New words ")
    after = drafted(config, before)
    told = {address for address, text in pages(after).items() if "New words" in text}
    assert {EVENT, "/timeline/", "/"} <= told
    assert not any("New words" in text for text in pages(before).values())


def test_what_did_not_change_is_not_typed_anew(config: Config) -> None:
    before = drafted(config, None)
    change(config, OPEN, "title: ", "title: Again ")
    after = drafted(config, before)
    anew = {
        now.file.inner_path
        for was, now in zip(before.loaded.typed, after.loaded.typed, strict=True)
        if was is not now
    }
    assert anew == {OPEN}
    assert before.shown
    assert after.shown
    assert before.shown.templates is after.shown.templates


def test_a_fault_is_told_and_the_last_good_state_stays(config: Config) -> None:
    good = drafted(config, None)
    change(config, OPEN, "title: ", "titel: ")
    bad = drafted(config, good)
    assert bad.shown is good.shown
    assert bad.words.startswith(f"content/{OPEN}:2:1: unknown-field: ")
    assert "titel: " in bad.words
    change(config, OPEN, "titel: ", "title: ")
    mended = drafted(config, bad)
    assert mended.words == ""
    assert pages(mended) == pages(good)


def test_content_that_never_was_whole_shows_nothing(config: Config) -> None:
    (config.content / "kinds.yaml").unlink()
    draft = drafted(config, None)
    assert draft.shown is None
    assert "missing-file" in draft.words


def test_the_base_path_is_that_of_the_site_or_of_the_command(config: Config) -> None:
    assert drafted(config, None).base_path == "/"
    moved = Config(config.content, config.out, base_url="https://x.example/repo/")
    assert drafted(moved, None).base_path == "/repo/"


EDITS = st.lists(
    st.tuples(
        st.sampled_from(sorted(path for path in BASE if not path.startswith("addresses"))),
        st.sampled_from(["delete", "restore", "append", "empty", "break"]),
    ),
    max_size=3,
)


@given(edits=EDITS)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=20
)
def test_a_draft_after_many_saves_is_what_a_fresh_one_would_be(
    edits: list[tuple[str, str]], tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(BASE_FOLDER, content)
    config = Config(content, tmp_path / "site")
    draft = drafted(config, None)
    for path, what in edits:
        file = content / path
        match what:
            case "delete":
                file.unlink(missing_ok=True)
            case "restore":
                file.write_text(BASE[path] or "", "utf-8")
            case "append":
                file.write_text(f"{BASE[path]}\n", "utf-8")
            case "empty":
                file.write_text("", "utf-8")
            case _:
                file.write_text((BASE[path] or "").replace(":", "", 1), "utf-8")
        draft = drafted(config, draft)
        fresh = drafted(config, None)
        assert draft.words == fresh.words
        if fresh.shown:
            assert pages(draft) == pages(fresh)
