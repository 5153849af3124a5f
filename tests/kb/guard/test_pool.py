import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from kb.guard import Answer, Query

ROW = "SELECT ?o { e:s1 e:p0 ?o }"


def test_workers_are_kept_ready(new_guard, processes, soon):
    guard = new_guard(warm=3)

    # Beside the workers there is the heir.
    assert soon(lambda: len(processes(guard.pid)) == 3 + 1)


def test_killed_workers_are_replaced(new_guard, processes, soon):
    guard = new_guard()
    killed = processes(guard.pid)
    for pid in killed:
        os.kill(pid, signal.SIGKILL)

    assert soon(lambda: isinstance(guard.query(Query(ROW)), Answer))
    assert soon(lambda: len(processes(guard.pid) - killed) >= 4 + 1)


def test_after_a_rush_only_the_ready_ones_are_left(new_guard, endless, processes, soon):
    guard = new_guard(warm=1, timeout=0.5)

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(guard.query, [Query(endless)] * 6 + [Query(ROW)] * 100))

    assert soon(lambda: len(processes(guard.pid)) == 1 + 1)


def test_there_are_only_as_many_as_run_at_once_and_are_kept_ready(new_guard, processes):
    guard = new_guard(warm=2, light=3, long=1)

    with ThreadPoolExecutor(20) as threads:
        list(threads.map(guard.query, [Query(ROW)] * 400))

    assert 2 <= len(processes(guard.pid)) - 1 <= 6


@pytest.fixture
def workers(processes):
    """Tells the ids of a guard's workers; the heir, once it is announced, is none."""

    def list_(guard) -> set[int]:
        while not guard._process._heir:
            time.sleep(0.01)
        return processes(guard.pid) - {guard._process._heir.pid}

    return list_


def test_a_worker_that_has_served_its_share_is_replaced(new_guard, workers, soon):
    guard = new_guard(warm=1, served=3)
    first = workers(guard)

    answers = [guard.query(Query(ROW)) for _ in range(10)]

    assert all(isinstance(answer, Answer) for answer in answers)
    assert soon(lambda: not first & workers(guard))


def test_a_worker_that_has_grown_is_replaced(new_guard, workers, soon):
    guard = new_guard(warm=1, grown=1 << 20)
    first = workers(guard)
    large = " ".join(f'"{index:0100}"' for index in range(5000))

    assert guard.query(Query(f"SELECT * {{ VALUES ?x {{ {large} }} }}")).rows == 5000
    assert soon(lambda: not first & workers(guard))


def test_a_worker_that_has_run_long_is_replaced(new_guard, workers, soon):
    guard = new_guard(warm=1, long_after=0.01)
    first = workers(guard)
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(STRLEN(?c) > 0) }"

    assert guard.query(Query(slow)).rows == 1
    assert soon(lambda: not first & workers(guard))
