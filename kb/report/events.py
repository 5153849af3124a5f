"""Measures of single events: sources, dates, quotations, summaries, translations, accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.report.result import Measure, Miss
from kb.timeline.measures import approximate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kb.model import Event, KnowledgeBase, Texts
    from kb.report.result import What

SUMMARY_WORDS = range(40, 91)
"""How many words a summary may have."""

ACCOUNTS = 2
"""From so many attributed accounts on, an event is told from several sides."""


def measures_of_events(kb: KnowledgeBase) -> Iterator[Measure]:
    """Counts of events, and shares of them."""
    events = kb.events.values()
    yield Measure("events", len(events))
    yield _share("two-publishers", events, lambda event: len(publishers(kb, event)) > 1)
    yield _share("day", events, lambda event: not approximate(event.when))
    yield _share("quotation", events, lambda event: any(c.quote for c in event.citations))
    main = kb.dataset.languages[0]
    yield _share("summary", events, lambda event: words(event.summary.get(main, "")))
    yield Measure("accounts", sum(1 for event in events if accounts(event) >= ACCOUNTS))
    one_sided = tuple(Miss("event", e.id) for e in events if one_side(kb, e) is not None)
    yield Measure("one-sided", len(one_sided), len(events), one_sided, fewer=True)


def measures_of_translations(kb: KnowledgeBase) -> Iterator[Measure]:
    """For each further language of the data: which titles and names are given in it."""
    for language in kb.dataset.languages[1:]:
        yield _named(f"title@{language}", "event", language, _titles(kb))
        for what, records in (
            ("actor", kb.actors),
            ("place", kb.places),
            ("kind", kb.vocabulary.kinds),
        ):
            names = ((slug, record.name) for slug, record in records.items())
            yield _named(f"{what}s@{language}", what, language, names)  # type: ignore[arg-type]


def publishers(kb: KnowledgeBase, event: Event) -> frozenset[str]:
    """Who published the sources behind an event and its figures, causes and claims."""
    return frozenset(kb.sources[source].publisher for source in event.sources)


def words(summary: str) -> bool:
    """Whether a summary is as long as one should be."""
    return len(summary.split()) in SUMMARY_WORDS


def accounts(event: Event) -> int:
    """How many attributed accounts the event has (`claims: says`)."""
    return sum(1 for claim in event.claims if claim.says)


def one_side(kb: KnowledgeBase, event: Event) -> str | None:
    """The actor for whom all sources of the event speak; None where any speaks for another or none.

    The named question `one-sided-sourcing` asks the same of the graph.
    """
    sides = {kb.sources[source].side for source in event.sources}
    return sides.pop() if len(sides) == 1 else None


def _share(name: str, events: Iterable[Event], holds: Callable[[Event], bool]) -> Measure:
    events = tuple(events)
    misses = tuple(Miss("event", event.id) for event in events if not holds(event))
    return Measure(name, len(events) - len(misses), len(events), misses)


def _titles(kb: KnowledgeBase) -> Iterator[tuple[str, Texts]]:
    return ((event.id, event.title) for event in kb.events.values())


def _named(name: str, what: What, language: str, named: Iterable[tuple[str, Texts]]) -> Measure:
    rows = tuple(named)
    misses = tuple(Miss(what, slug) for slug, texts in rows if language not in texts)
    return Measure(name, len(rows) - len(misses), len(rows), misses)
