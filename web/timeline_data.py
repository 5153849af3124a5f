"""What the script of the timeline asks for, as JSON: all events, or of many the part it shows."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, current_app, jsonify, request

from kb.timeline import columns
from kb.timeline.window import overview, window
from web.context import reading
from web.keeping import kept

if TYPE_CHECKING:
    from collections.abc import Hashable

    from web.context import Reading

timeline_data = Blueprint("timeline_data", __name__)


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
    body = kept(held, ("data", *_question(held)), lambda: _encoded(_answer(held)))
    response = Response(body, mimetype="application/json")
    response.set_etag(sha256(body).hexdigest()[:20])
    response.make_conditional(request)
    return response


def _question(held: Reading) -> tuple[Hashable, ...]:
    """What tells one answer from another: of a short timeline only the language."""
    lang = held.speak.code
    if not held.timeline.is_long:
        return (lang,)
    return lang, request.args.get("part") == "window", held.page.filter, held.page.event


def _answer(held: Reading) -> dict[str, Any]:
    timeline, lang = held.timeline, held.speak.code
    if not timeline.is_long:
        return columns(timeline, lang)
    ask = window if request.args.get("part") == "window" else overview
    return ask(timeline, held.page.filter, held.page.event, lang)


def _encoded(answer: dict[str, Any]) -> bytes:
    text = current_app.json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
    return text.encode()
