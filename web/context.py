"""What every page needs: the current state of the data, the reader's state, and words for both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from flask import current_app, g, request, url_for

from kb.catalogues import LANGUAGES
from kb.timeline import Timeline
from web import state_url
from web.bundle import script, sheet
from web.language import Language, chosen, direction
from web.shapes import SHAPES

if TYPE_CHECKING:
    from datetime import datetime

    from kb.diagnostics import Diagnostic
    from kb.model import KnowledgeBase

EXTENSION = "tieline"
TIMELINE = "tieline.timeline"


class Reading:
    """What one request reads: the knowledge base as it stood when the request came."""

    def __init__(self) -> None:
        state = current_app.extensions[EXTENSION].state
        self.kb: KnowledgeBase = state.kb
        self.diagnostics: tuple[Diagnostic, ...] = state.diagnostics
        self.version: str = state.version
        self.changed: datetime | None = state.changed
        self.page = state_url.read(request.args, self.kb)
        accepted = request.accept_languages.best_match(LANGUAGES)
        self.speak = Language(chosen(self.page.lang, accepted))

    @property
    def timeline(self) -> Timeline:
        """The timeline of the knowledge base, computed once for each of its states."""
        held: Timeline | None = current_app.extensions.get(TIMELINE)
        if held is None or held.kb is not self.kb:
            held = current_app.extensions[TIMELINE] = Timeline(self.kb)
        return held

    def here(self, **changed: str | None) -> str:
        """Address of the timeline in this state, with `event`, `lang` or `theme` changed."""
        return _with(url_for("pages.timeline_page"), self.page.query(**changed))

    def same_page(self, **changed: str | None) -> str:
        """Address of this very page in another language or theme."""
        if request.endpoint == "pages.timeline_page":
            return self.here(**changed)
        kept = {"lang": self.page.lang, "theme": self.page.theme, **changed}
        others = [row for row in request.args.items(multi=True) if row[0] not in {*kept, "part"}]
        return _with(
            request.script_root + request.path,
            urlencode([*others, *((k, v) for k, v in kept.items() if v)]),
        )

    def event_page(self, slug: str) -> str:
        """Address of an event's own page in this state, so that its neighbours stay the same."""
        return _with(url_for("pages.event_page", slug=slug), self.page.query(event=None))

    def link(self, endpoint: str, **values: Any) -> str:
        """Address of another page, in the language and theme that this one was asked for in."""
        return url_for(endpoint, **values, lang=self.page.lang, theme=self.page.theme)


def reading() -> Reading:
    """The reading of the current request."""
    if "reading" not in g:
        g.reading = Reading()
    held: Reading = g.reading
    return held


def page_globals() -> dict[str, Any]:
    """What templates may use by name on every page."""
    held = reading()
    return {
        "reading": held,
        "kb": held.kb,
        "page": held.page,
        "speak": held.speak,
        "t": held.speak.phrase,
        "shapes": SHAPES,
        "link": held.link,
        "direction": direction,
        "script": script,
        "sheet": sheet,
    }


def _with(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path
