"""In which lane an event stands: one lane a partner of the focal actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kb.dates.when import When
    from kb.model import Event, KnowledgeBase


def overlap(one: When, other: When) -> bool:
    """Whether both may have held on a same day."""
    return one.earliest_begin <= other.latest_end and other.earliest_begin <= one.latest_end


class Lanes:
    """The lanes of a knowledge base: actors that have `lane: true`, but never the focal actor."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._focus = kb.dataset.focus
        self._successors: dict[str, list[str]] = {}
        for actor in kb.actors.values():
            for predecessor in actor.succeeds:
                self._successors.setdefault(predecessor, []).append(actor.id)

    def ids(self) -> tuple[str, ...]:
        """Ids of the actors that have a lane, in the order of the file."""
        return tuple(slug for slug in self._kb.actors if self._is_lane(slug))

    def of_event(self, event: Event) -> tuple[str, ...]:
        """The lanes in which the event stands, in the order of its actors, each once."""
        found = (self.of_actor(actor, event.when) for actor in event.actors)
        return tuple(dict.fromkeys(lane for lane in found if lane is not None))

    def of_actor(self, actor: str, when: When) -> str | None:
        """The actor's own lane, else the nearest one up `part_of`, else the one that succeeds it.

        A membership with a date counts only where it may have held at `when`.
        """
        belongs_to = list(self._upwards(actor, when))
        for slug in belongs_to:
            if self._is_lane(slug):
                return slug
        for slug in belongs_to:
            lane = self._succeeding(slug)
            if lane is not None:
                return lane
        return None

    def _is_lane(self, actor: str) -> bool:
        return actor != self._focus and self._kb.actors[actor].lane

    def _upwards(self, actor: str, when: When) -> Iterator[str]:
        """The actor and all it belongs to, nearest first; nothing above the focal actor."""
        queue, seen = [actor], {actor}
        while queue:
            slug = queue.pop(0)
            yield slug
            if slug == self._focus:
                continue
            for membership in self._kb.actors[slug].part_of:
                holds = membership.when is None or overlap(membership.when, when)
                if holds and membership.actor not in seen:
                    seen.add(membership.actor)
                    queue.append(membership.actor)

    def _succeeding(self, actor: str) -> str | None:
        queue, seen = [actor], {actor}
        while queue:
            successors = self._successors.get(queue.pop(0), [])
            for slug in successors:
                if self._is_lane(slug):
                    return slug
            queue.extend(slug for slug in successors if slug not in seen)
            seen.update(successors)
        return None
