"""The events of a timeline as rows of numbers: what counting a hundred thousand of them needs."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING

from kb.timeline.days import day, domain, mark, months

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.timeline.timeline import Timeline

NO_LANE = ""
"""The lane of events without a partner that has one."""


class Rows:
    """One row an event, in date order; a filter's answer is a sequence of row numbers."""

    def __init__(self, timeline: Timeline) -> None:
        events = timeline.events
        self.number = {event.id: row for row, event in enumerate(events)}
        """Id of an event to its row."""
        self.at = array("d", (mark(event.when) for event in events))
        """The day at which the event's mark stands."""
        self.begin = array("l", (day(event.when.earliest_begin) for event in events))
        self.end = array("l", (day(event.when.latest_end) for event in events))
        self.score = array("d", (timeline.score[event.id] for event in events))
        self.weight = array("b", (timeline.weight[event.id] for event in events))
        rest = () if all(timeline.lanes.values()) else (NO_LANE,)
        self.lane_ids: tuple[str, ...] = (*timeline.lane_order, *rest)
        """Ids of all lanes, heaviest first; the empty one last, where an event stands in it."""
        lane = {slug: number for number, slug in enumerate(self.lane_ids)}
        self.lanes: Sequence[tuple[int, ...]] = [
            tuple(lane[slug] for slug in timeline.lanes[event.id] or rest) for event in events
        ]
        self.domain = domain(event.when for event in events)
        """The first day of the timeline, and the day after its last."""
        self.months = months(self.domain)
        self.month = array("l", (bisect_right(self.months, at) - 1 for at in self.at))
        """The month of the domain in which the mark stands, counted from 0."""

    def within(self, rows: Sequence[int], a: float, b: float) -> list[int]:
        """The rows that may have been going on between day `a` and the day before `b`."""
        begin, end = self.begin, self.end
        return [row for row in rows if begin[row] < b and end[row] >= a]
