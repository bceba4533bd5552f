"""The preview: the site on this machine, under the base path that it will have when published.

Pages come from the content as it was last saved and are made when asked for; the search index, and
whatever else only a whole build makes, comes from the site that is built again in the background.
"""

import asyncio
import contextlib
import socket
import sys
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from weakref import WeakSet

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from watchfiles import awatch

from generator.config import Config
from generator.draft import Draft, drafted
from generator.local import LocalOnly
from generator.previewed import OWN, answer, own_file, state

LOOPBACK = "127.0.0.1"
MOST_STREAMS = 50
HEARTBEAT_SECONDS = 15.0
SETTLE_MILLISECONDS = 20
"""How long no further file may change before a save counts as finished."""
QUIET_SECONDS = 1.0
"""How long nothing may be saved before the site is built in the background."""


@dataclass(slots=True)
class Preview:
    """What is shown now; `version` counts the states of the content that had no fault."""

    config: Config
    draft: Draft
    address: str = ""
    version: int = 1
    behind: bool = True
    streams: WeakSet[AsyncIterator[str]] = field(default_factory=WeakSet)
    told: int = 0
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    saved: asyncio.Event = field(default_factory=asyncio.Event)

    async def tell(self) -> None:
        """Wake everybody who waits for a change."""
        async with self.changed:
            self.told += 1
            self.changed.notify_all()


def application(preview: Preview, *, live: bool = True) -> Starlette:
    """Return the preview as an ASGI application; one that is not `live` watches no files."""

    def page(request: Request) -> Response:
        return answer(request, preview.draft, preview.config.out, preview.version)

    async def events(_request: Request) -> Response:
        if len(preview.streams) >= MOST_STREAMS:
            return Response("Too many pages are open.", 503)
        stream = _stream(preview)
        preview.streams.add(stream)
        return StreamingResponse(stream, media_type="text/event-stream")

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with asyncio.TaskGroup() as tasks:
            running = [tasks.create_task(_watch(preview)), tasks.create_task(_build(preview))]
            _say(f"{preview.address} (Ctrl+C ends it)")
            yield
            for task in running:
                task.cancel()

    routes = [
        Route(f"{OWN}events", events),
        Route(f"{OWN}{{name}}", own_file),
        Route("/{path:path}", page),
    ]
    guards = [Middleware(LocalOnly)]
    return Starlette(routes=routes, middleware=guards, lifespan=lifespan if live else None)


async def _stream(preview: Preview) -> AsyncIterator[str]:
    """Yield the state now and after each change; heartbeats find out who has left."""
    while True:
        told = preview.told
        yield f"data: {state(preview.draft, preview.version, behind=preview.behind)}\n\n"
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(HEARTBEAT_SECONDS), preview.changed:
                while preview.told == told:
                    await preview.changed.wait()


async def _watch(preview: Preview) -> None:
    """Take in every save; a file that cannot be read is told, and the last state stays."""
    config = preview.config
    preview.saved.set()
    async for _ in awatch(config.content, config.templates, step=SETTLE_MILLISECONDS):
        began = time.perf_counter()
        try:
            draft = await asyncio.to_thread(drafted, config, preview.draft)
        except OSError as error:
            _say(f"thawline: {error}")
            continue
        preview.version += draft.shown is not preview.draft.shown
        preview.draft, preview.behind = draft, True
        await preview.tell()
        preview.saved.set()
        took = 1000 * (time.perf_counter() - began)
        _say(draft.words or f"Saved; the pages show it ({took:.0f} ms).")


async def _build(preview: Preview) -> None:
    """Build the whole site when nothing was saved for a while, in a process of its own."""
    config = preview.config
    base_url = ("--base-url", config.base_url) if config.base_url else ()
    folders = ("--content", str(config.content), "--out", str(config.out))
    while True:
        await preview.saved.wait()
        while preview.saved.is_set():
            preview.saved.clear()
            await asyncio.sleep(QUIET_SECONDS)
        if preview.draft.words:
            continue
        command = (sys.executable, "-m", "generator", "build", *folders, *base_url)
        building = await asyncio.create_subprocess_exec(
            *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
        )
        try:
            said = (await building.communicate())[0].decode("utf-8", "replace").strip()
        except asyncio.CancelledError:
            building.terminate()
            await building.wait()
            raise
        if building.returncode == 0:
            preview.behind = preview.saved.is_set()
            await preview.tell()
        elif said:
            _say(said)


def serve(config: Config, port: int) -> None:
    """Show the content until interrupted; raises OSError when the port is taken."""
    with socket.create_server((LOOPBACK, port)) as listening:
        draft = drafted(config, None)
        origin = f"http://localhost:{listening.getsockname()[1]}"
        preview = Preview(config, draft, f"{origin}{draft.base_path}")
        if preview.draft.words:
            _say(preview.draft.words)
        settings = uvicorn.Config(
            application(preview), log_level="critical", timeout_graceful_shutdown=1
        )
        uvicorn.Server(settings).run(sockets=[listening])


def _say(words: str) -> None:
    sys.stdout.write(f"{words.rstrip()}\n")
    sys.stdout.flush()
