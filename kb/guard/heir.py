"""The heir: a process that was forked with the loaded store, does nothing, and can take over.

A guard that has been killed would have to be started and to load its state anew, which takes
seconds on a busy machine. The heir shares the guard's memory, so that it costs next to nothing,
and answers within milliseconds. It has a connection of its own to the process that started the
guard: what comes over it is the sign to take over, and its end that the heir is not needed.
"""

from __future__ import annotations

import os
import select
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.guard import limits
from kb.guard.wire import Gone, pair, send

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kb.guard.wire import Message

_INHERITED = (0, 1, 2)


@dataclass(frozen=True, slots=True)
class Estate:
    """What an heir takes over: the store, the request that it was published with, and `before`.

    That is the server that left it, in the new process closed and without use. It is kept because
    its sockets would close descriptors that are other files by now.
    """

    store: Store
    request: Message
    before: object


class Heir:
    """The heir as its guard sees it; `ended` is readable once it is gone."""

    def __init__(self, pid: int, ended: int) -> None:
        self.pid = pid
        self.ended = ended

    def bury(self) -> None:
        """Wait for the ended process."""
        os.close(self.ended)
        os.waitpid(self.pid, 0)


def leave(control: socket.socket, about: Message) -> Heir | socket.socket:
    """Fork an heir and announce it over the guard's own connection, with the heir's.

    Returns the `Heir` here, and in the new process the connection that it is to serve, once it
    is to do so. Raises OSError where no process can be had, and `Gone`.
    """
    ours, theirs = pair()
    ended, held = os.pipe()
    try:
        pid = os.fork()
    except OSError:
        for fd in (ours.detach(), theirs.detach(), ended, held):
            os.close(fd)
        raise
    if pid == 0:
        ours.detach()
        limits.close_all_but((*_INHERITED, theirs.fileno(), held))
        return _called(theirs)
    os.close(held)
    with ours, theirs:
        try:
            send(control, {**about, "heir": pid}, ours.fileno())
        except Gone:
            os.close(ended)
            raise
    return Heir(pid, ended)


def _called(control: socket.socket) -> socket.socket:
    """Wait for the sign to take over; the process ends where it never comes."""
    try:
        select.select([control], [], [])
        if control.recv(1, socket.MSG_PEEK):
            return control
    except OSError:
        pass
    os._exit(0)
