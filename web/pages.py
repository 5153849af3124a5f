"""The pages that people read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from flask import Blueprint, abort, redirect, render_template, request

from kb.iris import Iris
from kb.timeline.days import day
from web import assets
from web.citing import lasting
from web.context import page_globals, reading
from web.keeping import kept
from web.paging import listing
from web.panel import panel
from web.profile import profile
from web.records import why_removed
from web.reporting import report
from web.searching import named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkzeug.exceptions import NotFound
    from werkzeug.wrappers import Response as AnyResponse

    from kb.model import Actor, Event, Source
    from kb.timeline import Filter
    from web.context import Reading

pages = Blueprint("pages", __name__)
pages.app_context_processor(page_globals)

DRESS = ("built", "css", "js", "fonts", "icon.svg")
"""The assets whose addresses stand in a page."""

Record = TypeVar("Record", "Event", "Actor", "Source")


@pages.get("/")
def timeline_page() -> str:
    """The timeline; `part=list` is its list of events alone, `part=panel` what stands beside it."""
    held = reading()
    # A citation names the day on which the page was read.
    asked = request.script_root, request.query_string, held.speak.code, datetime.now(UTC).date()
    dressed = tuple(map(assets.of, DRESS))
    return kept(held, ("timeline", *asked, *dressed), lambda: _timeline_page(held))


def _timeline_page(held: Reading) -> str:
    shown = held.timeline.matching(held.page.filter)
    view = {
        "listing": listing(shown, selected=held.page.event),
        "shown": shown,
        "timeline": held.timeline,
        **(_panel(held.kb.events[held.page.event]) if held.page.event else {}),
        "turning_points": held.timeline.turning_points(shown, held.page.filter.first),
    }
    part = request.args.get("part")
    if part == "list":
        return render_template("parts/list.html", **view)
    if part == "panel":
        return render_template("parts/side.html", **view)
    return render_template(
        "timeline.html",
        phrases=held.speak.script_phrases(),
        window=_window(held.page.filter),
        first_last=held.timeline.years,
        **view,
    )


@pages.get("/event/<slug>")
def event_page(slug: str) -> str | AnyResponse:
    """One event with all that is known of it."""
    held = reading()
    event = _find(held.kb.events, slug)
    if not isinstance(event, str):
        return render_template("event.html", **_panel(event), timeline=held.timeline)
    return redirect(held.link("pages.event_page", slug=event), 301)


@pages.get("/actor/<slug>")
def actor_page(slug: str) -> str | AnyResponse:
    """One actor: names, memberships, succession, its events and what was said of it."""
    held = reading()
    actor = _find(held.kb.actors, slug)
    if isinstance(actor, str):
        return redirect(held.link("pages.actor_page", slug=actor), 301)
    shown = profile(held.timeline, actor)
    return render_template(
        "actor.html",
        profile=shown,
        listing=listing(shown.events),
        timeline=held.timeline,
        lasting=lasting("actor", actor),
    )


@pages.get("/source/<slug>")
def source_page(slug: str) -> str | AnyResponse:
    """One source: its record, and what cites it in which words."""
    held = reading()
    source = _find(held.kb.sources, slug)
    if isinstance(source, str):
        return redirect(held.link("pages.source_page", slug=source), 301)
    citing = [
        (event, _quotes(event, slug)) for event in held.timeline.events if slug in event.sources
    ]
    return render_template(
        "source.html",
        source=source,
        citing=citing,
        views=[v for v in held.kb.views.values() if slug in {c.source for c in v.src}],
        lasting=lasting("source", source),
    )


@pages.app_errorhandler(404)
def missing(_error: NotFound) -> tuple[str, int]:
    """The page that says that there is none, or none any more, and what may have been meant."""
    reason = why_removed(reading().kb, request.path)
    asked = request.path.rsplit("/", 1)[-1].replace("-", " ").replace("_", " ")
    finder = reading().timeline.finder
    found = finder.find(asked)
    if not found.documents:
        found = finder.find(finder.did_you_mean(asked) or "")
    view = {"path": request.path, "reason": reason, "meant": named(found)}
    return render_template("missing.html", **view), 410 if reason else 404


def _panel(event: Event) -> dict[str, Any]:
    """What `parts/panel.html` shows."""
    held = reading()
    iri = Iris(held.kb.dataset.base).record("event", event.id)
    return {
        "panel": panel(held.timeline, event, held.timeline.matching(held.page.filter)),
        "lasting": lasting("event", event),
        "report": report(held.kb.dataset, held.speak.plain(event.title), iri, held.version),
    }


def _find(records: Mapping[str, Record], slug: str) -> Record | str:
    """The record of that id, or the id it has now where it was renamed; aborts where unknown."""
    if slug in records:
        return records[slug]
    now = next((record.id for record in records.values() if slug in record.was), None)
    return now if now is not None else abort(404)


def _quotes(event: Event, source: str) -> list[str]:
    """The words that the event quotes of the source, each once."""
    quotes = (citation.quote for citation in event.citations if citation.source == source)
    return list(dict.fromkeys(quote for quote in quotes if quote))


def _window(chosen: Filter) -> tuple[int | None, int | None]:
    """The first day that the filter asks for and the day after its last, since 1970-01-01."""
    first = None if chosen.first is None else day(chosen.first.earliest_begin)
    last = None if chosen.last is None else day(chosen.last.latest_end) + 1
    return first, last
