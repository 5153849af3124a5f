"""`/sparql` request by request, against SPARQL 1.1 Protocol section 2 and the result formats."""

import csv
import io
import json
import xml.etree.ElementTree as ET

import pytest
import rdflib

ASK = "ASK { ?e a sem:Event }"
TWO = "SELECT ?e ?d WHERE { ?e a sem:Event ; dcterms:date ?d } ORDER BY ?d ?e LIMIT 2"
GRAPH = "CONSTRUCT { ?e dcterms:date ?d } WHERE { ?e a sem:Event ; dcterms:date ?d }"


def test_get_with_a_query_parameter(client):
    """2.1.1."""
    answer = client.get("/sparql", query_string={"query": TWO})
    assert answer.status_code == 200
    assert answer.content_type == "application/sparql-results+json"
    assert len(json.loads(answer.data)["results"]["bindings"]) == 2


def test_post_of_a_form(client):
    """2.1.2."""
    assert client.post("/sparql", data={"query": ASK}).json["boolean"] is True


def test_post_of_the_query_itself(client):
    """2.1.3."""
    answer = client.post("/sparql", data=ASK.encode(), content_type="application/sparql-query")
    assert answer.json["boolean"] is True


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"method": "POST"}, 415),
        ({"method": "POST", "data": {}}, 415),
        ({"query_string": {"query": [ASK, ASK]}}, 400),
        ({"query_string": {"query": "SELECT nonsense"}}, 400),
        ({"query_string": {"query": ASK, "timeout": "soon"}}, 400),
        ({"query_string": {"query": "DROP ALL"}}, 403),
        (
            {"query_string": {"query": "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"}},
            403,
        ),
        ({"query_string": {"update": "DROP ALL"}}, 403),
        ({"method": "POST", "data": b"DROP ALL", "content_type": "application/sparql-update"}, 403),
        ({"method": "POST", "data": b"x", "content_type": "text/html"}, 415),
        ({"method": "POST", "data": b"\xff", "content_type": "application/sparql-query"}, 400),
        ({"method": "PUT"}, 405),
        ({"query_string": {"query": ASK}, "headers": {"Accept": "image/png"}}, 406),
    ],
)
def test_what_gets_no_answer_gets_a_status_and_a_reason(client, request_, status):
    answer = client.open("/sparql", **request_)
    assert answer.status_code == status
    if status != 405:
        assert answer.json["error"]


def test_a_syntax_error_says_where(client):
    answer = client.get("/sparql", query_string={"query": "SELECT ?e WHERE {\n  ?e a }"})
    assert answer.status_code == 400
    assert answer.json["line"] == 2
    assert answer.json["column"] == 8


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml, application/rdf+xml", "application/sparql-results+xml"),
        ("text/csv;q=0.5, text/tab-separated-values;q=0.9", "text/tab-separated-values"),
        ("text/csv", "text/csv"),
    ],
)
def test_the_accept_header_chooses(client, accept, media_type):
    answer = client.get("/sparql", query_string={"query": TWO}, headers={"Accept": accept})
    assert answer.mimetype == media_type
    assert "Accept" in answer.headers["Vary"]


def test_every_results_format_holds_the_same_rows(client):
    def body(form):
        return client.get("/sparql", query_string={"query": TWO, "format": form}).data

    found = json.loads(body("json"))["results"]["bindings"]
    ids = [row["e"]["value"] for row in found]
    assert [row["e"] for row in csv.DictReader(io.StringIO(body("csv").decode()))] == ids
    tsv = body("tsv").decode().splitlines()[1:]
    assert [line.split("\t")[0] for line in tsv] == [f"<{iri}>" for iri in ids]
    spaces = {"r": "http://www.w3.org/2005/sparql-results#"}
    uris = ET.fromstring(body("xml")).findall(".//r:binding[@name='e']/r:uri", spaces)
    assert [uri.text for uri in uris] == ids


@pytest.mark.parametrize(
    ("form", "parser"),
    [("turtle", "turtle"), ("ntriples", "nt"), ("rdfxml", "xml"), ("jsonld", "json-ld")],
)
def test_constructed_graphs_come_in_rdf_formats(client, form, parser):
    answer = client.get("/sparql", query_string={"query": GRAPH, "format": form})
    total = client.get("/sparql", query_string={"query": COUNT}).json
    count = int(total["results"]["bindings"][0]["n"]["value"])
    assert len(rdflib.Graph().parse(data=answer.data, format=parser)) == count


COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?e a sem:Event }"


def test_an_answer_has_a_tag_and_is_not_sent_again(client):
    first = client.get("/sparql", query_string={"query": ASK})
    headers = {"If-None-Match": first.headers["ETag"]}
    again = client.get("/sparql", query_string={"query": ASK}, headers=headers)
    assert again.status_code == 304
    assert again.data == b""


def test_every_site_may_ask(client):
    assert client.get("/sparql?query=x").headers["Access-Control-Allow-Origin"] == "*"
    assert client.options("/sparql").headers["Access-Control-Allow-Origin"] == "*"


def test_a_query_that_takes_too_long_is_ended(client):
    cross = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    answer = client.get("/sparql", query_string={"query": cross, "timeout": "0.5"})
    assert answer.status_code == 504
    assert answer.json["error"]
    assert client.get("/sparql", query_string={"query": ASK}).status_code == 200


def test_a_browser_gets_a_page_with_the_query_and_its_rows(client):
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    empty = client.get("/sparql", headers=browser)
    assert empty.status_code == 200
    assert "<textarea" in empty.text
    page = client.get("/sparql", query_string={"query": TWO}, headers=browser)
    assert page.mimetype == "text/html"
    assert "2 rows" in page.text
    assert 'href="/event/' in page.text
    wrong = client.get("/sparql", query_string={"query": "SELECT <b>"}, headers=browser)
    assert wrong.status_code == 400
    assert "SELECT &lt;b&gt;" in wrong.text
