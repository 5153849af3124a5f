"""The state that is being served: read, checked, published whole, and read again on a change.

While the files are broken the last good state stays, with what is wrong told beside it.
"""

from __future__ import annotations

import hashlib
import logging
import tempfile
import threading
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pyoxigraph
import watchfiles

from kb import BadData
from kb.graph import quads
from kb.iris import Iris
from kb.reader import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kb.diagnostics import Diagnostic
    from kb.model import KnowledgeBase

log = logging.getLogger("tieline.live")


class Publisher(Protocol):
    """Where SPARQL queries are answered."""

    def publish(self, path: Path, version: str, prefixes: Mapping[str, str]) -> None:
        """Answer from this N-Quads file from now on. Raises where it cannot be loaded."""


@dataclass(frozen=True, slots=True)
class State:
    """What a request reads. `diagnostics` is not empty while the files on disk are broken."""

    kb: KnowledgeBase
    version: str
    """Digest of the graph: equal for equal content, whatever the layout of the files."""
    diagnostics: tuple[Diagnostic, ...] = ()
    changed: datetime | None = None
    """When a file of the data was last written, in UTC and whole seconds; None where unknown."""


class Live:
    """The current state of one folder; `state` is replaced whole, so read it once a request."""

    def __init__(self, folder: Path, publisher: Publisher) -> None:
        """Read the folder and publish it. Raises `BadData` where it holds errors."""
        self.folder = folder
        self._publisher = publisher
        self._stop = threading.Event()
        reading = read(folder)
        if reading.kb is None:
            raise BadData(reading.diagnostics)
        self.state = self._published(reading.kb)

    def refresh(self) -> None:
        """Read the files again, and publish them or tell what is wrong with them."""
        started = time.perf_counter()
        reading = read(self.folder)
        if reading.kb is None:
            self.state = replace(self.state, diagnostics=reading.diagnostics)
            for problem in reading.diagnostics:
                log.error("%s", problem)
            log.error("the files have errors: the last good state stays up")
            return
        try:
            self.state = self._published(reading.kb)
        except Exception:
            log.exception("the new state could not be published: the last good one stays up")
            return
        milliseconds = (time.perf_counter() - started) * 1000
        events, version = len(reading.kb.events), self.state.version
        log.info("published %d events as %s in %.0f ms", events, version, milliseconds)

    def watch(self) -> threading.Thread:
        """Refresh on every change of a file below the folder, in a thread, until `close`."""
        thread = threading.Thread(target=self._watch, name="watch", daemon=True)
        thread.start()
        return thread

    def close(self) -> None:
        """Stop watching."""
        self._stop.set()

    def _watch(self) -> None:
        changes = watchfiles.watch(
            self.folder,
            watch_filter=lambda _, path: path.endswith((".yaml", ".yml", ".csv")),
            stop_event=self._stop,
            debounce=200,
            step=50,
            rust_timeout=1000,
        )
        for _ in changes:
            self.refresh()

    def _published(self, kb: KnowledgeBase) -> State:
        written = pyoxigraph.serialize(quads(kb), format=pyoxigraph.RdfFormat.N_QUADS) or b""
        version = hashlib.sha256(b"\n".join(sorted(written.split(b"\n")))).hexdigest()[:12]
        with tempfile.TemporaryDirectory(prefix="tieline-") as folder:
            path = Path(folder, "state.nq")
            path.write_bytes(written)
            self._publisher.publish(path, version, Iris(kb.dataset.base).prefixes)
        return State(kb, version, changed=_changed(self.folder))


def _changed(folder: Path) -> datetime | None:
    times = [path.stat().st_mtime for path in folder.rglob("*.yaml") if path.is_file()]
    return datetime.fromtimestamp(int(max(times)), UTC) if times else None
