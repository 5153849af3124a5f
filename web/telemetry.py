"""What the server tells of itself: a line of JSON for each request, and figures for Prometheus.

Neither holds the text of a query nor what was searched for; a query is told by its digest.
"""

from __future__ import annotations

import hashlib
import json
import logging
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, cast

from flask import Blueprint, Response, current_app, g, request
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)

from kb.guard import Answer, Query, Refusal

if TYPE_CHECKING:
    from flask import Flask

    from kb.guard import Guard
    from kb.live import Live

METRICS = "tieline.metrics"
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_ALIVE = Query("ASK { BIND(NOW() AS ?now) }", timeout=2, client="readyz")
"""A query that no answer is kept of."""

access = logging.getLogger("tieline.access")
telemetry = Blueprint("telemetry", __name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """What became of a query: its digest, `answered` or the reason of the refusal, its rows."""

    query: str
    outcome: str
    rows: int | None


class Metrics:
    """The figures of one application."""

    def __init__(self, live: Live, guard: Guard) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self.requests = Counter(
            "tieline_requests", "Requests by page and status.", ("page", "status"),
            registry=self.registry,
        )  # fmt: skip
        self.seconds = Histogram(
            "tieline_request_seconds", "Seconds from request to response.", ("page",),
            buckets=_SECONDS, registry=self.registry,
        )  # fmt: skip
        self.queries = Counter(
            "tieline_queries", "SPARQL queries by outcome.", ("outcome",), registry=self.registry
        )
        for name, help_, value in (
            ("tieline_guard_up", "Whether the process that answers queries runs.",
             lambda: guard.pid is not None),
            ("tieline_kept_bytes", "Bytes of answers that are kept.", lambda: guard.cache.taken),
            ("tieline_events", "Events that are served.", lambda: len(live.state.kb.events)),
            ("tieline_data_broken", "Whether the files on disk have errors.",
             lambda: bool(live.state.diagnostics)),
        ):  # fmt: skip
            Gauge(name, help_, registry=self.registry).set_function(cast("Any", value))


def add_telemetry(app: Flask, live: Live, guard: Guard) -> None:
    """Watch every request of the application. Call it first, to see responses as they leave."""
    app.extensions[METRICS] = Metrics(live, guard)
    app.before_request(_begin)
    app.after_request(_end)

    def ready() -> tuple[str, int]:
        result = guard.query(_ALIVE)
        return ("ok\n", 200) if isinstance(result, Answer) else (f"{result.message}\n", 503)

    app.add_url_rule("/healthz", "healthz", lambda: "ok\n")
    app.add_url_rule("/readyz", "readyz", ready)
    app.register_blueprint(telemetry)


@telemetry.get("/metrics")
def metrics() -> Response:
    """The figures in the text format of Prometheus."""
    held: Metrics = current_app.extensions[METRICS]
    return Response(generate_latest(held.registry), content_type=CONTENT_TYPE_LATEST)


def asked(query: Query, result: Answer | Refusal) -> None:
    """Remember what became of the query that the present request has asked."""
    digest = hashlib.blake2b(query.text.encode(errors="replace"), digest_size=6).hexdigest()
    if isinstance(result, Answer):
        outcome, rows = "answered", result.rows
    else:
        outcome, rows = str(result.status), None
    g.asked = Asked(digest, outcome, rows)
    held: Metrics = current_app.extensions[METRICS]
    held.queries.labels(outcome).inc()


def _begin() -> None:
    g.begun = time.perf_counter()


def _end(response: Response) -> Response:
    seconds = time.perf_counter() - g.begun
    page = request.endpoint or "none"
    held: Metrics = current_app.extensions[METRICS]
    held.requests.labels(page, response.status_code).inc()
    held.seconds.labels(page).observe(seconds)
    if access.isEnabledFor(logging.INFO):
        line: dict[str, Any] = {
            "client": request.remote_addr,
            "method": request.method,
            "path": request.path[:200],
            "status": response.status_code,
            "ms": round(1000 * seconds, 1),
            "bytes": response.content_length,
        }
        if "asked" in g:
            line |= asdict(cast("Asked", g.asked))
        access.info("%s", json.dumps(line))
    return response
