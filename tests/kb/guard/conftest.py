"""A small graph, guards that serve it, and a look at which processes there are."""

import time
from pathlib import Path

import pytest

from kb.guard import Guard, Settings

PREFIXES = {"e": "https://example.org/"}


@pytest.fixture(scope="session")
def quads():
    """Writes so many N-Quads, five of a subject, of which the last is in a graph of its own."""

    def write(count: int, value: str = "v") -> str:
        lines = []
        for index in range(count):
            subject, number = divmod(index, 5)
            graph = f" <https://example.org/g{subject}>" if number == 4 else ""
            lines.append(
                f"<https://example.org/s{subject}> <https://example.org/p{number}> "
                f'"{value}{index}"{graph} .\n'
            )
        return "".join(lines)

    return write


@pytest.fixture(scope="session")
def file(tmp_path_factory, quads) -> Path:
    path = tmp_path_factory.mktemp("guard") / "state.nq"
    path.write_text(quads(2000))
    return path


@pytest.fixture(scope="session")
def endless() -> str:
    """A cross product that nothing answers while a test runs."""
    return "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="session")
def guard(file):
    """One guard for all tests that do it no harm."""
    with Guard(Settings(timeout=5, cache=0), PREFIXES) as running:
        running.publish(file, "first")
        yield running


@pytest.fixture
def new_guard(file):
    """Starts guards of one's own, which may come to harm and keep no answers unless told to."""
    started = []

    def start(**settings) -> Guard:
        running = Guard(Settings(**{"cache": 0, **settings}), PREFIXES)
        started.append(running)
        running.start()
        running.publish(file, "first")
        return running

    yield start
    for running in started:
        running.close()


@pytest.fixture(scope="session")
def processes():
    """Tells which processes below this one live: those that it has started, and those of them."""

    def below(pid: int) -> set[int]:
        parents = {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                text = stat.read_text()
            except (FileNotFoundError, ProcessLookupError):
                continue
            state, parent = text.rpartition(")")[2].split()[:2]
            if state not in "ZX":
                parents[int(stat.parent.name)] = int(parent)
        found: set[int] = set()
        ahead = [pid] if pid in parents else []
        while ahead:
            above = ahead.pop()
            new = {child for child, parent in parents.items() if parent == above} - found
            found |= new
            ahead += new
        return found

    return below


@pytest.fixture(scope="session")
def soon():
    """Tells whether something becomes true before a bound that only a hang reaches."""

    def wait(condition, seconds: float = 10) -> bool:
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                return False
            time.sleep(0.01)
        return True

    return wait
