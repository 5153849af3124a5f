"""Kinds, measures and the closed lists as quads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kb.graph import terms
from kb.graph.terms import term, triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from kb.model import Kind, KnowledgeBase, Measure

_CONCEPT = term("skos:Concept")
_EVENT_TYPE = term("sem:EventType")
_ACTOR_TYPE = term("sem:ActorType")
_PROPERTY = term("rdf:Property")
_BROADER = term("skos:broader")
_DEFINITION = term("skos:definition")
_SCOPE_NOTE = term("skos:scopeNote")
_EXAMPLE = term("skos:example")
_EXACT_MATCH = term("skos:exactMatch")
_FAMILY = term("kb:family")
_UNIT = term("kb:unit")
_CAMEO = term("kb:cameo")
_PLOVER = term("kb:plover")
_LISTS = {
    "actor_types": "actortype",
    "source_types": "sourcetype",
    "contexts": "ctx",
    "obligations": "obligation",
    "families": "family",
    "quads": "quad",
}


def vocabulary_quads(kb: KnowledgeBase) -> Iterator[Quad]:
    """Every kind, measure and term, whether an event uses it or not."""
    language = kb.dataset.languages[0]
    for kind in kb.vocabulary.kinds.values():
        yield from _kind(kind, kb, language)
    for measure in kb.vocabulary.measures.values():
        yield from _measure(measure)
    for name, prefix in _LISTS.items():
        for item in getattr(kb.vocabulary, name).values():
            subject = term(f"{prefix}:{item.id}")
            yield triple(subject, terms.TYPE, _CONCEPT)
            if name == "actor_types":
                yield triple(subject, terms.TYPE, _ACTOR_TYPE)
            yield from terms.texts(subject, terms.LABEL, item.name)
            yield from terms.texts(subject, _DEFINITION, item.definition)


def _kind(kind: Kind, kb: KnowledgeBase, language: str) -> Iterator[Quad]:
    subject = term(f"kind:{kind.id}")
    yield triple(subject, terms.TYPE, _EVENT_TYPE)
    yield triple(subject, terms.TYPE, _CONCEPT)
    yield from terms.texts(subject, terms.LABEL, kind.name)
    yield from terms.texts(subject, _DEFINITION, kind.definition)
    yield triple(subject, _BROADER, term(f"quad:{kb.vocabulary.quad(kind.id)}"))
    yield triple(subject, _FAMILY, term(f"family:{kind.family}"))
    yield triple(subject, terms.SCORE, terms.number(float(kb.vocabulary.score(kind.id))))
    yield triple(subject, terms.NOTATION, Literal(kind.plover, datatype=_PLOVER))
    if kind.cameo:
        yield triple(subject, terms.NOTATION, Literal(kind.cameo, datatype=_CAMEO))
    for note in filter(None, (kind.includes, kind.excludes)):
        yield triple(subject, _SCOPE_NOTE, Literal(note, language=language))
    for case in kind.borderline:
        yield triple(subject, _EXAMPLE, Literal(case, language=language))


def _measure(measure: Measure) -> Iterator[Quad]:
    subject = term(f"m:{measure.id}")
    yield triple(subject, terms.TYPE, _PROPERTY)
    yield from terms.texts(subject, terms.LABEL, measure.name)
    yield triple(subject, _UNIT, Literal(measure.unit))
    if measure.exact:
        yield triple(subject, _EXACT_MATCH, NamedNode(measure.exact))
