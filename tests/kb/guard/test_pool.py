import os
import signal
from concurrent.futures import ThreadPoolExecutor

from kb.guard import Answer, Query

ROW = "SELECT ?o { e:s1 e:p0 ?o }"


def test_workers_are_kept_ready(new_guard, processes, soon):
    guard = new_guard(warm=3)

    assert soon(lambda: len(processes(guard.pid)) == 3)


def test_killed_workers_are_replaced(new_guard, processes, soon):
    guard = new_guard()
    killed = processes(guard.pid)
    for pid in killed:
        os.kill(pid, signal.SIGKILL)

    assert soon(lambda: isinstance(guard.query(Query(ROW)), Answer))
    assert soon(lambda: len(processes(guard.pid) - killed) >= 4)


def test_there_are_only_as_many_as_run_at_once_and_are_kept_ready(new_guard, processes):
    guard = new_guard(warm=2, light=3, long=1)

    with ThreadPoolExecutor(20) as threads:
        list(threads.map(guard.query, [Query(ROW)] * 400))

    assert 2 <= len(processes(guard.pid)) <= 6


def test_a_worker_that_has_served_its_share_is_replaced(new_guard, processes, soon):
    guard = new_guard(warm=1, served=3)
    first = processes(guard.pid)

    answers = [guard.query(Query(ROW)) for _ in range(10)]

    assert all(isinstance(answer, Answer) for answer in answers)
    assert soon(lambda: not first & processes(guard.pid))


def test_a_worker_that_has_grown_is_replaced(new_guard, processes, soon):
    guard = new_guard(warm=1, grown=1 << 20)
    first = processes(guard.pid)
    large = " ".join(f'"{index:0100}"' for index in range(5000))

    assert guard.query(Query(f"SELECT * {{ VALUES ?x {{ {large} }} }}")).rows == 5000
    assert soon(lambda: not first & processes(guard.pid))


def test_a_worker_that_has_run_long_is_replaced(new_guard, processes, soon):
    guard = new_guard(warm=1, long_after=0.01)
    first = processes(guard.pid)
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(STRLEN(?c) > 0) }"

    assert guard.query(Query(slow)).rows == 1
    assert soon(lambda: not first & processes(guard.pid))
