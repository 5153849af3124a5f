"""The description of the data set, in a named graph of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from kb.graph import terms
from kb.graph.terms import term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kb.iris import Iris
    from kb.model import KnowledgeBase

_AGENT = term("prov:Agent")
_COUNTS = {"events": "sem:Event", "actors": "sem:Actor", "sources": "schema:CreativeWork"}


def publisher_quads(kb: KnowledgeBase, iris: Iris) -> Iterator[Quad]:
    """The editors, in the default graph: statements without a source are theirs."""
    publisher = NamedNode(iris.publisher)
    yield terms.triple(publisher, terms.TYPE, _AGENT)
    yield terms.triple(publisher, terms.LABEL, Literal(kb.dataset.publisher))


def dataset_quads(kb: KnowledgeBase, iris: Iris) -> Iterator[Quad]:
    """Title, licence, publisher and counts (DCAT and VoID), in `{base}graph/dataset`."""
    graph = NamedNode(iris.graph("dataset"))
    subject = NamedNode(iris.dataset)
    about: list[tuple[NamedNode, NamedNode | Literal]] = [
        (terms.TYPE, term("dcat:Dataset")),
        (terms.TYPE, term("void:Dataset")),
        (term("dcterms:license"), NamedNode(kb.dataset.licence)),
        (term("dcterms:publisher"), NamedNode(iris.publisher)),
        (term("dcat:version"), Literal(kb.dataset.version)),
        (term("void:uriSpace"), Literal(kb.dataset.base)),
    ]
    for predicate, values in (
        ("dcterms:title", kb.dataset.title),
        ("dcterms:description", kb.dataset.description),
    ):
        about += [(term(predicate), Literal(v, language=tag)) for tag, v in values.items()]
    about += [(term("dcterms:language"), Literal(tag)) for tag in kb.dataset.languages]
    for predicate_, value in about:
        yield Quad(subject, predicate_, value, graph)
    for name, class_ in _COUNTS.items():
        partition = NamedNode(f"{iris.dataset}/{name}")
        yield Quad(subject, term("void:classPartition"), partition, graph)
        yield Quad(partition, term("void:class"), term(class_), graph)
        count = terms.number(len(getattr(kb, name)))
        yield Quad(partition, term("void:entities"), count, graph)
