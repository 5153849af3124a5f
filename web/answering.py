"""What the guard says to a query, as the routes use it: an answer, or a problem with its status."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from flask import current_app, request

from kb.guard import Refusal
from web.protocol import Problem
from web.telemetry import asked

if TYPE_CHECKING:
    from kb.guard import Answer, Guard, Query

GUARD = "tieline.guard"
STATUSES = {
    "malformed": 400,
    "too_complex": 400,
    "forbidden": 403,
    "too_large": 413,
    "not_acceptable": 406,
    "abandoned": 499,
    "too_many": 429,
    "busy": 503,
    "unavailable": 503,
    "timeout": 504,
}
"""The HTTP status of each reason that the guard gives for a refusal."""


def ask(query: Query) -> Answer | Problem:
    """The complete answer, or why there is none."""
    result = cast("Guard", current_app.extensions[GUARD]).query(query, _client_stays)
    asked(query, result)
    return _refused(result) if isinstance(result, Refusal) else result


def _refused(refusal: Refusal) -> Problem:
    return Problem(
        STATUSES[refusal.status],
        "\n".join(filter(None, (refusal.message, refusal.excerpt))),
        refusal.advice,
        refusal.limit,
        refusal.line,
        refusal.column,
        refusal.retry_seconds,
    )


def _client_stays() -> bool:
    """Whether the client still waits; waitress tells, other servers do not."""
    left = request.environ.get("waitress.client_disconnected")
    return not (left and left())
