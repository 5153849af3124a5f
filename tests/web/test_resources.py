"""Linked data: where an IRI leads, and a record's triples in each format."""

import pytest
import rdflib

from kb.iris import Iris

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.mark.parametrize(
    ("accept", "leads_to"),
    [
        (BROWSER["Accept"], "/event/salala-attack"),
        ("text/turtle", "/event/salala-attack.ttl"),
        ("application/ld+json", "/event/salala-attack.jsonld"),
        ("application/rdf+xml", "/event/salala-attack.rdf"),
        ("application/n-triples;q=0.9, text/turtle;q=0.1", "/event/salala-attack.nt"),
    ],
)
def test_an_iri_leads_to_what_describes_it(client, accept, leads_to):
    answer = client.get("/id/event/salala-attack", headers={"Accept": accept})
    assert answer.status_code == 303
    assert answer.headers["Location"] == leads_to
    assert "Accept" in answer.vary


@pytest.mark.parametrize("path", ["/id/event/nothing", "/id/thing/x", "/event/nothing.ttl"])
def test_what_is_not_there_is_not_found(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("suffix", "parser"), [("ttl", "turtle"), ("nt", "nt"), ("rdf", "xml"), ("jsonld", "json-ld")]
)
def test_a_record_has_the_same_triples_in_each_format(client, live, suffix, parser):
    answer = client.get(f"/event/salala-attack.{suffix}")
    graph = rdflib.Graph().parse(data=answer.data, format=parser)
    reference = rdflib.Graph().parse(data=client.get("/event/salala-attack.nt").data, format="nt")
    subject = rdflib.URIRef(Iris(live.state.kb.dataset.base).record("event", "salala-attack"))
    assert (subject, None, None) in graph
    assert len(graph) == len(reference)


@pytest.mark.parametrize("kind", ["actor", "place", "source", "view"])
def test_every_kind_of_record_has_its_triples(client, live, kind):
    name = next(iter(getattr(live.state.kb, f"{kind}s")))
    graph = rdflib.Graph().parse(data=client.get(f"/{kind}/{name}.ttl").data, format="turtle")
    assert len(graph) > 2


def test_the_whole_can_be_downloaded(client, live):
    dataset = rdflib.Dataset().parse(data=client.get("/data.nq").data, format="nquads")
    event = rdflib.URIRef(Iris(live.state.kb.dataset.base).prefixes["sem"] + "Event")
    assert len(set(dataset.subjects(rdflib.RDF.type, event))) == len(live.state.kb.events)
    lines = client.get("/data.csv").data.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("id,when,")


@pytest.mark.parametrize("end", ["", "/quote"])
def test_a_claim_leads_to_its_event(client, end):
    path = f"/id/claim/salala-attack/000000000000{end}"
    answer = client.get(path, headers=BROWSER)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/event/salala-attack")
    answer = client.get(path, headers={"Accept": "text/turtle"})
    assert answer.headers["Location"] == "/event/salala-attack.ttl"


@pytest.mark.parametrize(
    ("accept", "leads_to"),
    [
        ("text/turtle", "/data.ttl"),
        ("application/n-quads", "/data.nq"),
        ("text/csv", "/data.csv"),
        (BROWSER["Accept"], "/data.trig"),
    ],
)
def test_the_whole_comes_in_the_format_that_is_liked_best(client, accept, leads_to):
    answer = client.get("/data", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["Location"]) == (303, leads_to)
    assert "Accept" in answer.vary


def test_the_whole_in_no_known_format(client):
    answer = client.get("/data", headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert "text/turtle" in answer.text


@pytest.mark.parametrize(
    ("accept", "leads_to"), [("application/ld+json", "/dataset.jsonld"), (BROWSER["Accept"], "/")]
)
def test_the_data_set_leads_to_what_it_says_of_itself(client, accept, leads_to):
    answer = client.get("/dataset", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["Location"]) == (303, leads_to)
