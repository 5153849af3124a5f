"""Where what an IRI names is told of on these pages."""

import pytest

from kb.iris import Iris
from web.terms_of import page_of

BASE = "https://w3id.org/tieline/pakistan/"


@pytest.mark.parametrize(
    ("iri", "page"),
    [
        (f"{BASE}id/event/salala-attack", "/event/salala-attack"),
        (f"{BASE}id/claim/salala-attack/0123456789ab", "/id/claim/salala-attack/0123456789ab"),
        (f"{BASE}id/place/salala", None),
        ("https://w3id.org/tieline/kind/airstrike", "/codebook#airstrike"),
        ("https://w3id.org/tieline/measure/killed", "/vocabulary#m-killed"),
        ("https://w3id.org/tieline/ns#score", "/vocabulary#score"),
        ("http://semanticweb.cs.vu.nl/2009/11/sem/Event", "/vocabulary#sem-Event"),
        ("http://www.w3.org/2001/XMLSchema#date", None),
        ("javascript:alert(1)", None),
        ("https://example.org/", None),
    ],
)
def test_the_page(app, iri, page):
    with app.test_request_context():
        assert page_of(iri, Iris(BASE)) == page
