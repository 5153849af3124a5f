"""What a worker takes from itself before it sees the first query.

Address space, core dumps, processes and open files are set once and for all; processor time and
the size of the answer anew for each query. As the superuser the limit on processes does not hold.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kb.guard.settings import Settings

_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38
_REQUEST = 1 << 24
_MOST_FDS = 1 << 20


def end_with_parent(parent: int, lifeline: int, portable: bool) -> None:
    """Make this process end when its parent ends.

    Linux sends a signal; elsewhere a thread waits at `lifeline`, a pipe that closes with the
    parent. Call it before `confine`, which leaves no room for another thread.
    """
    if not portable and sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(0)
        return

    def watch() -> None:
        os.read(lifeline, 1)
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()


def close_all_but(kept: Iterable[int]) -> None:
    """Close every descriptor of this process but these."""
    begin = 0
    for fd in sorted(kept):
        if begin < fd:
            os.closerange(begin, fd)
        begin = fd + 1
    highest, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    os.closerange(begin, highest if 0 < highest < _MOST_FDS else _MOST_FDS)


def confine(settings: Settings, files: int) -> None:
    """Lower this process's limits for good; descriptors can be open below the number `files`.

    While a query runs they are all taken, the last by the file for its answer, so that nothing a
    query does can open a socket or another file.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    _lower(resource.RLIMIT_AS, _address_space() + settings.memory)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_NPROC, 0)
    _lower(resource.RLIMIT_FSIZE, settings.result + _REQUEST)
    _lower(resource.RLIMIT_NOFILE, files)


def allow(settings: Settings, request: int) -> None:
    """Set the limits of one query, whose request takes this many bytes of the shared file.

    The processor time is a second line: the guard ends a worker by the clock before.
    """
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime + settings.timeout) + 2
    for limit, value in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, settings.result + request),
    ):
        _, hard = resource.getrlimit(limit)
        resource.setrlimit(limit, (value, hard))


def peak_memory() -> int:
    """Return the most bytes that this process has held in memory at once."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _lower(limit: int, value: int) -> None:
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(limit, (value, value))


def _address_space() -> int:
    """Return the bytes of address space in use, or of memory where the system does not tell."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text("ascii").split()[0]) * resource.getpagesize()
    return peak_memory()
