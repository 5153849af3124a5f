"""The workers: forked beforehand, given one query at a time, and replaced when they have ended."""

from __future__ import annotations

import contextlib
import logging
import os
import selectors
import signal
import sys
import time
from typing import TYPE_CHECKING, Literal

from kb.guard import worker
from kb.guard.verdict import cause
from kb.guard.wire import Gone, Inbox, pair, send

if TYPE_CHECKING:
    import socket

    from kb.guard.evaluation import Evaluator
    from kb.guard.jobs import Job
    from kb.guard.settings import Settings

log = logging.getLogger("tieline.guard")

EndedFor = Literal["timeout", "abandoned", "no place", "shed", "retired"]

_LAST_WORDS = 1 << 16
_NICE = 15
_CALM = 2.0


class Worker:
    """One worker as the guard sees it; `ended_for` says why the guard has ended it."""

    def __init__(self, pid: int, sock: socket.socket, errors: int, evaluator: Evaluator) -> None:
        self.pid = pid
        self.sock = sock
        self.inbox = Inbox(sock)
        self.evaluator = evaluator
        self.job: Job | None = None
        self.ended_for: EndedFor | None = None
        self._errors = errors
        self._begun = 0.0

    def end(self, why: EndedFor) -> None:
        """Kill the worker; that its connection closes tells when it is gone."""
        if self.ended_for is None:
            self.ended_for = why
            os.kill(self.pid, signal.SIGKILL)

    def begin(self, job: Job) -> None:
        """Take note of the query that it has been given."""
        self.job, job.worker, job.started = job, self, time.monotonic()
        self._begun = self._processor()

    def spent(self) -> float:
        """Return the processor seconds that its query has taken.

        Where the system does not tell, the seconds that have passed. A small query on a busy
        machine waits for the processor, and is not taken for a long one by that.
        """
        return self._processor() - self._begun

    def _processor(self) -> float:
        if sys.platform == "linux":
            try:
                # The clock of another process, as clock_getcpuclockid(3) makes its id.
                return time.clock_gettime((~self.pid << 3) | 2)
            except OSError:
                return self._begun
        return time.monotonic()

    def renice(self) -> None:
        """Let others go first; there is no way back without being the superuser."""
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.pid, _NICE)

    def bury(self) -> tuple[int, str]:
        """Wait for the ended process and return its exit code and its last words, on one line."""
        self.inbox.close()
        self.sock.close()
        _, status = os.waitpid(self.pid, 0)
        words = b""
        with contextlib.suppress(BlockingIOError):
            words = os.read(self._errors, _LAST_WORDS)
        os.close(self._errors)
        code = os.waitstatus_to_exitcode(status)
        return code, " ".join(words.decode(errors="replace").split())


class Pool:
    """All workers of the guard. Every one is registered with the selector under itself."""

    def __init__(self, settings: Settings, selector: selectors.BaseSelector) -> None:
        self._settings = settings
        self._selector = selector
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._evaluator: Evaluator | None = None
        self.lifeline, self._held = os.pipe()
        self._failures = 0
        self._given = 0.0
        self.resting_until = 0.0

    def running(self) -> list[Worker]:
        """Return the workers that evaluate a query."""
        return list(self._busy)

    def serve(self, evaluator: Evaluator) -> None:
        """Answer from this evaluator from now on; queries in flight finish on their own."""
        self._evaluator = evaluator
        for idle in self._idle:
            idle.end("retired")
        self._idle = []
        self._failures = 0
        self.fill()

    def fill(self) -> None:
        """Fork idle workers up to the number that is kept ready; one that comes back is kept."""
        if self._evaluator is None or self.rests():
            return
        settings = self._settings
        room = settings.warm + settings.light + settings.long - len(self._busy)
        while len(self._idle) < min(settings.warm, room):
            try:
                self._idle.append(self._spawn(self._evaluator))
            except OSError as error:
                log.error("no worker could be forked: %s", error)
                self._rest()
                return

    def rests(self) -> bool:
        """Tell whether no worker is forked for a moment, as too many have ended at once."""
        return time.monotonic() < self.resting_until

    def give(self, job: Job) -> bool:
        """Let an idle worker evaluate the query; return False where there is none to be had."""
        while True:
            if not self._idle:
                self.fill()
            if not self._idle:
                return False
            chosen = self._idle.pop()
            try:
                send(chosen.sock, {"length": job.length}, job.fd)
            except Gone:
                continue
            chosen.begin(job)
            self._given = job.started
            self._busy.add(chosen)
            return True

    def trim(self) -> None:
        """End the idle workers of a rush, once it is over."""
        ends = self.trims_at()
        if ends is not None and time.monotonic() >= ends:
            surplus = len(self._idle) - self._settings.warm
            for idle in self._idle[:surplus]:
                idle.end("retired")
            self._idle = self._idle[surplus:]

    def trims_at(self) -> float | None:
        """Return when there will be workers to end if no query comes, or None."""
        surplus = len(self._idle) > self._settings.warm and not self._busy
        return self._given + _CALM if surplus else None

    def done(self, done: Worker, retiring: bool) -> None:
        """Take a worker back that has replied; it is replaced where it has had its time."""
        self._busy.discard(done)
        done.job = None
        self._failures = 0
        if retiring or done.evaluator is not self._evaluator or done.ended_for:
            done.end("retired")
        else:
            self._idle.append(done)

    def bury(self, ended: Worker) -> tuple[int, str]:
        """Forget a worker whose connection has closed; returns its exit code and last words."""
        self._selector.unregister(ended.sock)
        self._busy.discard(ended)
        if ended in self._idle:
            self._idle.remove(ended)
        if ended.ended_for is None:
            ended.end("retired")
            code, words = ended.bury()
            log.warning("worker %d ended by %s: %s", ended.pid, cause(code), words[-2000:])
            if ended.job is None:
                self._rest()
            return code, words
        return ended.bury()

    def close(self) -> None:
        """End all workers and wait until they are gone."""
        every = [key.data for key in self._selector.get_map().values()]
        for each in every:
            if isinstance(each, Worker):
                each.end("retired")
                self.bury(each)
        os.close(self.lifeline)
        os.close(self._held)

    def _rest(self) -> None:
        """Wait longer with each worker that has ended without having answered anything."""
        self._failures += 1
        if self._failures > self._settings.warm:
            self.resting_until = time.monotonic() + min(1.0, 0.05 * self._failures)

    def _spawn(self, evaluator: Evaluator) -> Worker:
        ours, theirs = pair()
        errors, errors_in = os.pipe()
        parent = os.getpid()
        try:
            pid = os.fork()
        except OSError:
            ours.close()
            theirs.close()
            os.close(errors)
            os.close(errors_in)
            raise
        if pid == 0:
            worker.run(evaluator, self._settings, theirs, self.lifeline, errors_in, parent)
        theirs.close()
        os.close(errors_in)
        os.set_blocking(errors, False)
        spawned = Worker(pid, ours, errors, evaluator)
        self._selector.register(ours, selectors.EVENT_READ, spawned)
        return spawned
