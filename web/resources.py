"""Linked data: `/id/...` leads to a record's page or to its RDF, and downloads of the whole.

A suffix decides before the Accept header, and that before the default (`web.negotiation`). A
record that was renamed leads to where it is (301), one that was removed says so (410).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from flask import Blueprint, Response, abort, redirect, request, url_for

from kb.exports import EXPORTS
from kb.exports.rdf import record_bytes
from kb.formats import by_suffix, writing
from web.context import reading
from web.negotiation import HTML, negotiated, wants_page
from web.records import COLLECTIONS, PAGES, current
from web.service import dataset_description
from web.structured import structured

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

    from kb.formats import Format

_RECORDS = tuple(form for form in writing("graph") if form.name not in {"nquads", "trig"})
_DUMPS = (*writing("graph"), *(form for form in writing("bindings") if form.name in EXPORTS))

resources = Blueprint("resources", __name__)
resources.app_context_processor(lambda: {"structured": structured})


@resources.get("/id/<kind>/<slug>")
def thing(kind: str, slug: str) -> AnyResponse:
    """303 from what an IRI names to what describes it (Cool URIs for the Semantic Web, 4.2)."""
    now = current(reading().kb, kind, slug)
    if now != slug:
        return redirect(url_for("resources.thing", kind=kind, slug=now), 301)
    form = negotiated("graph", _RECORDS)
    if kind in PAGES and (form is None or wants_page()):
        return _see(url_for(f"pages.{kind}_page", slug=slug))
    return _see(_described(kind, slug, form or _RECORDS[0]))


@resources.get("/id/claim/<subject>/<digest>")
@resources.get("/id/claim/<subject>/<digest>/quote")
def claim(subject: str, digest: str) -> AnyResponse:
    """303 from a statement, or its quotation, to what describes what it is about."""
    kb = reading().kb
    kind = next((kind for kind in COLLECTIONS if subject in getattr(kb, COLLECTIONS[kind])), None)
    if kind is None:
        abort(404)
    form = negotiated("graph", _RECORDS)
    if kind in PAGES and (form is None or wants_page()):
        return _see(url_for(f"pages.{kind}_page", slug=subject))
    return _see(_described(kind, subject, form or _RECORDS[0]))


def description(kind: str, slug: str, suffix: str) -> AnyResponse:
    """A record's triples in the format of the suffix."""
    form = by_suffix(suffix)
    if form is None or form not in _RECORDS:
        abort(404)
    kb = reading().kb
    now = current(kb, kind, slug)
    if now != slug:
        return redirect(_described(kind, now, form), 301)
    return _sent(record_bytes(kb, kind, slug, form), form)


for _kind in COLLECTIONS:
    resources.add_url_rule(
        f"/{_kind}/<slug>.<suffix>", view_func=description, defaults={"kind": _kind}
    )


@resources.get("/dataset")
def dataset() -> AnyResponse:
    """303 from the data set to what it says of itself, in VoID and DCAT, or to its timeline."""
    form = negotiated("graph", _RECORDS)
    if form is None or wants_page():
        return _see(url_for("pages.timeline_page"))
    return _see(url_for("resources.about_dataset", suffix=form.suffix.removeprefix(".")))


@resources.get("/dataset.<suffix>")
def about_dataset(suffix: str) -> AnyResponse:
    """What the data set says of itself, in the format of the suffix."""
    form = by_suffix(suffix)
    if form is None or form not in _RECORDS:
        abort(404)
    return _sent(dataset_description(form), form)


@resources.get("/data")
def data() -> AnyResponse:
    """303 to the whole knowledge base in the format that the client likes best."""
    form = _liked_best()
    if form is None:
        types = ", ".join(each.media_type for each in _DUMPS)
        return Response(f"There are: {types}.\n", 406, mimetype="text/plain")
    return _see(url_for("resources.download", suffix=form.suffix.removeprefix(".")))


@resources.get("/data.<suffix>")
def download(suffix: str) -> AnyResponse:
    """The whole knowledge base in the format of the suffix."""
    form = by_suffix(suffix)
    if form is None or form.name not in EXPORTS:
        abort(404)
    return _sent(EXPORTS[form.name](reading().kb), form)


def _liked_best() -> Format | None:
    """Of all the formats of the whole; a browser, which names none of them, gets TriG."""
    named = {media.lower() for media, _ in request.accept_mimetypes}
    if HTML in named or not named:
        return by_suffix("trig")
    return negotiated("graph", _DUMPS)


def _described(kind: str, slug: str, form: Format) -> str:
    suffix = form.suffix.removeprefix(".")
    return url_for("resources.description", kind=kind, slug=slug, suffix=suffix)


def _sent(body: bytes, form: Format) -> Response:
    response = Response(body, content_type=form.content_type)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.add_etag()
    return cast("Response", response.make_conditional(request))


def _see(address: str) -> AnyResponse:
    response = redirect(address, 303)
    response.headers["Vary"] = "Accept"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
