"""A published folder behind a web server that knows nothing of ours, as GitHub Pages would be."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles


@contextmanager
def served(folder: Path, base_path: str) -> Iterator[str]:
    """Serve the folder below the base path; yield the origin."""
    files = StaticFiles(directory=folder, html=True)
    app = Starlette(routes=[Mount(base_path.rstrip("/"), files)])
    with socket.create_server(("127.0.0.1", 0)) as listening:
        running = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off"))
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
        thread.start()
        while not running.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        running.should_exit = True
        thread.join()
