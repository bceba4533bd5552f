"""Looking up addresses: what servers on this machine do, and what becomes of it."""

import itertools
import json
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator import links
from generator.link_file import recorded
from generator.links import NoNetworkError, due, look_up
from generator.model.links import Answers, LinkCheck
from generator.model.registry import Source
from generator.text.edtf import parse
from generator.visits import Manner, Pace, PostponedError, failure, follow
from tests.sites import BASE, library_of, problems_of, told
from tests.worlds import lay, run

TODAY = parse("2026-05-03")
SOURCES = "sources/2021.yaml"
COPY = "http://web.archive.org/web/20210302101010/http://gazette.example/shut"
CLOSED_PORT = "http://127.0.0.1:9/"  # discard: nobody listens


@dataclass
class World:
    """A server, what it was asked and when, and how often /busy has still to refuse."""

    url: str = ""
    asked: list[tuple[float, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    busy: int = 1

    def paths(self) -> list[str]:
        return [path for _, path in self.asked]


STATUSES = {"/404": 404, "/410": 410, "/403": 403, "/500": 500, "/429": 429}
REDIRECTS = {
    "/301": (301, "/new"),
    "/302": (302, "/new"),
    "/308-then-404": (308, "/404"),
    "/slash": (301, "/slash/"),
    "/korean": (301, "/다리"),
    "/loop": (302, "/loop"),
    "/file": (302, "file:///etc/passwd"),
    "/script": (301, "javascript:alert(1)"),
}


class Handler(BaseHTTPRequestHandler):
    world: World

    def do_GET(self) -> None:
        self.world.asked.append((time.monotonic(), self.path))
        self.world.agents.add(self.headers["User-Agent"])
        path = urlsplit(self.path)
        if path.path == "/archive":
            self._archive(parse_qs(path.query))
        elif path.path in REDIRECTS:
            status, target = REDIRECTS[path.path]
            self._say(status, Location=target.encode().decode("latin-1"))
        elif path.path == "/slow":
            time.sleep(1)
        elif path.path == "/huge":
            self._say(200)
            self._write(b"x" * 50_000_000)
        elif path.path == "/busy" and self.world.busy:
            self.world.busy -= 1
            self._say(429, **{"Retry-After": "1"})
        elif path.path == "/later":
            self._say(503, **{"Retry-After": "3600"})
        else:
            self._say(STATUSES.get(path.path, 200))

    def _archive(self, query: dict[str, list[str]]) -> None:
        closest: dict[str, str] = {}
        if "shut" in query.get("url", [""])[0]:
            closest = {"url": COPY, "timestamp": "20210302101010", "status": "200"}
        if "evil" in query.get("url", [""])[0]:
            closest = {"url": "javascript:x", "timestamp": "20210302101010", "status": "200"}
        self._say(200)
        self._write(json.dumps({"archived_snapshots": {"closest": closest}}).encode())

    def _say(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _write(self, data: bytes) -> None:
        try:
            self.wfile.write(data)
        except OSError:
            return  # the reader had enough

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002, ARG002 - the signature of http.server
        return


@pytest.fixture
def world() -> Iterator[World]:
    made = World()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"world": made}))
    server.daemon_threads = True
    made.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield made
    server.shutdown()
    thread.join()
    server.server_close()


def manner(world: World) -> Manner:
    return Manner("tester (+https://x.example/)", f"{world.url}/archive", 0.0, 0.5, 2.0)


def site(world: World, *paths: str) -> dict[str, str]:
    """Return the base with these addresses on the server for its sources, in their order."""
    text = BASE[SOURCES]
    old = [line for line in text.splitlines() if line.startswith("  URL:")]
    for line, path in zip(old, paths, strict=False):
        text = text.replace(line, f'  URL: "{path if "://" in path else world.url + path}"', 1)
    for line in old[len(paths) :]:
        text = text.replace(line, f"  URL: {world.url}/ok", 1)
    return {SOURCES: text}


def sources(world: World, *paths: str) -> list[Source]:
    listed = library_of(site(world, *paths)).sources
    return [source for source in listed.values() if urlsplit(source.url).path != "/ok"]


