"""The guard where processes cannot be forked: one worker that is started afresh, and watched here.

It answers one query at a time, so a long one keeps the others waiting, up to the limit of waiting.
A worker that had to be ended is replaced before the next query, which waits while the new one
loads the state. Where the system has no limits on processes (Windows), the time, the size of the
answer and the precheck are what holds.
"""

from __future__ import annotations

import contextlib
import json
import logging
import queue
import subprocess
import threading
import time
from dataclasses import asdict
from typing import IO, TYPE_CHECKING, cast

from kb.guard import verdict
from kb.guard.interpreter import command, environment
from kb.guard.messages import Answer, PublishError, Refusal
from kb.guard.process import POLL
from kb.guard.wire import Gone, Message, read

if TYPE_CHECKING:
    from collections.abc import Callable

    from kb.guard.messages import Query
    from kb.guard.published import Published
    from kb.guard.settings import Settings

log = logging.getLogger("tieline.guard")


class SpawnedWorker:
    """One worker process with its state."""

    def __init__(self, settings: Settings, state: Published) -> None:
        """Start the process and let it load. Raises `PublishError` where it cannot."""
        self.state = state
        self._settings = settings
        self._replies: queue.SimpleQueue[tuple[Message, bytes] | None] = queue.SimpleQueue()
        self._process = subprocess.Popen(
            command("kb.guard.spawned_worker", json.dumps(asdict(settings))),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        threading.Thread(target=self._read, daemon=True).start()
        quads = read(state.fd, 0)
        try:
            self._say({"length": len(quads), "prefixes": state.prefixes}, quads)
            loaded = self._reply(settings.start)
        except Gone as error:
            self.stop()
            raise PublishError(str(error)) from error
        if loaded is None or "error" in loaded[0]:
            self.stop()
            raise PublishError(loaded[0]["error"] if loaded else "it took too long to load")

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid

    def ask(self, query: Query, seconds: float, alive: Callable[[], bool]) -> Answer | Refusal:
        """Return the answer, or why there is none. Raises `Gone` where the worker has ended."""
        self._say(asdict(query))
        end = time.monotonic() + seconds
        while alive():
            left = end - time.monotonic()
            if left <= 0:
                return verdict.timeout(seconds)
            found = self._reply(min(POLL, left))
            if found is None:
                continue
            message, body = found
            if "refusal" in message:
                return Refusal(**message["refusal"])
            return Answer(body=body, version=self.state.version, **message)
        return verdict.abandoned()

    def has_ended(self) -> bool:
        """Tell whether the process is no more."""
        return self._process.poll() is not None

    def kill(self) -> None:
        """End the process without waiting for it; who waits for its reply gets `Gone`."""
        self._process.kill()

    def stop(self) -> tuple[int, str]:
        """End the process, whatever it does; returns its exit code and its last words."""
        self.kill()
        with contextlib.suppress(OSError):
            cast("IO[bytes]", self._process.stdin).close()
        with cast("IO[bytes]", self._process.stderr) as stderr:
            words = stderr.read().decode(errors="replace")
        return self._process.wait(), " ".join(words.split())[-2000:]

    def _say(self, message: Message, body: bytes = b"") -> None:
        stdin = cast("IO[bytes]", self._process.stdin)
        try:
            stdin.write(json.dumps(message).encode() + b"\n" + body)
            stdin.flush()
        except OSError as error:
            raise Gone(str(error)) from error

    def _reply(self, seconds: float) -> tuple[Message, bytes] | None:
        """Return the next reply, or None where none came within these seconds."""
        try:
            found = self._replies.get(timeout=seconds)
        except queue.Empty:
            return None
        if found is None:
            raise Gone("the worker has ended")
        return found

    def _read(self) -> None:
        """Hand over the replies, and at last None, from a thread of its own."""
        with cast("IO[bytes]", self._process.stdout) as stdout:
            for line in stdout:
                if not line.endswith(b"\n"):
                    break
                message: Message = json.loads(line)
                self._replies.put((message, stdout.read(message.pop("length"))))
        self._replies.put(None)


class SpawnedGuard:
    """Keeps one worker, and lets one query at a time have it."""

    means = "one worker, one query at a time, as processes cannot be forked"

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._turn = threading.Lock()
        self._worker: SpawnedWorker | None = None
        self._state: Published | None = None
        self._stopped = threading.Event()

    @property
    def pid(self) -> int | None:
        """The id of the worker's process, or None while there is none."""
        worker = self._worker
        return worker.pid if worker else None

    def publish(self, state: Published) -> None:
        """Start a worker with this state, and take it once it has loaded."""
        new = SpawnedWorker(self._settings, state)
        with self._turn:
            old, self._worker, self._state = self._worker, new, state
        if old:
            old.stop()

    def ask(self, query: Query, alive: Callable[[], bool]) -> Answer | Refusal:
        """Wait for a turn and let the worker answer."""
        end = time.monotonic() + self._settings.wait
        while not self._turn.acquire(timeout=POLL):
            if not alive():
                return verdict.abandoned()
            if time.monotonic() > end:
                return verdict.busy(self._settings)
        try:
            worker = self._ready()
            if worker is None:
                return verdict.unavailable("No data has been loaded yet.")
            return self._answer(worker, query, alive)
        except PublishError as error:
            return verdict.unavailable(f"The data could not be loaded: {error}.")
        finally:
            self._turn.release()

    def _ready(self) -> SpawnedWorker | None:
        """Return the worker, a new one where it has ended, or None where there is no state."""
        if self._worker and self._worker.has_ended():
            self._worker.stop()
            self._worker = None
        if self._worker is None and self._state and not self._stopped.is_set():
            self._worker = SpawnedWorker(self._settings, self._state)
        return self._worker

    def wait(self) -> None:
        """Return once this guard has been stopped; its worker is replaced without it ending."""
        self._stopped.wait()

    def successor(self) -> None:
        """Return None: a worker that has ended is replaced here, and there is nothing else."""

    def holds(self, state: Published) -> bool:
        """Tell whether this very publication is what the worker answers from."""
        return self._state is not None and self._state.token == state.token

    def stop(self) -> None:
        """End the worker, and with it the query that it may be evaluating."""
        self._stopped.set()
        worker = self._worker
        if worker:
            worker.kill()
        with self._turn:
            if self._worker:
                self._worker.stop()
            self._worker = self._state = None

    def _answer(
        self, worker: SpawnedWorker, query: Query, alive: Callable[[], bool]
    ) -> Answer | Refusal:
        limit = self._settings.timeout
        seconds = limit if query.timeout is None else min(limit, query.timeout)
        try:
            result = worker.ask(query, seconds, alive)
        except Gone:
            code, words = worker.stop()
            log.warning("the worker ended by %s: %s", verdict.cause(code), words)
            self._worker = None
            return verdict.of_crash(code, words, self._settings, seconds)
        if isinstance(result, Refusal) and result.status in ("timeout", "abandoned"):
            log.info("the worker was ended: %s", result.message)
            worker.stop()
            self._worker = None
        return result
