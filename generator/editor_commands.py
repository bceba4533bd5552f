"""The commands that make files for editors: they ask, write, and say what next."""

import argparse
import re
import sys
from collections.abc import Callable
from pathlib import Path

from generator import completion, page_metadata, scaffold
from generator.page_metadata import PageMetadata, UnreachableError
from generator.scaffold import Desk, NewFile
from generator.schema.fields import WEB_ADDRESS
from generator.stages.publish import replace_file
from generator.stages.read import read
from generator.text.edtf import EdtfError, parse
from generator.writing import create, put

DONE = 0
FIRST_SITE = Path(__file__).with_name("first_site")
_DOTTED = {"gitignore": ".gitignore"}  # a file of this name in the package would bind our own git
TITLED: dict[str, tuple[Callable[[Desk, str], NewFile], str]] = {
    "actor": (scaffold.actor, "Name"),
    "thread": (scaffold.thread, "Title, a question"),
    "question": (scaffold.question, "The question"),
    "commitment": (scaffold.commitment, "The promise, beginning with a verb"),
    "check": (scaffold.check, "The statement to check, in your words"),
}
"""The kinds that are made from one line of words, with what to ask for."""


class UsageError(Exception):
    """The arguments make no sense; the message is one line."""


def add_new(parser: argparse.ArgumentParser) -> None:
    """Give `new` its kinds; what is not typed is asked for at a terminal."""
    kinds = parser.add_subparsers(dest="kind", required=True)
    event = kinds.add_parser("event", help="what happened on a day")
    event.add_argument("date", nargs="?", default="", metavar="DATE")
    event.add_argument("title", nargs="?", default="", metavar="TITLE")
    source = kinds.add_parser("source", help="a page, report or broadcast to cite")
    source.add_argument("address", nargs="?", default="", metavar="URL")
    source.add_argument("--offline", action="store_true", help="do not look the page up")
    for name in ("title", "issued", "language"):
        source.add_argument(f"--{name}", default="", help="instead of what the page says")
    for kind, (_, asks_for) in TITLED.items():
        titled = kinds.add_parser(kind, help=f"from one line: {asks_for}")
        titled.add_argument("title", nargs="?", default="", metavar="TITLE")
    for kind_parser in kinds.choices.values():
        kind_parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR")


def run_new(options: argparse.Namespace, content: Path) -> int:
    """Write one new file, or one new source; raises UsageError."""
    desk = Desk.of(read(content).value)
    if options.kind == "source":
        return _new_source(options, content, desk)
    if options.kind == "event":
        typed = options.date or _asked("Date (2021-07-27)")
        try:
            date = parse(typed)
        except EdtfError as error:
            raise UsageError(f"{error.message} {error.hint}") from error
        title = options.title or _asked("Title")
        new = scaffold.event(desk, date, _words(title))
    else:
        make, question = TITLED[options.kind]
        new = make(desk, _words(options.title or _asked(question)))
    create(content / new.inner_path, new.text)
    _say(content, new)
    return DONE


def _new_source(options: argparse.Namespace, content: Path, desk: Desk) -> int:
    address = (options.address or _asked("Address (https://…)")).strip()
    if not re.fullmatch(WEB_ADDRESS, address):
        raise UsageError(f"'{address}' is not a web address; it begins with https:// or http://.")
    if id_ := scaffold.cited(desk, address):
        raise UsageError(f"The source '{id_}' has this address already.")
    page = PageMetadata()
    if not options.offline:
        try:
            page = page_metadata.fetch(address)
        except UnreachableError as error:
            sys.stderr.write(f"The page could not be read ({error}); only its address is known.\n")
    new = scaffold.source(desk, address, _overridden(page, options))
    path = content / new.inner_path
    if not path.exists():
        create(path, new.text)
    elif scaffold.holds_all_of(path.read_text("utf-8"), new.text):
        replace_file(path, new.text)
    else:
        raise UsageError(f"'{path}' cannot be added to; mend its problems first: thawline check.")
    _say(content, new)
    return DONE


def _overridden(page: PageMetadata, options: argparse.Namespace) -> PageMetadata:
    issued = options.issued
    try:
        issued = str(parse(issued)) if issued else page.issued
    except EdtfError as error:
        raise UsageError(f"{error.message} {error.hint}") from error
    return PageMetadata(
        options.title or page.title,
        page.publisher,
        issued,
        options.language or page.language,
        page.author,
        page.is_article,
    )


def _asked(question: str) -> str:
    """Ask a person; without one, say what is missing."""
    if not sys.stdin.isatty():
        raise UsageError(f"Missing: {question}. See --help.")
    sys.stderr.write(f"{question}: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip()


def _words(typed: str) -> str:
    words = " ".join(typed.split())
    if not words:
        raise UsageError("The title has no words.")
    return words


def _say(content: Path, new: NewFile) -> None:
    sys.stdout.write(f"{content / new.inner_path}\n")
    if new.gaps:
        sys.stdout.write(f"Still missing: {', '.join(new.gaps)}. ")
    sys.stdout.write("Fill it in, then run: thawline check\n")


def run_init(folder: Path) -> int:
    """Lay a small working site into a folder that is new or empty; raises UsageError."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"'{folder}' is not empty; name a new folder.")
    for path in sorted(FIRST_SITE.rglob("*")):
        if path.is_file():
            inner = path.relative_to(FIRST_SITE)
            create(
                folder / inner.with_name(_DOTTED.get(inner.name, inner.name)),
                path.read_text("utf-8"),
            )
    sys.stdout.write(f"{folder}: a small site to start from\nNext: cd {folder} && thawline build\n")
    return DONE


def run_schema(out: Path, content: Path) -> int:
    """Write what editors' programs complete from; settings that are there already are left."""
    shown = content.as_posix() if not content.is_absolute() else content.name
    desk = Desk.of(read(content).value)
    for inner, text in completion.files(desk, shown).items():
        path = out / inner
        if inner == completion.SETTINGS and path.exists():
            if path.read_text("utf-8") != text:
                sys.stdout.write(f"{path} is yours and was left; 'yaml.schemas' belongs into it\n")
            continue
        put(path, text)
        sys.stdout.write(f"{path}\n")
    return DONE
