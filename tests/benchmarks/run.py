"""How long each stage takes at several sizes, and whether it grows faster than its input.

    python tests/benchmarks/run.py --corpus ../shared/bench/make_corpus.py [--sizes 100 1000]

The corpus maker is neutral: other generators are measured with the same events. Here its events
become ours, with claims that cite sources, actors, threads, places and outlets, in a temporary
folder. Every round is a process of its own, so that memory is that of one build. Growth is the cost
of an event relative to the smallest size; a stage well above 1 grows faster than its input.
"""

import argparse
import importlib.util
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parents[2]
SIZES = (100, 1_000, 10_000)
SOURCES_A_FILE = 250
SIDES = 3
INDEX = "index"
Clock = Callable[[], float]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--corpus", type=Path, metavar="FILE", help="where make_corpus.py is")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument("--cpu", action="store_true", help="processor time, for a busy machine")
    parser.add_argument("--measure", type=Path, nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.measure:
        clock = processor_seconds if options.cpu else time.perf_counter
        content, out = options.measure
        print(json.dumps(measured(content, out, clock)))
        return
    if options.corpus is None:
        parser.error("name the corpus maker with --corpus")
    maker = imported(options.corpus)
    with TemporaryDirectory(prefix="thawline-benchmark-") as name:
        flags = ["--cpu"] if options.cpu else []
        results = {
            size: rounds(maker, size, [flags] * options.rounds, Path(name))
            for size in options.sizes
        }
    print(table(results))


# --- one build


def processor_seconds() -> float:
    """Return the time that processors spent on this process and on those it started."""
    seen = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in seen)


def measured(content: Path, out: Path, clock: Clock) -> dict[str, float]:
    """Build once; return seconds by stage, peak memory in MB, and numbers of files."""
    sys.path.insert(0, str(ROOT))
    from generator.config import Config  # noqa: PLC0415 - only here is our own code measured
    from generator.pipeline import Stopwatch, build  # noqa: PLC0415

    watch = Stopwatch(clock)
    built = build(Config(content, out), watch)
    if built.value is None:
        raise SystemExit("\n".join(map(str, built.problems[:5])))
    return {
        **dict(watch.laps),
        "pages": built.value.pages,
        "indexed": built.value.indexed,
        "MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "MB of Pagefind": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
    }


def rounds(
    maker: ModuleType, size: int, flags: Sequence[Sequence[str]], folder: Path
) -> dict[str, float]:
    """Return the medians of several builds of one size, each with flags of its own."""
    content = written(files_of(maker.Gen(size)), folder / str(size) / "content")
    out = content.with_name("site")
    seen: list[dict[str, float]] = []
    for number, extra in enumerate(flags):
        command = (sys.executable, __file__, *extra, "--measure", str(content), str(out))
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
        seen.append(json.loads(done.stdout))
        total = sum(stages(seen[-1]).values())
        print(f"{size:,} events, round {number + 1}: {total:.1f} s", file=sys.stderr)
    return {name: median(result[name] for result in seen) for name in seen[0]}


def stages(result: Mapping[str, float]) -> dict[str, float]:
    """Return the seconds of a result."""
    return {
        name: value
        for name, value in result.items()
        if not name.startswith("MB") and name not in {"pages", "indexed"}
    }


# --- the corpus in our layout


