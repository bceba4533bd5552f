"""The editors' handbook beside the site; nothing else knows MkDocs.

The pages that editors wrote, and the reference derived from the models, are laid into a folder of
their own before MkDocs starts, so any program that makes pages of Markdown could take its place.
A file of settings can make MkDocs run code; here it may only say what is listed below.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from generator import urls
from generator.problems import Checked, Code, Position, Problem
from generator.reference import reference
from generator.schema.record import SourceFile
from generator.stages.publish import write
from generator.urls import Urls

FOLDER = "handbook"
SETTINGS = "mkdocs.yml"
TIMEOUT_SECONDS = 300
_SUFFIXES = frozenset({".md", ".css", ".png", ".svg", ".jpg", ".webp"})
_SAYS = ("site_name", "site_description", "nav", "extra_css", "palette", "features")
_REFERENCE = "reference/"
_DATED = re.compile(r"sitemap\.xml(\.gz)?|404\.html|.*\.map")
_TOLD = re.compile(r"^(?:WARNING|ERROR) +-  (.*(?:\n +.*)*)", re.MULTILINE)
_OF_PAGE = re.compile(r"Doc file '(?P<page>.+?)' (?P<fault>contains .*)", re.DOTALL)
_NAMED = re.compile(r"'([^']+)'")
_LOADED = re.compile(
    r"<(?:script|img|iframe|source|video|audio|embed|object)\b[^>]*?\s(?:src|srcset|data|poster)="
    r"[\"']?\s*((?:https?:)?//[^\"'\s>]+)|@import\s+[^;]*?((?:https?:)?//[^\"'\s;)]+)"
    r"|url\(\s*[\"']?((?:https?:)?//[^\"'\s)]+)"
)
_VALIDATION = {
    "nav": {"omitted_files": "warn", "not_found": "warn", "absolute_links": "warn"},
    "links": {
        "not_found": "warn",
        "anchors": "warn",
        "absolute_links": "warn",
        "unrecognized_links": "warn",
    },
}
Files = tuple[tuple[str, bytes], ...]


def stands(content: Path) -> bool:
    """Tell whether the content has a handbook."""
    return (content / FOLDER).is_dir()


def handbook(
    content: Path, records: Iterable[SourceFile], published: Urls, repository: str
) -> Checked[Files]:
    """Return the handbook's files by path, in order, or everything that is wrong with it.

    `published` is where the site stands. Raises OSError when MkDocs cannot be run.
    """
    read = _read(content)
    typed, made = dict(read.value), reference(records)
    settings = _settings(content, typed.get(SETTINGS, b""))
    problems = [*read.problems, *settings.problems, *_loaded_from_elsewhere(content, typed)]
    for path in sorted(typed.keys() & made.keys()):
        message = f"The page '{path}' is made by Thawline."
        problems.append(_fault(content, path, message, "Give yours another name."))
    if problems:
        return Checked((), tuple(sorted(problems)))
    pages = {path: text.encode() for path, text in made.items()}
    for path in sorted(typed.keys() - {SETTINGS}):
        pages[path] = _with_edit_link(path, typed[path], content, repository)
    in_full = json.dumps(_in_full(settings.value, published, made))
    with tempfile.TemporaryDirectory(prefix="thawline-handbook-") as name:
        folder = Path(name)
        write(folder, ((f"pages/{path}", data) for path, data in pages.items()))
        write(folder, [(SETTINGS, in_full.encode())])
        faults = set(_problems(_run(folder), content, typed))
        return Checked(() if faults else _built(folder), tuple(sorted(faults)))


def _read(content: Path) -> Checked[Files]:
    files: list[tuple[str, bytes]] = []
    problems: list[Problem] = []
    top = content / FOLDER
    for root, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            file = Path(root) / name
            path = file.relative_to(top).as_posix()
            if file.is_symlink() or not (file.suffix in _SUFFIXES or path == SETTINGS):
                hint = f"It holds {SETTINGS} and files ending in {', '.join(sorted(_SUFFIXES))}."
                message = "The handbook cannot hold this file."
                problems.append(_fault(content, path, message, hint))
            else:
                files.append((path, file.read_bytes()))
                if not _is_text(*files[-1]):
                    message = "The file is not UTF-8 text."
                    problems.append(_fault(content, path, message, "Save it as UTF-8."))
                    files.pop()
    return Checked(tuple(sorted(files)), tuple(problems))


def _is_text(path: str, data: bytes) -> bool:
    try:
        return not path.endswith((".md", ".css", ".yml")) or bool(data.decode("utf-8")) or not data
    except UnicodeDecodeError:
        return False


def _settings(content: Path, typed: bytes) -> Checked[dict[str, Any]]:
    """Return what the editors' file of settings says, as far as it may say it."""
    try:
        said = yaml.safe_load(typed)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        at = Position(f"{content.name}/{FOLDER}/{SETTINGS}", line, column)
        message = f"The settings cannot be read: {getattr(error, 'problem', None) or 'no YAML'}."
        return Checked({}, (Problem(at, Code.HANDBOOK_FAULT, message),))
    if not (isinstance(said, dict) and "site_name" in said):
        message = "The setting 'site_name' is missing."
        return Checked({}, (_fault(content, SETTINGS, message, "Name the handbook."),))
    text, hint = typed.decode("utf-8"), f"It may say {', '.join(_SAYS)}."
    unknown = [name for name in said if name not in _SAYS]
    problems = (
        _fault(content, SETTINGS, f"The setting '{name}' cannot be chosen.", hint, f"{name}:", text)
        for name in unknown
    )
    sheets = said.get("extra_css") or ()
    elsewhere = (sheet for sheet in sheets if isinstance(sheet, str) and "//" in sheet)
    return Checked(said, (*problems, *(_elsewhere(content, SETTINGS, s, text) for s in elsewhere)))


