import os
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kb.guard import Answer, Query

pytestmark = pytest.mark.slow

ROW = "SELECT ?o { e:s1 e:p0 ?o }"
MODES = pytest.mark.parametrize("mode", [{}, {"portable": True}], ids=["linux", "portable"])


@MODES
def test_a_query_is_ended_at_its_limit_and_its_worker_is_gone(
    new_guard, endless, processes, soon, mode
):
    guard = new_guard(timeout=0.5, **mode)
    before = processes(guard.pid)
    begun = time.monotonic()

    refusal = guard.query(Query(endless, timeout=99))

    assert (refusal.status, refusal.limit) == ("timeout", "0.5 s")
    assert time.monotonic() - begun < 5
    assert soon(lambda: len(before - processes(guard.pid)) == 1)
    assert soon(lambda: len(processes(guard.pid)) >= 4)
    assert isinstance(guard.query(Query(ROW)), Answer)


def test_a_query_can_lower_its_limit(guard, endless):
    assert guard.query(Query(endless, timeout=0.1)).limit == "0.1 s"


def test_deep_nesting_that_overflows_the_stack_ends_that_query_alone(new_guard, caplog):
    guard = new_guard(depth=10_000, operators=10_000)
    deep = "SELECT (" + "CONCAT('a'," * 5000 + "'b'" + ")" * 5000 + " AS ?x) {}"

    with ThreadPoolExecutor(4) as threads:
        crashing = threads.submit(guard.query, Query(deep))
        others = list(threads.map(guard.query, [Query(ROW)] * 20))

    assert crashing.result().status == "too_complex"
    assert all(isinstance(answer, Answer) for answer in others)


@MODES
def test_a_memory_bomb_ends_that_query_alone(new_guard, mode):
    guard = new_guard(memory=64 << 20, **mode)
    grown = "REPLACE(" * 6 + f'"{"x" * 1000}"' + ', "x", "xxxxxxxx")' * 6

    refusal = guard.query(Query(f"SELECT (STRLEN({grown}) AS ?n) {{}}"))

    assert (refusal.status, refusal.limit) == ("too_large", "64 MiB")
    assert isinstance(guard.query(Query(ROW)), Answer)


@MODES
def test_an_answer_that_is_too_large_is_refused_whole(new_guard, mode):
    guard = new_guard(result=10_000, **mode)

    refusal = guard.query(Query("SELECT * { ?s ?p ?o }"))

    assert (refusal.status, refusal.limit) == ("too_large", "0.00953674 MiB")
    assert len(guard.query(Query("SELECT * { ?s ?p ?o } LIMIT 50")).body) < 10_000


@pytest.fixture
def listener():
    """A socket that counts who connects to it."""
    hits = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def count() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                hits.append(1)
                connection.close()

        threading.Thread(target=count, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/", hits
        server.shutdown(socket.SHUT_RDWR)


def test_no_query_reaches_another_server(guard, listener):
    address, hits = listener
    for text in (
        f"ASK {{ SERVICE <{address}> {{}} }}",
        f"ASK {{ service silent <{address}> {{}} }}",
        f"PREFIX a: <{address}> ASK {{ ?s ?p true.SERVICEa:x {{}} }}",
        f"PREFIX a: <{address}> ASK {{ FILTER(1<2)SERVICE a:x#>\n{{}} }}",
        f"LOAD <{address}>",
        f"PREFIX a: <{address}> LOAD SILENT a:x INTO GRAPH <g>",
    ):
        assert guard.query(Query(text)).status == "forbidden"
    guard.query(Query(f"SELECT * FROM <{address}> FROM NAMED <{address}> {{ ?s ?p ?o }}"))
    guard.query(Query("ASK { ?s ?p ?o }", default_graphs=(address,)))

    assert hits == []


def test_small_queries_are_answered_beside_long_ones_of_the_same_client(new_guard, endless):
    guard = new_guard(timeout=2, wait=2)

    with ThreadPoolExecutor(58) as threads:
        heavy = [threads.submit(guard.query, Query(endless, client="school")) for _ in range(8)]
        time.sleep(0.1)
        small = [threads.submit(guard.query, Query(ROW, client="school")) for _ in range(50)]
        answers = [each.result() for each in small]
        refusals = [each.result() for each in heavy]

    assert all(isinstance(answer, Answer) for answer in answers), answers
    assert {refusal.status for refusal in refusals} <= {"timeout", "too_many", "busy"}


def test_when_too_many_wait_the_next_is_told_when_to_come_back(new_guard, endless):
    guard = new_guard(timeout=1, light=1, long=1, light_waiting=1, long_waiting=1, wait=0.5)

    with ThreadPoolExecutor(8) as threads:
        refusals = list(threads.map(guard.query, [Query(endless)] * 8))

    statuses = [refusal.status for refusal in refusals]
    assert set(statuses) <= {"timeout", "busy", "too_many"}
    assert len(set(statuses)) > 1
    assert {refusal.retry_seconds for refusal in refusals if refusal.status != "timeout"} == {1}
    assert isinstance(guard.query(Query(ROW)), Answer)


def test_the_guard_ends_with_the_process_that_started_it(file, processes, soon):
    script = (
        "import sys, time; from pathlib import Path; from kb.guard import Guard, Query\n"
        "guard = Guard(); guard.start(); guard.publish(Path(sys.argv[1]), 'v')\n"
        "print(guard.pid, flush=True); guard.query(Query(sys.argv[2]))"
    )
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with subprocess.Popen(
        [sys.executable, "-c", script, str(file), endless],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as parent:
        guard = int(parent.stdout.readline())
        family = {guard} | processes(guard)
        assert len(family) >= 5
        parent.kill()

    assert soon(lambda: not any(alive(pid) for pid in family))


@pytest.mark.parametrize("mode", ["linux", "portable"])
def test_workers_end_with_a_guard_that_was_killed(new_guard, endless, processes, soon, mode):
    guard = new_guard(timeout=60, portable=mode == "portable")
    with ThreadPoolExecutor(1) as threads:
        killed = guard.pid
        flight = threads.submit(guard.query, Query(endless), lambda: guard.pid == killed)
        time.sleep(0.2)
        assert soon(lambda: guard._process._heir)
        workers = processes(killed) - {guard._process._heir.pid}
        os.kill(killed, signal.SIGKILL)
        assert soon(lambda: not any(alive(pid) for pid in workers))
        assert soon(lambda: guard.pid not in (None, killed))
        flight.result()


def test_an_interrupt_from_the_terminal_does_not_end_the_guard(guard):
    pid = guard.pid
    os.kill(pid, signal.SIGINT)

    assert isinstance(guard.query(Query(ROW)), Answer)
    assert guard.pid == pid


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"
