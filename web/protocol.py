"""How a query arrives: SPARQL 1.1 Protocol, section 2.1.

By GET (2.1.1), by POST with a form (2.1.2) or by POST directly (2.1.3), or by QUERY, which takes
what POST takes and is safe; exactly one query.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from flask import Request

DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
FORM = "application/x-www-form-urlencoded"
FORMS = (FORM, "multipart/form-data")
METHODS = ("GET", "HEAD", "POST", "QUERY", "OPTIONS")
"""What the endpoint answers."""

_UTF8 = {"utf-8", "utf8", "us-ascii"}
_BODY = ("POST", "QUERY")


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


def asks_nothing(request: Request) -> bool:
    """Whether a request has neither query nor update (Service Description, 2)."""
    named = {"query", "update"} & set(request.args)
    return request.method in {"GET", "HEAD"} and not named


def read_query(request: Request) -> str | Problem:
    """The text of the one query that a request carries."""
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if request.method in _BODY and charset not in _UTF8:
        return Problem(415, f'A query cannot be read from the charset "{charset}".', "Use UTF-8.")
    unread = _not_utf8(request)
    if unread:
        return unread
    if request.method in _BODY and request.mimetype not in FORMS:
        return _direct(request)
    sent = request.form if request.method in _BODY else request.args
    if "update" in sent or "update" in request.args:
        return READ_ONLY
    queries = sent.getlist("query")
    if not queries:
        advice = "Send it as query=..., or as the body of a POST with its media type."
        return Problem(400, "The request holds no query.", advice)
    if len(queries) > 1:
        return Problem(400, "The request holds more than one query.", "Send one query a request.")
    return queries[0]


def _not_utf8(request: Request) -> Problem | None:
    """What is wrong with the bytes that parameters come in; left alone, they would be replaced."""
    sent = [request.query_string]
    if request.method in _BODY and request.mimetype == FORM:
        sent.append(request.get_data(cache=True))
    for raw in sent:
        try:
            parse_qsl(raw.decode("ascii"), keep_blank_values=True, errors="strict")
        except UnicodeDecodeError:
            return Problem(400, "The request is not UTF-8.", "Send it in UTF-8, %-encoded.")
    return None


def _direct(request: Request) -> str | Problem:
    if request.mimetype == UPDATE:
        return READ_ONLY
    if request.mimetype != DIRECT:
        message = f'A query cannot be read from "{request.mimetype}".'
        return Problem(415, message, f"Use {DIRECT} or {FORM}.")
    if "query" in request.args or "update" in request.args:
        advice = "Send it in the address or as the body."
        return Problem(400, "The request holds more than one query.", advice)
    try:
        return request.get_data().decode()
    except UnicodeDecodeError as error:
        message = f"The query is not UTF-8: byte {error.start + 1} is wrong."
        return Problem(400, message, "Send it in UTF-8.")


def read_graphs(request: Request, name: str) -> tuple[str, ...]:
    """The IRIs of `default-graph-uri` or `named-graph-uri`, of the address or the form (2.1.4)."""
    return tuple(request.args.getlist(name) + request.form.getlist(name))


def read_timeout(request: Request) -> float | Problem | None:
    """Seconds that the client will wait at most, by `timeout=`; it can only lower the limit."""
    written = request.args.get("timeout", request.form.get("timeout"))
    if written is None:
        return None
    try:
        seconds = float(written)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 86400:
        return Problem(400, f'timeout must be seconds, not "{written[:40]}".', "Write timeout=5.")
    return seconds