def _in_full(said: dict[str, Any], published: Urls, made: Iterable[str]) -> dict[str, Any]:
    """Add all that is decided here: what would run code, ask other hosts, or let faults pass."""
    theme = {name: said[name] for name in ("palette", "features") if name in said}
    kept = {name: value for name, value in said.items() if name not in theme}
    if "nav" in said:
        kept["nav"] = _with_reference(said["nav"], sorted(made))
    return {
        **kept,
        "docs_dir": "pages",
        "site_dir": "site",
        "site_url": published.absolute(urls.HANDBOOK),
        "copyright": f'<a href="{published.href(urls.HOME)}">Back to the site</a>',
        "theme": {"name": "material", "font": False, **theme},
        "plugins": ["search"],
        "markdown_extensions": [
            "admonition",
            "attr_list",
            "def_list",
            "tables",
            {"toc": {"permalink": True}},
            "pymdownx.superfences",
        ],
        "validation": _VALIDATION,
    }


def _with_reference(nav: Any, made: list[str]) -> Any:  # noqa: ANN401 - YAML
    """Return the navigation with the pages on each kind where it says `reference/`."""
    if isinstance(nav, list):
        titled = ({"Reference": item} if item == _REFERENCE else item for item in nav)
        return [_with_reference(item, made) for item in titled]
    if isinstance(nav, dict):
        return {title: _with_reference(item, made) for title, item in nav.items()}
    if nav == _REFERENCE:
        first = f"{_REFERENCE}index.md"
        return [first, *(p for p in made if p.startswith(_REFERENCE) and p != first)]
    return nav


def _with_edit_link(path: str, data: bytes, content: Path, repository: str) -> bytes:
    if not (repository and path.endswith(".md")):
        return data
    address = urls.edit(repository, f"{content.name}/{FOLDER}/{path}")
    return data.rstrip() + f"\n\n[Edit this page]({address})\n".encode()


def _run(folder: Path) -> str:
    """Run MkDocs over the folder; return what it complained of."""
    command = (sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file")
    try:
        done = subprocess.run(  # noqa: S603 - our own dependency, with arguments made here
            (*command, str(folder / SETTINGS)),
            capture_output=True,
            check=False,
            timeout=TIMEOUT_SECONDS,
            cwd=folder,
        )
    except subprocess.TimeoutExpired:
        message = f"MkDocs did not finish within {TIMEOUT_SECONDS} seconds."
        raise ChildProcessError(message) from None
    told = re.sub(r"\x1b\[[0-9;]*m", "", (done.stdout + done.stderr).decode("utf-8", "replace"))
    if done.returncode and not _TOLD.search(told):
        raise ChildProcessError(f"MkDocs failed: {' '.join(told.split())[-300:]}")
    return told if done.returncode else ""


def _problems(told: str, content: Path, files: dict[str, bytes]) -> Iterator[Problem]:
    """Return what MkDocs complained of, at the first place that holds the words it names."""
    for fault in _TOLD.findall(told):
        words = " ".join(fault.split())
        of_page = _OF_PAGE.match(words)
        if "are not included in the" in words:
            for line in fault.splitlines()[1:]:
                path = line.strip().removeprefix("- ")
                hint = f"Name it under 'nav' in {SETTINGS}."
                yield _fault(content, path, "The navigation does not name this page.", hint)
        elif of_page:
            path, named = of_page["page"], _NAMED.search(of_page["fault"])
            text = files.get(path, b"").decode("utf-8")
            message, hint = f"The page {of_page['fault']}", "Correct the link, or take it away."
            yield _fault(content, path, message, hint, f"({named[1]}" if named else "", text)
        else:
            named = _NAMED.search(words)
            text = files[SETTINGS].decode("utf-8")
            yield _fault(content, SETTINGS, words, "", named[1] if named else "", text)


def _loaded_from_elsewhere(content: Path, files: dict[str, bytes]) -> Iterator[Problem]:
    """Yield what a reader's browser would fetch from another host."""
    for path, data in files.items():
        if path.endswith((".md", ".css", ".svg")):
            text = data.decode("utf-8", "replace")
            found = [next(filter(None, match.groups())) for match in _LOADED.finditer(text)]
            found += re.findall(r"!\[[^\]]*\]\(<?((?:https?:)?//[^)\s>]+)", text)
            for address in sorted(set(found)):
                yield _elsewhere(content, path, address, text)


def _elsewhere(content: Path, path: str, address: str, text: str) -> Problem:
    message = f"'{address}' would be fetched from another host."
    hint = "Lay the file into the handbook, or link to it."
    return _fault(content, path, message, hint, address, text)


def _fault(  # noqa: PLR0913, PLR0917 - a problem and where to look for it
    content: Path, path: str, message: str, hint: str = "", words: str = "", text: str = ""
) -> Problem:
    before, found, _ = text.partition(words) if words else ("", "", "")
    line = before.count("\n") + 1 if found else 1
    column = len(before) - before.rfind("\n") if found else 1
    at = Position(f"{content.name}/{FOLDER}/{path}", line, column)
    return Problem(at, Code.HANDBOOK_FAULT, message, hint)


def _built(folder: Path) -> Files:
    """Return what MkDocs made, without what it dates and what only its own developers read."""
    site = folder / "site"
    files = ((file.relative_to(site).as_posix(), file) for file in site.rglob("*"))
    kept = ((path, file) for path, file in files if file.is_file() and not _DATED.fullmatch(path))
    return tuple((path, file.read_bytes()) for path, file in sorted(kept))
