"""Measures of what ties events together and of what is contested in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.report.result import Measure, Miss

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kb.model import Event, KnowledgeBase


def measures_of_links(kb: KnowledgeBase) -> Iterator[Measure]:
    """Causes, with who says so, and contested figures and dates, with the remark on them."""
    causes = [(event, cause) for event in kb.events.values() for cause in event.because_of]
    readings = dict.fromkeys(event.id for event, cause in causes if not cause.src)
    sourced = sum(1 for _, cause in causes if cause.src)
    yield Measure("causes", len(causes))
    yield Measure("sourced-causes", sourced, len(causes), tuple(Miss("event", i) for i in readings))
    contested = [(event.id, noted) for event in kb.events.values() for noted in rivals(event)]
    bare = dict.fromkeys(slug for slug, noted in contested if not noted)
    noted = sum(1 for _, noted in contested if noted)
    yield Measure("contested", len(contested))
    yield Measure("noted", noted, len(contested), tuple(Miss("event", slug) for slug in bare))


def rivals(event: Event) -> Iterator[bool]:
    """For each contested figure or date of the event: whether a note says why one is preferred.

    A figure is contested where a measure has more than one value, the date where a claim differs
    so that neither of the two holds the other.
    """
    by_measure: dict[str, dict[str, bool]] = {}
    for figure in event.figures:
        values = by_measure.setdefault(figure.measure, {})
        written = figure.quantity.written
        values[written] = values.get(written, False) or bool(figure.note)
    yield from (any(values.values()) for values in by_measure.values() if len(values) > 1)
    dates = [c for c in event.claims if c.when is not None and event.when.disputes(c.when)]
    if dates:
        yield any(claim.note for claim in dates)
