"""What time does to queries: which have run or waited for too long, and when to look again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.guard.admission import Admission
    from kb.guard.jobs import Job
    from kb.guard.pool import Pool, Worker
    from kb.guard.settings import Settings

_LEAST = 0.01
"""Seconds between two looks at one query at least; the system counts no finer."""


class Clock:
    """Keeps the time of the queries that run in the pool and wait for admission."""

    def __init__(self, settings: Settings, pool: Pool, admission: Admission[Job]) -> None:
        self._settings = settings
        self._pool = pool
        self._admission = admission

    def tick(self) -> list[Job]:
        """End what has run for too long, and make room beside what runs long.

        Returns the jobs that have waited for too long; they are in no queue any more.
        """
        now = time.monotonic()
        for worker in self._pool.running():
            job = worker.job
            if job is None or worker.ended_for:
                continue
            if now >= job.started + job.seconds:
                worker.end("timeout")
            elif not job.long and worker.spent() >= self._light():
                if self._admission.runs_long(job):
                    worker.renice()
                else:
                    worker.end("no place")
        oldest = self._may_be_shed()
        if oldest and oldest.job and now >= oldest.job.started + self._settings.shed_after:
            oldest.end("shed")
        late = [
            job
            for job in self._admission.waiting()
            if now >= job.waiting_since + self._settings.wait
        ]
        for job in late:
            self._admission.withdraw(job)
        return late

    def next(self) -> float | None:
        """Return when time has to be kept again, or None where nothing runs or waits."""
        settings = self._settings
        ends = [job.waiting_since + settings.wait for job in self._admission.waiting()]
        for worker in self._pool.running():
            if worker.job and not worker.ended_for:
                ends.append(worker.job.started + worker.job.seconds)
                if not worker.job.long:
                    left = max(_LEAST, self._light() - worker.spent())
                    ends.append(time.monotonic() + left)
        oldest = self._may_be_shed()
        if oldest and oldest.job:
            ends.append(oldest.job.started + settings.shed_after)
        return min(ends, default=None)

    def _light(self) -> float:
        """Return the processor seconds that make a query long at the moment."""
        waits = self._admission.load().light_waiting
        return self._settings.long_after_waiting if waits else self._settings.long_after

    def _may_be_shed(self) -> Worker | None:
        """Return the worker of the oldest long query while another client's waits for its place."""
        if not self._admission.starves():
            return None
        long = [worker for worker in self._pool.running() if worker.job and worker.job.long]
        if any(worker.ended_for for worker in long):
            return None
        return min(long, key=lambda worker: worker.job.started if worker.job else 0, default=None)
