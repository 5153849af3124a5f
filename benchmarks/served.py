"""The applications that are measured, served by a process of their own: it shares no interpreter
with what drives the browser, which would make each answer wait for it."""

from __future__ import annotations

import multiprocessing
import threading
from contextlib import contextmanager
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from waitress.server import create_server

from benchmarks.rivals import RIVALS, application
from benchmarks.synthetic import knowledge_base
from kb.guard import Guard
from kb.live import Live, State
from kb.timeline import Timeline
from web.app import create_app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from flask import Flask

OURS = "tieline"
THREADS = 8


@contextmanager
def served(size: int) -> Iterator[dict[str, str]]:
    """The addresses of all contenders by name, over so many events, until the context ends."""
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    process = spawn.Process(target=_run, args=(size, there))
    process.start()
    try:
        yield here.recv()
    finally:
        here.send(None)
        process.join()


def _run(size: int, parent: Connection) -> None:
    """Serve until the parent says anything."""
    kb = knowledge_base(size)
    timeline = Timeline(kb)
    with Guard() as guard:
        # SPARQL is not asked; the rest is the application as it is.
        live = cast("Live", SimpleNamespace(state=State(kb, "benchmark")))
        apps = {OURS: create_app(live, guard)}
        apps |= {rival.name: application(rival, timeline) for rival in RIVALS}
        parent.send({name: _address(app) for name, app in apps.items()})
        parent.recv()


def _address(app: Flask) -> str:
    # What is typed as several kinds of server is this one for a single address.
    server: Any = create_server(app, host="127.0.0.1", port=0, threads=THREADS)
    threading.Thread(target=server.run, daemon=True).start()
    return f"http://127.0.0.1:{server.effective_port}"
