"""That an index is whole or the build stops, and that the same pages give the same bytes."""

import json
import os
import time
from base64 import b64encode
from pathlib import Path

import pagefind_bin
import pytest

from generator.stages import index as stage
from generator.stages.index import UNUSED, IndexerError, fragments, index

ENTRY = "pagefind-entry.json"
PAGE = (
    "<!doctype html><html lang=en><title>{0}</title><body><nav>menu</nav>"
    "<main data-pagefind-body><h1 data-pagefind-meta=title>{0}</h1><p>The river {0}.</p></main>"
)
LEFT_OUT = "<!doctype html><html lang=en><title>List</title><body><main><h1>List</h1></main>"
PAGES = {f"{name}/index.html": PAGE.format(name) for name in ("fell", "rose", "froze")}


def said(pages: dict[str, str] = PAGES) -> str:
    """Index the pages, which must fail; return the message, which must be one line."""
    with pytest.raises(IndexerError) as error:
        index(pages.items())
    message = str(error.value)
    assert "\n" not in message
    assert message
    return message


def fake(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str | None) -> None:
    """Let the package look for its binary in another folder, as in a broken installation."""
    folder.mkdir()
    monkeypatch.setattr(pagefind_bin, "this_dir", folder)
    if script is not None:
        (folder / "pagefind").write_text(f"#!/bin/sh\n{script}\n")
        (folder / "pagefind").chmod(0o755)


def test_the_pages_are_in_the_index(capfd: pytest.CaptureFixture[str]) -> None:
    files = dict(index(PAGES.items()))
    languages = json.loads(files[ENTRY])["languages"]
    assert {tag: language["page_count"] for tag, language in languages.items()} == {"en": 3}
    fragments = [data for path, data in files.items() if path.endswith(".pf_fragment")]
    assert len(fragments) == len(set(fragments)) == 3
    assert "pagefind.js" in files
    assert all(files.values())
    assert capfd.readouterr() == ("", "")


