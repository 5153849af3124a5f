"""The events as columns, which is how the script of the page takes them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kb.dates.words import in_words
from kb.timeline.measures import approximate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kb.model import Actor, Event, Texts
    from kb.timeline.timeline import Timeline

EPOCH = date(1970, 1, 1).toordinal()
LONG = 22
"""Characters of a name that fit beside a lane."""


def day(when: date) -> int:
    """Days since 1 January 1970."""
    return when.toordinal() - EPOCH


def columns(timeline: Timeline, lang: str) -> dict[str, Any]:
    """Lists of equal length, one entry an event in date order; what repeats stands as an index.

    `begin`, `begun`, `ended` and `end` are the four bounds in days since 1970-01-01; `open` is
    null, "ongoing" or "unknown"; `causes` are rows of cause, effect, and 1 where a source says so.
    """
    kb, events = timeline.kb, timeline.events
    kinds = [kind for kind in kb.vocabulary.kinds if any(e.kind == kind for e in events)]
    row = {event.id: number for number, event in enumerate(events)}
    lanes, actors = _index(timeline.lane_order), _index(kb.actors)
    places, sources, kind_row = _index(kb.places), _index(kb.sources), _index(kinds)
    return {
        "lang": lang,
        "lanes": [
            {
                "id": slug,
                "name": text(kb.actors[slug].name, lang),
                "short": short_name(kb.actors[slug], lang),
            }
            for slug in timeline.lane_order
        ],
        "kinds": [
            {
                "id": slug,
                "name": text(kb.vocabulary.kinds[slug].name, lang),
                "family": kb.vocabulary.kinds[slug].family,
            }
            for slug in kinds
        ],
        "actors": list(kb.actors),
        "places": list(kb.places),
        "sources": list(kb.sources),
        "events": {
            "id": [e.id for e in events],
            "title": [text(e.title, lang) for e in events],
            "short": [label(e, lang) for e in events],
            "foreign": [int(lang not in e.title) for e in events],
            "when": [in_words(e.when, lang) for e in events],
            "begin": [day(e.when.earliest_begin) for e in events],
            "begun": [day(e.when.latest_begin) for e in events],
            "ended": [day(e.when.earliest_end) for e in events],
            "end": [day(e.when.latest_end) for e in events],
            "open": [e.when.open_end for e in events],
            "interval": [int(e.when.is_interval) for e in events],
            "approximate": [int(approximate(e.when)) for e in events],
            "kind": [kind_row[e.kind] for e in events],
            "lanes": [[lanes[slug] for slug in timeline.lanes[e.id]] for e in events],
            "actors": [[actors[slug] for slug in e.actors] for e in events],
            "place": [-1 if e.where is None else places[e.where] for e in events],
            "sources": [[sources[slug] for slug in e.sources] for e in events],
            "score": [timeline.score[e.id] for e in events],
            "weight": [timeline.weight[e.id] for e in events],
            "disputed": [int(timeline.disputed(e)) for e in events],
        },
        "causes": [
            [row[cause.event], row[e.id], int(bool(cause.src))]
            for e in events
            for cause in e.because_of
        ],
    }


def label(event: Event, lang: str) -> str | None:
    """The short title, or None where the title does better: one in the language that is asked."""
    if lang in event.short_title or lang not in event.title:
        return text(event.short_title, lang) if event.short_title else None
    return None


def text(texts: Texts, lang: str) -> str:
    """The text in that language, else in the first language it has."""
    return texts[lang] if lang in texts else next(iter(texts.values()))


def short_name(actor: Actor, lang: str) -> str:
    """The actor's name, or where that is long its shortest alias in that language."""
    name = text(actor.name, lang)
    if len(name) <= LONG:
        return name
    return min((name, *actor.aliases.get(lang, ())), key=len)


def _index(ids: Iterable[str]) -> Mapping[str, int]:
    return {slug: number for number, slug in enumerate(ids)}
