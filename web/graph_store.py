"""The graphs as such: SPARQL 1.1 Graph Store HTTP Protocol, the operations that read (5.2).

`/graphs?default` and `/graphs?graph=IRI` name a graph indirectly (4.2), `/graph/NAME` directly
(4.1). What would change a graph is answered with 405.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from flask import Blueprint, Response, request

from kb.formats import writing
from kb.guard import Query
from kb.iris import Iris
from web.answering import ask
from web.context import reading
from web.negotiation import negotiated
from web.protocol import Problem
from web.service import graph_sizes
from web.sparql import as_problem

if TYPE_CHECKING:
    from kb.formats import Format

_ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
_TRIPLES = tuple(form for form in writing("graph") if form.name not in {"nquads", "trig"})
"""Formats of one graph; the others write several."""

graph_store = Blueprint("graph_store", __name__)


@graph_store.get("/graphs")
def indirect() -> Response:
    """The graph that the address names in its query."""
    default, named = "default" in request.args, request.args.getlist("graph")
    if default == bool(named) or len(named) > 1:
        advice = "Write /graphs?default or /graphs?graph=IRI."
        return as_problem(Problem(400, "The request names no graph, or more than one.", advice))
    return _graph(None if default else named[0])


@graph_store.get("/graph/<name>")
def direct(name: str) -> Response:
    """The graph whose IRI ends so."""
    return _graph(Iris(reading().kb.dataset.base).graph(name))


@graph_store.after_request
def _for_every_site(response: Response) -> Response:
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.vary.add("Accept")
    return response


def _graph(iri: str | None) -> Response:
    sizes = graph_sizes()
    if sizes and iri not in sizes:
        known = ", ".join(sorted(name for name in sizes if name))
        return as_problem(Problem(404, f"There is no graph <{iri}>.", f"There are: {known}."))
    form = negotiated("graph", _TRIPLES)
    if form is None:
        types = ", ".join(each.media_type for each in _TRIPLES)
        message = "None of the formats that the request accepts can be had."
        return as_problem(Problem(406, message, f"There are: {types}."))
    return _whole(iri, form)


def _whole(iri: str | None, form: Format) -> Response:
    graphs = () if iri is None else (iri,)
    client = request.remote_addr or ""
    answer = ask(Query(_ALL, None, form.name, default_graphs=graphs, client=client))
    if isinstance(answer, Problem):
        return as_problem(answer)
    response = Response(answer.body, content_type=answer.media_type)
    response.set_etag(answer.tag)
    return cast("Response", response.make_conditional(request))
