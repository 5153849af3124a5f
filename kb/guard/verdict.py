"""What is told of a query that was ended, or that has ended its worker."""

from __future__ import annotations

import math
import signal
from dataclasses import replace
from typing import TYPE_CHECKING

from kb.guard.messages import Refusal
from kb.guard.settings import MIB

if TYPE_CHECKING:
    from kb.guard.settings import Settings

_LESS = "Ask for less: fewer patterns without a common variable, a LIMIT inside, fixed subjects."
_WINDOWS_STACK_OVERFLOW = 0xC00000FD


def timeout(seconds: float) -> Refusal:
    """The query ran for as long as it may."""
    limit = f"{seconds:g} s"
    return Refusal("timeout", f"The query was ended after {limit}.", _LESS, limit)


def busy(settings: Settings) -> Refusal:
    """No place came free for the query in time, or too many wait already."""
    seconds = max(1, math.ceil(settings.timeout / 2))
    return Refusal(
        "busy",
        "Too many queries are running or waiting.",
        f"Ask again in {seconds} seconds.",
        retry_seconds=seconds,
    )


def shed(settings: Settings) -> Refusal:
    """The query ran long while others waited, and was the oldest."""
    limit = f"{settings.shed_after:g} s"
    return replace(
        busy(settings),
        message=f"Others wait, so the query was ended after more than {limit}.",
        limit=limit,
    )


def too_many(settings: Settings) -> Refusal:
    """The query waits for others of the same client, which take that client's share."""
    most = settings.long_per_client
    return replace(
        busy(settings),
        status="too_many",
        message=f"{most} long queries of this client are running, as many as one client may have.",
        advice="Ask one query after another.",
        limit=f"{most} long queries",
    )


def abandoned() -> Refusal:
    """The client has left before its query was answered."""
    return Refusal("abandoned", "Nobody waits for the answer any more.")


def unavailable(message: str) -> Refusal:
    """The guard could not answer, through no fault of the query."""
    return Refusal("unavailable", message, "Ask again in a second.", retry_seconds=1)


def of_crash(code: int, words: str, settings: Settings, seconds: float) -> Refusal:
    """The query has ended its worker, with this exit code (minus a signal) and last words."""
    name = cause(code)
    if name == "SIGXCPU":
        return timeout(seconds)
    if "memory" in words.lower() or name == "SIGBUS":
        limit = f"{settings.memory / MIB:g} MiB"
        return Refusal("too_large", f"The query needed more memory than {limit}.", _LESS, limit)
    if name in ("SIGSEGV", "SIGABRT") or code == _WINDOWS_STACK_OVERFLOW:
        return Refusal(
            "too_complex",
            "The query is nested too deeply or joins too many patterns.",
            "Write the query flatter, or ask in several queries.",
        )
    return unavailable("The process that evaluated the query has ended.")


def cause(code: int) -> str:
    """Return the name of the signal that ended a process, or its exit code in words."""
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"exit code {code}"
