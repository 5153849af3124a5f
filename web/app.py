"""The Flask application: what every response carries, and which blueprint answers what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask

from web.context import EXTENSION
from web.pages import pages
from web.resources import resources
from web.sparql import GUARD, sparql

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


def create_app(live: Live, guard: Guard) -> Flask:
    """The application that serves this state and asks this guard."""
    app = Flask("web")
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.extensions[EXTENSION] = live
    app.extensions[GUARD] = guard
    app.config["MAX_CONTENT_LENGTH"] = 2 * 1024 * 1024
    app.json.sort_keys = False  # type: ignore[attr-defined]
    for blueprint in (pages, resources, sparql):
        app.register_blueprint(blueprint)
    app.after_request(_secure)
    app.add_url_rule("/healthz", "healthz", lambda: "ok\n")
    return app


def _secure(response: Response) -> Response:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    return response
