"""What pages say of themselves to search engines: JSON-LD in the terms of schema.org."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from flask import json, url_for
from markupsafe import Markup

from kb.exports import EXPORTS
from kb.formats import writing
from kb.iris import WIKIDATA, Iris
from web.context import reading

if TYPE_CHECKING:
    from kb.dates.edtf import When
    from kb.model import Actor, Event, KnowledgeBase, Source, Texts

_PLAIN = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_ACTORS = {"state": "Country", "person": "Person"}


def structured(record: Event | Actor | Source | None = None) -> Markup:
    """The script element with the record as data; without one the data set."""
    kb = reading().kb
    said = _dataset(kb) if record is None else _record(kb, record)
    told = {"@context": "https://schema.org", **_without_nothing(said)}
    # No `<` is left, so that no text can end the element.
    written = json.dumps(told).replace("<", "\\u003c")
    return Markup(f'<script type="application/ld+json">{written}</script>')


def _record(kb: KnowledgeBase, record: Event | Actor | Source) -> dict[str, Any]:
    kind = type(record).__name__.lower()
    said = {"event": _event, "actor": _actor, "source": _source}[kind](kb, record)  # type: ignore[operator]
    return {
        "@id": Iris(kb.dataset.base).record(kind, record.id),
        "mainEntityOfPage": url_for(f"pages.{kind}_page", slug=record.id, _external=True),
        **said,
    }


def _event(kb: KnowledgeBase, event: Event) -> dict[str, Any]:
    begin, _, end = event.when.edtf.partition("/")
    place = kb.places[event.where] if event.where else None
    return {
        "@type": "Event",
        "name": _texts(event.title),
        "description": _texts(event.summary),
        "startDate": _plain(begin),
        "endDate": _plain(end or begin),
        "location": place
        and {
            "@type": "Place",
            "name": _texts(place.name),
            "geo": place.at
            and {"@type": "GeoCoordinates", "latitude": place.at[0], "longitude": place.at[1]},
            "sameAs": _wikidata(place.wikidata),
        },
        "about": [_named(kb, slug) for slug in event.actors],
        "subjectOf": [
            {"@type": "CreativeWork", "@id": Iris(kb.dataset.base).record("source", slug)}
            for slug in event.sources
        ],
    }


def _actor(_kb: KnowledgeBase, actor: Actor) -> dict[str, Any]:
    names = [name for tagged in actor.aliases.values() for name in tagged]
    return {
        "@type": _ACTORS.get(actor.type, "Organization"),
        "name": _texts(actor.name),
        "alternateName": names,
        "sameAs": _wikidata(actor.wikidata),
    }


def _source(_kb: KnowledgeBase, source: Source) -> dict[str, Any]:
    return {
        "@type": "CreativeWork",
        "name": {"@value": next(iter(source.title.values())), "@language": source.lang},
        "publisher": {"@type": "Organization", "name": source.publisher},
        "author": [{"@type": "Person", "name": name} for name in source.author],
        "datePublished": source.issued and _issued(source.issued),
        "url": source.url,
        "archivedAt": source.archived,
        "inLanguage": source.lang,
    }


def _dataset(kb: KnowledgeBase) -> dict[str, Any]:
    about = kb.dataset
    return {
        "@type": "Dataset",
        "@id": Iris(about.base).dataset,
        "url": url_for("pages.timeline_page", _external=True),
        "name": _texts(about.title),
        "description": _texts(about.description),
        "license": about.licence,
        "creator": {"@type": "Organization", "name": about.publisher},
        "version": about.version,
        "inLanguage": list(about.languages),
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": form.media_type,
                "contentUrl": url_for(
                    "resources.download", suffix=form.suffix.removeprefix("."), _external=True
                ),
            }
            for form in (*writing("graph"), *writing("bindings"))
            if form.name in EXPORTS
        ],
    }


def _named(kb: KnowledgeBase, slug: str) -> dict[str, Any]:
    actor = kb.actors[slug]
    return {
        "@type": _ACTORS.get(actor.type, "Organization"),
        "@id": Iris(kb.dataset.base).record("actor", slug),
        "name": _texts(actor.name),
    }


def _texts(texts: Texts) -> list[dict[str, str]]:
    return [{"@value": text, "@language": tag} for tag, text in texts.items()]


def _plain(written: str) -> str | None:
    """The date as ISO 8601 has it, or None where EDTF says more than that can."""
    return written if _PLAIN.fullmatch(written) else None


def _issued(when: When) -> str | None:
    return _plain(when.edtf)


def _wikidata(item: str | None) -> str | None:
    return item and WIKIDATA + item


def _without_nothing(said: Any) -> Any:
    """The same without what is not known."""
    if isinstance(said, dict):
        kept = {key: _without_nothing(value) for key, value in said.items()}
        return {key: value for key, value in kept.items() if value not in (None, "", [], {})}
    if isinstance(said, list):
        return [_without_nothing(each) for each in said]
    return said
