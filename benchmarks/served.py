"""Applications on ports of their own while they are measured."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from waitress.server import create_server

from kb.guard import Guard
from kb.live import Live, State
from web.app import create_app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask

    from kb.model import KnowledgeBase


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The address of the application, which answers until the context ends."""
    channels: dict[int, Any] = {}
    # What is typed as several kinds of server is this one for a single address.
    server: Any = create_server(app, host="127.0.0.1", port=0, threads=8, map=channels)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.trigger.pull_trigger(lambda: [one.close() for one in list(channels.values())])
        thread.join()
        server.task_dispatcher.shutdown()


@contextmanager
def tieline(kb: KnowledgeBase) -> Iterator[Flask]:
    """The real application over a knowledge base in memory; SPARQL is not asked."""
    with Guard() as guard:
        held = SimpleNamespace(state=State(kb, "benchmark"))
        yield create_app(cast("Live", held), guard)
