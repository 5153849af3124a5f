"""`/search`: what a text finds, as a page, and the best of it while one types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import Blueprint, jsonify, render_template, request

from kb.search import reason
from web.context import reading
from web.language import direction
from web.marking import excerpt, marked, parts
from web.paging import listing

if TYPE_CHECKING:
    from markupsafe import Markup
    from werkzeug.wrappers import Response as AnyResponse

    from kb.model import Event, Source, Texts
    from kb.search import Document, Found, Passage

MOST_OTHERS = 12
"""So many actors, places, kinds and sources stand on the page of results."""
SUGGESTIONS = 8
_MOST_OF = {"actor": 2, "place": 1, "kind": 1, "source": 2, "event": SUGGESTIONS}
"""Of each kind of record so many suggestions, so that events are always among them."""

searching = Blueprint("searching", __name__)


@dataclass(frozen=True, slots=True)
class Why:
    """The passage for which an event was found; `field` names a phrase, `who` whose words it is."""

    field: str
    text: Markup
    lang: str
    who: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An event that was found, its title marked; `why` is None where the title says it."""

    event: Event
    title: Markup
    lang: str
    why: Why | None


@dataclass(frozen=True, slots=True)
class Other:
    """Any record that was found, and in how many events it stands; an event in none."""

    address: str
    name: Markup
    lang: str
    events: int
    detail: str


@searching.get("/search")
def search_page() -> str:
    """What the text `q` finds: events first, with the reason, then every other record."""
    held = reading()
    text = held.page.filter.text
    found = held.timeline.finder.find(text)
    events = tuple(held.kb.events[document.id] for document in found.of("event"))
    list_ = listing(events, by_year=False)
    by_id = {document.id: document for document in found.of("event")}
    others = {what: found.of(what) for what in ("actor", "place", "kind", "source")}
    return render_template(
        "search.html",
        text=text,
        found=found,
        listing=list_,
        hits=[_hit(by_id[event.id], found) for event in list_.events],
        others={
            what: [_other(document, found) for document in documents[:MOST_OTHERS]]
            for what, documents in others.items()
            if documents
        },
        left_out={what: max(0, len(each) - MOST_OTHERS) for what, each in others.items()},
        proposal=None if found.documents else held.timeline.finder.did_you_mean(text),
        timeline=held.timeline,
    )


@searching.get("/search.json")
def suggestions() -> AnyResponse:
    """The best eight for what has been typed so far.

    Each has `what` it is, `parts` of its name as pairs of text and whether it is marked, `lang`
    and `dir` of the name, a `detail` beside it, its `href`, and the id of an `event`.
    """
    held = reading()
    text = held.page.filter.text
    found = held.timeline.finder.find(text)
    response = jsonify(
        {
            "q": text,
            "total": len(found.documents),
            "options": [_option(document, found) for document in _best(found)],
        }
    )
    response.add_etag()
    return response.make_conditional(request)


def named(found: Found) -> list[Other]:
    """The best of what was found, of each kind of record some."""
    return [_other(document, found) for document in _best(found)]


def _best(found: Found) -> list[Document]:
    taken: dict[str, int] = {}
    best = []
    for document in found.documents:
        taken[document.what] = taken.get(document.what, 0) + 1
        if taken[document.what] <= _MOST_OF[document.what]:
            best.append(document)
        if len(best) == SUGGESTIONS:
            break
    return best


def _hit(document: Document, found: Found) -> Hit:
    held = reading()
    event = held.kb.events[document.id]
    lang = held.speak.of(event.title)
    passage = reason(document, found.words, held.speak.code)
    return Hit(
        event,
        marked(event.title[lang], found.words),
        lang,
        None if passage is None else _why(passage, found),
    )


def _why(passage: Passage, found: Found) -> Why:
    source = reading().kb.sources.get(passage.of)
    who = "" if source is None or passage.field == "source" else _published(source)
    return Why(f"found_{passage.field}", excerpt(passage.text, found.words), passage.lang, who)


def _published(source: Source) -> str:
    return f"{source.publisher}, {source.issued.year}" if source.issued else source.publisher


def _other(document: Document, found: Found) -> Other:
    held = reading()
    texts, detail = _named(document)
    lang = held.speak.of(texts)
    address = _address(document)
    name = marked(texts[lang], found.words)
    uses = 0 if document.what == "event" else document.weight
    return Other(address, name, lang, uses, detail)


def _named(document: Document) -> tuple[Texts, str]:
    """The name of a record, and what is worth a word beside it."""
    held = reading()
    kb, speak = held.kb, held.speak
    if document.what == "event":
        event = kb.events[document.id]
        return event.title, speak.date(event.when)
    if document.what == "actor":
        actor = kb.actors[document.id]
        return actor.name, speak.plain(kb.vocabulary.actor_types[actor.type].name)
    if document.what == "source":
        source = kb.sources[document.id]
        return source.title, _published(source)
    if document.what == "place":
        return kb.places[document.id].name, speak.phrase("found_place")
    return kb.vocabulary.kinds[document.id].name, speak.phrase("found_kind")


def _address(document: Document) -> str:
    """Where the record is shown; a place or kind has its events on the timeline."""
    link = reading().link
    if document.what in ("place", "kind"):
        return link("pages.timeline_page", **{document.what: document.id})
    return link(f"pages.{document.what}_page", slug=document.id)


def _option(document: Document, found: Found) -> dict[str, Any]:
    speak = reading().speak
    texts, detail = _named(document)
    lang = speak.of(texts)
    return {
        "what": document.what,
        "parts": [list(part) for part in parts(texts[lang], found.words)],
        "lang": lang,
        "dir": direction(lang),
        "detail": detail,
        "href": _address(document),
        "event": document.id if document.what == "event" else None,
    }
