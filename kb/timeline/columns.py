"""Events as columns, which is how the script of the page takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kb.dates.words import in_words
from kb.timeline.days import day
from kb.timeline.measures import approximate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kb.model import Actor, Event, Texts
    from kb.timeline.timeline import Timeline

LONG = 22
"""Characters of a name that fit beside a lane."""


def columns(timeline: Timeline, lang: str) -> dict[str, Any]:
    """The names of the lanes and every event: all that the script needs of a small timeline."""
    return {
        "lang": lang,
        "total": len(timeline.events),
        "lanes": lane_names(timeline, lang),
        **event_columns(timeline, timeline.events, lang),
    }


def lane_names(timeline: Timeline, lang: str) -> list[dict[str, str]]:
    """The lanes in their order; that of events without a partner has no id and no name."""
    actors = timeline.kb.actors
    return [
        {"id": slug, "name": text(actors[slug].name, lang), "short": short_name(actors[slug], lang)}
        if slug
        else {"id": "", "name": "", "short": ""}
        for slug in timeline.rows.lane_ids
    ]


def event_columns(timeline: Timeline, events: Sequence[Event], lang: str) -> dict[str, Any]:
    """Lists of equal length, one entry an event in the order given; what repeats is an index.

    `begin`, `begun`, `ended` and `end` are the four bounds in days since 1970-01-01; `open` is
    null, "ongoing" or "unknown"; `lanes` are indexes into all lanes of the timeline, and `kinds`,
    `actors`, `places` and `sources` hold what these events use; `causes` are the rows of cause and
    effect among these events, and 1 where a source says so.
    """
    kb = timeline.kb
    row = {event.id: number for number, event in enumerate(events)}
    kinds = _index(slug for slug in kb.vocabulary.kinds if slug in {e.kind for e in events})
    actors = _index(slug for e in events for slug in e.actors)
    places = _index(e.where for e in events if e.where is not None)
    sources = _index(slug for e in events for slug in e.sources)
    lanes = _index(timeline.rows.lane_ids)
    return {
        "kinds": [
            {
                "id": slug,
                "name": text(kb.vocabulary.kinds[slug].name, lang),
                "family": kb.vocabulary.kinds[slug].family,
            }
            for slug in kinds
        ],
        "actors": list(actors),
        "places": list(places),
        "sources": list(sources),
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
            "kind": [kinds[e.kind] for e in events],
            "lanes": [[lanes[slug] for slug in timeline.lanes[e.id] or ("",)] for e in events],
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
            if cause.event in row
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
    return {slug: number for number, slug in enumerate(dict.fromkeys(ids))}
