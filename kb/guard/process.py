"""The guard process as its starter sees it: started afresh, asked over connections, stopped."""

from __future__ import annotations

import json
import os
import subprocess
import threading
import time
from dataclasses import asdict
from typing import TYPE_CHECKING

from kb.guard import verdict
from kb.guard.interpreter import command, environment
from kb.guard.messages import Answer, PublishError, Refusal
from kb.guard.wire import Gone, Inbox, exchange_file, pair, read, send, write_request

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from kb.guard.messages import Query
    from kb.guard.published import Published
    from kb.guard.settings import Settings
    from kb.guard.wire import Message

POLL = 0.25
"""Seconds between two looks at whether somebody still waits for the answer."""

_STOP = 2.0
_CLIENT = 200
_GRACE = 5.0


class GuardProcess:
    """One run of the guard; it is over when a method raises `Gone`."""

    means = "workers that are forked beforehand"

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._control, theirs = pair()
        number, limits = str(theirs.fileno()), json.dumps(asdict(settings))
        with theirs:
            self._process = subprocess.Popen(
                command("kb.guard", number, limits),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                env=environment(),
            )
        self._sending = threading.Lock()
        self._keeping = threading.Lock()
        self._idle: list[tuple[socket.socket, Inbox]] | None = []

    def publish(self, state: Published) -> None:
        """Let the guard load a state. Raises `PublishError`, or `Gone`."""
        message = {"do": "publish", "version": state.version, "prefixes": state.prefixes}
        with self._sending:
            send(self._control, message, state.fd)
        self._control.settimeout(self._settings.start)
        try:
            outcome, _ = Inbox(self._control).one()
        except TimeoutError:
            self._process.kill()
            raise Gone("the guard has not loaded the state in time") from None
        if "error" in outcome:
            raise PublishError(outcome["error"])

    def ask(self, query: Query, alive: Callable[[], bool]) -> Answer | Refusal:
        """Let the guard answer a query; `alive` is asked now and then whether to go on."""
        sock: socket.socket | None
        sock, inbox = self._channel()
        fd = exchange_file(self._settings.portable)
        try:
            length = write_request(fd, query)
            client = query.client[:_CLIENT]
            send(sock, {"length": length, "timeout": query.timeout, "client": client}, fd)
            message = self._await(inbox, alive)
            if message is None:
                return verdict.abandoned()
            if self._kept(sock, inbox):
                sock = None
            if "refusal" in message:
                return Refusal(**message["refusal"])
            return Answer(body=read(fd, length), **message)
        finally:
            os.close(fd)
            if sock:
                sock.close()

    @property
    def pid(self) -> int:
        """The process id of the guard."""
        return self._process.pid

    def wait(self) -> int:
        """Return once the process has ended, with its exit status."""
        return self._process.wait()

    def stop(self) -> None:
        """End the guard, and with it its workers; returns when it is gone."""
        with self._keeping:
            idle, self._idle = self._idle, None
        self._control.close()
        for sock, _ in idle or ():
            sock.close()
        try:
            self._process.wait(_STOP)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _channel(self) -> tuple[socket.socket, Inbox]:
        with self._keeping:
            if self._idle:
                return self._idle.pop()
        ours, theirs = pair()
        try:
            with theirs, self._sending:
                send(self._control, {"do": "listen"}, theirs.fileno())
        except Gone:
            ours.close()
            raise
        ours.settimeout(POLL)
        return ours, Inbox(ours)

    def _kept(self, sock: socket.socket, inbox: Inbox) -> bool:
        """Keep the connection for the next query; False once the guard is being stopped."""
        with self._keeping:
            if self._idle is None:
                return False
            self._idle.append((sock, inbox))
            return True

    def _await(self, inbox: Inbox, alive: Callable[[], bool]) -> Message | None:
        """Return the reply, or None where nobody waits for it any more.

        Raises `Gone` where the guard takes longer than all its limits together allow.
        """
        settings = self._settings
        most = settings.timeout + 2 * settings.wait + settings.long_after + _GRACE
        end = time.monotonic() + most
        while alive():
            try:
                return inbox.one()[0]
            except TimeoutError:
                if time.monotonic() > end:
                    self._process.kill()
                    raise Gone("the guard does not reply") from None
        return None
