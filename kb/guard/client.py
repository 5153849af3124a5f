"""The guard as the rest of the program uses it: `with Guard() as guard: guard.query(...)`."""

from __future__ import annotations

import logging
import os
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, Self

from kb.guard import verdict
from kb.guard.cache import Cache
from kb.guard.messages import Answer, PublishError, Query, Refusal
from kb.guard.precheck import too_long
from kb.guard.process import GuardProcess
from kb.guard.published import Published, open_state
from kb.guard.settings import Settings
from kb.guard.spawned import SpawnedGuard
from kb.guard.wire import Gone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from types import TracebackType

__all__ = ["Answer", "Guard", "PublishError", "Query", "Refusal", "Settings"]

log = logging.getLogger("tieline.guard")

_RESTART = 5.0
_PAUSE = 1.0
_ATTEMPTS = 4


class Running(Protocol):
    """What answers, until it has ended: then its methods raise `Gone` and `wait` returns."""

    means: str
    """What it evaluates queries in, for the log."""

    @property
    def pid(self) -> int | None:
        """The id of its process, or None while there is none."""

    def publish(self, state: Published) -> None:
        """Load a state. Raises `PublishError` where it cannot be loaded."""

    def ask(self, query: Query, alive: Callable[[], bool]) -> Answer | Refusal:
        """Answer a query, as long as somebody waits for it."""

    def wait(self) -> None:
        """Return once it has ended."""

    def successor(self) -> Running | None:
        """Return what takes over now that this has ended, or None where nothing does."""

    def holds(self, state: Published) -> bool:
        """Tell whether this very publication is what it answers from."""

    def stop(self) -> None:
        """End it."""


class Guard:
    """Answers strangers' queries in processes that cannot harm this one; a context manager.

    All methods may be called by many threads at once. When the guard process has died it is
    started again with the state that was published last, and queries wait for it meanwhile.
    """

    def __init__(
        self, settings: Settings | None = None, prefixes: Mapping[str, str] | None = None
    ) -> None:
        """Take the limits, and the prefixes that are declared for every query."""
        self.settings = settings or Settings()
        self._prefixes = dict(prefixes or {})
        self._publishing = threading.Lock()
        self._changed = threading.Condition()
        self._process: Running | None = None
        self._published: Published | None = None
        self._closed = True
        self.cache = Cache(self.settings.cache)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The id of the guard process, or None while there is none."""
        process = self._process
        return process.pid if process else None

    def start(self) -> None:
        """Start the guard process. Raises OSError where it cannot be started."""
        self._closed = False
        self._process = process = self._new_process()
        log.info("queries are evaluated in %s", process.means)
        threading.Thread(target=self._keep_running, name="guard", daemon=True).start()

    def close(self) -> None:
        """Stop the guard process; no process of it is left when this returns."""
        with self._changed:
            self._closed = True
            process, self._process = self._process, None
            self._changed.notify_all()
        if process:
            process.stop()
        with self._publishing:
            if self._published:
                self._published.close()
                self._published = None

    def publish(self, path: Path, version: str, prefixes: Mapping[str, str] | None = None) -> None:
        """Answer from this N-Quads file from now on; returns when new queries are.

        Queries in flight finish on the state before. `prefixes` take the place of those declared
        for every query. The file is kept open, so it may be replaced or deleted afterwards, but
        not written to. Raises `PublishError` where it could not be loaded, with the old state
        still up. The new state is applied as a difference: the store is in memory once, and twice
        as much is taken only while the difference is being worked out.
        """
        with self._publishing:
            declared = self._prefixes if prefixes is None else dict(prefixes)
            new = open_state(path, version, declared)
            try:
                old = self._load(new)
            except PublishError:
                new.close()
                raise
            self._prefixes = declared
            if old:
                old.close()

    def query(self, request: Query, alive: Callable[[], bool] | None = None) -> Answer | Refusal:
        """Return the complete answer to a query, or why there is none; never raises for a query.

        An answer of the same state may be one that was given before.

        `alive` is called about four times a second, in this thread; once it returns False the
        query is ended and the result is a Refusal `abandoned`.
        """
        refusal = too_long(request.text, self.settings)
        if refusal:
            return refusal
        kept = self.cache.get(request)
        if kept:
            return kept
        result = self._ask(request, alive or _always)
        if isinstance(result, Answer):
            self.cache.put(request, result)
        return result

    def _ask(self, request: Query, alive: Callable[[], bool]) -> Answer | Refusal:
        process: Running | None = None
        for _ in range(_ATTEMPTS):
            process = self._running(process)
            if process is None:
                break
            try:
                return process.ask(request, alive)
            except Gone as error:
                log.warning("the guard process is gone: %s", error)
        return verdict.unavailable("The query service is starting again.")

    def _load(self, new: Published) -> Published | None:
        """Let the guard process that runs load the state; returns the state before."""
        process: Running | None = None
        for _ in range(_ATTEMPTS):
            process = self._running(process)
            if process is None:
                break
            try:
                process.publish(new)
            except Gone as error:
                log.warning("the guard process is gone: %s", error)
                continue
            with self._changed:
                if self._process is process:
                    old, self._published = self._published, new
                    self.cache.renew(new.version)
                    return old
        raise PublishError("the guard process does not run")

    def _new_process(self) -> Running:
        if self.settings.fork and hasattr(os, "fork"):
            return GuardProcess.started(self.settings)
        return SpawnedGuard(self.settings)

    def _running(self, failed: Running | None) -> Running | None:
        """Return the guard process, waiting for another one where this one has failed."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._closed or self._process not in (None, failed), _RESTART
            )
            return None if self._closed or self._process is failed else self._process

    def _keep_running(self) -> None:
        """Start the guard process again whenever it ends, until this guard is closed."""
        process = self._process
        while process:
            process.wait()
            with self._changed:
                if self._closed:
                    return
                self._process = None
            log.warning("the guard process %s has ended", process.pid)
            successor = process.successor()
            process.stop()
            process = self._restarted(successor)

    def _restarted(self, process: Running | None) -> Running | None:
        """Let a process answer from the state published last, a new one where none is given.

        Returns None where this guard has been closed meanwhile.
        """
        while True:
            with self._changed:
                published = self._published
                state = published and replace(published, fd=os.dup(published.fd))
                closed = self._closed
            try:
                if closed:
                    break
                process = process or self._new_process()
                if state and not process.holds(state):
                    process.publish(state)
            except (Gone, PublishError) as error:
                log.error("the guard process could not be started again: %s", error)
                if process:
                    process.stop()
                process = None
                with self._changed:
                    self._changed.wait_for(lambda: self._closed, _PAUSE)
                continue
            finally:
                if state:
                    state.close()
            with self._changed:
                if not self._closed:
                    self._process = process
                    self._changed.notify_all()
                    return process
            break
        if process:
            process.stop()
        return None


def _always() -> bool:
    return True
