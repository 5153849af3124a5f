"""Events and views as quads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kb.graph import terms
from kb.graph.claims import Statements, quotation
from kb.graph.terms import term, triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from kb.dates.edtf import When
    from kb.iris import Iris
    from kb.model import Event, KnowledgeBase, View

_EVENT = term("sem:Event")
_HAS_ACTOR = term("sem:hasActor")
_AGENT = term("schema:agent")
_RECIPIENT = term("schema:recipient")
_KIND = term("sem:eventType")
_PART_OF = term("sem:subEventOf")
_WEIGHT = term("kb:weight")
_OBLIGATION = term("kb:obligation")
_VIEW = term("schema:Claim")
_OF_ACTOR = term("schema:about")
_PERIOD = term("dcterms:temporal")


def event_quads(event: Event, kb: KnowledgeBase, iris: Iris) -> Iterator[Quad]:
    """All that stands in the graph of one event, its statements included."""
    statements = Statements(kb, iris, "event", event.id)
    subject = statements.subject
    yield triple(subject, terms.TYPE, _EVENT)
    yield from terms.texts(subject, terms.LABEL, event.title)
    yield from terms.texts(subject, terms.ALT_LABEL, event.short_title)
    yield from terms.texts(subject, terms.DESCRIPTION, event.summary)
    yield triple(subject, terms.DATE, terms.edtf(event.when))
    for predicate, day in terms.bounds(event.when):
        yield triple(subject, predicate, day)
    for actor in event.agents:
        yield triple(subject, _AGENT, NamedNode(iris.record("actor", actor)))
    for actor in event.to:
        yield triple(subject, _RECIPIENT, NamedNode(iris.record("actor", actor)))
    for actor in actors_with_wholes(event, kb):
        yield triple(subject, _HAS_ACTOR, NamedNode(iris.record("actor", actor)))
    if event.where:
        yield triple(subject, terms.PLACE, NamedNode(iris.record("place", event.where)))
    yield triple(subject, _KIND, term(f"kind:{event.kind}"))
    yield triple(subject, terms.SCORE, terms.number(float(kb.vocabulary.score(event.kind))))
    for context in event.about or kb.vocabulary.kinds[event.kind].about:
        yield triple(subject, terms.ABOUT, term(f"ctx:{context}"))
    for whole in event.part_of:
        yield triple(subject, _PART_OF, NamedNode(iris.record("event", whole)))
    for obligation in event.obligations:
        yield triple(subject, _OBLIGATION, term(f"obligation:{obligation}"))
    if event.weight is not None:
        yield triple(subject, _WEIGHT, terms.number(event.weight))
    if event.note:
        note = Literal(event.note, language=kb.dataset.languages[0])
        yield triple(subject, terms.COMMENT, note)
    for source in event.sources:
        yield triple(subject, terms.SOURCE, NamedNode(iris.record("source", source)))
    yield from statements.quotations(event)
    for figure in event.figures:
        yield from statements.figure(figure)
    for cause in event.because_of:
        yield from statements.cause(cause)
    for claim in event.claims:
        yield from statements.claim(claim)


def view_quads(view: View, kb: KnowledgeBase, iris: Iris) -> Iterator[Quad]:
    """All that stands in the graph of one view, its quotations included."""
    subject = NamedNode(iris.record("view", view.id))
    yield triple(subject, terms.TYPE, _VIEW)
    yield from terms.texts(subject, terms.DESCRIPTION, view.says)
    yield triple(subject, terms.DATE, terms.edtf(view.when))
    if view.period is not None:
        yield triple(subject, _PERIOD, terms.edtf(view.period))
    for actor in view.about:
        yield triple(subject, _OF_ACTOR, NamedNode(iris.record("actor", actor)))
    if view.note:
        yield triple(subject, terms.COMMENT, Literal(view.note, language=kb.dataset.languages[0]))
    for citation in view.src:
        source = NamedNode(iris.record("source", citation.source))
        yield triple(subject, terms.SOURCE, source)
        if citation.quote:
            selector = iris.quote(subject.value, citation.source + citation.quote)
            language = kb.sources[citation.source].lang
            yield from quotation(subject, selector, citation.quote, language)


def actors_with_wholes(event: Event, kb: KnowledgeBase) -> tuple[str, ...]:
    """The event's actors and all that they belonged to when it may have happened, each once."""
    found: dict[str, None] = {}
    waiting = list(reversed(event.actors))
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found[name] = None
        for membership in reversed(kb.actors[name].part_of):
            if membership.when is None or _may_overlap(membership.when, event.when):
                waiting.append(membership.actor)
    return tuple(found)


def _may_overlap(first: When, second: When) -> bool:
    begins_in_time = first.earliest_begin <= second.latest_end
    return begins_in_time and first.latest_end >= second.earliest_begin
