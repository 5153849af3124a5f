"""The guard: one process, one thread, which holds the store and watches over its workers.

It reads no stranger's text: it passes on files, keeps time, and forks. When the connection to the
process that started it closes, it ends, and all workers with it.
"""

from __future__ import annotations

import gc
import logging
import os
import selectors
import socket
import time
from typing import TYPE_CHECKING

from kb.guard import state, verdict
from kb.guard.admission import Admission
from kb.guard.evaluation import Evaluator
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


class Server:
    """Serves one client process over its control connection until that closes."""

    def __init__(self, control: socket.socket, settings: Settings) -> None:
        self._control = control
        self._inbox = Inbox(control)
        self._settings = settings
        self._selector = selectors.DefaultSelector()
        self._pool = Pool(settings, self._selector)
        self._admission: Admission[Job] = Admission(settings)
        self._store: Store | None = None
        self._versions: dict[Evaluator, str] = {}
        self._publication: Publication | None = None
        self._closed = False

    def run(self) -> None:
        """Serve until the control connection closes, then end all workers."""
        self._selector.register(self._control, selectors.EVENT_READ, None)
        try:
            while not self._closed:
                for key, _ in self._selector.select(self._pause()):
                    self._handle(key.data)
                self._keep_time()
                self._start_next()
                self._pool.fill()
        finally:
            if self._publication:
                self._publication.close()
            self._pool.close()

    def _handle(self, source: Channel | Worker | Publication | None) -> None:
        if source is None:
            self._read_control()
        elif isinstance(source, Channel):
            self._read_channel(source)
        elif isinstance(source, Worker):
            self._read_worker(source)
        else:
            self._finish_publication(source)

    def _read_control(self) -> None:
        try:
            frames = self._inbox.receive()
        except Gone:
            self._closed = True
            return
        for message, fd in frames:
            assert fd is not None
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

    def _serve(self, message: Message, what: str) -> None:
        """Fork workers that see the store as it is now, and say so."""
        assert self._store is not None
        evaluator = Evaluator(self._store, message["prefixes"], self._settings)
        used = {worker.evaluator for worker in self._pool.running()}
        self._versions = {old: name for old, name in self._versions.items() if old in used}
        self._versions[evaluator] = message["version"]
        gc.collect()
        gc.freeze()
        self._pool.serve(evaluator)
        log.info("serving version %s: %s", message["version"], what)
        self._answer_control({})

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
        elif why == "no place":
            job.long, job.waiting_since = True, time.monotonic()
            if not self._admission.enqueue(job):
                self._refuse(job, verdict.busy(self._settings), worker.pid)
        else:
            refusal = verdict.of_crash(code, words, self._settings, job.seconds)
            self._refuse(job, refusal, worker.pid)

    def _refuse(self, job: Job, refusal: Refusal, pid: int | None = None) -> None:
        who = f"worker {pid}" if pid else "a query"
        log.info("%s of client %r: %s: %s", who, job.client, refusal.status, refusal.message)
        job.refuse(refusal)

    def _keep_time(self) -> None:
        """End what has run or waited for too long, and make room beside what runs long."""
        now = time.monotonic()
        for worker in self._pool.running():
            job = worker.job
            if job is None or worker.ended_for:
                continue
            if now >= job.started + job.seconds:
                worker.end("timeout")
            elif not job.long and now >= job.started + self._settings.long_after:
                if self._admission.runs_long(job):
                    worker.renice()
                else:
                    worker.end("no place")
        for job in self._admission.waiting():
            if now >= job.waiting_since + self._settings.wait:
                self._admission.withdraw(job)
                self._refuse(job, verdict.busy(self._settings))

    def _start_next(self) -> None:
        while job := self._admission.next():
            if not self._pool.give(job):
                self._admission.leave(job)
                self._refuse(job, verdict.unavailable("No process can be had for the query."))
            elif job.long and job.worker:
                job.worker.renice()

    def _pause(self) -> float | None:
        """Return the seconds until time has to be kept again, or None where nothing runs."""
        settings = self._settings
        ends = [job.waiting_since + settings.wait for job in self._admission.waiting()]
        for worker in self._pool.running():
            if worker.job and not worker.ended_for:
                seconds = worker.job.seconds
                after = seconds if worker.job.long else min(seconds, settings.long_after)
                ends.append(worker.job.started + after)
        if self._pool.resting_until:
            ends.append(self._pool.resting_until)
        return max(0.0, min(ends) - time.monotonic()) if ends else None
