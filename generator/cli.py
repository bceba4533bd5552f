"""The command line: arguments to configuration, a run, its report, an exit status."""

import argparse
import io
import os
import signal
import sys
import time
import traceback
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from types import FrameType
from typing import TextIO

from generator import explanations, report, serve
from generator.config import Config
from generator.content_commands import add_changes, add_links, run_changes, run_links
from generator.editor_commands import UsageError, add_new, run_init, run_new, run_schema
from generator.ledger import LEDGER_FILE, recorded
from generator.mend import mend
from generator.pipeline import Built, Stopwatch, build, load, prepare
from generator.problems import Code, Problem
from generator.review import review
from generator.review_report import BY, FORMS, shown
from generator.stages.index import IndexerError
from generator.stages.publish import RefusedOutputError, guard, replace_file
from generator.stages.read import MAX_BYTES, read
from generator.text.edtf import parse
from generator.urls import is_base_url
from generator.writing import append, write_mended

DONE, PROBLEMS, USAGE, WORLD = 0, 1, 2, 3
INTERRUPTED, TERMINATED = 130, 143


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _on_terminate)
    try:
        return _run(options)
    except UsageError as error:
        _say_error(str(error))
        return USAGE
    except (OSError, IndexerError, RefusedOutputError) as error:
        _say_error(str(error))
        return WORLD
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - no traceback ever reaches an editor
        _say_error(_own_fault(error))
        return WORLD