def imported(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"There is no Python at '{path}'.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def written(files: Mapping[str, str], folder: Path) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def files_of(corpus: Any) -> dict[str, str]:  # noqa: ANN401 - the maker has no types
    """Return the content folder as paths and texts."""
    outlets = sorted({named("outlet", source["publisher"]) for source in corpus.sources.values()})
    places = {named("place", name): (name, *point) for name, *point in corpus.places}
    threads = {named("thread", topic): topic for topic in corpus.topics}
    actors = {named("actor", actor): actor for actor in corpus.actors}
    return {
        "site.yaml": site(threads),
        "kinds.yaml": kinds(),
        "outlets.yaml": "".join(outlet(id_, actors, n) for n, id_ in enumerate(outlets)),
        "places.yaml": "".join(place(id_, *rest) for id_, rest in places.items()),
        **bibliography(corpus.sources),
        **{f"actors/{id_}.md": actor(id_, name) for id_, name in actors.items()},
        **{f"threads/{id_}.md": thread(id_, name, corpus) for id_, name in threads.items()},
        **dict(event(*each) for each in corpus.events(lambda id_, _day: f"/events/{id_}/")),
    }


def named(kind: str, words: str) -> str:
    """Return an id that no other kind has."""
    return f"{kind}-{'-'.join(words.lower().split())}"


def quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def site(threads: Mapping[str, str]) -> str:
    return f"""\
title: Benchmark
tagline: Events that never happened
description: A corpus for measurements.
base_url: https://benchmark.example/
as_of: 2025-01-01
licence: CC BY 4.0
licence_url: https://creativecommons.org/licenses/by/4.0/
threads: [{", ".join(threads)}]
"""


def kinds() -> str:
    return """\
statement: {label: Statement, direction: neutral, manner: words}
meeting: {label: Meeting, direction: cooperation, manner: words}
ruling: {label: Ruling, direction: neutral, manner: deeds}
publication: {label: Publication, direction: neutral, manner: words}
incident: {label: Incident, direction: conflict, manner: deeds}
decision: {label: Decision, direction: cooperation, manner: deeds}
"""


def outlet(id_: str, actors: Mapping[str, str], number: int) -> str:
    side = f"  side: {list(actors)[number % SIDES]}\n" if number % 4 == 0 else ""
    kind = "state-media" if side else "newspaper"
    return f"""\
{id_}:
  name: {quoted(id_)}
  kind: {kind}
{side}  languages: [en]
  description: A publisher.
"""


def place(id_: str, name: str, latitude: float, longitude: float) -> str:
    return f"""\
{id_}:
  names: {{en: {quoted(name)}}}
  point: [{latitude}, {longitude}]
  precision: town
"""


def bibliography(sources: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Return the sources in files of a size that is read."""
    entries = [source(id_, fields) for id_, fields in sources.items()]
    starts = range(0, len(entries), SOURCES_A_FILE)
    return {
        f"sources/{start:05}.yaml": "references:\n" + "".join(entries[start:][:SOURCES_A_FILE])
        for start in starts
    }


def source(id_: str, fields: Mapping[str, str]) -> str:
    return f"""\
- id: {id_}
  type: article-newspaper
  title: {quoted(fields["title"])}
  issued: 2025-01-01
  URL: {fields["url"]}
  language: en
  outlet: {named("outlet", fields["publisher"])}
"""


def actor(id_: str, name: str) -> str:
    return f"---\nnames: {{en: {quoted(name)}}}\ntype: government\nside: {id_}\n---\n"


def thread(id_: str, name: str, corpus: Any) -> str:  # noqa: ANN401
    cited = list(corpus.sources)[len(id_) % len(corpus.sources)]
    title = quoted(f"What became of {name}?")
    head = f"---\ntitle: {title}\nlabel: {quoted(name)}\nas_of: 2025-01-01\n---\n"
    return f"{head}Nobody knows what became of {name}. [@{cited}]\n"


def event(number: int, id_: str, meta: Mapping[str, Any], body: str) -> tuple[str, str]:
    """Return an event's path and text: its claims first, its body as sections."""
    earlier = [other for other in meta["related"] if other < id_]
    claims = "\n".join(
        f"{claim['text']} [{'; '.join(f'@{cited}' for cited in claim['sources'])}]"
        for claim in meta["claims"]
    )
    place_id = named("place", meta["place"]["name"])
    actors = ", ".join(named("actor", name) for name in meta["actors"])
    threads = ", ".join(named("thread", topic) for topic in meta["topics"])
    text = f"""\
---
title: {quoted(meta["title"])}
date: {meta["date"].isoformat()}
place: {place_id}
actors: [{actors}]
kind: {meta["kind"]}
threads: [{threads}]
follows: [{", ".join(earlier)}]
---
{claims}

## Background {number}
{body}"""
    return f"events/{meta['date'].year}/{id_}.md", text


# --- the table


def table(results: Mapping[int, Mapping[str, float]]) -> str:
    """Return one row a stage: seconds, events a second and growth for each size."""
    sizes = sorted(results)
    seconds = {size: stages(results[size]) for size in sizes}
    for size in sizes:
        total = sum(seconds[size].values())
        seconds[size] |= {"all but index": total - seconds[size][INDEX], "all": total}
    head = "".join(f" | {f'{size:,}: s':>11} {'events/s':>9} {'growth':>6}" for size in sizes)
    rows = [f"{'stage':<14}{head}"]
    for name in seconds[sizes[0]]:
        first = seconds[sizes[0]][name] / sizes[0]
        cells = [
            f" | {spent:>11.3f} {size / spent:>9,.0f} {spent / size / first:>6.2f}"
            for size in sizes
            for spent in [seconds[size][name]]
        ]
        rows.append(f"{name:<14}{''.join(cells)}")
    rows += [
        f"{name:<14}" + "".join(f" | {results[size][name]:>11,.0f}{'':>17}" for size in sizes)
        for name in ("pages", "indexed", "MB", "MB of Pagefind")
    ]
    return "\n".join(rows)


if __name__ == "__main__":
    main()
