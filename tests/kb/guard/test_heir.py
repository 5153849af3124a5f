"""A guard that is killed is succeeded at once, by a process that had the store already."""

import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from kb.guard import Answer, Guard, Query, Settings

pytestmark = pytest.mark.slow

ROW = "SELECT ?o { e:s1 e:p0 ?o }"


def announced(guard) -> int:
    """The id of the heir that the guard has left."""
    return guard._process._heir.pid


def kill(guard, soon) -> int:
    """Kill the guard once it has an heir; returns the heir's id."""
    assert soon(lambda: guard._process and guard._process._heir)
    heir = announced(guard)
    os.kill(guard.pid, signal.SIGKILL)
    return heir


def test_an_heir_takes_over_with_the_present_state(new_guard, quads, tmp_path, soon):
    guard = new_guard()
    first = announced(guard) if soon(lambda: guard._process._heir) else None
    second = tmp_path / "second.nq"
    second.write_text(quads(10, "w"))
    guard.publish(second, "second")
    assert soon(lambda: announced(guard) != first)

    heir = kill(guard, soon)
    answer = guard.query(Query(ROW))

    assert (answer.version, guard.pid) == ("second", heir)


def test_heirs_have_heirs(new_guard, soon):
    guard = new_guard()
    for _ in range(5):
        heir = kill(guard, soon)
        assert isinstance(guard.query(Query(ROW)), Answer)
        assert guard.pid == heir


def test_an_heir_takes_new_states_and_holds_to_the_limits(
    new_guard, endless, quads, tmp_path, soon
):
    guard = new_guard(timeout=0.5)
    kill(guard, soon)
    second = tmp_path / "second.nq"
    second.write_text(quads(1000, "w"))

    guard.publish(second, "second")

    assert guard.query(Query(endless)).status == "timeout"
    assert guard.query(Query(ROW)).version == "second"


def test_an_heir_that_was_killed_is_replaced(new_guard, soon):
    guard = new_guard()
    assert soon(lambda: guard._process._heir)
    killed = announced(guard)

    os.kill(killed, signal.SIGKILL)

    assert soon(lambda: announced(guard) != killed)


def test_without_an_heir_a_new_guard_loads_the_state(new_guard, soon):
    guard = new_guard()
    assert soon(lambda: guard._process._heir)
    before = guard.pid
    guard._process._heir._control.close()
    os.kill(before, signal.SIGKILL)

    assert isinstance(guard.query(Query(ROW)), Answer)
    assert guard.pid != before


def test_no_process_is_left_of_a_guard_that_was_succeeded(file, processes, soon):
    guard = Guard(Settings())
    guard.start()
    guard.publish(file, "first")
    kill(guard, soon)
    assert soon(lambda: guard._process and guard._process._heir)
    assert isinstance(guard.query(Query("ASK {}")), Answer)
    family = {guard.pid, announced(guard)} | processes(guard.pid)

    guard.close()

    assert soon(lambda: not any(processes(pid) or exists(pid) for pid in family))


def test_every_client_is_answered_while_guards_and_workers_are_killed(new_guard, processes, soon):
    guard = new_guard()
    done = threading.Event()
    answers = []

    def ask() -> None:
        while not done.is_set():
            answers.append(guard.query(Query(ROW)))

    with ThreadPoolExecutor(4) as threads:
        for _ in range(4):
            threads.submit(ask)
        for _ in range(3):
            kill(guard, soon)
            assert soon(lambda: guard.pid and len(processes(guard.pid)) > 3)
            for worker in processes(guard.pid) - {announced_or_none(guard)}:
                with suppress(ProcessLookupError):
                    os.kill(worker, signal.SIGKILL)
            seen = len(answers)
            assert soon(lambda seen=seen: len(answers) > seen + 20)
        done.set()

    assert [answer for answer in answers if not isinstance(answer, Answer)] == []
    assert len({answer.body for answer in answers}) == 1


def announced_or_none(guard) -> int | None:
    heir = guard._process and guard._process._heir
    return heir.pid if heir else None


def exists(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"