@pytest.mark.parametrize(
    ("path", "answers", "status", "leads_to"),
    [
        ("/ok", "yes", "200", ""),
        ("/huge", "yes", "200", ""),
        ("/302", "yes", "200", ""),
        ("/slash", "yes", "200", ""),
        ("/301", "moved", "200", "/new"),
        ("/korean", "moved", "200", "/다리"),
        ("/404", "no", "404", ""),
        ("/410", "no", "410", ""),
        ("/308-then-404", "no", "404", ""),
        ("/403", "unknown", "403", ""),
        ("/429", "unknown", "429", ""),
        ("/500", "unknown", "500", ""),
        ("/slow", "unknown", "too slow", ""),
        ("/loop", "unknown", "redirects without end", ""),
        ("/file", "unknown", "leads to no web page", ""),
        ("/script", "unknown", "leads to no web page", ""),
        ("/다리?q=강", "yes", "200", ""),
    ],
)
def test_an_address_is_judged_by_what_it_leads_to(
    world: World, path: str, answers: str, status: str, leads_to: str
) -> None:
    seen = follow(world.url + path, manner(world), Pace(0))
    assert (seen.answers, seen.status) == (answers, status)
    assert seen.leads_to == (world.url + leads_to if leads_to else "")


def test_a_host_without_a_connection_is_not_called_dead(world: World) -> None:
    seen = follow(CLOSED_PORT, manner(world), Pace(0))
    assert (seen.answers, seen.status) == ("unknown", "no connection")
    assert follow("http://[/", manner(world), Pace(0)).answers == "unknown"


def test_only_a_host_that_has_no_name_any_more_is_called_dead() -> None:
    assert failure(socket.gaierror(socket.EAI_NONAME, "x")).answers is Answers.NO
    assert failure(socket.gaierror(socket.EAI_AGAIN, "x")).answers is Answers.UNKNOWN


def test_a_busy_host_is_asked_again_when_it_says(world: World) -> None:
    assert follow(f"{world.url}/busy", manner(world), Pace(0)).answers == "yes"
    (first, _), (second, _) = world.asked
    assert second - first >= 1


def test_a_host_that_says_to_come_back_much_later_is_left_alone(world: World) -> None:
    pace = Pace(0)
    for _ in range(2):
        with pytest.raises(PostponedError):
            follow(f"{world.url}/later", manner(world), pace)
    assert world.paths() == ["/later"]


def test_a_host_is_asked_once_in_a_while(world: World) -> None:
    pace = Pace(0.2)
    for path in ("/301", "/ok"):
        follow(world.url + path, manner(world), pace)
    times = [at for at, _ in world.asked]
    assert len(times) == 3
    assert min(b - a for a, b in itertools.pairwise(times)) > 0.1  # arrivals on a busy machine
    assert world.agents == {"tester (+https://x.example/)"}


def test_the_copy_nearest_to_the_source_s_day_is_asked_for(world: World) -> None:
    (batch,) = look_up(sources(world, "/shut", "/evil"), manner(world), TODAY)
    assert batch.found["radio-2021-03-01"] == LinkCheck(
        f"{world.url}/shut",
        TODAY,
        Answers.YES,
        "200",
        "",
        COPY.replace("http:", "https:", 1),
        parse("2021-03-02"),
    )
    assert batch.found["gazette-2021-03-02"].archive == ""
    (asked,) = [p for p in world.paths() if p.startswith("/archive") and "shut" in p]
    assert asked.endswith("&timestamp=20210301")


def test_a_copy_once_found_is_kept_and_not_asked_for_again(world: World) -> None:
    (source,) = sources(world, "/shut")
    (batch,) = look_up([source], manner(world), TODAY)
    world.asked.clear()
    known = replace(source, check=batch.found[source.id], archive=COPY)
    (again,) = look_up([known], manner(world), parse("2026-07-01"))
    assert again.found[source.id].archive == batch.found[source.id].archive
    assert world.paths() == ["/shut"]


