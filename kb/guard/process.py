"""The guard process as its starter sees it: started or succeeding, asked, and stopped."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import socket
import subprocess
import threading
import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Self

from kb.guard import verdict
from kb.guard.interpreter import command, environment
from kb.guard.messages import Answer, PublishError, Refusal
from kb.guard.wire import Gone, Inbox, exchange_file, pair, read, send, write_request

if TYPE_CHECKING:
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

    def __init__(self, settings: Settings, control: socket.socket, pid: int) -> None:
        """Take the guard that runs with this process id, at the other end of `control`."""
        self._settings = settings
        self._control = control
        self.pid = pid
        self._child: subprocess.Popen[bytes] | None = None
        self._sending = threading.Lock()
        self._keeping = threading.Lock()
        self._idle: list[tuple[socket.socket, Inbox]] | None = []
        self._heir: GuardProcess | None = None
        self._token: str | None = None
        self._outcomes: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._ended = threading.Event()

    @classmethod
    def started(cls, settings: Settings) -> Self:
        """Start a guard. Raises OSError where it cannot be started."""
        control, theirs = pair()
        number, limits = str(theirs.fileno()), json.dumps(asdict(settings))
        with theirs:
            child = subprocess.Popen(
                command("kb.guard", number, limits),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                env=environment(),
            )
        process = cls(settings, control, child.pid)
        process._child = child
        process._listen()
        return process

    def successor(self) -> GuardProcess | None:
        """Return the guard that takes over from this one, which has ended, or None."""
        with self._keeping:
            heir, self._heir = self._heir, None
        if heir is None:
            return None
        heir._listen()
        try:
            send(heir._control, {"do": "take over"})
        except Gone:
            heir.stop()
            return None
        return heir

    def holds(self, state: Published) -> bool:
        """Tell whether this very publication is what the guard answers from."""
        return self._token == state.token

    def publish(self, state: Published) -> None:
        """Let the guard load a state. Raises `PublishError`, or `Gone`."""
        message = {
            "do": "publish",
            "version": state.version,
            "prefixes": state.prefixes,
            "token": state.token,
        }
        with self._sending:
            send(self._control, message, state.fd)
        try:
            outcome = self._outcomes.get(timeout=self._settings.start)
        except queue.Empty:
            self._kill()
            raise Gone("the guard has not loaded the state in time") from None
        if outcome is None:
            raise Gone("the guard has ended")
        if "error" in outcome:
            raise PublishError(outcome["error"])
        self._token = state.token

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

    def wait(self) -> None:
        """Return once the guard has ended."""
        self._ended.wait()

    def stop(self) -> None:
        """End the guard, its workers and its heir; returns when they are gone."""
        with self._keeping:
            idle, self._idle = self._idle, None
            heir, self._heir = self._heir, None
        if heir:
            heir._listen()
            heir.stop()
        with contextlib.suppress(OSError):
            self._control.shutdown(socket.SHUT_WR)
        for sock, _ in idle or ():
            sock.close()
        if not self._ended.wait(_STOP):
            self._kill()
        if self._child:
            self._child.wait()

    def _listen(self) -> None:
        threading.Thread(target=self._receive, name="guard control", daemon=True).start()

    def _receive(self) -> None:
        """Take what the guard says of itself, until it ends, in a thread of its own."""
        inbox = Inbox(self._control)
        with self._control, contextlib.suppress(Gone):
            while True:
                for message, fd in inbox.receive():
                    if fd is None:
                        self._outcomes.put(message)
                    else:
                        self._expect(message, socket.socket(fileno=fd))
        self._ended.set()
        self._outcomes.put(None)

    def _expect(self, message: Message, control: socket.socket) -> None:
        """Keep an heir in the place of the one before, which ends with its connection."""
        heir = GuardProcess(self._settings, control, message["heir"])
        heir._token = message["token"]
        with self._keeping:
            old = self._heir
            self._heir = None if self._idle is None else heir
        if old:
            old._control.close()
        if self._idle is None:
            control.close()

    def _kill(self) -> None:
        """End a guard that hangs; while its connection is open its id is no other process's."""
        if not self._ended.is_set():
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

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
                    self._kill()
                    raise Gone("the guard does not reply") from None
        return None
