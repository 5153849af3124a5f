"""`/sparql`: the query operation of the SPARQL 1.1 Protocol; its page is `web.sparql_page`.

The guard answers; this module reads requests, chooses formats, and turns refusals into statuses.
Asked for RDF without a query, it describes itself.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from flask import Blueprint, Response, request

from kb.formats import writing
from kb.guard import Query
from web.answering import ask
from web.negotiation import negotiated, wants_page
from web.protocol import (
    METHODS,
    Problem,
    asks_nothing,
    read_graphs,
    read_query,
    read_timeout,
)
from web.service import description
from web.sparql_page import query_page

if TYPE_CHECKING:
    from kb.formats import Format
    from kb.guard import Answer

sparql = Blueprint("sparql", __name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it came, and whether its answer goes onto a page."""

    text: str
    page: bool


@sparql.route("/sparql", methods=METHODS)
def endpoint() -> Response:
    """The answer to a query, or what is wrong with the request."""
    if request.method == "OPTIONS":
        return _methods()
    text = read_query(request)
    page = wants_page()
    if isinstance(text, Problem):
        if text.status == 400 and asks_nothing(request):
            return query_page("") if page else _described()
        return _problem(Asked("", page), text)
    asked = Asked(text, page)
    timeout = read_timeout(request)
    if isinstance(timeout, Problem):
        return _problem(asked, timeout)
    bindings, graph = negotiated("bindings"), negotiated("graph")
    if bindings is None and graph is None and not page:
        message = "None of the formats that the request accepts can be had."
        return _problem(asked, Problem(406, message, f"There are: {', '.join(_media_types())}."))
    result = ask(
        Query(
            text=text,
            bindings_format="json" if page else _name(bindings),
            graph_format="turtle" if page else _name(graph),
            timeout=timeout,
            default_graphs=read_graphs(request, "default-graph-uri"),
            named_graphs=read_graphs(request, "named-graph-uri"),
            client=request.remote_addr or "",
        )
    )
    if isinstance(result, Problem):
        return _problem(asked, result)
    return query_page(text, answer=result) if page else _answer(result)


@sparql.after_request
def _for_every_site(response: Response) -> Response:
    """Any page may ask (CORS), and caches must know that the answer depends on Accept."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type, If-None-Match"
    response.headers["Access-Control-Allow-Methods"] = ", ".join(METHODS)
    response.headers["Access-Control-Expose-Headers"] = "ETag, Retry-After, X-Query-Milliseconds"
    response.headers["Access-Control-Max-Age"] = "86400"
    response.vary.add("Accept")
    return response


def _answer(answer: Answer) -> Response:
    response = Response(answer.body, content_type=answer.media_type)
    response.headers["X-Query-Milliseconds"] = str(answer.milliseconds)
    response.headers["Cache-Control"] = "no-cache"
    response.set_etag(answer.tag)
    return cast("Response", response.make_conditional(request))


def _methods() -> Response:
    response = Response(status=204)
    response.allow.update(METHODS)
    return response


def _described() -> Response:
    """The Service Description (SPARQL 1.1 Service Description, 2)."""
    form = negotiated("graph")
    if form is None:
        types = ", ".join(each.media_type for each in writing("graph"))
        message = "The request holds no query, and the description comes in other formats."
        return _problem(Asked("", page=False), Problem(406, message, f"There are: {types}."))
    response = Response(description(form), content_type=form.content_type)
    response.add_etag()
    return cast("Response", response.make_conditional(request))


def _problem(asked: Asked, problem: Problem) -> Response:
    """What is wrong: on the page, or as JSON for a program."""
    if not asked.page:
        return as_problem(problem)
    return _with_status(query_page(asked.text, problem=problem), problem)


def as_problem(problem: Problem) -> Response:
    """What is wrong, as JSON."""
    told: dict[str, str | int | None]
    told = {"error": problem.message, "advice": problem.advice, "limit": problem.limit}
    told |= {"line": problem.line, "column": problem.column}
    body = json.dumps({key: value for key, value in told.items() if value}, ensure_ascii=False)
    return _with_status(Response(f"{body}\n", content_type="application/json"), problem)


def _with_status(response: Response, problem: Problem) -> Response:
    response.status_code = problem.status
    if problem.retry_after is not None:
        response.headers["Retry-After"] = str(problem.retry_after)
    return response


def _name(form: Format | None) -> str | None:
    return form.name if form else None


def _media_types() -> list[str]:
    formats = (*writing("bindings"), *writing("graph"))
    return list(dict.fromkeys(form.media_type for form in formats))
