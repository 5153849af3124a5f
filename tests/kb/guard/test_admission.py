from dataclasses import dataclass

import pytest

from kb.guard import Settings
from kb.guard.admission import Admission, Load

SETTINGS = Settings(light=2, long=3, long_per_client=2, light_waiting=4, long_waiting=2)


@dataclass(eq=False)
class Job:
    client: str
    long: bool = False
    waiting_since: float = 0.0


@pytest.fixture
def admission():
    return Admission(SETTINGS)


def run(admission, client="a", long=False):
    """Queue a job and start it at once."""
    job = Job(client)
    assert admission.enqueue(job)
    assert admission.next() is job
    assert not long or admission.runs_long(job)
    return job


def test_light_jobs_start_until_the_places_are_taken(admission):
    first = run(admission)
    run(admission)
    waits = Job("a")
    admission.enqueue(waits)

    assert admission.next() is None

    admission.leave(first)

    assert admission.next() is waits


def test_clients_take_turns(admission):
    jobs = [Job("a"), Job("a"), Job("a"), Job("b")]
    for job in jobs:
        admission.enqueue(job)

    started = []
    while job := admission.next():
        started.append(job)
        admission.leave(job)

    assert started == [jobs[0], jobs[3], jobs[1], jobs[2]]


def test_a_full_queue_takes_no_more(admission):
    taken = [admission.enqueue(Job("a")) for _ in range(5)]

    assert taken == [True] * 4 + [False]


def test_a_job_that_runs_long_frees_its_light_place(admission):
    run(admission, long=True)
    run(admission)
    run(admission)

    assert admission.load() == Load(light=2, long=1, light_waiting=0, long_waiting=0)


def test_a_client_has_a_share_of_the_long_places(admission):
    run(admission, "a", long=True)
    run(admission, "a", long=True)

    assert not admission.runs_long(run(admission, "a"))
    assert admission.runs_long(run(admission, "b"))
    assert not admission.runs_long(run(admission, "c"))


def test_a_long_job_waits_for_a_long_place(admission):
    running = [run(admission, "a", long=True), run(admission, "a", long=True)]
    own, other = Job("a", long=True), Job("b", long=True)
    assert admission.enqueue(own)
    assert admission.enqueue(other)
    assert not admission.enqueue(Job("c", long=True))

    assert admission.next() is other
    assert admission.next() is None

    admission.leave(running[0])

    assert admission.next() is own


def test_small_jobs_start_beside_all_the_long_ones(admission):
    for client in ("a", "a", "b"):
        run(admission, client, long=True)
    admission.enqueue(Job("a", long=True))

    run(admission, "a")


def test_a_job_that_is_withdrawn_does_not_start(admission):
    light, long = Job("a"), Job("b", long=True)
    admission.enqueue(light)
    admission.enqueue(long)
    assert admission.waiting() == [long, light]

    admission.withdraw(light)
    admission.withdraw(long)
    admission.withdraw(Job("c"))

    assert admission.waiting() == []
    assert admission.next() is None


def test_all_places_are_free_in_the_end(admission):
    for job in [run(admission, "a", long=True), run(admission, "b"), run(admission, "a")]:
        admission.leave(job)

    assert admission.load() == Load(0, 0, 0, 0)


def test_a_client_that_holds_its_share_is_kept_back_and_others_starve(admission):
    for client in ("a", "a", "b"):
        run(admission, client, long=True)
    own, other = Job("a", long=True), Job("c", long=True)
    admission.enqueue(own)
    assert admission.kept_back(own)
    assert not admission.starves()

    admission.enqueue(other)

    assert not admission.kept_back(other)
    assert admission.starves()
