"""What can be found: the texts of each record, each with the place that a hit there earns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Literal

from kb.dates.words import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kb.model import Actor, Event, KnowledgeBase, Place, Texts

What = Literal["event", "actor", "place", "source", "kind"]


class Tier(IntEnum):
    """How much a word tells of the record in which it stands, the most telling first."""

    TITLE = 0
    NAME = 1
    SUMMARY = 2
    QUOTATION = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a record: `field` says what it is, `lang` its language, `of` whose it is.

    `of` is the id of the actor, place, kind or source that the text comes from; empty for the
    record's own.
    """

    tier: Tier
    field: str
    text: str
    lang: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A record as it can be found; of two that match alike the greater `weight` comes first."""

    what: What
    id: str
    weight: int
    passages: tuple[Passage, ...]


def documents(kb: KnowledgeBase, weight: Mapping[str, int]) -> Iterator[Document]:
    """Every event, actor, place, source and kind; `weight` is that of the events.

    Actors, places, sources and kinds weigh by the number of events that they stand in.
    """
    uses: dict[tuple[str, str], int] = {}
    for event in kb.events.values():
        yield Document("event", event.id, weight[event.id], tuple(_of_event(kb, event)))
        named = {
            *(("actor", actor) for actor in event.actors),
            *(("source", source) for source in event.sources),
            ("place", event.where or ""),
            ("kind", event.kind),
        }
        for one in named:
            uses[one] = uses.get(one, 0) + 1
    for actor in kb.actors.values():
        used = uses.get(("actor", actor.id), 0)
        yield Document("actor", actor.id, used, tuple(_named(actor)))
    for place in kb.places.values():
        used = uses.get(("place", place.id), 0)
        yield Document("place", place.id, used, tuple(_named(place)))
    for source in kb.sources.values():
        texts = (
            *_texts(Tier.TITLE, "title", source.title),
            Passage(Tier.NAME, "publisher", source.publisher, source.lang),
            *(Passage(Tier.NAME, "author", author, source.lang) for author in source.author),
        )
        yield Document("source", source.id, uses.get(("source", source.id), 0), texts)
    for kind in kb.vocabulary.kinds.values():
        texts = (
            *_texts(Tier.TITLE, "title", kind.name),
            *_texts(Tier.SUMMARY, "definition", kind.definition),
        )
        yield Document("kind", kind.id, uses.get(("kind", kind.id), 0), texts)


def _of_event(kb: KnowledgeBase, event: Event) -> Iterator[Passage]:
    yield from _texts(Tier.TITLE, "title", event.title)
    yield from _texts(Tier.TITLE, "title", event.short_title)
    for slug in event.actors:
        yield from _aliases(kb.actors[slug], "actor")
    if event.where is not None:
        yield from _aliases(kb.places[event.where], "place")
    yield from _texts(Tier.NAME, "kind", kb.vocabulary.kinds[event.kind].name, event.kind)
    yield from _texts(Tier.SUMMARY, "summary", event.summary)
    for claim in event.claims:
        speaker = claim.src[0].source if claim.src else ""
        yield from _texts(Tier.SUMMARY, "account", claim.says, speaker)
    for citation in event.citations:
        if citation.quote:
            lang = kb.sources[citation.source].lang
            yield Passage(Tier.QUOTATION, "quotation", citation.quote, lang, citation.source)
    for slug in event.sources:
        source = kb.sources[slug]
        yield from _texts(Tier.QUOTATION, "source", source.title, slug)
        yield Passage(Tier.QUOTATION, "source", source.publisher, source.lang, slug)
    for lang in kb.dataset.languages:
        yield Passage(Tier.QUOTATION, "date", in_words(event.when, lang), lang)


def _named(record: Actor | Place) -> Iterator[Passage]:
    yield from _texts(Tier.TITLE, "title", record.name)
    for lang, aliases in record.aliases.items():
        yield from (Passage(Tier.NAME, "alias", alias, lang) for alias in aliases)


def _aliases(record: Actor | Place, field: str) -> Iterator[Passage]:
    yield from _texts(Tier.NAME, field, record.name, record.id)
    for lang, aliases in record.aliases.items():
        yield from (Passage(Tier.NAME, field, alias, lang, record.id) for alias in aliases)


def _texts(tier: Tier, field: str, texts: Texts, of: str = "") -> Iterator[Passage]:
    yield from (Passage(tier, field, text, lang, of) for lang, text in texts.items())
