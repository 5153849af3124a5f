"""What a moment does to running and waiting queries, with workers that only remember their end."""

import time
from dataclasses import dataclass, field

import pytest

from kb.guard import Settings
from kb.guard.admission import Admission
from kb.guard.clock import Clock

SETTINGS = Settings(timeout=10, light=2, long=2, long_per_client=1, long_after=0.25, wait=5)


@dataclass(eq=False)
class Job:
    client: str = "a"
    long: bool = False
    started: float = field(default_factory=time.monotonic)
    waiting_since: float = field(default_factory=time.monotonic)
    seconds: float = 10.0


@dataclass(eq=False)
class Worker:
    job: Job
    ended_for: str | None = None
    reniced: bool = False

    def spent(self) -> float:
        return time.monotonic() - self.job.started

    def end(self, why: str) -> None:
        self.ended_for = why

    def renice(self) -> None:
        self.reniced = True


class Pool(list):
    def running(self):
        return list(self)


@pytest.fixture
def house():
    """A clock with its pool and admission."""
    pool, admission = Pool(), Admission(SETTINGS)
    return Clock(SETTINGS, pool, admission), pool, admission


def start(pool, admission, **about) -> Worker:
    ago = about.pop("ago", 0.0)
    job = Job(**about, started=time.monotonic() - ago)
    long, job.long = job.long, False
    admission.enqueue(job)
    assert admission.next() is job
    assert not long or admission.runs_long(job)
    pool.append(Worker(job))
    return pool[-1]


def test_a_query_ends_at_its_limit(house):
    clock, pool, admission = house
    late, early = start(pool, admission, ago=11), start(pool, admission, ago=0)

    assert clock.tick() == []
    assert (late.ended_for, early.ended_for) == ("timeout", None)


def test_one_that_has_run_long_takes_a_long_place_or_goes_back(house):
    clock, pool, admission = house
    first, second = start(pool, admission, ago=1), start(pool, admission, ago=1)

    clock.tick()

    assert (first.job.long, first.reniced, first.ended_for) == (True, True, None)
    assert second.ended_for == "no place"


def test_the_oldest_long_query_makes_room_for_another_client(house):
    clock, pool, admission = house
    younger = start(pool, admission, client="a", long=True, ago=2)
    oldest = start(pool, admission, client="b", long=True, ago=3)
    admission.enqueue(Job("c", long=True))

    clock.tick()
    clock.tick()

    assert (younger.ended_for, oldest.ended_for) == (None, "shed")


def test_no_query_makes_room_for_more_of_the_same_client_or_before_its_second_is_over(house):
    clock, pool, admission = house
    worker = start(pool, admission, client="a", long=True, ago=3)
    young = start(pool, admission, client="b", long=True, ago=0.5)
    admission.enqueue(Job("a", long=True))
    clock.tick()
    assert worker.ended_for is None

    pool.remove(worker)
    admission.enqueue(Job("c", long=True))
    clock.tick()
    assert young.ended_for is None


def test_who_has_waited_for_too_long_leaves_the_queue(house):
    clock, _, admission = house
    late = Job(waiting_since=time.monotonic() - 6)
    admission.enqueue(late)

    assert clock.tick() == [late]
    assert admission.waiting() == []


def test_it_looks_again_at_what_happens_first(house):
    clock, pool, admission = house
    assert clock.next() is None

    worker = start(pool, admission)

    assert clock.next() == pytest.approx(worker.job.started + SETTINGS.long_after)


def test_a_query_is_long_sooner_while_others_wait(house):
    clock, pool, admission = house
    worker = start(pool, admission, ago=0.1)
    start(pool, admission, ago=0.1)
    clock.tick()
    assert not worker.job.long

    admission.enqueue(Job("b"))
    clock.tick()

    assert worker.job.long
