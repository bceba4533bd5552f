"""The whole build; the only file that knows the order of the stages."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

from generator import assets, handbook, urls
from generator.config import Config
from generator.exports.cards import cards
from generator.exports.catalogue import catalogue_json
from generator.model.library import Library
from generator.problems import Checked, Code, Position, Problem
from generator.schema.record import Records, SourceFile
from generator.stages.check import check
from generator.stages.index import VERSION, fragments, index
from generator.stages.plan import plan
from generator.stages.publish import guard, staging, swap, write
from generator.stages.read import read
from generator.stages.render import render
from generator.stages.resolve import resolve
from generator.stages.validate import validate
from generator.urls import CATALOGUE, Urls, output_path
from generator.views.output import File, Plan, Rendered

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Typed:
    """A file with the records that it holds."""

    file: SourceFile
    records: Checked[Records]


@dataclass(frozen=True, slots=True)
class Loaded:
    """The content joined; while problems are open, faulty records are left out of the library."""

    typed: tuple[Typed, ...]
    library: Library


@dataclass(frozen=True, slots=True)
class Prepared:
    """A site that only needs to be written: checked, in memory."""

    library: Library
    assets: assets.Assets
    plan: Plan
    rendered: tuple[Rendered, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, for its summary."""

    library: Library
    pages: int
    indexed: int
    base_path: str


class Stopwatch:
    """Notes how many seconds each stage took, by the clock it was given."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.laps: list[tuple[str, float]] = []
        self._last = clock()

    def lap(self, stage: str) -> None:
        """End a stage."""
        now = self.clock()
        self.laps.append((stage, now - self._last))
        self._last = now


def load(config: Config, watch: Stopwatch, before: Loaded | None = None) -> Checked[Loaded]:
    """Read, type and join the content; what did not change since `before` is not typed anew."""
    known = {typed.file.inner_path: typed for typed in before.typed} if before else {}
    files = read(config.content, {path: typed.file for path, typed in known.items()})
    watch.lap("read")
    typed = tuple(_typed(file, known.get(file.inner_path)) for file in files.value)
    watch.lap("validate")
    joined = _joined(typed)
    watch.lap("resolve")
    found = {*files.problems, *joined.problems}
    return Checked(Loaded(typed, joined.value), tuple(sorted(found)))


def _typed(file: SourceFile, known: Typed | None = None) -> Typed:
    return known if known and known.file is file else Typed(file, validate(file))


def join(files: Iterable[SourceFile]) -> Checked[Library]:
    """Type and join files that are already in memory."""
    return _joined(tuple(_typed(file) for file in files))


def _joined(typed: tuple[Typed, ...]) -> Checked[Library]:
    library = resolve(one.records.value for one in typed)
    found = {*library.problems, *(p for one in typed for p in one.records.problems)}
    return Checked(library.value, tuple(sorted(found)))


def prepare(config: Config, watch: Stopwatch) -> Checked[Prepared | None]:
    """Take the content as far as it goes without touching the site."""
    loaded = load(config, watch)
    manual = _handbook(loaded.value, config, watch)
    if loaded.problems or manual.problems:
        return Checked(None, tuple(sorted((*loaded.problems, *manual.problems))))
    library, templates = loaded.value.library, assets.load(config.templates)
    bundle = _bundle(loaded.value, templates)
    planned = plan(library, templates, config.base_url, bundle, with_handbook=bool(manual.value))
    taken = tuple(_taken(page.origin) for page in planned.pages if page.address == urls.HANDBOOK)
    if taken and manual.value:
        return Checked(None, taken)
    planned = replace(planned, files=(*planned.files, *manual.value))
    watch.lap("plan")
    rendered = render(planned, templates.sources, templates.icons)
    watch.lap("render")
    problems = rendered.problems or check(planned, rendered.value)
    watch.lap("check")
    prepared = Prepared(library, templates, planned, rendered.value)
    return Checked(None if problems else prepared, problems)


def _handbook(loaded: Loaded, config: Config, watch: Stopwatch) -> Checked[tuple[File, ...]]:
    if not handbook.stands(config.content):
        return Checked(())
    site = loaded.library.site
    published = Urls(config.base_url or site.base_url)
    records = (typed.file for typed in loaded.typed)
    found = handbook.handbook(config.content, records, published, site.repository)
    watch.lap("handbook")
    files = ((urls.of_file(f"{urls.HANDBOOK}{path}"), data) for path, data in found.value)
    return Checked(tuple(File(to, partial(bytes, data)) for to, data in files), found.problems)


def _taken(origin: Position) -> Problem:
    message = f"The address '{urls.HANDBOOK}' is that of the handbook."
    return Problem(origin, Code.ADDRESS_COLLISION, message, "Rename the file.")


def build(config: Config, watch: Stopwatch) -> Checked[Built | None]:
    """Build the site into `config.out`, or leave it as it was and say why.

    Raises OSError, IndexerError or RefusedOutputError when the world outside the content fails.
    """
    guard(config.out, config.content, config.templates)
    with uncollected():
        return _build(config, watch)


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking the library again and again.

    A build makes long-lived values and hardly a ring; at 10,000 events collecting took nearly half
    of the time of planning.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _build(config: Config, watch: Stopwatch) -> Checked[Built | None]:
    prepared = prepare(config, watch)
    site = prepared.value
    if site is None:
        return Checked(None, prepared.problems)
    with staging(config.out) as folder:
        write(folder, ((output_path(r.page.address), r.text.encode()) for r in site.rendered))
        write(folder, ((output_path(f.address), f.data()) for f in site.plan.files))
        watch.lap("stage")
        drawn = cards(site.plan.cards, site.assets.fonts)
        write(folder, ((output_path(address), data) for address, data in drawn))
        watch.lap("cards")
        searchable = [r for r in site.rendered if r.page.searchable]
        found = index((output_path(r.page.address), r.text) for r in searchable)
        bundle = (*found, (CATALOGUE, catalogue_json(site.plan.catalogue(), fragments(found))))
        watch.lap("index")
        write(folder, ((output_path(f"{site.plan.bundle}{path}"), data) for path, data in bundle))
        swap(folder, config.out)
    watch.lap("publish")
    return Checked(
        Built(site.library, len(site.rendered), len(searchable), site.plan.urls.base_path)
    )


def _bundle(loaded: Loaded, templates: assets.Assets) -> str:
    """Name the index by all that goes into it, so a cached script never meets a newer index."""
    files = (typed.file for typed in loaded.typed)
    named = ((file.inner_path, (file.text or "").encode()) for file in files)
    makers = (("templates", templates.digest), ("generator", assets.code()), ("indexer", VERSION))
    everything = (*named, *((name, digest.encode()) for name, digest in makers))
    return f"/pagefind/{assets.digest(everything)}/"
