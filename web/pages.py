"""The pages that people read, and the columns that the script of the timeline takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from flask import Blueprint, abort, jsonify, redirect, render_template, request

from kb.timeline import Timeline, columns
from kb.timeline.columns import day
from kb.timeline.measures import citations
from web.context import page_globals, reading
from web.panel import Panel, panel
from web.strings import script_phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkzeug.exceptions import NotFound
    from werkzeug.wrappers import Response as AnyResponse

    from kb.model import Actor, Event, Source
    from kb.timeline import Filter

pages = Blueprint("pages", __name__)
pages.app_context_processor(page_globals)

Record = TypeVar("Record", "Event", "Actor", "Source")


@pages.get("/")
def timeline_page() -> str:
    """The timeline; `part=list` is its list of events alone, `part=panel` what stands beside it."""
    held = reading()
    shown = held.timeline.matching(held.page.filter)
    view = {
        "years": Timeline.by_year(shown),
        "shown": shown,
        "timeline": held.timeline,
        "panel": _panel(held.kb.events[held.page.event]) if held.page.event else None,
        "turning_points": held.timeline.turning_points(shown),
    }
    part = request.args.get("part")
    if part == "list":
        return render_template("parts/list.html", **view)
    if part == "panel":
        return render_template("parts/side.html", **view)
    return render_template(
        "timeline.html",
        phrases=script_phrases(held.speak.code),
        window=_window(held.page.filter),
        first_last=_years(),
        **view,
    )


@pages.get("/event/<slug>")
def event_page(slug: str) -> str | AnyResponse:
    """One event with all that is known of it."""
    held = reading()
    event = _find(held.kb.events, slug)
    if not isinstance(event, str):
        return render_template("event.html", panel=_panel(event), timeline=held.timeline)
    return redirect(held.link("pages.event_page", slug=event), 301)


@pages.get("/actor/<slug>")
def actor_page(slug: str) -> str | AnyResponse:
    """One actor: names, memberships, succession, its events and what was said of it."""
    held = reading()
    actor = _find(held.kb.actors, slug)
    if isinstance(actor, str):
        return redirect(held.link("pages.actor_page", slug=actor), 301)
    timeline = held.timeline
    events = [e for e in timeline.events if slug in e.actors or slug in timeline.lanes[e.id]]
    return render_template(
        "actor.html",
        actor=actor,
        years=Timeline.by_year(events),
        timeline=timeline,
        members=[
            (other, membership)
            for other in held.kb.actors.values()
            for membership in other.part_of
            if membership.actor == slug
        ],
        successors=[other for other in held.kb.actors.values() if slug in other.succeeds],
        views=[view for view in held.kb.views.values() if slug in view.about],
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
    )


@pages.get("/timeline.json")
def timeline_json() -> AnyResponse:
    """The events as columns; with `ids=1` only the ids that the filter lets through."""
    held = reading()
    if request.args.get("ids") == "1":
        return jsonify([event.id for event in held.timeline.matching(held.page.filter)])
    response = jsonify(columns(held.timeline, held.speak.code))
    response.add_etag()
    return response.make_conditional(request)


@pages.app_errorhandler(404)
def missing(_error: NotFound) -> tuple[str, int]:
    """The page that says that there is none."""
    return render_template("missing.html", path=request.path), 404


def _panel(event: Event) -> Panel:
    held = reading()
    return panel(held.timeline, event, held.timeline.matching(held.page.filter))


def _find(records: Mapping[str, Record], slug: str) -> Record | str:
    """The record of that id, or the id it has now where it was renamed; aborts where unknown."""
    if slug in records:
        return records[slug]
    now = next((record.id for record in records.values() if slug in record.was), None)
    return now if now is not None else abort(404)


def _quotes(event: Event, source: str) -> list[str]:
    """The words that the event quotes of the source, each once."""
    quotes = (citation.quote for citation in citations(event) if citation.source == source)
    return list(dict.fromkeys(quote for quote in quotes if quote))


def _window(chosen: Filter) -> tuple[int | None, int | None]:
    """The first day that the filter asks for and the day after its last, since 1970-01-01."""
    first = None if chosen.first is None else day(chosen.first.earliest_begin)
    last = None if chosen.last is None else day(chosen.last.latest_end) + 1
    return first, last


def _years() -> tuple[int, int]:
    """The first and the last year of the timeline, for the hints of the filter."""
    years = [event.when.year for event in reading().timeline.events]
    return (min(years), max(years)) if years else (0, 0)
