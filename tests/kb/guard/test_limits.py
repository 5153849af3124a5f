"""Each limit is tried in a process of its own, for what it takes away is gone for good."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow

BEGIN = """
import os, resource, socket, tempfile
import pyoxigraph
from kb.guard import Settings, limits
from kb.guard.interpreter import environment
settings = Settings(memory=64 << 20, result=1000)
"""


def run(script: str, *arguments: str) -> str:
    """What the script prints, or the name of what ended it."""
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + script, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout.strip() or str(done.returncode)


def test_no_query_can_open_a_socket_even_past_the_precheck():
    """SERVICE fails, as no descriptor is left for a connection; the listener sees nobody."""
    script = """
server = socket.create_server(("127.0.0.1", 0))
server.settimeout(1)
address = f"http://127.0.0.1:{server.getsockname()[1]}/"
answer = tempfile.TemporaryFile()
highest = max(int(fd) for fd in os.listdir("/dev/fd") if os.path.exists(f"/dev/fd/{fd}"))
limits.confine(settings, highest + 1)
try:
    print(list(pyoxigraph.Store().query(f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}")))
except OSError as error:
    print("refused:", error)
try:
    server.accept()
    print("it came through")
except (TimeoutError, OSError) as error:
    print("nobody came")
"""
    printed = run(script)

    assert "refused" in printed
    assert "it came through" not in printed


def test_memory_is_bounded():
    assert run("limits.confine(settings, 64); print(len(bytearray(32 << 20)))") == str(32 << 20)
    assert run("limits.confine(settings, 64); print(len(bytearray(128 << 20)))") == "1"


def test_a_file_is_bounded_for_each_query():
    script = """
limits.confine(settings, 64)
file = tempfile.TemporaryFile()
for request in (0, 500):
    limits.allow(settings, request)
    try:
        os.pwrite(file.fileno(), b"x", request + 999)
        os.pwrite(file.fileno(), b"x", request + 1000)
    except OSError as error:
        print(error.errno)
"""
    assert run(script) == "27\n27"


def test_processor_time_is_bounded():
    script = """
from dataclasses import replace
limits.allow(replace(settings, timeout=-2), 0)
while True: pass
"""
    assert run(script) == "-24"


def test_no_core_is_dumped_and_no_limit_can_be_raised_again():
    script = """
limits.confine(settings, 64)
print(resource.getrlimit(resource.RLIMIT_CORE), resource.getrlimit(resource.RLIMIT_NPROC))
print({resource.getrlimit(each)[0] == resource.getrlimit(each)[1]
    for each in (resource.RLIMIT_AS, resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE)})
"""
    assert run(script) == "(0, 0) (0, 0)\n{True}"


@pytest.mark.parametrize("kept", [(0, 1, 2), (0, 1, 2, 5), (1,)])
def test_all_descriptors_but_the_kept_are_closed(kept):
    script = f"""
import sys
for _ in range(10): os.open("/dev/null", os.O_RDONLY)
limits.close_all_but({kept})
print([fd for fd in range(20) if os.path.exists(f"/proc/self/fd/{{fd}}")])
"""
    assert run(script) == str(list(kept))
