import signal

import pytest

from kb.guard import Settings
from kb.guard.verdict import cause, of_crash

SETTINGS = Settings(memory=64 << 20)


@pytest.mark.parametrize(
    ("code", "words", "status", "limit"),
    [
        (-signal.SIGSEGV, "", "too_complex", None),
        (-signal.SIGABRT, "thread has overflowed its stack", "too_complex", None),
        (-signal.SIGABRT, "memory allocation of 9 bytes failed", "too_large", "64 MiB"),
        (1, "Traceback: MemoryError", "too_large", "64 MiB"),
        (-signal.SIGXCPU, "", "timeout", "3 s"),
        (-signal.SIGKILL, "", "unavailable", None),
        (0xC00000FD, "", "too_complex", None),
    ],
)
def test_what_a_crash_tells_of_the_query(code, words, status, limit):
    refusal = of_crash(code, words, SETTINGS, 3)

    assert (refusal.status, refusal.limit) == (status, limit)


def test_the_cause_is_named():
    assert cause(-9) == "SIGKILL"
    assert cause(3) == "exit code 3"
