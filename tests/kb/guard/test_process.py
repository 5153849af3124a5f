import os
import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Event

import pytest

from kb.guard import Query, Settings
from kb.guard.process import GuardProcess
from kb.guard.wire import Gone


@pytest.fixture
def sockets():
    """Tells how many sockets this process holds."""

    def count() -> int:
        held = 0
        for descriptor in Path("/proc/self/fd").iterdir():
            try:
                held += str(descriptor.readlink()).startswith("socket:")
            except FileNotFoundError:
                continue
        return held

    return count


def test_asking_one_that_has_been_killed_leaves_no_socket_behind(sockets):
    before = sockets()
    process = GuardProcess.started(Settings())
    os.kill(process.pid, signal.SIGKILL)
    process.wait()

    with pytest.raises(Gone):
        process.ask(Query("ASK {}"), lambda: True)

    process.stop()
    assert sockets() == before


def test_an_answer_that_comes_while_it_is_stopped_leaves_no_socket_behind(sockets):
    before = sockets()
    process = GuardProcess.started(Settings())
    asked, stopped = Event(), Event()

    def alive() -> bool:
        asked.set()
        return stopped.wait(10)

    with ThreadPoolExecutor(1) as threads:
        flight = threads.submit(process.ask, Query("ASK {}"), alive)
        assert asked.wait(10)
        process.stop()
        stopped.set()
        with suppress(Gone):
            flight.result()

    assert sockets() == before
