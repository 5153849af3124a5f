"""The endpoint under hostile clients, and in quiet beside `oxigraph` and rdflib-endpoint.

The rivals are installed into an environment of their own in `benchmarks/.cache`, and serve the
same quads. The generator is this module: clients in processes of their own over kept connections.
"""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pyoxigraph

from benchmarks.processes import taken
from benchmarks.storm import REST, serving, storm
from kb.data import shipped
from kb.graph import quads
from kb.iris import SHARED_PREFIXES
from kb.reader import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.report import Row

SECONDS = 60
CLIENTS = 4
ROUND = 4.0
_RIVALS = Path(__file__).parent / ".cache" / "rivals"
_PREFIXES = "".join(f"PREFIX {name}: <{SHARED_PREFIXES[name]}>\n" for name in ("sem", "rdfs"))
QUERIES = {
    "one row, each new": "SELECT ?l {{ ?e a sem:Event ; rdfs:label ?l }} OFFSET {} LIMIT 1",
    "one row, repeated": "SELECT ?l {{ ?e a sem:Event ; rdfs:label ?l }} LIMIT 1",
    "1,000 rows, each new": "SELECT ?s ?p ?o {{ ?s ?p ?o }} OFFSET {} LIMIT 1000",
    "10,000 rows, each new": "SELECT ?s ?p ?o {{ ?s ?p ?o }} OFFSET {} LIMIT 10000",
}
"""What is asked, as a template with the number of the request, which makes a text new."""


def hostile(seconds: float = SECONDS) -> list[Row]:
    """One storm: what normal clients felt, and what it left."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder, "log")) as (process, port):
        before = taken(process.pid)
        felt = storm(port, seconds)
        time.sleep(REST)
        calm = taken(process.pid)
        time.sleep(1)
        after = taken(process.pid)
    left = {
        "hostile requests": felt.hostile,
        "fetches": felt.hits,
        "processes before": before.processes,
        "processes after": after.processes,
        "MiB before": before.memory,
        "MiB after": after.memory,
        "CPU s in a second after": round(after.seconds - calm.seconds, 2),
    }
    failed = {
        kind: sum(("/sparql" in text) == (kind == "sparql") for text in felt.failures)
        for kind in felt.seconds
    }
    return [
        {
            "normal clients": kind,
            "answered": len(found) - failed[kind],
            "failed": failed[kind],
            "p50 ms": felt.percentile(kind, 0.5),
            "p99 ms": felt.percentile(kind, 0.99),
            **(left if kind == "sparql" else {}),
        }
        for kind, found in felt.seconds.items()
    ]


def ordinary() -> list[Row]:
    """Answers a second of each server to each query, 4 connections."""
    kb = read(shipped()).kb
    if kb is None:
        raise ValueError("the shipped data has errors: tieline check tells them")
    written = pyoxigraph.serialize(quads(kb), format=pyoxigraph.RdfFormat.N_QUADS) or b""
    rows: list[Row] = [{"answers a second": name} for name in QUERIES]
    with tempfile.TemporaryDirectory() as folder, ExitStack() as held:
        file = Path(folder, "state.nq")
        file.write_bytes(written)
        _, ours = held.enter_context(serving(Path(folder, "log")))
        servers = {
            "tieline": (ours, "/sparql"),
            "oxigraph": (held.enter_context(_oxigraph(file, Path(folder))), "/query"),
            "rdflib-endpoint": (held.enter_context(_rdflib_endpoint(file, folder)), "/"),
        }
        for row in rows:
            for name, (port, path) in servers.items():
                row[name] = _rate(port, path, QUERIES[row["answers a second"]])
    return rows


def _rate(port: int, path: str, template: str) -> float:
    with ProcessPoolExecutor(CLIENTS) as clients:
        counts = clients.map(
            _ask, *zip(*((port, path, template, number) for number in range(CLIENTS)), strict=True)
        )
        return round(sum(counts) / ROUND, 1)


def _ask(port: int, path: str, template: str, number: int) -> int:
    """How many complete answers one client got within the round."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    done, end = 0, time.monotonic() + ROUND
    while time.monotonic() < end:
        text = _PREFIXES + template.format((CLIENTS * done + number) % 2000)
        text += f" # {time.time_ns()}" if "{}" in template else ""
        connection.request(
            "GET",
            f"{path}?{urlencode({'query': text})}",
            headers={"Accept": "application/sparql-results+json"},
        )
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200 or not body.rstrip().endswith(b"}"):
            raise RuntimeError(f"{answer.status}: {body[:200]!r}")
        done += 1
    connection.close()
    return done


def _rival(name: str) -> str:
    """The rival's command, installed where it is not yet."""
    command = _RIVALS / "bin" / name
    if not command.exists():
        subprocess.run([sys.executable, "-m", "venv", _RIVALS], check=True)
        packages = ("oxigraph", "rdflib-endpoint[web]")
        subprocess.run([_RIVALS / "bin" / "pip", "install", "--quiet", *packages], check=True)
    return str(command)


@contextmanager
def _oxigraph(file: Path, folder: Path) -> Iterator[int]:
    """The server of the same engine, from a store on disk, as it is meant to be run."""
    command, store = _rival("oxigraph"), str(folder / "store")
    subprocess.run([command, "load", "--location", store, "--file", file], check=True,
                   stderr=subprocess.DEVNULL)  # fmt: skip
    port = _free()
    bind = f"127.0.0.1:{port}"
    with _running([command, "serve-read-only", "--location", store, "--bind", bind], port):
        yield port


@contextmanager
def _rdflib_endpoint(file: Path, folder: str) -> Iterator[int]:
    port = _free()
    turtle = Path(folder, "state.nt")
    with file.open("rb") as source:
        triples = pyoxigraph.parse(source, pyoxigraph.RdfFormat.N_QUADS)
        default = (quad.triple for quad in triples)
        pyoxigraph.serialize(default, turtle, pyoxigraph.RdfFormat.N_TRIPLES)
    command = [_rival("rdflib-endpoint"), "serve", str(turtle), "--port", str(port)]
    with _running([*command, "--host", "127.0.0.1"], port):
        yield port


@contextmanager
def _running(command: list[str], port: int) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 120
        while time.monotonic() < end and process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        else:
            raise RuntimeError(f"{command[0]} does not listen")
        yield
    finally:
        process.terminate()
        process.wait()


def _free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
