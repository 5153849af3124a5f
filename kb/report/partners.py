"""Events by partner and decade."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kb.report.result import Grid, Measure, Miss, Row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kb.model import KnowledgeBase
    from kb.report.result import Target
    from kb.timeline import Timeline

FEWEST = {"igo": 1, "alliance": 1, "state": 4}
"""By type, the events that an actor without a lane takes part in before it stands in the grid."""

DECADE = 10


def grid(timeline: Timeline, targets: Mapping[str, Target]) -> Grid:
    """Events by actor and decade: the lanes, then other organisations and states.

    An event belongs to the decade in which it begins, to the lanes it stands in, and to the
    others that are named among its actors. What has a target always has a row.
    """
    kb = timeline.kb
    cells: Counter[tuple[str, int]] = Counter()
    totals: Counter[int] = Counter()
    for event in timeline.events:
        decade = decade_of(event.when.year)
        totals[decade] += 1
        cells.update((actor, decade) for actor in {*timeline.lanes[event.id], *event.actors})
    decades = tuple(range(min(totals), max(totals) + 1, DECADE)) if totals else ()
    rows = {
        actor: Row(actor, tuple(cells[actor, decade] for decade in decades), targets.get(actor))
        for actor in kb.actors
    }
    seen = {*timeline.lane_order, kb.dataset.focus, *_predecessors(kb)}
    others = [row for row in rows.values() if row.actor not in seen and _matters(row, kb)]
    others.sort(key=lambda row: (-row.total, row.actor))
    ordered = (*(rows[lane] for lane in timeline.lane_order), *others)
    return Grid(decades, ordered, tuple(totals[decade] for decade in decades))


def decade_of(year: int) -> int:
    """The first year of its decade."""
    return year - year % DECADE


def depth(of: Grid) -> Measure:
    """How many of the actors that have a target reach it."""
    asked = [row for row in of.rows if row.target is not None]
    misses = tuple(Miss("actor", row.actor) for row in asked if not row.met)
    return Measure("partners", len(asked) - len(misses), len(asked), misses)


def _matters(row: Row, kb: KnowledgeBase) -> bool:
    fewest = FEWEST.get(kb.actors[row.actor].type)
    return row.target is not None or (fewest is not None and row.total >= fewest)


def _predecessors(kb: KnowledgeBase) -> set[str]:
    """Those whom a lane succeeds, so that their events stand in it."""
    return {old for actor in kb.actors.values() if actor.lane for old in actor.succeeds}