def test_the_files_called_unused_are_those_that_pagefind_makes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A new release of Pagefind that renames or adds one is noticed here."""
    monkeypatch.setattr(stage, "UNUSED", frozenset())
    made = {path for path, _ in index(PAGES.items()) if path.endswith((".js", ".css"))}
    assert made == {*UNUSED, "pagefind.js", "pagefind-worker.js"}


def test_files_for_other_interfaces_are_left_out() -> None:
    assert UNUSED.isdisjoint(path for path, _ in index(PAGES.items()))


def test_the_same_pages_give_the_same_bytes_in_any_order() -> None:
    first = index(PAGES.items())
    assert index(PAGES.items()) == first
    assert index(reversed(PAGES.items())) == first
    assert [path for path, _ in first] == sorted(path for path, _ in first)


def test_a_site_without_anything_to_find_needs_no_indexer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(monkeypatch, tmp_path / "bin", None)
    assert index([]) == ()


def test_another_number_of_pages_than_planned_is_refused() -> None:
    """A page without the mark is passed over by Pagefind."""
    message = said({**PAGES, "index.html": LEFT_OUT})
    assert message == "Pagefind indexed 3 pages where 4 were planned."


def test_pages_of_all_languages_are_counted() -> None:
    korean = PAGE.format("강").replace("lang=en", "lang=ko")
    files = dict(index({**PAGES, "ko/index.html": korean}.items()))
    assert set(json.loads(files[ENTRY])["languages"]) == {"en", "ko"}


def test_many_large_pages_fit_through_the_pipes() -> None:
    """More than a pipe holds in both directions: nobody waits for the other."""
    text = " ".join(f"word{number}" for number in range(12_000))
    pages = {f"{number}/index.html": PAGE.format(f"{number} {text}") for number in range(6)}
    assert len(index(pages.items())) > 6


def test_a_missing_binary_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(monkeypatch, tmp_path / "bin", None)
    assert said().startswith("Pagefind could not be started: Could not find any of")


def test_a_binary_that_cannot_run_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(monkeypatch, tmp_path / "bin", "exit 0")
    (tmp_path / "bin" / "pagefind").chmod(0o644)
    assert said() == "Pagefind could not be started: Permission denied."


PANIC = r"printf '\nthread main panicked:\nPermission denied\nstack:\nnote: x' >&2; exit 101"
CRASHES = [
    ("exit 7", "Pagefind ended with status 7: no message"),
    ("echo; echo it broke >&2; exit 1", "Pagefind ended with status 1: it broke"),
    (r"printf '\377\n' >&2; exit 1", "Pagefind ended with status 1: \ufffd"),
    ("kill -9 $$", "Pagefind ended with status -9: no message"),
    (PANIC, "Pagefind ended with status 101: thread main panicked: Permission denied"),
]


@pytest.mark.parametrize(("script", "message"), CRASHES, ids=range(len(CRASHES)))
def test_a_crash_is_told_with_its_reason(
    script: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(monkeypatch, tmp_path / "bin", script)
    assert said() == message


def test_a_hanging_indexer_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(monkeypatch, tmp_path / "bin", f"echo $$ > {tmp_path}/pid; exec sleep 60")
    monkeypatch.setattr(stage, "TIMEOUT_SECONDS", 0.5)
    began = time.monotonic()
    assert said() == "Pagefind did not finish within 0.5 seconds."
    assert time.monotonic() - began < 20
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


UNREADABLE = [
    "no base64 at all",
    b64encode(b"{").decode(),
    *(
        b64encode(payload.encode()).decode()
        for payload in (
            "[]",
            "null",
            "{}",
            '{"payload": []}',
            '{"payload": {}}',
            '{"payload": {"type": "Other"}}',
            '{"payload": {"type": "GetFiles", "files": null}}',
            '{"payload": {"type": "GetFiles", "files": [{}]}}',
            '{"payload": {"type": "GetFiles", "files": []}}',
        )
    ),
]
ENTRIES = [
    "{",
    "[]",
    "{}",
    '{"languages": []}',
    '{"languages": {"en": {}}}',
    '{"languages": {"en": []}}',
    '{"languages": {"en": {"page_count": "many"}}}',
    '{"languages": {"en": {"page_count": null}}}',
]


def answering(answer: str) -> str:
    """A service that gives one answer to everything; one byte of a question is enough."""
    return f"while head -c 1 >/dev/null; do printf '%s,' '{answer}'; sleep 0.01; done"


@pytest.mark.parametrize("answer", UNREADABLE, ids=range(len(UNREADABLE)))
def test_an_answer_that_cannot_be_read_is_told(
    answer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(monkeypatch, tmp_path / "bin", answering(answer))
    assert said() == "Pagefind made no index that can be read."


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_index_that_cannot_be_read_is_refused(
    entry: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = {"path": ENTRY, "content": b64encode(entry.encode()).decode()}
    payload = {"payload": {"type": "GetFiles", "files": [file]}}
    answer = b64encode(json.dumps(payload).encode()).decode()
    fake(monkeypatch, tmp_path / "bin", answering(answer))
    assert said() == "Pagefind made no index that can be read."


def test_a_refusal_is_told_in_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = b64encode(b'{"payload": {"type": "Error", "message": "no\\n such"}}').decode()
    fake(monkeypatch, tmp_path / "bin", answering(answer))
    assert said() == "Pagefind refused a page: no such"


def test_an_interrupted_build_ends_the_indexer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(monkeypatch, tmp_path / "bin", f"echo $$ > {tmp_path}/pid; exec sleep 60")

    def interrupt(*_: object) -> None:
        while not (tmp_path / "pid").exists():
            time.sleep(0.01)
        raise KeyboardInterrupt

    monkeypatch.setattr(json, "dumps", interrupt)
    with pytest.raises(KeyboardInterrupt):
        index(PAGES.items())
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_fragments_tell_where_each_page_stands_and_what_it_holds() -> None:
    hidden = "<div hidden data-pagefind-ignore data-pagefind-meta='names[data-names]' {}></div>"
    terms = hidden.format('data-names="qrivercloseq 연락선"')
    pages = {"fell/index.html": PAGE.format("fell").replace("</main>", f"{terms}</main>")}
    files = index(pages.items())
    (found,) = fragments(files)
    assert found.address == "/fell/"
    assert f"fragment/{found.id}.pf_fragment" in dict(files)
    assert found.text == "fell fell. The river fell."
    assert found.terms == ("연락선",)
