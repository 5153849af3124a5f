"""The vocabulary's page tells of every term, and each term's address here leads to its place."""

import pytest
import rdflib

from kb.ids import TERMS, ids
from kb.iris import SHARED_PREFIXES, TIELINE
from kb.ontology import measures, terms

BROWSER = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def html(app):
    return app.test_client().get("/vocabulary?lang=en").text


def local(prefix):
    return "/" + SHARED_PREFIXES[prefix].removeprefix(TIELINE)


def test_every_term_has_an_entry_with_its_example(html, live):
    for term in (*terms(), *measures(live.state.kb)):
        start = html.index(f'<article class="kind" id="{term.anchor}"')
        entry = html[start : html.index("</article>", start)]
        assert term.name in entry
        assert 'href="/sparql?query=' in entry


def test_every_listed_term_has_a_place(html, live):
    for prefix in TERMS:
        if prefix not in {"kind", "m"}:
            for slug in ids(live.state.kb, prefix):
                assert f'<div id="{prefix}-{slug}">' in html


def test_every_example_is_answered(client, live):
    for term in (*terms(), *measures(live.state.kb)):
        answer = client.get("/sparql", query_string={"query": term.example})
        assert answer.status_code == 200, term.name


@pytest.mark.parametrize("prefix", TERMS)
def test_each_term_leads_to_its_place(client, live, prefix):
    for slug in ids(live.state.kb, prefix):
        response = client.get(local(prefix) + slug, headers=BROWSER)
        path, _, anchor = response.headers["Location"].partition("#")
        assert response.status_code == 303
        assert f'id="{anchor}"' in client.get(f"{path}?lang=en").text


@pytest.mark.parametrize("prefix", TERMS)
def test_a_term_that_is_none_is_not_found(client, prefix):
    assert client.get(f"{local(prefix)}nothing").status_code == 404


@pytest.mark.parametrize("path", ["/ns", "/kind/airstrike", "/measure/killed", "/actor-type/state"])
def test_programs_are_led_to_rdf(client, path):
    response = client.get(path, headers={"Accept": "application/ld+json"})

    assert response.status_code == 303
    assert response.headers["Location"] == "/vocabulary.jsonld"
    assert "Accept" in response.headers["Vary"]


def test_a_browser_is_led_from_the_namespace_to_the_page(client):
    assert client.get("/ns", headers=BROWSER).headers["Location"] == "/vocabulary"


@pytest.mark.parametrize(
    ("suffix", "parser"), [("ttl", "turtle"), ("nt", "nt"), ("rdf", "xml"), ("jsonld", "json-ld")]
)
def test_the_rdf_describes_each_term(client, live, suffix, parser):
    graph = rdflib.Graph().parse(data=client.get(f"/vocabulary.{suffix}").data, format=parser)
    subjects = {str(subject) for subject in graph.subjects()}

    for term in terms():
        prefix, _, name = term.name.partition(":")
        assert SHARED_PREFIXES[prefix] + name in subjects
    for prefix in TERMS:
        for slug in ids(live.state.kb, prefix):
            assert SHARED_PREFIXES[prefix] + slug in subjects


def test_other_suffixes_are_not_found(client):
    assert client.get("/vocabulary.pdf").status_code == 404
