"""The timeline of one knowledge base, computed once for each of its states."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from heapq import nsmallest
from itertools import groupby
from typing import TYPE_CHECKING

from kb.search import Finder
from kb.timeline import measures
from kb.timeline.filter import Filter
from kb.timeline.lanes import Lanes
from kb.timeline.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from kb.dates.when import When
    from kb.model import Cause, Event, KnowledgeBase

ALL_AT_ONCE = 10_000
"""Up to so many events a timeline is sent whole, and a longer one in parts."""
FILTERS = 32
"""So many filters' answers are kept, for readers who move the window."""


@dataclass(frozen=True, slots=True)
class Year:
    """The events of one year, by the first year written in their dates."""

    year: int
    events: tuple[Event, ...]


class Timeline:
    """Lanes, weights, effects and search words of every event."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self.events: tuple[Event, ...] = tuple(sorted(kb.events.values(), key=_date_order))
        lanes = Lanes(kb)
        self.lanes: Mapping[str, tuple[str, ...]] = {e.id: lanes.of_event(e) for e in self.events}
        """Id of an event to the ids of its lanes."""
        self.effects: Mapping[str, tuple[tuple[Event, Cause], ...]] = self._effects()
        """Id of an event to what came about because of it, and who says so."""
        self.parts: Mapping[str, tuple[Event, ...]] = self._parts()
        """Id of an event to the events that are part of it."""
        self.score: Mapping[str, float] = {e.id: kb.vocabulary.score(e.kind) for e in self.events}
        self.weight: Mapping[str, int] = {
            e.id: measures.weight(e, self.score[e.id], e.id in self.effects) for e in self.events
        }
        self.lane_order = self._lane_order(lanes.ids())
        """Ids of the lanes, heaviest first; a lane without events comes last."""
        self._kept = lru_cache(FILTERS)(self._select)

    def matching(self, chosen: Filter) -> tuple[Event, ...]:
        """The events that the filter lets through, in date order."""
        passing = (self.events[row] for row in self.passing(chosen))
        if chosen.first is None and chosen.last is None:
            return tuple(passing)
        return tuple(event for event in passing if chosen.within(event.when))

    def passing(self, chosen: Filter) -> Sequence[int]:
        """The rows of the events that the filter lets through at whatever time, in date order."""
        return self._kept(replace(chosen, first=None, last=None))

    @property
    def is_long(self) -> bool:
        """Whether there are too many events to send them whole."""
        return len(self.events) > ALL_AT_ONCE

    @cached_property
    def years(self) -> tuple[int, int]:
        """The first and the last year written in a date of an event; zeros where there is none."""
        written = [event.when.year for event in self.events]
        return (min(written), max(written)) if written else (0, 0)

    @cached_property
    def most_cited(self) -> tuple[str, ...]:
        """Ids of the sources that the events cite, those of most events first."""
        counted = Counter(source for event in self.events for source in event.sources)
        return tuple(source for source, _ in counted.most_common())

    @cached_property
    def rows(self) -> Rows:
        """The events as rows of numbers."""
        return Rows(self)

    def disputed(self, event: Event) -> bool:
        """Whether sources disagree on the event."""
        return event.id in self._disputed

    def turning_points(
        self, among: Iterable[Event], since: When | None = None, most: int = 10
    ) -> tuple[Event, ...]:
        """The weightiest of these events, in date order; of equals the stronger score counts.

        With `since`, only those that can have begun then or later: what merely goes on is no turn.
        """
        begun = [e for e in among if since is None or e.when.latest_begin >= since.earliest_begin]
        ranked = nsmallest(most, begun, key=lambda e: (-self.weight[e.id], -abs(self.score[e.id])))
        return tuple(sorted(ranked, key=_date_order))

    @staticmethod
    def by_year(events: Iterable[Event]) -> tuple[Year, ...]:
        """The events under their years, in order."""
        ordered = sorted(events, key=lambda e: e.when.year)
        return tuple(Year(y, tuple(es)) for y, es in groupby(ordered, key=lambda e: e.when.year))

    def _select(self, chosen: Filter) -> Sequence[int]:
        if chosen == Filter():
            return range(len(self.events))
        found = self.finder.events(chosen.text) if chosen.text else None
        return tuple(
            row
            for row, event in enumerate(self.events)
            if (found is None or event.id in found) and self._passes(event, chosen)
        )

    def _passes(self, event: Event, chosen: Filter) -> bool:
        score = self.score[event.id]
        kind = self.kb.vocabulary.kinds[event.kind]
        return (
            (not chosen.partner or self._takes_part(event, chosen.partner))
            and (not chosen.kind or event.kind in chosen.kind)
            and (not chosen.family or kind.family in chosen.family)
            and (not chosen.place or event.where in chosen.place)
            and (not chosen.source or not set(chosen.source).isdisjoint(event.sources))
            and (chosen.minimum is None or score >= chosen.minimum)
            and (chosen.maximum is None or score <= chosen.maximum)
            and (not chosen.disputed or self.disputed(event))
        )

    def _takes_part(self, event: Event, partners: tuple[str, ...]) -> bool:
        return not {*event.actors, *self.lanes[event.id]}.isdisjoint(partners)

    @cached_property
    def finder(self) -> Finder:
        """The search over all records of the knowledge base."""
        return Finder(self.kb, self.weight)

    @cached_property
    def _disputed(self) -> frozenset[str]:
        return frozenset(event.id for event in self.events if measures.disputed(event))

    def _effects(self) -> dict[str, tuple[tuple[Event, Cause], ...]]:
        effects: dict[str, tuple[tuple[Event, Cause], ...]] = {}
        for event in self.events:
            for cause in event.because_of:
                effects[cause.event] = (*effects.get(cause.event, ()), (event, cause))
        return effects

    def _parts(self) -> dict[str, tuple[Event, ...]]:
        parts: dict[str, tuple[Event, ...]] = {}
        for event in self.events:
            for whole in event.part_of:
                parts[whole] = (*parts.get(whole, ()), event)
        return parts

    def _lane_order(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        total = dict.fromkeys(ids, 0)
        for event, lanes in self.lanes.items():
            for lane in lanes:
                total[lane] += self.weight[event]
        return tuple(sorted(ids, key=lambda slug: -total[slug]))


def _date_order(event: Event) -> tuple[tuple[date, date], str]:
    return event.when.sort_key, event.id
