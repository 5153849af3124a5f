"""What the endpoint and the data set say of themselves: Service Description, VoID and DCAT.

The addresses are those by which the client has asked, the counts those of the present state.
"""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING

from flask import url_for
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from kb.exports import EXPORTS
from kb.formats import FORMATS, writing
from kb.graph.dataset import dataset_quads, publisher_quads
from kb.graph.terms import TYPE, number, term
from kb.guard import Query
from kb.iris import FILE_FORMATS, MEDIA_TYPES, SERVICE, SHARED_PREFIXES, Iris
from web.answering import ask
from web.context import reading
from web.protocol import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kb.formats import Format

_W3C_NAMES = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "turtle": "Turtle",
    "ntriples": "N-Triples",
    "nquads": "N-Quads",
    "trig": "TriG",
    "jsonld": "JSON-LD",
    "rdfxml": "RDF_XML",
}
"""The format's name to the W3C's, which is the last step of its IRI."""

_SIZES = """SELECT ?g (COUNT(*) AS ?n) {
  { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } }
} GROUP BY ?g"""


def description(form: Format) -> bytes:
    """The Service Description of the endpoint, and the data set that it serves."""
    return _written(chain(_service(), _dataset()), form)


def dataset_description(form: Format) -> bytes:
    """The data set alone: what it is, where it can be had, how large it is."""
    return _written(_dataset(), form)


def graph_sizes() -> dict[str | None, int]:
    """Triples by the IRI of the graph, None for the default graph; empty while none can be had."""
    answer = ask(Query(_SIZES))
    if isinstance(answer, Problem):
        return {}
    rows = json.loads(answer.body)["results"]["bindings"]
    return {row.get("g", {}).get("value"): int(row["n"]["value"]) for row in rows}


def _written(triples: Iterator[Triple], form: Format) -> bytes:
    prefixes = {
        name: SHARED_PREFIXES[name] for name in ("rdf", "xsd", "void", "dcat", "dcterms", "prov")
    }
    prefixes |= {"sd": SERVICE, "format": FILE_FORMATS}
    assert isinstance(form.oxigraph, RdfFormat)
    return serialize(triples, format=form.oxigraph, prefixes=prefixes) or b""


def _sd(name: str) -> NamedNode:
    return NamedNode(SERVICE + name)


def _endpoint() -> NamedNode:
    return NamedNode(url_for("sparql.endpoint", _external=True))


def _service() -> Iterator[Triple]:
    """SPARQL 1.1 Service Description, 3."""
    endpoint, data = _endpoint(), BlankNode("dataset")
    yield Triple(endpoint, TYPE, _sd("Service"))
    yield Triple(endpoint, _sd("endpoint"), endpoint)
    yield Triple(endpoint, _sd("supportedLanguage"), _sd("SPARQL10Query"))
    yield Triple(endpoint, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    for form in FORMATS:
        yield Triple(endpoint, _sd("resultFormat"), NamedNode(FILE_FORMATS + _W3C_NAMES[form.name]))
    yield Triple(endpoint, _sd("defaultDataset"), data)
    yield Triple(data, TYPE, _sd("Dataset"))
    for iri, size in sorted(graph_sizes().items(), key=lambda item: item[0] or ""):
        graph = BlankNode("default" if iri is None else f"graph-{iri.rsplit('/', 1)[-1]}")
        if iri is None:
            yield Triple(data, _sd("defaultGraph"), graph)
        else:
            named = BlankNode(f"named-{iri.rsplit('/', 1)[-1]}")
            yield Triple(data, _sd("namedGraph"), named)
            yield Triple(named, TYPE, _sd("NamedGraph"))
            yield Triple(named, _sd("name"), NamedNode(iri))
            yield Triple(named, _sd("graph"), graph)
        yield Triple(graph, TYPE, _sd("Graph"))
        yield Triple(graph, term("void:triples"), number(size))


def _dataset() -> Iterator[Triple]:
    """VoID 3 and DCAT 3, 6.6 to 6.9, on what the graph says of the data set already."""
    kb = reading().kb
    iris = Iris(kb.dataset.base)
    subject, endpoint = NamedNode(iris.dataset), _endpoint()
    for quad in chain(dataset_quads(kb, iris), publisher_quads(kb, iris)):
        yield Triple(quad.subject, quad.predicate, quad.object)
    sizes = graph_sizes()
    if sizes:
        yield Triple(subject, term("void:triples"), number(sum(sizes.values())))
    yield Triple(subject, term("void:sparqlEndpoint"), endpoint)
    yield Triple(subject, term("dcat:landingPage"), _address("pages.timeline_page"))
    for name in ("event", "actor", "source"):
        known = getattr(kb, f"{name}s")
        if known:
            example = NamedNode(iris.record(name, next(iter(known))))
            yield Triple(subject, term("void:exampleResource"), example)
    for form in writing("graph"):
        if form.name in EXPORTS:
            yield from _distribution(subject, form, kb.dataset.licence)
    yield Triple(endpoint, TYPE, term("dcat:DataService"))
    for tag, text in kb.dataset.title.items():
        yield Triple(endpoint, term("dcterms:title"), Literal(f"{text} (SPARQL)", language=tag))
    yield Triple(endpoint, term("dcat:endpointURL"), endpoint)
    yield Triple(endpoint, term("dcat:servesDataset"), subject)


def _distribution(subject: NamedNode, form: Format, licence: str) -> Iterator[Triple]:
    place = _address("resources.download", suffix=form.suffix.removeprefix("."))
    yield Triple(subject, term("void:dataDump"), place)
    yield Triple(subject, term("dcat:distribution"), place)
    yield Triple(place, TYPE, term("dcat:Distribution"))
    yield Triple(place, term("dcterms:title"), Literal(form.label))
    yield Triple(place, term("dcat:accessURL"), place)
    yield Triple(place, term("dcat:downloadURL"), place)
    yield Triple(place, term("dcat:mediaType"), NamedNode(MEDIA_TYPES + form.media_type))
    yield Triple(place, term("dcterms:license"), NamedNode(licence))


def _address(endpoint: str, **values: str) -> NamedNode:
    return NamedNode(url_for(endpoint, **values, _external=True))
