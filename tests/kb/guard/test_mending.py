"""What Oxigraph's writers get wrong, read again by parsers that are not Oxigraph's."""

import csv
import io
import xml.etree.ElementTree as ET

import pytest
import rdflib

from kb.guard import Guard, Query, Settings

pytestmark = pytest.mark.slow

AWKWARD = "https://example.org/a,b"
TEXT = 'one\rtwo\r\nthree, "four"'
QUADS = f"""\
<{AWKWARD}> <https://example.org/p> "one\\rtwo\\r\\nthree, \\"four\\"" .
<https://example.org/s> <https://example.org/p> "plain" .
<https://example.org/s> <https://example.org/p> _:b .
<https://example.org/c> <https://example.org/control> "a\\u0001b" .
<https://example.org/c> <https://example.org/123> "no name" .
"""
ROWS = "SELECT ?s ?o { ?s <https://example.org/p> ?o } ORDER BY ?s"


@pytest.fixture(scope="module")
def awkward(tmp_path_factory):
    file = tmp_path_factory.mktemp("mending") / "state.nq"
    file.write_text(QUADS, newline="")
    with Guard(Settings(cache=0)) as running:
        running.publish(file, "awkward")
        yield running


def test_an_iri_with_a_comma_is_one_field_of_csv(awkward):
    answer = awkward.query(Query(ROWS, bindings_format="csv"))

    rows = list(csv.reader(io.StringIO(answer.body.decode(), newline="")))
    assert rows[:2] == [["s", "o"], [AWKWARD, TEXT]]
    assert {len(row) for row in rows} == {2}
    assert rows[2][1].startswith("_:") or rows[3][1].startswith("_:")
    assert answer.body.count(b"\r\n") == 4 + TEXT.count("\r\n")


def test_carriage_returns_come_through_xml(awkward):
    answer = awkward.query(Query(ROWS, bindings_format="xml"))

    spaces = {"r": "http://www.w3.org/2005/sparql-results#"}
    literals = ET.fromstring(answer.body).findall(".//r:literal", spaces)
    assert TEXT in [literal.text for literal in literals]
    assert answer.rows == 3


def test_carriage_returns_come_through_rdf_xml(awkward):
    text = f"CONSTRUCT {{ <{AWKWARD}> ?p ?o }} WHERE {{ <{AWKWARD}> ?p ?o }}"
    answer = awkward.query(Query(text, graph_format="rdfxml"))

    graph = rdflib.Graph().parse(data=answer.body, format="xml")
    assert [str(value) for value in graph.objects()] == [TEXT]


@pytest.mark.parametrize(
    ("text", "form", "what"),
    [
        ("SELECT ?o { ?s <https://example.org/control> ?o }", "bindings_format", "U+0001"),
        ("CONSTRUCT WHERE { ?s <https://example.org/control> ?o }", "graph_format", "U+0001"),
        ("CONSTRUCT WHERE { ?s <https://example.org/123> ?o }", "graph_format", "no name"),
    ],
)
def test_what_xml_cannot_hold_is_refused(awkward, text, form, what):
    name = {"bindings_format": "xml", "graph_format": "rdfxml"}[form]
    answer = awkward.query(Query(text, **{form: name}))

    assert answer.status == "not_acceptable"
    assert what in answer.message
    assert awkward.query(Query(text)).body
