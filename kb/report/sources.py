"""Measures of the sources: copies kept, leaning on one, records that nothing uses, and counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from kb.report.result import Count, Measure, Miss
from kb.validation import RECORD_KINDS, Records, unused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kb.model import KnowledgeBase
    from kb.report.result import What

OVERUSED_SHARE = 0.02
OVERUSED_EVENTS = 5
"""A source is over-used where more than this share of all events cite it, and over so many."""

MOST = 20
"""Of domains and publishers the most frequent are counted."""

MOST_CITED = 10


def measures_of_sources(kb: KnowledgeBase) -> Iterator[Measure]:
    """Archived copies, over-used sources, and records to which nothing refers."""
    sources = kb.sources.values()
    bare = tuple(Miss("source", source.id) for source in sources if not source.archived)
    yield Measure("archived", len(sources) - len(bare), len(sources), bare)
    limit = max(OVERUSED_EVENTS, OVERUSED_SHARE * len(kb.events))
    overused = tuple(Miss("source", row.name) for row in _cited(kb) if row.count > limit)
    yield Measure("overused", len(overused), len(sources), overused, fewer=True)
    orphans = tuple(_orphans(kb))
    records = len(kb.actors) + len(kb.places) + len(sources)
    yield Measure("orphans", len(orphans), records, orphans, fewer=True)


def types(kb: KnowledgeBase) -> tuple[Count, ...]:
    """Sources by type, each type that there is, most first."""
    return _counts((source.type for source in kb.sources.values()), kb.vocabulary.source_types)


def domains(kb: KnowledgeBase) -> tuple[Count, ...]:
    """The most frequent hosts of the sources' addresses, without `www.`; "" stands for none."""
    return _counts(map(_host, (source.url for source in kb.sources.values())))[:MOST]


def publishers(kb: KnowledgeBase) -> tuple[Count, ...]:
    """The publishers of the most sources."""
    return _counts(source.publisher for source in kb.sources.values())[:MOST]


def languages(kb: KnowledgeBase) -> tuple[Count, ...]:
    """Sources by language tag."""
    return _counts(source.lang for source in kb.sources.values())


def most_cited(kb: KnowledgeBase) -> tuple[Count, ...]:
    """The sources that most events cite, with how many do."""
    return _cited(kb)[:MOST_CITED]


def _cited(kb: KnowledgeBase) -> tuple[Count, ...]:
    return _counts(source for event in kb.events.values() for source in event.sources)


def _orphans(kb: KnowledgeBase) -> Iterator[Miss]:
    records = Records(of={kind: dict(getattr(kb, f"{kind}s")) for kind in RECORD_KINDS})
    found = sorted((problem.kind, problem.id) for problem in unused(records, kb.dataset.focus))
    yield from (Miss(cast("What", kind), slug) for kind, slug in found)


def _host(url: str | None) -> str:
    return (urlsplit(url or "").hostname or "").removeprefix("www.")


def _counts(names: Iterable[str], known: Iterable[str] = ()) -> tuple[Count, ...]:
    """How many there are of each name, most first, then by name; of those known also none."""
    counted = Counter(dict.fromkeys(known, 0))
    counted.update(names)
    ordered = sorted(counted.items(), key=lambda row: (-row[1], row[0]))
    return tuple(Count(name, count) for name, count in ordered)
