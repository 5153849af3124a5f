"""What the guard keeps about a client's connection, and about the query that came over it."""

from __future__ import annotations

import os
import time
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from kb.guard.wire import Gone, Inbox, Message, send

if TYPE_CHECKING:
    import socket

    from kb.guard.messages import Refusal
    from kb.guard.pool import Worker


class Channel:
    """A connection of the client, on which it asks one query after another."""

    def __init__(self, sock: socket.socket) -> None:
        sock.setblocking(False)
        self.sock = sock
        self.inbox = Inbox(sock)
        self.job: Job | None = None

    def close(self) -> None:
        """Close the connection, and what had come over it only in part."""
        self.inbox.close()
        self.sock.close()


@dataclass(eq=False, slots=True)
class Job:
    """A query from its arrival to its reply; `fd` is the file of its request and its answer."""

    channel: Channel
    fd: int
    length: int
    client: str
    seconds: float
    long: bool = False
    waiting_since: float = field(default_factory=time.monotonic)
    started: float = 0.0
    worker: Worker | None = None
    killed: int = 0
    """How often its worker was killed from outside; it is asked again then."""

    def reply(self, message: Message) -> None:
        """Send what came of the query, and let go of its file. Nobody may be there to take it."""
        os.close(self.fd)
        if self.channel.job is self:
            self.channel.job = None
            try:
                send(self.channel.sock, message)
            except Gone:
                return

    def refuse(self, refusal: Refusal) -> None:
        """Reply that there is no answer."""
        self.reply({"refusal": asdict(refusal)})
