"""The graph, and one record's part of it, in an RDF format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode, RdfFormat, Triple, serialize

from kb.graph import quads, record_quads
from kb.iris import Iris

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad

    from kb.formats import Format
    from kb.model import KnowledgeBase


def graph_bytes(kb: KnowledgeBase, form: Format) -> bytes:
    """All quads where the format can hold named graphs, else the default graph's triples."""
    everything = quads(kb)
    prefixes = Iris(kb.dataset.base).prefixes
    if form.name in {"nquads", "trig"}:
        return _written(everything, form, prefixes)
    default = DefaultGraph()
    triples = _triples(quad for quad in everything if quad.graph_name == default)
    return _written(triples, form, prefixes)


def record_bytes(kb: KnowledgeBase, kind: str, name: str, form: Format) -> bytes:
    """The triples of an event, actor, place, source or view, its statements included.

    Raises KeyError where there is no such record. JSON-LD is compacted with a context, by rdflib.
    """
    found = list(record_quads(kb, kind, name))
    prefixes = _used(found, Iris(kb.dataset.base).prefixes)
    if form.rdflib == "json-ld":
        from kb.exports.rdflib_graph import graph_of

        graph = graph_of(found)
        return graph.serialize(format="json-ld", context=prefixes, encoding="utf-8")
    triples = _triples(found)
    return _written(triples, form, prefixes)


def _written(
    found: Iterable[Quad] | Iterable[Triple], form: Format, prefixes: dict[str, str]
) -> bytes:
    if not isinstance(form.oxigraph, RdfFormat):
        raise TypeError(f"{form.name} cannot hold a graph")
    return serialize(found, format=form.oxigraph, prefixes=prefixes) or b""


def _triples(found: Iterable[Quad]) -> Iterable[Triple]:
    return (Triple(quad.subject, quad.predicate, quad.object) for quad in found)


def _used(found: Iterable[Quad], prefixes: dict[str, str]) -> dict[str, str]:
    """The prefixes that the triples need."""
    iris: set[str] = set()
    for quad in found:
        for node in (quad.subject, quad.predicate, quad.object):
            if isinstance(node, NamedNode):
                iris.add(node.value)
            elif isinstance(node, Literal):
                iris.add(node.datatype.value)
    return {
        prefix: namespace
        for prefix, namespace in prefixes.items()
        if any(iri.startswith(namespace) for iri in iris)
    }
