"""Cells of an answer: what they say, where they lead, and what can be drawn of them."""

import json

import pytest

from kb.guard import Answer
from web.results import Cell, shown

BASE = "https://w3id.org/tieline/pakistan/"
XSD = "http://www.w3.org/2001/XMLSchema#"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"


def cell(app, term):
    row = {"a": term} if term else {}
    told = {"head": {"vars": ["a"]}, "results": {"bindings": [row]}}
    body = json.dumps(told).encode()
    answer = Answer(body, "application/sparql-results+json", "select", 1, 0.5, "v")
    with app.test_request_context():
        return shown(answer, BASE).rows[0][0]


def literal(text, datatype):
    return {"type": "literal", "value": text, "datatype": datatype}


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (None, Cell("")),
        (
            {"type": "uri", "value": f"{BASE}id/actor/nato"},
            Cell("actor:nato", "/actor/nato"),
        ),
        (
            {"type": "uri", "value": "https://example.org/x"},
            Cell("https://example.org/x", "https://example.org/x"),
        ),
        ({"type": "uri", "value": "javascript:alert(1)"}, Cell("javascript:alert(1)")),
        (
            {"type": "literal", "value": "نیٹو", "xml:lang": "ur"},
            Cell("نیٹو", language="ur"),
        ),
        ({"type": "bnode", "value": "b0"}, Cell("b0")),
        (literal("-9.5", f"{XSD}decimal"), Cell("-9.5", number=-9.5)),
        (literal("NaN", f"{XSD}double"), Cell("NaN")),
        (literal("nine", f"{XSD}integer"), Cell("nine")),
        (
            literal("[2006-01..2006-04]", EDTF),
            Cell("[2006-01..2006-04]", begin="2006-01-01", end="2006-04-30"),
        ),
        (
            literal("2011-11-26/..", EDTF),
            Cell("2011-11-26/..", begin="2011-11-26", end=""),
        ),
        (
            literal("2011-11-26", f"{XSD}date"),
            Cell("2011-11-26", begin="2011-11-26", end="2011-11-26"),
        ),
        (literal("soon", EDTF), Cell("soon")),
    ],
)
def test_a_cell(app, term, expected):
    assert cell(app, term) == expected
