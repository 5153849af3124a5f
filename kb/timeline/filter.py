"""Which events a reader asks for."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.timeline.measures import citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kb.dates.when import When
    from kb.model import Event, KnowledgeBase


@dataclass(frozen=True, slots=True)
class Filter:
    """A reader's choice; an empty or absent part lets everything through.

    Values of one part are alternatives, and the parts hold together. `partner` takes any actor's
    id: that of a lane, or that of an actor who takes part. `first` and `last` are days, months or
    years, and an event passes that may have been going on between them, both included.
    """

    partner: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    first: When | None = None
    last: When | None = None
    minimum: float | None = None
    maximum: float | None = None
    disputed: bool = False
    text: str = ""

    def within(self, when: When) -> bool:
        """Whether that may have been going on between `first` and `last`."""
        if self.first is not None and when.latest_end < self.first.earliest_begin:
            return False
        return self.last is None or when.earliest_begin <= self.last.latest_end


def fold(text: str) -> str:
    """The text for comparison: without case and accents, and with plain apostrophes."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def searchable(kb: KnowledgeBase, event: Event) -> str:
    """All words by which a reader may look for the event, folded, in every language."""
    return fold("\n".join(_words(kb, event)))


def _words(kb: KnowledgeBase, event: Event) -> Iterator[str]:
    kind = kb.vocabulary.kinds[event.kind]
    for texts in (event.title, event.short_title, event.summary, kind.name):
        yield from texts.values()
    for slug in event.actors:
        actor = kb.actors[slug]
        yield from actor.name.values()
        for aliases in actor.aliases.values():
            yield from aliases
    if event.where is not None:
        yield from kb.places[event.where].name.values()
    yield from (citation.quote for citation in citations(event) if citation.quote)
    for claim in event.claims:
        yield from claim.says.values()
    for slug in event.sources:
        yield from kb.sources[slug].title.values()
        yield kb.sources[slug].publisher
