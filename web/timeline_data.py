"""What the script of the timeline asks for, as JSON: all events, or of many the part it shows."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, current_app, jsonify, request

from kb.timeline import columns
from kb.timeline.window import overview, window
from web.context import reading

if TYPE_CHECKING:
    from kb.timeline import Timeline

timeline_data = Blueprint("timeline_data", __name__)

WHOLE = "tieline.whole"
"""Where the application keeps a small timeline in the languages in which it was asked for."""


@timeline_data.get("/timeline.json")
def timeline_json() -> Response:
    """The events as columns; of a long timeline those that the page's state asks for.

    A long timeline is answered with the names of its lanes, bins by month and the window of the
    state, with `part=window` with the window alone; both hold what the filter lets through. With
    `ids=1` the answer is the ids of what it lets through. The answer has an ETag.
    """
    held = reading()
    if request.args.get("ids") == "1":
        return jsonify([event.id for event in held.timeline.matching(held.page.filter)])
    if not held.timeline.is_long:
        return _conditional(_whole(held.timeline, held.speak.code))
    ask = window if request.args.get("part") == "window" else overview
    return _conditional(
        _encoded(ask(held.timeline, held.page.filter, held.page.event, held.speak.code))
    )


def _whole(timeline: Timeline, lang: str) -> bytes:
    """All columns, encoded once for each state of the data and each language."""
    kept, bodies = current_app.extensions.get(WHOLE, (None, {}))
    if kept is not timeline:
        bodies = {}
        current_app.extensions[WHOLE] = timeline, bodies
    if lang not in bodies:
        bodies[lang] = _encoded(columns(timeline, lang))
    body: bytes = bodies[lang]
    return body


def _encoded(answer: dict[str, Any]) -> bytes:
    return current_app.json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()


def _conditional(body: bytes) -> Response:
    response = Response(body, mimetype="application/json")
    response.set_etag(sha256(body).hexdigest()[:20])
    response.make_conditional(request)
    return response
