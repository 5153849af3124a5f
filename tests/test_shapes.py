"""What the pipeline makes of the data conforms to the shapes, and each shape can refuse it."""

from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, SH, Graph, Literal, URIRef

import kb
from kb.data import shipped
from kb.exports.rdflib_graph import graph_of
from kb.graph import quads
from kb.iris import Iris
from kb.reader import read

pytestmark = pytest.mark.slow

SAMPLE = Path(__file__).parent / "kb" / "samples" / "data"
SHAPES = Graph().parse(Path(kb.__file__).parent / "shapes.ttl")
SHAPE = "https://w3id.org/tieline/shapes#"
PREFIXES = Iris("https://example.org/small/").prefixes


def graph_in(folder: Path) -> Graph:
    """The default graph of a knowledge base."""
    reading = read(folder)
    assert reading.kb is not None
    return graph_of(quad for quad in quads(reading.kb) if "graph/" not in str(quad.graph_name))


@pytest.fixture(scope="module")
def sound():
    return graph_in(SAMPLE)


@pytest.mark.parametrize("folder", [SAMPLE, shipped()], ids=["sample", "shipped"])
def test_the_graph_conforms(folder):
    conforms, _, report = validate(graph_in(folder), shacl_graph=SHAPES)

    assert conforms, report


def iri(name: str) -> URIRef:
    prefix, _, local = name.partition(":")
    return URIRef(PREFIXES[prefix] + local)


# Shape: whose value of which predicate becomes what, so that the shape must refuse it. What is in
# brackets is the statement about `ev:salala-attack`, or an actor, with that predicate; what follows
# a slash is that property of it.
REFUSED = {
    "Labelled": ("place:salala", "rdfs:label", Literal("Salala")),
    "Dated": ("ev:closure", "sem:hasLatestEndTimeStamp", None),
    "Event": ("ev:closure", "schema:agent", None),
    "Claim": ("[sem:hasPlace]", "wikibase:rank", None),
    "DateClaim": ("[dcterms:date]", "rdf:object", Literal("2011")),
    "PlaceClaim": ("[sem:hasPlace]", "rdf:object", iri("ev:pact")),
    "CauseClaim": ("[crm:P17_was_motivated_by]", "rdf:object", iri("place:kabul")),
    "WholeClaim": ("[dcterms:isPartOf]", "rdf:object", iri("place:kabul")),
    "AccountClaim": ("[dcterms:description]", "rdf:object", Literal("Both erred.")),
    "Figure": ("[m:killed]", "kb:asWritten", Literal("two dozen")),
    "Measure": ("m:posts_hit", "kb:unit", Literal("posts", lang="en")),
    "Quotation": ("[dcterms:source]/quote", "oa:exact", Literal("word " * 80, lang="en")),
    "Actor": ("actor:nato", "sem:actorType", iri("ctx:military")),
    "Identified": ("actor:pakistan", "owl:sameAs", URIRef("https://example.org/Q843")),
    "Place": ("place:salala", "geo:long", None),
    "Source": ("source:abc-2011", "dcterms:publisher", None),
    "Search": ("actor:nato/kb:searched", "kb:collection", None),
    "View": ("view:ties-would-help", "schema:about", iri("place:kabul")),
    "Kind": ("kind:regret", "skos:broader", None),
}


def node(graph: Graph, name: str) -> URIRef:
    if name.startswith("view:"):
        return URIRef(f"https://example.org/small/id/view/{name.removeprefix('view:')}")
    if not name.startswith("["):
        subject, _, predicate = name.partition("/")
        return URIRef(str(graph.value(iri(subject), iri(predicate)))) if predicate else iri(name)
    predicate, _, step = name.removeprefix("[").partition("]")
    statement = min(graph.subjects(iri("rdf:predicate"), iri(predicate)))
    return URIRef(f"{statement}{step}")


def test_every_shape_is_among_those_that_can_refuse():
    shapes = {str(shape).removeprefix(SHAPE) for shape in SHAPES.subjects(RDF.type, SH.NodeShape)}

    assert shapes == REFUSED.keys()


@pytest.mark.parametrize("shape", REFUSED)
def test_a_shape_refuses_what_is_broken(sound, shape):
    name, predicate, value = REFUSED[shape]
    broken = Graph() + sound
    subject = node(broken, name)
    assert (subject, iri(predicate), None) in broken
    broken.remove((subject, iri(predicate), None))
    if value is not None:
        broken.add((subject, iri(predicate), value))

    conforms, results, _ = validate(broken, shacl_graph=SHAPES)

    own = {URIRef(SHAPE + shape), *SHAPES.objects(URIRef(SHAPE + shape), SH.property)}
    assert not conforms
    assert own & set(results.objects(None, SH.sourceShape))
