"""The guard: one process, one thread, which holds the store and watches over its workers.

It reads no stranger's text: it passes on files, keeps time, and forks. When the connection to the
process that started it closes, it ends, and all workers with it. Should it be killed, its heir
takes over.
"""

from __future__ import annotations

import gc
import logging
import os
import selectors
import socket
import time
from typing import TYPE_CHECKING

from kb.guard import heir, state, verdict
from kb.guard.admission import Admission
from kb.guard.clock import Clock
from kb.guard.evaluation import Evaluator
from kb.guard.heir import Estate, Heir
from kb.guard.jobs import Channel, Job
from kb.guard.pool import Pool, Worker
from kb.guard.publication import Publication
from kb.guard.wire import Gone, Inbox, send

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kb.guard.messages import Refusal
    from kb.guard.settings import Settings
    from kb.guard.wire import Message

log = logging.getLogger("tieline.guard")


_REST = 1.0
_AGAIN = 3


class Server:
    """Serves one client process over its control connection until that closes."""

    def __init__(
        self, control: socket.socket, settings: Settings, estate: Estate | None = None
    ) -> None:
        self._estate = estate
        self._control = control
        self._inbox = Inbox(control)
        self._settings = settings
        self._selector = selectors.DefaultSelector()
        self._pool = Pool(settings, self._selector)
        self._admission: Admission[Job] = Admission(settings)
        self._clock = Clock(settings, self._pool, self._admission)
        self._store: Store | None = estate.store if estate else None
        self._request: Message | None = estate.request if estate else None
        self._heir: Heir | None = None
        self._no_heir_until = 0.0
        self._versions: dict[Evaluator, str] = {}
        self._publication: Publication | None = None
        self._closed = False

    def run(self) -> Server | None:
        """Serve until the control connection closes, then end all workers.

        Returns None then, and in the process of an heir that is to take over its own server.
        """
        self._selector.register(self._control, selectors.EVENT_READ, None)
        if self._request:
            self._serve(self._request, "taken over")
        while not self._closed:
            for key, _ in self._selector.select(self._pause()):
                self._handle(key.data)
            for late in self._clock.tick():
                self._refuse(late, self._no_place(late))
            self._start_next()
            self._pool.fill()
            self._pool.trim()
            successor = self._leave_heir()
            if successor:
                return successor
        if self._publication:
            self._publication.close()
        self._pool.close()
        return None

    def _leave_heir(self) -> Server | None:
        """See to it that there is an heir of the present state."""
        if self._heir or self._store is None or self._request is None:
            return None
        if time.monotonic() < self._no_heir_until:
            return None
        self._no_heir_until = time.monotonic() + _REST
        try:
            left = heir.leave(self._control, {"token": self._request["token"]})
        except OSError as error:
            log.error("no heir could be forked: %s", error)
        except Gone:
            self._closed = True
        else:
            if isinstance(left, socket.socket):
                return Server(left, self._settings, Estate(self._store, self._request, self))
            self._heir = left
            self._selector.register(left.ended, selectors.EVENT_READ, left)
        return None

    def _bury_heir(self, ended: Heir) -> None:
        self._selector.unregister(ended.ended)
        ended.bury()
        if self._heir is ended:
            self._heir = None

    def _handle(self, source: Channel | Worker | Publication | Heir | None) -> None:
        if source is None:
            self._read_control()
        elif isinstance(source, Channel):
            self._read_channel(source)
        elif isinstance(source, Worker):
            self._read_worker(source)
        elif isinstance(source, Heir):
            self._bury_heir(source)
        else:
            self._finish_publication(source)

    def _read_control(self) -> None:
        try:
            frames = self._inbox.receive()
        except Gone:
            self._closed = True
            return
        for message, fd in frames:
            if fd is None:
                continue
            if message["do"] == "publish":
                self._publish(message, fd)
            else:
                channel = Channel(socket.socket(fileno=fd))
                self._selector.register(channel.sock, selectors.EVENT_READ, channel)

    def _publish(self, message: Message, fd: int) -> None:
        if self._store is not None:
            lifeline = self._pool.lifeline
            publication = Publication(self._store, fd, message, self._settings, lifeline)
            self._publication = publication
            self._selector.register(publication.sock, selectors.EVENT_READ, publication)
            return
        try:
            self._store = state.load(fd)
        except (SyntaxError, OSError, ValueError) as error:
            self._answer_control({"error": str(error)})
            return
        finally:
            os.close(fd)
        self._serve(message, f"{len(self._store)} quads")
        self._answer_control({})

    def _finish_publication(self, publication: Publication) -> None:
        assert self._store is not None
        self._publication = None
        self._selector.unregister(publication.sock)
        outcome = publication.finish(self._store)
        publication.close()
        if "error" in outcome:
            log.warning("version %s was not loaded: %s", publication.request["version"], outcome)
            self._answer_control(outcome)
            return
        added, removed = outcome["counts"]
        self._serve(publication.request, f"{added} quads added, {removed} removed")
        self._answer_control({})

    def _serve(self, message: Message, what: str) -> None:
        """Fork workers that see the store as it is now; an heir of it follows."""
        assert self._store is not None
        self._request = message
        self._heir, self._no_heir_until = None, 0.0
        evaluator = Evaluator(self._store, message["prefixes"], self._settings)
        used = {worker.evaluator for worker in self._pool.running()}
        self._versions = {old: name for old, name in self._versions.items() if old in used}
        self._versions[evaluator] = message["version"]
        gc.collect()
        gc.freeze()
        self._pool.serve(evaluator)
        log.info("serving version %s: %s", message["version"], what)

    def _answer_control(self, message: Message) -> None:
        try:
            send(self._control, message)
        except Gone:
            self._closed = True

    def _read_channel(self, channel: Channel) -> None:
        try:
            frames = channel.inbox.receive()
        except Gone:
            self._abandon(channel)
            return
        for message, fd in frames:
            assert fd is not None
            seconds = self._settings.timeout
            if message["timeout"] is not None:
                seconds = min(seconds, message["timeout"])
            job = Job(channel, fd, message["length"], message["client"], seconds)
            channel.job = job
            if self._store is None:
                job.refuse(verdict.unavailable("No data has been loaded yet."))
            elif not self._admission.enqueue(job):
                self._refuse(job, verdict.busy(self._settings))

    def _abandon(self, channel: Channel) -> None:
        """The client has left: end its query and forget the connection."""
        self._selector.unregister(channel.sock)
        channel.close()
        job, channel.job = channel.job, None
        if job is None:
            return
        if job.worker:
            job.worker.end("abandoned")
        else:
            self._admission.withdraw(job)
            job.reply({})
            log.info("a waiting query was abandoned")

    def _read_worker(self, worker: Worker) -> None:
        try:
            frames = worker.inbox.receive()
        except Gone:
            self._bury(worker)
            return
        for message, _ in frames:
            job = worker.job
            assert job is not None
            self._admission.leave(job)
            job.worker = None
            retiring = message.pop("retiring")
            job.reply({**message, "version": self._versions[worker.evaluator]})
            self._pool.done(worker, retiring or job.long)

    def _bury(self, worker: Worker) -> None:
        job, why = worker.job, worker.ended_for
        code, words = self._pool.bury(worker)
        if job is None:
            return
        self._admission.leave(job)
        job.worker = None
        seconds = time.monotonic() - job.started
        if job.channel.job is not job:
            job.reply({})
            log.info("worker %d ended after %.2f s: its query was abandoned", worker.pid, seconds)
        elif why == "timeout":
            self._refuse(job, verdict.timeout(job.seconds), worker.pid)
        elif why == "shed":
            self._refuse(job, verdict.shed(self._settings), worker.pid)
        elif why == "no place":
            self._wait_long(job)
        elif why is None and verdict.cause(code) == "SIGKILL" and job.killed < _AGAIN:
            job.killed += 1
            self._wait_long(job)
        else:
            refusal = verdict.of_crash(code, words, self._settings, job.seconds)
            self._refuse(job, refusal, worker.pid)

    def _wait_long(self, job: Job) -> None:
        job.long, job.waiting_since = True, time.monotonic()
        if not self._admission.enqueue(job):
            self._refuse(job, self._no_place(job))

    def _no_place(self, job: Job) -> Refusal:
        kept_back = self._admission.kept_back(job)
        return (verdict.too_many if kept_back else verdict.busy)(self._settings)

    def _refuse(self, job: Job, refusal: Refusal, pid: int | None = None) -> None:
        who = f"worker {pid}" if pid else "a query"
        log.info("%s of client %r: %s: %s", who, job.client, refusal.status, refusal.message)
        job.refuse(refusal)

    def _start_next(self) -> None:
        while not self._pool.rests() and (job := self._admission.next()):
            if not self._pool.give(job):
                self._admission.leave(job)
                self._refuse(job, verdict.unavailable("No process can be had for the query."))
            elif job.long and job.worker:
                job.worker.renice()

    def _pause(self) -> float | None:
        """Return the seconds until something has to be done, or None where nothing runs."""
        now = time.monotonic()
        ends = [self._clock.next(), self._pool.trims_at()]
        if self._request and not self._heir:
            ends.append(self._no_heir_until)
        if self._pool.rests():
            ends.append(self._pool.resting_until)
        soonest = min((end for end in ends if end is not None), default=None)
        return None if soonest is None else max(0.0, soonest - now)