def test_hosts_take_turns_and_what_was_looked_at_lately_is_left_out(world: World) -> None:
    library = library_of(site(world, "/a", "/b", "http://other.example/"))
    first = {source.url for source in due(library.sources.values(), TODAY, 30)[:2]}
    assert {urlsplit(url).netloc for url in first} == {
        "other.example",
        urlsplit(world.url).netloc,
    }
    check = LinkCheck(f"{world.url}/a", parse("2026-04-10"), Answers.YES, "200", "", "", None)
    text = recorded(library, {"radio-2021-03-01": check})["2021.yaml"]
    later = library_of({**site(world, "/a"), "links/2021.yaml": text})
    assert "radio-2021-03-01" not in {s.id for s in due(later.sources.values(), TODAY, 30)}
    assert "radio-2021-03-01" in {s.id for s in due(later.sources.values(), TODAY, 20)}


def test_without_a_network_nothing_is_found_and_one_line_says_so() -> None:
    lost = Manner("tester", CLOSED_PORT, 0.0, 0.5)
    source = next(iter(library_of({}).sources.values()))
    with pytest.raises(NoNetworkError, match=r"^Nobody answers"):
        list(look_up([replace(source, url=CLOSED_PORT)], lost, TODAY))


def test_one_dead_host_is_not_taken_for_a_dead_network(world: World) -> None:
    source = replace(next(iter(library_of({}).sources.values())), url=CLOSED_PORT, archive=COPY)
    (batch,) = look_up([source], manner(world), TODAY)
    assert batch.found[source.id].status == "no connection"


def test_what_was_found_before_an_interruption_is_kept(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "BATCH", 2)
    wanted = due(library_of(site(world, "/a", "/b", "/c")).sources.values(), TODAY, 30)
    run_ = look_up(wanted, manner(world), TODAY)
    first = next(run_)
    text = recorded(library_of(site(world, "/a", "/b", "/c")), first.found)["2021.yaml"]
    resumed = library_of({**site(world, "/a", "/b", "/c"), "links/2021.yaml": text})
    rest = due(resumed.sources.values(), TODAY, 30)
    assert {s.id for s in rest} == {s.id for s in wanted} - set(first.found)
    assert len(first.found) == 2


def test_the_file_is_read_back_as_it_was_written(world: World) -> None:
    library = library_of(site(world, "/a:", "/b"))
    full = LinkCheck(
        f"{world.url}/a:", TODAY, Answers.MOVED, "no such host", "https://x.example/#'", COPY, TODAY
    )
    text = recorded(library, {"radio-2021-03-01": full, "no-such-source": full})["2021.yaml"]
    again = library_of({**site(world, "/a:", "/b"), "links/2021.yaml": text})
    assert again.sources["radio-2021-03-01"].check == full
    assert again.sources["radio-2021-03-01"].archive == COPY
    assert recorded(again, {}) == {"2021.yaml": text}
    moved_on = library_of({**site(world, "/elsewhere"), "links/2021.yaml": text})
    assert moved_on.sources["radio-2021-03-01"].check is None
    assert recorded(moved_on, {}) == {}


def test_a_file_of_links_is_checked_but_may_name_sources_that_are_gone() -> None:
    entry = "links:\n  gone-source:\n    url: https://x.example/\n    checked: 2026-05-03\n"
    assert problems_of({"links/2021.yaml": f"{entry}    answers: yes\n"}) == ()
    assert told(problems_of({"links/2021.yaml": f"{entry}    answers: perhaps\n"})) == [
        "links/2021.yaml:5:14 wrong-value"
    ]


def test_the_command_writes_what_it_finds_and_resumes(world: World, tmp_path: Path) -> None:
    content = lay(tmp_path / "content", {**BASE, **site(world, "/shut", "/404")})
    command = ("links", "--content", content, "--archive-api", f"{world.url}/archive")
    done = run(*command, "--limit", "1")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 looked up: 1 answer,")
    assert "4 left for another run" in done.stdout
    before = (content / "links" / "2021.yaml").read_text("utf-8")
    lost = run(
        "links",
        "--content",
        content,
        "--limit",
        "1",
        "--archive-api",
        CLOSED_PORT,
        HTTP_PROXY=CLOSED_PORT,
    )
    assert (lost.returncode, lost.stdout) == (3, "")
    assert lost.stderr.startswith("thawline: Nobody answers")
    assert (content / "links" / "2021.yaml").read_text("utf-8") == before
    assert run(*command, "--limit", "0").stdout.startswith("0 looked up")
    assert run(*command, "--limit", "-1").returncode == 2
