"""`/sparql`: the query operation of the SPARQL 1.1 Protocol, and a page to write a query on.

The guard answers; this module reads requests, chooses formats, and turns refusals into statuses.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from flask import Blueprint, Response, current_app, render_template, request

from kb.formats import writing
from kb.guard import Query, Refusal
from kb.questions import questions
from web.context import reading
from web.negotiation import HTML, negotiated, wants_page
from web.protocol import Problem, read_query, read_timeout
from web.results import shown

if TYPE_CHECKING:
    from kb.formats import Format
    from kb.guard import Answer, Guard

GUARD = "tieline.guard"
STATUSES = {
    "malformed": 400,
    "too_complex": 400,
    "forbidden": 403,
    "too_large": 413,
    "not_acceptable": 406,
    "abandoned": 499,
    "busy": 503,
    "unavailable": 503,
    "timeout": 504,
}
"""The HTTP status of each reason that the guard gives for a refusal."""

sparql = Blueprint("sparql", __name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it came, and whether its answer goes onto a page."""

    text: str
    page: bool


@sparql.route("/sparql", methods=["GET", "POST"])
def endpoint() -> Response:
    """The answer to a query, or what is wrong with the request."""
    text = read_query(request)
    page = wants_page()
    if isinstance(text, Problem):
        empty = page and request.method == "GET" and "query" not in request.args
        return _page("") if empty else _problem(Asked("", page), text)
    asked = Asked(text, page)
    timeout = read_timeout(request)
    if isinstance(timeout, Problem):
        return _problem(asked, timeout)
    bindings, graph = negotiated("bindings"), negotiated("graph")
    if bindings is None and graph is None and not page:
        message = "None of the formats that the request accepts can be had."
        return _problem(asked, Problem(406, message, f"There are: {', '.join(_media_types())}."))
    result = cast("Guard", current_app.extensions[GUARD]).query(
        Query(
            text=text,
            bindings_format="json" if page else _name(bindings),
            graph_format="turtle" if page else _name(graph),
            timeout=timeout,
            default_graphs=tuple(request.values.getlist("default-graph-uri")),
            named_graphs=tuple(request.values.getlist("named-graph-uri")),
            client=request.remote_addr or "",
        ),
        _client_stays,
    )
    if isinstance(result, Refusal):
        return _problem(asked, _refused(result))
    return _page(text, answer=result) if page else _answer(result)


@sparql.after_request
def _for_every_site(response: Response) -> Response:
    """Any page may ask (CORS), and caches must know that the answer depends on Accept."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type"
    response.headers["Access-Control-Expose-Headers"] = "ETag, X-Query-Milliseconds"
    response.vary.add("Accept")
    return response


def _answer(answer: Answer) -> Response:
    response = Response(answer.body, content_type=answer.media_type)
    response.headers["X-Query-Milliseconds"] = str(answer.milliseconds)
    response.headers["Cache-Control"] = "no-cache"
    response.set_etag(hashlib.blake2b(answer.body, digest_size=12).hexdigest())
    return cast("Response", response.make_conditional(request))


def _problem(asked: Asked, problem: Problem) -> Response:
    """What is wrong: on the page, or as JSON for a program."""
    if asked.page:
        response = _page(asked.text, problem=problem)
    else:
        told: dict[str, str | int | None]
        told = {"error": problem.message, "advice": problem.advice, "limit": problem.limit}
        told |= {"line": problem.line, "column": problem.column}
        body = json.dumps({key: value for key, value in told.items() if value}, ensure_ascii=False)
        response = Response(f"{body}\n", content_type="application/json")
    response.status_code = problem.status
    if problem.retry_after is not None:
        response.headers["Retry-After"] = str(problem.retry_after)
    return response


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


def _name(form: Format | None) -> str | None:
    return form.name if form else None


def _media_types() -> list[str]:
    formats = (*writing("bindings"), *writing("graph"))
    return list(dict.fromkeys(form.media_type for form in formats))


def _page(text: str, answer: Answer | None = None, problem: Problem | None = None) -> Response:
    html = render_template(
        "sparql.html",
        query=text,
        shown=shown(answer, reading().kb.dataset.base) if answer else None,
        problem=problem,
        questions=questions().values(),
        formats=writing("bindings"),
    )
    return Response(html, content_type=f"{HTML}; charset=utf-8")
