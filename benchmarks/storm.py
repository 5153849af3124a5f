"""Hostile clients beside normal ones on a server of its own, and what the normal ones felt."""

from __future__ import annotations

import contextlib
import http.client
import json
import random
import re
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from benchmarks.hostile import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

IDLE = 200
HEAVY = 40
PATIENCE = 30.0
REST = 5.0
"""Seconds after which nothing of the storm may be left."""

PAGES = ("/", "/event/salala-attack", "/actor/united-states", "/actor/nato", "/search?q=nato")
SMALL = "SELECT ?e ?l {{ ?e a sem:Event ; rdfs:label ?l }} ORDER BY ?l OFFSET {} LIMIT 10"
_CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@dataclass
class Felt:
    """Seconds of what normal clients were answered, by `page` and `sparql`, and what failed."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: {"page": [], "sparql": []})
    failures: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    """Hostile requests that were answered in a way that is none of the right ones."""
    hits: int = 0
    """Connections that the server made to a listener that queries had pointed it to."""
    hostile: int = 0

    def percentile(self, kind: str, share: float) -> float:
        """Milliseconds within which this share of the answers came."""
        found = sorted(self.seconds[kind])
        return round(1000 * found[min(len(found) - 1, int(share * len(found)))], 1) if found else 0


@contextlib.contextmanager
def serving(log: Path, *options: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A `tieline serve` in a process of its own, and its port."""
    command = [sys.executable, "-m", "web.cli", "serve", "--port", "0", *options]
    with log.open("w") as output:
        process = subprocess.Popen(command, stderr=output, start_new_session=True)
    try:
        end = time.monotonic() + PATIENCE
        while not (found := re.search(r"serving http://127\.0\.0\.1:(\d+)/", log.read_text())):
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(log.read_text())
            time.sleep(0.05)
        yield process, int(found[1])
    finally:
        process.terminate()
        process.wait(PATIENCE)


def storm(port: int, seconds: float, hostile: int = 4, normal: int = 4) -> Felt:
    """Let so many clients of each sort loose on the port, 200 idle ones and slow ones beside."""
    felt, over = Felt(), threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener, contextlib.ExitStack() as held:
        there = listener.getsockname()[1]
        for _ in range(IDLE):
            held.enter_context(socket.create_connection(("127.0.0.1", port)))
        jobs = [
            threading.Thread(target=_attack, args=(port, there, number, felt, over))
            for number in range(hostile)
        ]
        jobs += [
            threading.Thread(target=_visit, args=(port, number, felt, over))
            for number in range(normal)
        ]
        jobs += [threading.Thread(target=_drip, args=(port, over))]
        jobs += [threading.Thread(target=_heavy, args=(port,), daemon=True) for _ in range(HEAVY)]
        threading.Thread(target=_listen, args=(listener, felt), daemon=True).start()
        for job in jobs:
            job.start()
        time.sleep(seconds)
        over.set()
        for job in jobs[: hostile + normal + 1]:
            job.join()
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
    return felt


def _attack(port: int, there: int, number: int, felt: Felt, over: threading.Event) -> None:
    """Send hostile requests one after another; every fifth time leave before the answer."""
    dice = random.Random(number)
    while not over.is_set():
        for each in dice.sample(HOSTILE, len(HOSTILE)):
            if over.is_set():
                return
            leaves = dice.random() < 0.2
            status = _send(port, each.sent(there), 0.1 if leaves else PATIENCE, over)
            felt.hostile += 1
            if status is not None and not leaves and status not in each.statuses:
                felt.wrong.append(f"{each.name}: {status}")


def _send(port: int, data: bytes, patience: float, over: threading.Event) -> int | None:
    """The status of the answer, or None where none came or nobody waited for it."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as sock:
            with contextlib.suppress(OSError):
                # What is too large is refused before it has all been read.
                sock.sendall(data)
            sock.settimeout(min(patience, 1.0))
            end, answer = time.monotonic() + patience, b""
            while time.monotonic() < end and not over.is_set():
                try:
                    part = sock.recv(1 << 16)
                except TimeoutError:
                    continue
                if not part:
                    break
                answer = (answer + part)[:64]
    except OSError:
        return None
    found = re.match(rb"HTTP/1\.[01] (\d{3})", answer)
    return int(found[1]) if found else None


def _visit(port: int, number: int, felt: Felt, over: threading.Event) -> None:
    """Read pages and ask small queries, of which no two are the same."""
    dice = random.Random(1000 + number)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    while not over.is_set():
        kind = dice.choice(("page", "sparql"))
        text = SMALL.format(dice.randrange(2000)) + f" # {dice.random()}"
        path = dice.choice(PAGES) if kind == "page" else f"/sparql?{urlencode({'query': text})}"
        begun = time.perf_counter()
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != 200:
                felt.failures.append(f"{path[:60]}: {answer.status} {body[:100]!r}")
            elif kind == "sparql":
                json.loads(body)["results"]["bindings"]
        except (OSError, http.client.HTTPException, ValueError, KeyError) as error:
            felt.failures.append(f"{path[:60]}: {error!r}")
            connection.close()
        felt.seconds[kind].append(time.perf_counter() - begun)
        time.sleep(0.02)
    connection.close()


def _drip(port: int, over: threading.Event) -> None:
    """Send a request a byte at a time, and never its end."""
    with socket.create_connection(("127.0.0.1", port)) as sock, contextlib.suppress(OSError):
        sock.sendall(b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n")
        while not over.wait(0.2):
            sock.sendall(b"x")


def _heavy(port: int) -> None:
    """One of many long queries from one address."""
    path = f"/sparql?{urlencode({'query': _CROSS})}"
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    with contextlib.suppress(OSError, http.client.HTTPException):
        connection.request("GET", path)
        connection.getresponse().read()
    connection.close()


def _listen(listener: socket.socket, felt: Felt) -> None:
    with contextlib.suppress(OSError):
        while True:
            connection, _ = listener.accept()
            felt.hits += 1
            connection.close()
