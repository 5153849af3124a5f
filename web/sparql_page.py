"""The page to write a query on: its HTML, what its editor completes, and spreadsheets of answers.

Without a script it is a plain form. The protocol itself is in `web.sparql`.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, cast

from flask import Blueprint, Response, render_template, request, url_for

from kb.formats import writing
from kb.guard import Query
from kb.ids import RECORDS, TERMS, ids
from kb.iris import Iris
from kb.ontology import measures, terms
from kb.questions import questions
from kb.search.folding import fold
from kb.spreadsheet import table
from web import answering
from web.context import reading
from web.negotiation import HTML
from web.openapi import MEDIA_TYPES
from web.protocol import Problem, read_query
from web.results import shown
from web.sheets import sheet_of
from web.snippets import snippets

if TYPE_CHECKING:
    from kb.guard import Answer

EXAMPLE = """SELECT ?event ?title ?date ?score WHERE {
  ?event a sem:Event ;
    rdfs:label ?title ;
    dcterms:date ?date ;
    kb:score ?score ;
    sem:hasActor actor:%s .
  FILTER(LANG(?title) = "%s")
}
ORDER BY DESC(?date) ?event
LIMIT 100
"""
MOST_IDS = 50
"""Ids that one look-up gives at most."""

sparql_page = Blueprint("sparql_page", __name__)


def query_page(text: str, answer: Answer | None = None, problem: Problem | None = None) -> Response:
    """The page with this query in its editor, and with its answer or what is wrong with it."""
    held = reading()
    graph = answer is not None and answer.form in {"construct", "describe"}
    html = render_template(
        "sparql.html",
        query=text,
        written=text or EXAMPLE % (held.kb.dataset.focus, held.kb.dataset.languages[0]),
        shown=shown(answer, held.kb.dataset.base) if answer else None,
        problem=problem,
        questions=questions().values(),
        formats=writing("graph" if graph else "bindings"),
        sheets=("csv", "xlsx") if answer is not None and not graph else (),
        snippets=snippets(text, url_for("sparql.endpoint", _external=True)) if text else (),
        phrases=held.speak.script_phrases(),
    )
    return Response(html, content_type=f"{HTML}; charset=utf-8")


@sparql_page.get("/sparql/terms.json")
def terms_json() -> Response:
    """What a query may name: every prefix, and each class, property and datatype with its use."""
    held = reading()
    named = [
        [term.name, term.sort, held.speak.plain(term.label), held.speak.plain(term.meaning)]
        for term in (*terms(), *measures(held.kb))
    ]
    prefixes = Iris(held.kb.dataset.base).prefixes
    return _json({"prefixes": prefixes, "terms": named, "ids": [*RECORDS, *TERMS]})


@sparql_page.get("/sparql/ids.json")
def ids_json() -> Response:
    """Ids of `prefix` with their names, that hold `q` in either, those that begin with it first."""
    speak = reading().speak
    wanted = fold(request.args.get("q", ""))
    known = ids(reading().kb, request.args.get("prefix", "")) or {}
    found = []
    for slug, texts in known.items():
        places = [fold(text).find(wanted) for text in (slug, *texts.values())]
        if max(places) >= 0:
            rank = min((place, at) for at, place in enumerate(places) if place >= 0)
            found.append((rank, slug, speak.plain(texts)))
    return _json({"ids": [[slug, name] for _, slug, name in sorted(found)[:MOST_IDS]]})


@sparql_page.get("/sparql/result.<suffix>")
def sheet(suffix: str) -> Response:
    """The rows of a query for a spreadsheet: CSV that Excel opens rightly, or a workbook."""
    text = read_query(request)
    if isinstance(text, Problem):
        return _refused(text)
    if suffix not in ("csv", "xlsx"):
        return _refused(Problem(404, "There are result.csv and result.xlsx."))
    result = answering.ask(Query(text, "json", None, client=request.remote_addr or ""))
    if isinstance(result, Problem):
        return _refused(result)
    body = sheet_of(table(result.body), suffix, "SPARQL", [(text,)])
    if isinstance(body, Problem):
        return _refused(body)
    response = Response(body, mimetype=MEDIA_TYPES[suffix])
    response.headers["Content-Disposition"] = f'attachment; filename="result.{suffix}"'
    return response


def _refused(problem: Problem) -> Response:
    response = query_page(request.args.get("query", ""), problem=problem)
    response.status_code = problem.status
    return response


def _json(told: dict[str, Any]) -> Response:
    body = json.dumps(told, ensure_ascii=False).encode()
    response = Response(body, mimetype="application/json")
    response.set_etag(hashlib.blake2b(body, digest_size=12).hexdigest())
    return cast("Response", response.make_conditional(request))
