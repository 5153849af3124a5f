"""The whole report: every measure with its target, the grid, the counts, and people's checks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kb.report import sources
from kb.report.agreement import agreements
from kb.report.checks import Checks
from kb.report.events import measures_of_events, measures_of_translations
from kb.report.links import measures_of_links
from kb.report.partners import depth, grid
from kb.report.result import Count, Measure, Miss
from kb.timeline import Timeline

if TYPE_CHECKING:
    from kb.model import KnowledgeBase
    from kb.report.result import Agreement, Grid
    from kb.report.rounds import Round


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured of a knowledge base.

    `counts` are tables by name: `source-types`, `domains`, `publishers`, `source-languages` (of
    sources), `most-cited` (events that cite a source), `weights` and `families` (of events).
    `reliability` is None where nothing was coded twice.
    """

    measures: tuple[Measure, ...]
    grid: Grid
    counts: dict[str, tuple[Count, ...]]
    rounds: tuple[Round, ...]
    reliability: tuple[Agreement, ...] | None

    def measure(self, name: str) -> Measure | None:
        """The measure of this id, or None."""
        return next((measure for measure in self.measures if measure.id == name), None)


def report(kb: KnowledgeBase, checks: Checks | None = None, line: Timeline | None = None) -> Report:
    """Measure the knowledge base; `line` is its timeline, where it is at hand already."""
    checks = checks or Checks()
    line = line or Timeline(kb)
    targets = checks.targets
    partners = grid(line, targets.partners)
    measures = [
        *measures_of_events(kb),
        *measures_of_links(kb),
        *measures_of_translations(kb),
        *sources.measures_of_sources(kb),
        *([depth(partners)] if targets.partners else []),
        *([_mended(checks.rounds[-1])] if checks.rounds else []),
    ]
    coded = agreements(checks.codings or (), targets.measures)
    return Report(
        measures=tuple(replace(one, target=targets.measures.get(one.id)) for one in measures),
        grid=partners,
        counts={
            "source-types": sources.types(kb),
            "domains": sources.domains(kb),
            "publishers": sources.publishers(kb),
            "source-languages": sources.languages(kb),
            "most-cited": sources.most_cited(kb),
            "families": _families(kb),
            "weights": _weights(line),
        },
        rounds=checks.rounds,
        reliability=coded if any(one.events for one in coded) else None,
    )


def _mended(last: Round) -> Measure:
    """Of the last round of proof-reading: what had been wrong."""
    misses = tuple(Miss("event", slug) for slug in last.of("mended"))
    return Measure("mended", len(misses), len(last.verdicts), misses, fewer=True)


def _families(kb: KnowledgeBase) -> tuple[Count, ...]:
    counted = Counter(kb.vocabulary.kinds[event.kind].family for event in kb.events.values())
    return tuple(Count(family, counted[family]) for family in kb.vocabulary.families)


def _weights(line: Timeline) -> tuple[Count, ...]:
    """Events by weight, heaviest first."""
    counted = Counter(line.weight.values())
    return tuple(Count(str(weight), counted[weight]) for weight in range(5, 0, -1))
