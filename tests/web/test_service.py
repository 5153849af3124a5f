"""SPARQL 1.1 Service Description (2013), VoID and DCAT, read back by rdflib."""

import pytest
import rdflib

from kb.formats import FORMATS
from kb.iris import SERVICE, Iris

SD = rdflib.Namespace(SERVICE)
VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
A = rdflib.RDF.type


@pytest.fixture
def described(client):
    answer = client.get("/sparql")
    assert (answer.status_code, answer.mimetype) == (200, "text/turtle")
    return rdflib.Graph().parse(data=answer.data, format="turtle")


def test_the_endpoint_describes_itself(described):
    """2: a GET without a query; 3.1 and 3.2: the service, its endpoint and languages."""
    (service,) = described.subjects(A, SD.Service)
    assert str(service).endswith("/sparql")
    assert described.value(service, SD.endpoint) == service
    assert SD.SPARQL11Query in set(described.objects(service, SD.supportedLanguage))
    assert SD.SPARQL11Update not in set(described.objects(service, SD.supportedLanguage))


def test_every_format_is_named(described):
    """3.2.6: sd:resultFormat."""
    (service,) = described.subjects(A, SD.Service)
    assert len(set(described.objects(service, SD.resultFormat))) == len(FORMATS)


def test_the_data_set_is_described_with_its_graphs(described, live, client):
    """3.2.9: the default data set; 3.4: its default graph and named graphs, with their sizes."""
    (data,) = described.objects(None, SD.defaultDataset)
    default = described.value(data, SD.defaultGraph)
    asked = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}
    count = client.get("/sparql", query_string=asked).json["results"]["bindings"][0]["n"]["value"]
    assert described.value(default, VOID.triples).toPython() == int(count)
    named = described.value(data, SD.namedGraph)
    iri = Iris(live.state.kb.dataset.base).graph("dataset")
    assert described.value(named, SD.name) == rdflib.URIRef(iri)


@pytest.mark.parametrize(
    ("accept", "parser"),
    [("application/rdf+xml", "xml"), ("application/ld+json", "json-ld"), ("text/turtle", "turtle")],
)
def test_the_description_comes_in_rdf_formats(client, accept, parser):
    answer = client.get("/sparql", headers={"Accept": accept})
    assert answer.mimetype == accept
    assert (None, A, SD.Service) in rdflib.Graph().parse(data=answer.data, format=parser)


def test_other_formats_are_406_and_a_browser_gets_the_page(client):
    assert client.get("/sparql", headers={"Accept": "image/png"}).status_code == 406
    assert client.get("/sparql", headers={"Accept": "text/html"}).mimetype == "text/html"


def test_the_data_set_says_where_it_can_be_had(client, live):
    """VoID, 3.3 and 3.5; DCAT 3, 6.6 and 6.8."""
    graph = rdflib.Graph().parse(data=client.get("/dataset.ttl").data, format="turtle")
    subject = rdflib.URIRef(Iris(live.state.kb.dataset.base).dataset)
    assert (subject, A, VOID.Dataset) in graph
    assert (subject, A, DCAT.Dataset) in graph
    assert str(graph.value(subject, VOID.sparqlEndpoint)).endswith("/sparql")
    dumps = set(graph.objects(subject, VOID.dataDump))
    assert dumps == set(graph.objects(subject, DCAT.distribution))
    assert len(dumps) == 6
    for dump in dumps:
        assert client.head(str(dump)).status_code == 200
        assert graph.value(dump, DCAT.accessURL)
    assert graph.value(predicate=DCAT.servesDataset, object=subject)
