"""All that is shown of one event, gathered for the template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.iris import Iris
from kb.timeline.lanes import overlap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kb.model import (
        Actor,
        Citation,
        Claim,
        Event,
        Figure,
        Kind,
        KnowledgeBase,
        Measure,
        Source,
        Term,
        View,
    )
    from kb.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Spoken:
    """That views of relations with an actor stand on its page, and how many."""

    actor: Actor
    count: int


@dataclass(frozen=True, slots=True)
class Figures:
    """All values of one measure, the accepted one first; `accepted` is None where none is."""

    measure: Measure
    accepted: Figure | None
    others: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """That another event is a cause or an effect, and who says so; no `src` is our reading."""

    event: Event
    src: tuple[Citation, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Panel:
    """One event with everything that it refers to and that refers to it, resolved."""

    event: Event
    kind: Kind
    family: Term
    quad: Term
    score: float
    disputed: bool
    by: tuple[Actor, ...]
    to: tuple[Actor, ...]
    between: tuple[Actor, ...]
    figures: tuple[Figures, ...]
    accounts: tuple[Claim, ...]
    dates: tuple[Claim, ...]
    places: tuple[Claim, ...]
    causes: tuple[Link, ...]
    effects: tuple[Link, ...]
    wholes: tuple[Event, ...]
    parts: tuple[Event, ...]
    quotes: tuple[Citation, ...]
    sources: tuple[Source, ...]
    views: tuple[View, ...]
    spoken: tuple[Spoken, ...]
    query: str
    earlier: Event | None
    later: Event | None


def panel(timeline: Timeline, event: Event, among: Iterable[Event]) -> Panel:
    """What the panel shows; `earlier` and `later` are its neighbours among the events given."""
    kb = timeline.kb
    earlier, later = _neighbours(timeline, event, {e.id for e in among})
    return Panel(
        event=event,
        kind=kb.vocabulary.kinds[event.kind],
        family=kb.vocabulary.families[kb.vocabulary.kinds[event.kind].family],
        quad=kb.vocabulary.quads[kb.vocabulary.quad(event.kind)],
        score=timeline.score[event.id],
        disputed=timeline.disputed(event),
        by=tuple(kb.actors[slug] for slug in event.by),
        to=tuple(kb.actors[slug] for slug in event.to),
        between=tuple(kb.actors[slug] for slug in event.between),
        figures=_figures(kb, event),
        accounts=tuple(claim for claim in event.claims if claim.says),
        dates=tuple(claim for claim in event.claims if claim.when is not None),
        places=tuple(claim for claim in event.claims if claim.where is not None),
        causes=tuple(Link(kb.events[c.event], c.src, c.note) for c in event.because_of),
        effects=tuple(Link(e, c.src, c.note) for e, c in timeline.effects.get(event.id, ())),
        wholes=tuple(kb.events[slug] for slug in event.part_of),
        parts=timeline.parts.get(event.id, ()),
        quotes=tuple(citation for citation in event.src if citation.quote),
        sources=tuple(kb.sources[slug] for slug in event.sources),
        views=views_of(kb, event),
        spoken=_spoken(timeline, event),
        query=everything_about(Iris(kb.dataset.base).record("event", event.id)),
        earlier=earlier,
        later=later,
    )


def views_of(kb: KnowledgeBase, event: Event) -> tuple[View, ...]:
    """Views that were voiced at the event: in a document that it cites, on its day.

    A state that lasts for years is no occasion; what was said meanwhile is not said of it.
    """
    if event.when.is_interval:
        return ()
    sources = set(event.sources)
    return tuple(
        view
        for view in kb.views.values()
        if overlap(view.when, event.when) and any(cited.source in sources for cited in view.src)
    )


def _spoken(timeline: Timeline, event: Event) -> tuple[Spoken, ...]:
    """The partners of the event of whose relations views speak for that time."""
    kb = timeline.kb
    counted = (
        Spoken(
            kb.actors[slug],
            sum(
                slug in view.about and overlap(view.period or view.when, event.when)
                for view in kb.views.values()
            ),
        )
        for slug in timeline.lanes[event.id]
    )
    return tuple(spoken for spoken in counted if spoken.count)


def everything_about(iri: str) -> str:
    """A SPARQL query for all that the graph says of a resource."""
    return (
        f"SELECT ?property ?value\nWHERE {{ <{iri}> ?property ?value }}\nORDER BY ?property ?value"
    )


def _figures(kb: KnowledgeBase, event: Event) -> tuple[Figures, ...]:
    by_measure: dict[str, list[Figure]] = {}
    for figure in event.figures:
        by_measure.setdefault(figure.measure, []).append(figure)
    found = []
    for slug, figures in by_measure.items():
        accepted = next((figure for figure in figures if figure.rank == "preferred"), None)
        others = tuple(figure for figure in figures if figure is not accepted)
        found.append(Figures(kb.vocabulary.measures[slug], accepted, others))
    return tuple(found)


def _neighbours(
    timeline: Timeline, event: Event, among: set[str]
) -> tuple[Event | None, Event | None]:
    """The last event before and the first after it that are among the given ones."""
    place = timeline.events.index(event)
    earlier = (e for e in reversed(timeline.events[:place]) if e.id in among)
    later = (e for e in timeline.events[place + 1 :] if e.id in among)
    return next(earlier, None), next(later, None)
