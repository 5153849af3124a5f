"""Linked data: `/id/...` leads to a record's page or to its RDF, and downloads of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, abort, redirect, request, url_for

from kb.exports import EXPORTS
from kb.exports.rdf import record_bytes
from kb.formats import by_suffix, writing
from web.context import reading
from web.negotiation import negotiated, wants_page

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

    from kb.model import KnowledgeBase

COLLECTIONS = {
    "event": "events",
    "actor": "actors",
    "place": "places",
    "source": "sources",
    "view": "views",
}
PAGES = ("event", "actor", "source")
_RECORDS = tuple(form for form in writing("graph") if form.name not in {"nquads", "trig"})

resources = Blueprint("resources", __name__)


@resources.get("/id/<kind>/<slug>")
def thing(kind: str, slug: str) -> AnyResponse:
    """303 from what an IRI names to what describes it (Cool URIs for the Semantic Web, 4.2)."""
    _existing(reading().kb, kind, slug)
    form = negotiated("graph", _RECORDS)
    if kind in PAGES and (form is None or wants_page()):
        return _see(url_for(f"pages.{kind}_page", slug=slug))
    suffix = (form or _RECORDS[0]).suffix.removeprefix(".")
    return _see(url_for("resources.description", kind=kind, slug=slug, suffix=suffix))


@resources.get("/id/claim/<subject>/<digest>")
def claim(subject: str, digest: str) -> AnyResponse:
    """303 from a statement to the page of what it is about."""
    kb = reading().kb
    kind = next((kind for kind in PAGES if subject in getattr(kb, COLLECTIONS[kind])), None)
    return _see(url_for(f"pages.{kind}_page", slug=subject)) if kind else abort(404)


def description(kind: str, slug: str, suffix: str) -> Response:
    """A record's triples in the format of the suffix."""
    form = by_suffix(suffix)
    if form not in _RECORDS:
        abort(404)
    kb = reading().kb
    _existing(kb, kind, slug)
    response = Response(record_bytes(kb, kind, slug, form), content_type=form.content_type)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.add_etag()
    return response.make_conditional(request)  # type: ignore[return-value]


for _kind in COLLECTIONS:
    resources.add_url_rule(
        f"/{_kind}/<slug>.<suffix>", view_func=description, defaults={"kind": _kind}
    )


@resources.get("/data.<suffix>")
def download(suffix: str) -> Response:
    """The whole knowledge base in the format of the suffix."""
    form = by_suffix(suffix)
    if form is None or form.name not in EXPORTS:
        abort(404)
    response = Response(EXPORTS[form.name](reading().kb), content_type=form.content_type)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.add_etag()
    return response.make_conditional(request)  # type: ignore[return-value]


def _existing(kb: KnowledgeBase, kind: str, slug: str) -> None:
    if kind not in COLLECTIONS or slug not in getattr(kb, COLLECTIONS[kind]):
        abort(404)


def _see(address: str) -> AnyResponse:
    response = redirect(address, 303)
    response.headers["Vary"] = "Accept"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
