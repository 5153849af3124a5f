"""Which query is evaluated next, and which has to wait or is refused.

A query begins in a light place. One that is still running after `long_after` needs a long place,
of which there are few, and a client may hold only a share. Where none is free it is stopped and
waits, to start anew in a long place; so small queries always find a place, whoever asks them. The
light ones are taken from the clients in turn.
"""

from __future__ import annotations

from collections import Counter, OrderedDict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from kb.guard.settings import Settings


class Asked(Protocol):
    """What the order of queries depends on."""

    client: str
    long: bool
    waiting_since: float


A = TypeVar("A", bound=Asked)


@dataclass(frozen=True, slots=True)
class Load:
    """How many queries run and wait."""

    light: int
    long: int
    light_waiting: int
    long_waiting: int


class Admission(Generic[A]):
    """The places and the queues before them; it starts and stops nothing itself."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._light_waiting: OrderedDict[str, deque[A]] = OrderedDict()
        self._long_waiting: deque[A] = deque()
        self._light = 0
        self._long: Counter[str] = Counter()

    def enqueue(self, job: A) -> bool:
        """Queue a job and return True, or return False where the queue is full."""
        if job.long:
            full = len(self._long_waiting) >= self._settings.long_waiting
            if not full:
                self._long_waiting.append(job)
            return not full
        full = self._count_light() >= self._settings.light_waiting
        if not full:
            self._light_waiting.setdefault(job.client, deque()).append(job)
        return not full

    def next(self) -> A | None:
        """Take the job that may start now out of its queue and give it a place, if there is one."""
        if self._light < self._settings.light and self._light_waiting:
            client, jobs = self._light_waiting.popitem(last=False)
            job = jobs.popleft()
            if jobs:
                self._light_waiting[client] = jobs
            self._light += 1
            return job
        for job in self._long_waiting:
            if self._long_free(job.client):
                self._long_waiting.remove(job)
                self._long[job.client] += 1
                return job
        return None

    def runs_long(self, job: A) -> bool:
        """Move a running job to a long place and return True, or return False if none is free."""
        if not self._long_free(job.client):
            return False
        self._light -= 1
        self._long[job.client] += 1
        job.long = True
        return True

    def leave(self, job: A) -> None:
        """Free the place of a job that runs no more."""
        if not job.long:
            self._light -= 1
            return
        self._long[job.client] -= 1
        if not self._long[job.client]:
            del self._long[job.client]

    def withdraw(self, job: A) -> None:
        """Take a waiting job out of its queue, wherever it stands; it may be in none."""
        if job in self._long_waiting:
            self._long_waiting.remove(job)
        jobs = self._light_waiting.get(job.client)
        if jobs and job in jobs:
            jobs.remove(job)
            if not jobs:
                del self._light_waiting[job.client]

    def kept_back(self, job: A) -> bool:
        """Tell whether it is its client's share that keeps a job from a long place."""
        return job.long and self._long[job.client] >= self._settings.long_per_client

    def starves(self) -> bool:
        """Tell whether a job waits for a long place although its client has a share left."""
        return any(not self.kept_back(job) for job in self._long_waiting)

    def waiting(self) -> list[A]:
        """Return the jobs that wait, those that have run long first."""
        light = (job for jobs in self._light_waiting.values() for job in jobs)
        return [*self._long_waiting, *light]

    def load(self) -> Load:
        """Return how many jobs run and wait."""
        running = self._long.total()
        return Load(self._light, running, self._count_light(), len(self._long_waiting))

    def _count_light(self) -> int:
        return sum(map(len, self._light_waiting.values()))

    def _long_free(self, client: str) -> bool:
        settings = self._settings
        return self._long.total() < settings.long and self._long[client] < settings.long_per_client
