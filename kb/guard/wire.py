"""Frames between the client, the guard and its workers, and the file that an answer comes in.

A frame is four bytes and a JSON object, and may carry one file descriptor (SCM_RIGHTS). The four
bytes are its length, and in the highest bit whether a descriptor comes with it.
Frames are small: a query's text and its answer travel in a file that both ends hold, the request
first and the answer behind it. The file has no name, so nothing is left behind.
"""

from __future__ import annotations

import json
import os
import socket
import struct
import tempfile
from dataclasses import asdict
from typing import Any

from kb.guard.messages import Query

Message = dict[str, Any]

_LENGTH = struct.Struct("!I")
_CARRIES = 1 << 31
_RECEIVED = 1 << 16


class Gone(Exception):  # noqa: N818 - it says what happened to the other end
    """The other end has closed the connection or ended."""


def pair() -> tuple[socket.socket, socket.socket]:
    """Return two ends of a new connection; neither is inherited by other programs."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)


def send(sock: socket.socket, message: Message, fd: int | None = None) -> None:
    """Send one frame. Raises `Gone` where nobody is left to take it."""
    body = json.dumps(message, separators=(",", ":")).encode()
    frame = _LENGTH.pack(len(body) | (0 if fd is None else _CARRIES)) + body
    try:
        sent = socket.send_fds(sock, [frame], [] if fd is None else [fd])
        sock.sendall(frame[sent:])
    except OSError as error:
        raise Gone(str(error)) from error


class Inbox:
    """Puts frames together from what a socket has received; whole or in pieces, one by one."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._bytes = bytearray()
        self._fds: list[int] = []

    def receive(self) -> list[tuple[Message, int | None]]:
        """Read once from the socket and return the frames that are complete now.

        Raises `Gone` at the end of the connection, and TimeoutError or BlockingIOError where
        the socket is set so and nothing has come.
        """
        try:
            data, fds, _, _ = socket.recv_fds(self._sock, _RECEIVED, 4)
        except (TimeoutError, BlockingIOError):
            raise
        except OSError as error:
            raise Gone(str(error)) from error
        self._fds += fds
        if not data:
            self.close()
            raise Gone("the connection was closed")
        self._bytes += data
        frames: list[tuple[Message, int | None]] = []
        while len(self._bytes) >= _LENGTH.size:
            (header,) = _LENGTH.unpack_from(self._bytes)
            end = _LENGTH.size + (header & ~_CARRIES)
            if len(self._bytes) < end:
                break
            message: Message = json.loads(self._bytes[_LENGTH.size : end])
            del self._bytes[:end]
            frames.append((message, self._fds.pop(0) if header & _CARRIES else None))
        return frames

    def one(self) -> tuple[Message, int | None]:
        """Read until a frame is complete and return it; the other end sends one at a time."""
        while not (frames := self.receive()):
            pass
        return frames[0]

    def close(self) -> None:
        """Close the descriptors that came without a complete frame."""
        while self._fds:
            os.close(self._fds.pop())


def exchange_file(portable: bool) -> int:
    """Return the descriptor of a new file without a name, in memory where the system can."""
    if not portable and hasattr(os, "memfd_create"):
        return os.memfd_create("query", os.MFD_CLOEXEC)
    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())


def write_request(fd: int, query: Query) -> int:
    """Write the request to the start of the file and return how many bytes it takes."""
    data = json.dumps(asdict(query)).encode()
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]
    return len(data)


def read_request(fd: int, length: int) -> Query:
    """Read the request back, and cut the file off behind it, where the answer goes."""
    fields: dict[str, Any] = json.loads(read(fd, 0, length))
    os.ftruncate(fd, length)
    os.lseek(fd, length, os.SEEK_SET)
    return to_query(fields)


def to_query(fields: dict[str, Any]) -> Query:
    """Return the query that has become these fields on its way as JSON."""
    graphs: dict[str, Any] = {
        name: tuple(fields[name]) for name in ("default_graphs", "named_graphs")
    }
    return Query(**{**fields, **graphs})


def read(fd: int, start: int, end: int | None = None) -> bytes:
    """Return the bytes of the file from `start` to `end`, or to its own end."""
    end = os.fstat(fd).st_size if end is None else end
    os.lseek(fd, start, os.SEEK_SET)
    parts = []
    while start < end and (part := os.read(fd, end - start)):
        parts.append(part)
        start += len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)
