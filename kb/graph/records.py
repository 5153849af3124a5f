"""Actors, places and sources as quads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kb.graph import terms
from kb.graph.claims import Statements
from kb.graph.terms import term, triple
from kb.iris import WIKIDATA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import Quad

    from kb.iris import Iris
    from kb.model import Actor, KnowledgeBase, Place, Source

_ACTOR = term("sem:Actor")
_ACTOR_TYPE = term("sem:actorType")
_COW = term("kb:cow")
_SAME_AS = term("owl:sameAs")
_REPLACES = term("dcterms:replaces")
_PLACE = term("sem:Place")
_LATITUDE = term("geo:lat")
_LONGITUDE = term("geo:long")
_SOURCE = term("schema:CreativeWork")
_CREATOR = term("dcterms:creator")
_PUBLISHER = term("dcterms:publisher")
_ISSUED = term("dcterms:issued")
_SOURCE_TYPE = term("dcterms:type")
_LANGUAGE = term("dcterms:language")
_URL = term("schema:url")
_ARCHIVED = term("schema:archivedAt")
_SPEAKS_FOR = term("kb:speaksFor")
_ACCESSED = term("kb:accessed")
_LOCATOR = term("schema:pagination")


def actor_quads(actor: Actor, kb: KnowledgeBase, iris: Iris) -> Iterator[Quad]:
    """All that stands in the graph of one actor, its memberships and searches included."""
    statements = Statements(kb, iris, "actor", actor.id)
    subject = statements.subject
    yield triple(subject, terms.TYPE, _ACTOR)
    yield from _named(subject, actor.name, actor.aliases, actor.wikidata)
    yield triple(subject, _ACTOR_TYPE, term(f"actortype:{actor.type}"))
    if actor.iso:
        yield triple(subject, terms.NOTATION, Literal(actor.iso))
    if actor.cow:
        yield triple(subject, terms.NOTATION, Literal(actor.cow, datatype=_COW))
    for membership in actor.part_of:
        yield from statements.membership(membership)
    for former in actor.succeeds:
        yield triple(subject, _REPLACES, NamedNode(iris.record("actor", former)))
    for search in actor.searched:
        yield from statements.search(search)
    yield from _noted(subject, actor.note, kb)


def place_quads(place: Place, kb: KnowledgeBase, iris: Iris) -> Iterator[Quad]:
    """All that stands in the graph of one place."""
    subject = NamedNode(iris.record("place", place.id))
    yield triple(subject, terms.TYPE, _PLACE)
    yield from _named(subject, place.name, place.aliases, place.wikidata)
    if place.country:
        yield triple(subject, terms.IS_PART_OF, NamedNode(iris.record("actor", place.country)))
    if place.at:
        yield triple(subject, _LATITUDE, terms.number(place.at[0]))
        yield triple(subject, _LONGITUDE, terms.number(place.at[1]))
    yield from _noted(subject, place.note, kb)


def source_quads(source: Source, kb: KnowledgeBase, iris: Iris) -> Iterator[Quad]:
    """All that stands in the graph of one source."""
    subject = NamedNode(iris.record("source", source.id))
    yield triple(subject, terms.TYPE, _SOURCE)
    yield from terms.texts(subject, terms.LABEL, source.title)
    for author in source.author:
        yield triple(subject, _CREATOR, Literal(author))
    yield triple(subject, _PUBLISHER, Literal(source.publisher))
    yield triple(subject, _SOURCE_TYPE, term(f"sourcetype:{source.type}"))
    yield triple(subject, _LANGUAGE, Literal(source.lang))
    for predicate, when in ((_ISSUED, source.issued), (_ACCESSED, source.accessed)):
        if when is not None:
            yield triple(subject, predicate, terms.edtf(when))
    for predicate, address in ((_URL, source.url), (_ARCHIVED, source.archived)):
        if address:
            yield triple(subject, predicate, NamedNode(address))
    if source.side:
        yield triple(subject, _SPEAKS_FOR, NamedNode(iris.record("actor", source.side)))
    if source.locator:
        yield triple(subject, _LOCATOR, Literal(source.locator))
    yield from _noted(subject, source.note, kb)


def _named(
    subject: NamedNode,
    name: dict[str, str],
    aliases: Mapping[str, tuple[str, ...]],
    wikidata: str | None,
) -> Iterator[Quad]:
    yield from terms.texts(subject, terms.LABEL, name)
    for language, others in aliases.items():
        for other in others:
            yield triple(subject, terms.ALT_LABEL, Literal(other, language=language))
    if wikidata:
        yield triple(subject, _SAME_AS, NamedNode(WIKIDATA + wikidata))


def _noted(subject: NamedNode, note: str | None, kb: KnowledgeBase) -> Iterator[Quad]:
    if note:
        yield triple(subject, terms.COMMENT, Literal(note, language=kb.dataset.languages[0]))
