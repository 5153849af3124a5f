"""What a window of time holds: its events where they are few, else bins with landmarks."""

from __future__ import annotations

from bisect import bisect_left
from heapq import nsmallest
from typing import TYPE_CHECKING, Any

from kb.timeline.bins import PARTS, by_month, by_width, tallies, tally_columns, total
from kb.timeline.columns import event_columns, lane_names
from kb.timeline.days import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kb.timeline.filter import Filter
    from kb.timeline.rows import Rows
    from kb.timeline.timeline import Timeline

MARKS = 240
"""So many marks are drawn at a time; what the fullest lanes hold beyond them is sent as bins."""
MOST = 3 * MARKS
"""With more events than this about the window, its margins are sent without any."""
LANDMARKS = 4
"""So many of its weightiest events are sent with the bins of a lane."""
STRETCHES = 6
"""And of each part of the window the weightiest of cooperation and the weightiest of conflict."""
BINS = 200
"""Bins of a window; those of its margins come on top."""
MARGIN = 0.4
"""What is drawn on either side of the window, as a part of its length."""
DEPTH = 2
"""Steps from an event to its causes and effects that are sent with it."""


def overview(timeline: Timeline, chosen: Filter, event: str | None, lang: str) -> dict[str, Any]:
    """What a script needs first of a long timeline: names, bins by month, and the window."""
    return {
        "lang": lang,
        "total": len(timeline.events),
        "lanes": lane_names(timeline, lang),
        "domain": timeline.rows.domain,
        "months": by_month(timeline.rows, timeline.passing(chosen)),
        "window": window(timeline, chosen, event, lang),
    }


def window(timeline: Timeline, chosen: Filter, event: str | None, lang: str) -> dict[str, Any]:
    """The window from the filter's `first` to its `last`, or to the ends of the timeline.

    `span` is its first day and the day after its last; `all` counts the events that pass and may
    have been going on in it, and `tallies` counts them by lane. Of the lanes that are `complete`
    all that is within `held` is among the `events`; the others have `bins`, and among the `events`
    their landmarks. The event asked for stands there too, with its causes and effects; `beside`
    are the places of those of them that do not pass.
    """
    rows = timeline.rows
    a, b = span(timeline, chosen)
    passing = timeline.passing(chosen)
    inside = rows.within(passing, a, b)
    counts = tallies(rows, inside)
    complete = _complete([tally.count for tally in counts])
    far = (b - a) * MARGIN
    around = rows.within(passing, a - far, b + far)
    sent, held = _of_lanes(rows, around, complete), [a - far, b + far]
    if len(sent) > MOST:
        sent, held = _of_lanes(rows, inside, complete), [a, b]
    others = [lane for lane, tally in enumerate(counts) if tally.count and lane not in complete]
    sent.update(_landmarks(rows, [row for row in inside if rows.at[row] >= a], others, (a, b)))
    chain = {rows.number[slug] for slug in _chain(timeline, event)}
    events = sorted(sent | chain)
    size = (b - a) / BINS
    beyond = int(BINS * MARGIN)
    return {
        "span": [a, b],
        "held": held,
        "all": dict(zip(PARTS, total(rows, inside).row, strict=True)),
        "tallies": tally_columns(counts),
        "complete": sorted(complete),
        "bins": by_width(rows, around, others, a - beyond * size, size, BINS + 2 * beyond),
        "beside": [place for place, row in enumerate(events) if not _is_among(passing, row)],
        **event_columns(timeline, [timeline.events[row] for row in events], lang),
    }


def span(timeline: Timeline, chosen: Filter) -> tuple[int, int]:
    """The first day of the window and the day after its last, within the timeline."""
    first, last = timeline.rows.domain
    a, b = first, last
    if chosen.first is not None:
        a = max(first, min(day(chosen.first.earliest_begin), last - 1))
    if chosen.last is not None:
        b = max(a + 1, min(day(chosen.last.latest_end) + 1, last))
    return a, b


def _complete(counts: Sequence[int]) -> set[int]:
    """The lanes whose events can all be drawn, beginning with the emptiest."""
    found, marks = set(), 0
    for lane in sorted(range(len(counts)), key=lambda lane: counts[lane]):
        marks += counts[lane]
        if marks > MARKS:
            break
        found.add(lane)
    return found


def _of_lanes(rows: Rows, chosen: Iterable[int], lanes: set[int]) -> set[int]:
    return {row for row in chosen if not lanes.isdisjoint(rows.lanes[row])}


def _is_among(rows: Sequence[int], row: int) -> bool:
    place = bisect_left(rows, row)
    return place < len(rows) and rows[place] == row


def _landmarks(
    rows: Rows, inside: Iterable[int], lanes: Sequence[int], span: tuple[int, int]
) -> Iterator[int]:
    """The weightiest events of each of the lanes, and those of each stretch and sign."""
    a, b = span
    of: dict[int, list[int]] = {lane: [] for lane in lanes}
    best: dict[tuple[int, int, bool], int] = {}
    for row in inside:
        stretch = int((rows.at[row] - a) * STRETCHES // (b - a))
        for lane in rows.lanes[row]:
            if lane in of:
                of[lane].append(row)
                place = lane, stretch, rows.score[row] > 0
                if place not in best or _rank(rows, row) < _rank(rows, best[place]):
                    best[place] = row
    yield from best.values()
    for found in of.values():
        yield from nsmallest(LANDMARKS, found, key=lambda row: _rank(rows, row))


def _rank(rows: Rows, row: int) -> tuple[int, float]:
    return -rows.weight[row], -abs(rows.score[row])


def _chain(timeline: Timeline, event: str | None) -> set[str]:
    """The event, what led to it and what it led to, some steps either way."""
    if event is None:
        return set()
    found = {event}
    for step in (_causes, _effects):
        ahead = {event}
        for _ in range(DEPTH):
            ahead = {slug for one in ahead for slug in step(timeline, one)}
            found |= ahead
    return found


def _causes(timeline: Timeline, event: str) -> list[str]:
    return [cause.event for cause in timeline.kb.events[event].because_of]


def _effects(timeline: Timeline, event: str) -> list[str]:
    return [effect.id for effect, _ in timeline.effects.get(event, ())]
