"""How a query arrives: SPARQL 1.1 Protocol, section 2.1.

By GET (2.1.1), by POST with a form (2.1.2) or by POST directly (2.1.3); exactly one query.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Request

DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a request gets no answer: its HTTP status, what is wrong, what to do.

    `line` and `column` (from 1) point into the query, `retry_after` is in seconds.
    """

    status: int
    message: str
    advice: str = ""
    limit: str | None = None
    line: int | None = None
    column: int | None = None
    retry_after: int | None = None


READ_ONLY = Problem(
    403,
    "This endpoint is read-only: it takes no updates.",
    "The data is curated in YAML files; query it with SELECT, ASK, CONSTRUCT or DESCRIBE.",
)


def read_query(request: Request) -> str | Problem:
    """The text of the one query that a request carries."""
    if request.method == "POST" and request.mimetype not in FORMS:
        return _direct(request)
    if "update" in request.values:
        return READ_ONLY
    source = request.form if request.method == "POST" else request.args
    queries = source.getlist("query")
    if not queries:
        advice = "Send it as query=..., or as the body of a POST with its media type."
        return Problem(400, "The request holds no query.", advice)
    if len(queries) > 1:
        return Problem(400, "The request holds more than one query.", "Send one query a request.")
    return queries[0]


def _direct(request: Request) -> str | Problem:
    if request.mimetype == UPDATE:
        return READ_ONLY
    if request.mimetype != DIRECT:
        message = f'A query cannot be read from "{request.mimetype}".'
        return Problem(415, message, f"Use {DIRECT} or {FORMS[0]}.")
    try:
        return request.get_data().decode()
    except UnicodeDecodeError as error:
        message = f"The query is not UTF-8: byte {error.start + 1} is wrong."
        return Problem(400, message, "Send it in UTF-8.")


def read_timeout(request: Request) -> float | Problem | None:
    """Seconds that the client will wait at most, by `timeout=`; it can only lower the limit."""
    written = request.values.get("timeout")
    if written is None:
        return None
    try:
        seconds = float(written)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 86400:
        return Problem(400, f'timeout must be seconds, not "{written[:40]}".', "Write timeout=5.")
    return seconds