def _own_fault(error: Exception) -> str:
    """Say in one line where the program went wrong, for a report to its developers."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}"
    return f"This is a fault of thawline itself ({type(error).__name__}: {error}; {place})."


def _on_terminate(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(TERMINATED)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="thawline", description="Publish sourced chronologies.")
    parser.add_argument("--version", action="version", version=f"thawline {version('thawline')}")
    commands = parser.add_subparsers(dest="command", required=True)
    build_ = commands.add_parser("build", help="check the content and build the site")
    serve_ = commands.add_parser("serve", help="show the content on this machine as it is saved")
    check_ = commands.add_parser("check", help="say what is wrong with the content, write nothing")
    review_ = commands.add_parser("review", help="say what is weak, though not wrong")
    review_.add_argument("--by", choices=BY, default="kind", help="how to group it")
    review_.add_argument("--format", choices=FORMS, default="text", help="of the weak spots")
    record_ = commands.add_parser("record", help="add new addresses to addresses.yaml")
    links_ = commands.add_parser("links", help="ask whether the sources' addresses still answer")
    add_links(links_)
    changes_ = commands.add_parser("changes", help="say what changes against other content")
    add_changes(changes_)
    for command in (build_, serve_, check_, review_, record_, links_, changes_):
        command.add_argument("--content", type=Path, default=Path("content"), metavar="DIR")
        command.add_argument("--base-url", default="", metavar="URL", help="where it is published")
    for command in (build_, serve_):
        command.add_argument("--out", type=Path, default=Path("site"), metavar="DIR")
    for command in (build_, check_):
        formats = ("text", "json", "github", "sarif")
        command.add_argument("--format", choices=formats, default="text", help="of the problems")
    check_.add_argument("--fix", action="store_true", help="repair in the files what is certain")
    serve_.add_argument("--port", type=_port, default=8000, metavar="N")
    add_new(commands.add_parser("new", help="begin a file: an event, a source, an actor ..."))
    schema_ = commands.add_parser("schema", help="make what editors' programs complete from")
    schema_.add_argument("--content", type=Path, default=Path("content"), metavar="DIR")
    schema_.add_argument("--out", type=Path, default=Path(), metavar="DIR", help="of the project")
    init_ = commands.add_parser("init", help="lay a small working site into a new folder")
    init_.add_argument("folder", type=Path, metavar="DIR")
    explain = commands.add_parser("explain", help="explain a problem's code")
    explain.add_argument("code", choices=[code.value for code in Code], metavar="CODE")
    return parser


def _port(typed: str) -> int:
    number = int(typed)
    if number not in range(2**16):
        message = f"'{typed}' is not a port; ports are 0 to 65535."
        raise argparse.ArgumentTypeError(message)
    return number


def _run(options: argparse.Namespace) -> int:
    if options.command == "explain":
        sys.stdout.write(explanations.of(Code(options.code)))
        return DONE
    if options.command == "init":
        return run_init(options.folder)
    _check_usage(options)
    named = options.content.name not in {"", ".."}
    return _run_on_content(options, options.content if named else options.content.resolve())


def _run_on_content(options: argparse.Namespace, content: Path) -> int:
    if options.command == "new":
        return run_new(options, content)
    if options.command == "schema":
        return run_schema(options.out, content)
    if options.command in {"review", "record", "links", "changes"}:
        return _run_on_library(options, content)
    config = Config(content, getattr(options, "out", Path("site")), base_url=options.base_url)
    run = {"check": _run_check, "serve": _run_serve, "build": _run_build}[options.command]
    return run(options, config)


def _run_serve(options: argparse.Namespace, config: Config) -> int:
    guard(config.out, config.content, config.templates)
    serve.serve(config, options.port)
    return DONE


def _run_check(options: argparse.Namespace, config: Config) -> int:
    if options.fix:
        _fix(config, sys.stdout if options.format == "text" else sys.stderr)
    problems = prepare(config, Stopwatch(time.perf_counter)).problems
    _say_problems(problems, options.format, config)
    return PROBLEMS if problems else DONE


def _fix(config: Config, out: TextIO) -> None:
    """Repair the files and say so, a line a repair."""
    files = read(config.content).value
    mended = mend(files)
    ended = write_mended(config.content, files, mended.files)
    out.writelines(report.repair_line(repair) for repair in mended.repairs)
    out.writelines(f"{path}: spaces at the ends of lines are gone\n" for path in mended.tidied)
    out.writelines(f"{path}: line ends are now those of Unix, UTF-8\n" for path in ended)
    if mended.repairs or mended.tidied or ended:
        out.write("\n")


def _check_usage(options: argparse.Namespace) -> None:
    """Raise UsageError for what is wrong with the arguments beyond their form."""
    if not options.content.is_dir():
        message = f"There is no folder '{options.content}'; name it with --content."
        raise UsageError(message)
    if options.command == "changes" and not options.before.is_dir():
        message = f"There is no folder '{options.before}'."
        raise UsageError(message)
    base_url = getattr(options, "base_url", "")
    if base_url and not is_base_url(base_url):
        message = f"'{base_url}' is not a web address such as https://example.org/name/."
        raise UsageError(message)


def _run_build(options: argparse.Namespace, config: Config) -> int:
    watch = Stopwatch(time.perf_counter)
    built = build(config, watch)
    if built.value is None:
        _say_problems(built.problems, options.format, config)
        return PROBLEMS
    sys.stdout.write(_summary(built.value, watch, options.out))
    return DONE


def _run_on_library(options: argparse.Namespace, content: Path) -> int:
    """Run a command that needs the content alone, whole and without problems."""
    config = Config(content, Path("site"))
    loaded = load(config, Stopwatch(time.perf_counter))
    if loaded.problems:
        _say_problems(loaded.problems, "text", config)
        return PROBLEMS
    if options.command == "changes":
        before = load(Config(options.before, Path("site")), Stopwatch(time.perf_counter))
        if before.problems:
            message = f"The content in '{options.before}' has problems; nothing can be compared."
            raise UsageError(message)
        return run_changes(options.format, before.value.library, loaded.value.library)
    if options.command == "links":
        today = parse(date.today().isoformat())  # noqa: DTZ011 - the day where the editor is
        return run_links(options, loaded.value.library, content, today)
    if options.command == "review":
        sys.stdout.write(shown(review(loaded.value.library), options.by, options.format))
        return DONE
    text, added = recorded(loaded.value.library)
    replace_file(content / LEDGER_FILE, text)
    sys.stdout.write(f"{content / LEDGER_FILE}: {added:,} new addresses\n")
    return DONE


def _say_problems(problems: Sequence[Problem], form: str, config: Config) -> None:
    if form == "json":
        sys.stdout.write(report.as_json(problems))
    elif form == "sarif":
        sys.stdout.write(report.sarif(problems, version("thawline")))
    else:
        if form == "github":
            sys.stdout.write(report.github(problems))
            _summarise(problems)
        stream = sys.stdout if form == "text" else sys.stderr
        lines, paint = _lines(problems, config), report.COLOURS if _is_coloured(stream) else {}
        stream.write(report.text(problems, lines, paint) if problems else "0 problems\n")


def _is_coloured(stream: TextIO) -> bool:
    """Tell whether colours are welcome: https://no-color.org, and nobody but a person reads."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _summarise(problems: Sequence[Problem]) -> None:
    """Add all problems to the page of the workflow's run, where GitHub names a file for it."""
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        append(Path(path), report.github_summary(problems))


def _lines(problems: Sequence[Problem], config: Config) -> dict[str, Sequence[str]]:
    """Read the files that problems are in, so that the report can show the lines."""
    lines: dict[str, Sequence[str]] = {}
    for path in {problem.position.path for problem in problems}:
        file = config.content.parent / path
        try:
            if file.is_symlink() or not file.is_file() or file.stat().st_size > MAX_BYTES:
                continue
            text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except (OSError, UnicodeDecodeError):
            continue
        lines[path] = text.split("\n")
    return lines


def _say_error(message: str) -> None:
    sys.stderr.write(f"thawline: {' '.join(message.split())}\n")


def _summary(built: Built, watch: Stopwatch, out: Path) -> str:
    library = built.library
    claims = sum(len(event.body.claims) for event in library.events.values())
    counts = (
        (len(library.events), "events"),
        (claims, "claims"),
        (len(library.sources), "sources"),
        (built.pages, "pages"),
        (built.indexed, "indexed"),
    )
    said = ", ".join(f"{count:,} {what}" for count, what in counts)
    times = ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in watch.laps)
    total = sum(seconds for _, seconds in watch.laps)
    return f"{out}: {said}\n{total:.2f} s: {times}\n"
