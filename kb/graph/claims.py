"""Statements about a record, each an `rdf:Statement` with one value and one source.

Ranks are Wikibase's. A statement that no source makes is attributed to the publisher.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kb.graph import terms
from kb.graph.terms import Node, Object, term, triple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad

    from kb.iris import Iris
    from kb.model import Cause, Citation, Claim, Event, Figure, KnowledgeBase, Membership, Search

_STATEMENT = term("rdf:Statement")
_SUBJECT = term("rdf:subject")
_PREDICATE = term("rdf:predicate")
_OBJECT = term("rdf:object")
_RANK = term("wikibase:rank")
_RANKS = {
    "preferred": term("wikibase:PreferredRank"),
    "normal": term("wikibase:NormalRank"),
    "deprecated": term("wikibase:DeprecatedRank"),
}
_ATTRIBUTED = term("prov:wasAttributedTo")
_QUOTE = term("oa:TextQuoteSelector")
_EXACT = term("oa:exact")
_AS_WRITTEN = term("kb:asWritten")
_APPROXIMATE = term("kb:approximate")
_MINIMUM = term("schema:minValue")
_MAXIMUM = term("schema:maxValue")
_SEARCHED = term("kb:searched")
_COLLECTION = term("kb:collection")
_ACTIVITY = term("prov:Activity")
_TEMPORAL = term("dcterms:temporal")
_TRUE = Literal("true", datatype=term("xsd:boolean"))


class Statements:
    """Writes the statements about one record, an event or an actor."""

    def __init__(self, kb: KnowledgeBase, iris: Iris, kind: str, name: str) -> None:
        self._kb = kb
        self._iris = iris
        self._name = name
        self.subject = NamedNode(iris.record(kind, name))

    def quotations(self, event: Event) -> Iterator[Quad]:
        """That a source speaks of the event, in which words."""
        for citation in event.src:
            if citation.quote:
                source = self._source(citation.source)
                yield from self._state(terms.SOURCE, source, [citation], "normal", None)

    def figure(self, figure: Figure) -> Iterator[Quad]:
        """What each source says of a measure; the plain triple where the figure is accepted."""
        quantity = figure.quantity
        predicate = term(f"m:{figure.measure}")
        value: Object = Literal(quantity.written)
        if quantity.value is not None:
            value = terms.number(quantity.value)
            if figure.rank == "preferred":
                yield triple(self.subject, predicate, value)
        more: list[tuple[Node, Object]] = [(_AS_WRITTEN, Literal(quantity.written))]
        if quantity.minimum is not None:
            more.append((_MINIMUM, terms.number(quantity.minimum)))
        if quantity.maximum is not None:
            more.append((_MAXIMUM, terms.number(quantity.maximum)))
        if quantity.approximate:
            more.append((_APPROXIMATE, _TRUE))
        yield from self._state(predicate, value, figure.src, figure.rank, figure.note, more)

    def cause(self, cause: Cause) -> Iterator[Quad]:
        """That the event came about because of another."""
        other = NamedNode(self._iris.record("event", cause.event))
        yield triple(self.subject, terms.MOTIVATED_BY, other)
        yield from self._state(terms.MOTIVATED_BY, other, cause.src, "normal", cause.note)

    def claim(self, claim: Claim) -> Iterator[Quad]:
        """What a source says that differs from the event's own fields, or an account."""
        more: list[tuple[Node, Object]] = []
        if claim.when is not None:
            predicate: Node = terms.DATE
            value: Object = terms.edtf(claim.when)
            more.extend(terms.bounds(claim.when))
        elif claim.where is not None:
            predicate, value = terms.PLACE, NamedNode(self._iris.record("place", claim.where))
        else:
            predicate = terms.DESCRIPTION
            main = self._kb.dataset.languages[0]
            in_order = sorted(claim.says.items(), key=lambda pair: (pair[0] != main, pair[0]))
            (language, text), *others = in_order
            value = Literal(text, language=language)
            more = [(predicate, Literal(said, language=tag)) for tag, said in others]
        yield from self._state(predicate, value, claim.src, claim.rank, claim.note, more)

    def membership(self, membership: Membership) -> Iterator[Quad]:
        """That the actor belongs to another, with the time where one is given."""
        whole = NamedNode(self._iris.record("actor", membership.actor))
        yield triple(self.subject, terms.IS_PART_OF, whole)
        if membership.when is not None:
            more = [(terms.DATE, terms.edtf(membership.when)), *terms.bounds(membership.when)]
            yield from self._state(terms.IS_PART_OF, whole, (), "normal", None, more)

    def search(self, search: Search) -> Iterator[Quad]:
        """What was looked through for the actor's events (PROV's activity)."""
        period, collections = terms.edtf(search.period), search.collections
        activity = NamedNode(self._iris.search(self._name, period.value, *collections))
        yield triple(self.subject, _SEARCHED, activity)
        yield triple(activity, terms.TYPE, _ACTIVITY)
        yield triple(activity, _TEMPORAL, period)
        yield triple(activity, terms.DATE, terms.edtf(search.on))
        for collection in collections:
            yield triple(activity, _COLLECTION, Literal(collection))
        if search.note:
            yield triple(activity, terms.COMMENT, self._main(search.note))

    def _source(self, name: str) -> Node:
        return NamedNode(self._iris.record("source", name))

    def _state(
        self,
        predicate: Node,
        value: Object,
        src: Iterable[Citation],
        rank: str,
        note: str | None,
        more: Iterable[tuple[Node, Object]] = (),
    ) -> Iterator[Quad]:
        details = list(more)
        written = "\x1e".join(f"{name} {said}" for name, said in details)
        for citation in tuple(src) or (None,):
            source = citation.source if citation else ""
            quote = (citation.quote if citation else None) or ""
            parts = (predicate.value, str(value), source, quote, written)
            claim = NamedNode(self._iris.claim(self._name, *parts))
            yield triple(claim, terms.TYPE, _STATEMENT)
            yield triple(claim, _SUBJECT, self.subject)
            yield triple(claim, _PREDICATE, predicate)
            yield triple(claim, _OBJECT, value)
            yield triple(claim, _RANK, _RANKS[rank])
            for detail, said in details:
                yield triple(claim, detail, said)
            if note:
                yield triple(claim, terms.COMMENT, self._main(note))
            if citation is None:
                yield triple(claim, _ATTRIBUTED, NamedNode(self._iris.publisher))
                continue
            yield triple(claim, terms.SOURCE, self._source(source))
            if quote:
                language = self._kb.sources[source].lang
                yield from quotation(claim, self._iris.quote(claim.value), quote, language)

    def _main(self, text: str) -> Literal:
        return Literal(text, language=self._kb.dataset.languages[0])


def quotation(of: Node, iri: str, words: str, language: str) -> Iterator[Quad]:
    """A source's own words, in its language (Web Annotation's text quote selector)."""
    selector = NamedNode(iri)
    yield triple(of, terms.SELECTOR, selector)
    yield triple(selector, terms.TYPE, _QUOTE)
    yield triple(selector, _EXACT, Literal(words, language=language))
