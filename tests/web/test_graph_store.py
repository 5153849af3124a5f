"""SPARQL 1.1 Graph Store HTTP Protocol (2013), what reads."""

import pytest
import rdflib

from kb.iris import Iris


@pytest.fixture
def named(live):
    return Iris(live.state.kb.dataset.base).graph("dataset")


@pytest.mark.parametrize(
    ("accept", "parser"),
    [("text/turtle", "turtle"), ("application/rdf+xml", "xml"), ("application/n-triples", "nt")],
)
def test_a_graph_that_is_named_indirectly(client, named, accept, parser):
    """4.2 and 5.2: ?graph=, in the format that is asked for."""
    answer = client.get("/graphs", query_string={"graph": named}, headers={"Accept": accept})
    assert (answer.status_code, answer.mimetype) == (200, accept)
    assert "Accept" in answer.vary
    assert len(rdflib.Graph().parse(data=answer.data, format=parser)) > 10


def test_a_graph_that_is_named_directly_is_the_same(client, named):
    """4.1."""
    indirect = client.get("/graphs", query_string={"graph": named})
    direct = client.get("/graph/dataset")
    assert direct.data == indirect.data
    assert direct.headers["ETag"] == indirect.headers["ETag"]


def test_the_default_graph(client, live):
    """4.2: ?default."""
    answer = client.get("/graphs?default", headers={"Accept": "application/n-triples"})
    event = Iris(live.state.kb.dataset.base).record("event", "salala-attack")
    assert f"<{event}> <".encode() in answer.data


def test_a_graph_that_there_is_not(client):
    """5.2: 404."""
    assert client.get("/graphs?graph=http://e.org/none").status_code == 404
    assert client.get("/graph/none").status_code == 404


@pytest.mark.parametrize("query", ["", "default&graph=http://e.org/", "graph=a:b&graph=a:c"])
def test_exactly_one_graph(client, query):
    """4.2."""
    assert client.get(f"/graphs?{query}").status_code == 400


def test_a_format_that_holds_no_single_graph(client):
    """5.2: 406."""
    answer = client.get("/graph/dataset", headers={"Accept": "application/n-quads"})
    assert answer.status_code == 406


def test_head_has_no_body(client):
    """5.6."""
    answer = client.head("/graph/dataset")
    assert (answer.status_code, answer.data) == (200, b"")


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_what_would_change_a_graph_is_not_allowed(client, method):
    """5: a service that does not implement an operation answers 405."""
    assert client.open("/graphs?default", method=method).status_code == 405
    assert client.open("/graph/dataset", method=method).status_code == 405
