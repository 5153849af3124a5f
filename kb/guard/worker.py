"""The worker: a process that evaluates one query at a time until its connection closes.

It is forked from the guard, so the store is there already and is shared with the others.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
import traceback
from typing import TYPE_CHECKING, NoReturn

from kb.guard import limits
from kb.guard.wire import Gone, Inbox, read_request, send

if TYPE_CHECKING:
    from kb.guard.evaluation import Evaluator
    from kb.guard.settings import Settings

CONNECTION, LIFELINE = 3, 4


def run(
    evaluator: Evaluator,
    settings: Settings,
    connection: socket.socket,
    lifeline: int,
    errors: int,
    parent: int,
) -> NoReturn:
    """Become a worker in a process that has just been forked; never returns.

    `errors` becomes the standard error, where the engine tells of a crash. All descriptors but
    these are closed, so that a client's connection ends where the guard closes it.
    """
    status = 1
    try:
        _keep(connection.fileno(), lifeline, errors)
        connection.detach()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        limits.end_with_parent(parent, LIFELINE, settings.portable)
        gc.disable()
        limits.confine(settings, LIFELINE + 2)
        with socket.socket(fileno=CONNECTION) as sock:
            serve(evaluator, settings, sock)
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def serve(evaluator: Evaluator, settings: Settings, sock: socket.socket) -> None:
    """Answer queries until the other end closes; say "retiring" with the last answer."""
    inbox = Inbox(sock)
    begun = limits.peak_memory()
    served = 0
    while True:
        try:
            message, fd = inbox.one()
        except Gone:
            return
        assert fd is not None
        length = message["length"]
        limits.allow(settings, length)
        try:
            reply = evaluator.reply(read_request(fd, length), fd)
        finally:
            os.close(fd)
        served += 1
        grown = limits.peak_memory() - begun > settings.grown
        send(sock, {**reply, "retiring": grown or served >= settings.served})


def _keep(connection: int, lifeline: int, errors: int) -> None:
    """Put these descriptors at their fixed places and close all others above them."""
    copies = [os.dup(each) for each in (connection, lifeline, errors)]
    free = max(copies) + 1
    for index, copy in enumerate(copies):
        os.dup2(copy, free + index)
    os.dup2(free, CONNECTION, inheritable=False)
    os.dup2(free + 1, LIFELINE, inheritable=False)
    os.dup2(free + 2, sys.stderr.fileno())
    limits.close_all_but(range(LIFELINE + 1))
