"""All that is shown of one actor, gathered for the template."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.model import Actor, Event, Membership, Source, View
    from kb.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Decade:
    """What happened in ten years: numbers of events by the sign of their score, and the mean."""

    begin: int
    events: int
    cooperation: int
    conflict: int
    mean: float

    @property
    def end(self) -> int:
        """Its last year."""
        return self.begin + 9


@dataclass(frozen=True, slots=True)
class Profile:
    """One actor with all that refers to it; `events` are those in which it or its lane has part."""

    actor: Actor
    events: tuple[Event, ...]
    decades: tuple[Decade, ...]
    members: tuple[tuple[Actor, Membership], ...]
    successors: tuple[Actor, ...]
    views: tuple[View, ...]
    speaking: tuple[Source, ...]
    """Sources that speak for it."""


def profile(timeline: Timeline, actor: Actor) -> Profile:
    """What the page of an actor shows."""
    kb, slug = timeline.kb, actor.id
    events = tuple(e for e in timeline.events if slug in e.actors or slug in timeline.lanes[e.id])
    return Profile(
        actor=actor,
        events=events,
        decades=_decades(timeline, events),
        members=tuple(
            (other, membership)
            for other in kb.actors.values()
            for membership in other.part_of
            if membership.actor == slug
        ),
        successors=tuple(other for other in kb.actors.values() if slug in other.succeeds),
        views=tuple(view for view in kb.views.values() if slug in view.about),
        speaking=tuple(source for source in kb.sources.values() if source.side == slug),
    )


def _decades(timeline: Timeline, events: tuple[Event, ...]) -> tuple[Decade, ...]:
    scores: dict[int, list[float]] = {}
    for event in events:
        scores.setdefault(event.when.year // 10 * 10, []).append(timeline.score[event.id])
    return tuple(
        Decade(
            begin,
            len(held),
            sum(score > 0 for score in held),
            sum(score < 0 for score in held),
            fmean(held),
        )
        for begin, held in sorted(scores.items())
    )
