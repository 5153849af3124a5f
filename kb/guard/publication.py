"""A new state on its way in: its difference is worked out in a forked process of its own."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from kb.guard import limits, state
from kb.guard.wire import Gone, Inbox, exchange_file, pair, send

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kb.guard.settings import Settings
    from kb.guard.wire import Message


class Publication:
    """The process that compares a file with the store; `sock` is readable once it has done so."""

    def __init__(
        self, store: Store, fd: int, request: Message, settings: Settings, lifeline: int
    ) -> None:
        self.request = request
        self._added = exchange_file(settings.portable)
        self._removed = exchange_file(settings.portable)
        self.sock, theirs = pair()
        parent = os.getpid()
        self._pid = os.fork()
        if self._pid == 0:
            try:
                kept = (0, 1, 2, fd, self._added, self._removed, theirs.fileno(), lifeline)
                limits.close_all_but(kept)
                limits.end_with_parent(parent, lifeline, settings.portable)
                try:
                    counts = state.write_difference(store, fd, self._added, self._removed)
                    send(theirs, {"counts": counts})
                except (SyntaxError, OSError, ValueError) as error:
                    send(theirs, {"error": str(error)})
            finally:
                os._exit(0)
        theirs.close()
        os.close(fd)

    def finish(self, store: Store) -> Message:
        """Apply the difference to the store; return {"counts": [added, removed]} or {"error"}.

        Where the store cannot be changed as told this raises, and the store is not to be used any
        more.
        """
        try:
            message, _ = Inbox(self.sock).one()
        except Gone:
            message = {"error": "the process that read it has ended"}
        if "error" not in message:
            state.apply_difference(store, self._added, self._removed)
        return message

    def close(self) -> None:
        """End the process and let go of its files."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        self.sock.close()
        os.close(self._added)
        os.close(self._removed)
