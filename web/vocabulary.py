"""`/vocabulary`: every class, property, datatype and listed term, as a page and as RDF.

The terms' IRIs stand at w3id.org; their paths here, `/ns` and such as `/measure/killed`, lead to
the same. 303 as Cool URIs for the Semantic Web, 4.2, has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for

from kb.exports.vocabulary import vocabulary_bytes
from kb.formats import by_suffix, writing
from kb.ids import TERMS, ids
from kb.iris import SHARED_PREFIXES, TIELINE
from kb.ontology import measures, terms
from web.context import reading
from web.negotiation import negotiated, wants_page
from web.terms_of import address_of

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

_FORMATS = tuple(form for form in writing("graph") if form.name not in {"nquads", "trig"})
_SORTS = ("class", "property", "datatype")
_LISTS = ("quad", "family", "ctx", "obligation", "actortype", "sourcetype")
"""The closed lists on the page; kinds are in the codebook, measures among the properties."""

vocabulary = Blueprint("vocabulary", __name__)


@vocabulary.get("/vocabulary")
def vocabulary_page() -> str:
    """Our own terms first, then those of others, then the closed lists."""
    kb = reading().kb
    held = (*terms(), *measures(kb))
    groups = [
        (own, sort, [term for term in held if term.own is own and term.sort == sort])
        for own in (True, False)
        for sort in _SORTS
    ]
    lists = [(prefix, getattr(kb.vocabulary, TERMS[prefix]).values()) for prefix in _LISTS]
    return render_template(
        "vocabulary.html",
        groups=[group for group in groups if group[2]],
        lists=lists,
        place=lambda name: address_of(*name.split(":", 1)),
        spaces=SHARED_PREFIXES,
        formats=_FORMATS,
    )


@vocabulary.get("/vocabulary.<suffix>")
def vocabulary_data(suffix: str) -> Response:
    """The vocabulary as RDF in the format of the suffix."""
    form = by_suffix(suffix)
    if form not in _FORMATS:
        abort(404)
    body = vocabulary_bytes(reading().kb, form)
    response = Response(body, content_type=form.content_type)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.add_etag()
    return response.make_conditional(request)  # type: ignore[return-value]


@vocabulary.get("/ns")
def namespace() -> AnyResponse:
    """303 from the namespace, and so from each of our own terms, to what documents them."""
    return _see(url_for("vocabulary.vocabulary_page"))


def term(prefix: str, slug: str) -> AnyResponse:
    """303 from a kind, a measure or a listed term to its place on a page, or to the RDF."""
    if slug not in (ids(reading().kb, prefix) or {}):
        abort(404)
    return _see(address_of(prefix, slug) or url_for("vocabulary.vocabulary_page"))


for _prefix in TERMS:
    _path = SHARED_PREFIXES[_prefix].removeprefix(TIELINE)
    vocabulary.add_url_rule(f"/{_path}<slug>", view_func=term, defaults={"prefix": _prefix})


def _see(page: str) -> AnyResponse:
    form = negotiated("graph", _FORMATS)
    if form is None or wants_page():
        address = page
    else:
        suffix = form.suffix.removeprefix(".")
        address = url_for("vocabulary.vocabulary_data", suffix=suffix)
    response = redirect(address, 303)
    response.headers["Vary"] = "Accept"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
