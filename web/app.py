"""The Flask application: what every response carries, and which blueprint answers what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask, request
from flask_compress import Compress

from kb.formats import FORMATS
from web.answering import GUARD
from web.assets import add_assets
from web.codebook import codebook
from web.context import EXTENSION
from web.graph_store import graph_store
from web.negotiation import HTML
from web.openapi import METADATA
from web.pages import pages
from web.quality import quality
from web.question_pages import question_pages
from web.questions_api import questions_api
from web.resources import resources
from web.searching import searching
from web.site import site
from web.sparql import sparql
from web.sparql_page import sparql_page
from web.telemetry import add_telemetry
from web.timeline_data import timeline_data
from web.vocabulary import vocabulary

if TYPE_CHECKING:
    from flask import Response

    from kb.guard import Guard
    from kb.live import Live

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; "
        "form-action 'self'; frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}

BLUEPRINTS = (
    *(pages, searching, timeline_data, codebook, quality),
    *(sparql, sparql_page, graph_store, question_pages, questions_api, resources, site, vocabulary),
)

COMPRESSED = {
    "text/html",
    "text/plain",
    "application/json",
    METADATA,
    *(media for form in FORMATS for media in form.media_types),
}
"""The media types of what is made anew for each request; `web.assets` compresses its files."""


def create_app(live: Live, guard: Guard) -> Flask:
    """The application that serves this state and asks this guard."""
    app = Flask("web", static_folder=None)
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.extensions[EXTENSION] = live
    app.extensions[GUARD] = guard
    app.config["MAX_CONTENT_LENGTH"] = 2 * 1024 * 1024
    app.config["COMPRESS_ALGORITHM"] = ["br", "gzip"]
    app.config["COMPRESS_BR_LEVEL"] = 5
    app.config["COMPRESS_MIMETYPES"] = COMPRESSED
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    add_telemetry(app, live, guard)
    add_assets(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    # What is registered last comes first: a page has its validator before it is compressed.
    Compress(app)
    app.after_request(_secure)
    app.after_request(_ask_again)
    return app


def _ask_again(response: Response) -> Response:
    """A cache asks each time whether what it holds still stands, and a page tells by its ETag."""
    if request.method in {"GET", "HEAD"} and response.status_code == 200:
        response.headers.setdefault("Cache-Control", "no-cache")
        if response.mimetype == HTML:
            response.vary.add("Accept-Language")
            response.add_etag()
    return response


def _secure(response: Response) -> Response:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    return response
