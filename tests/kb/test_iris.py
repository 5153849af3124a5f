"""IRIs are minted and read back by one module, and never twice the same for two things."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.fields import SLUG
from kb.iris import RECORD_PREFIXES, SHARED_PREFIXES, Iris, Reference

BASE = "https://example.org/small/"
IRIS = Iris(BASE)
SLUGS = st.from_regex(re.compile(SLUG, re.ASCII), fullmatch=True)
KINDS = st.sampled_from(["event", "actor", "place", "source", "view"])


@given(KINDS, SLUGS)
def test_what_is_minted_is_read_back(kind, name):
    assert IRIS.read(IRIS.record(kind, name)) == Reference(kind, name)


@given(st.text() | st.text().map(BASE.__add__) | st.text().map(f"{BASE}id/event/".__add__))
def test_what_is_read_is_minted_the_same(text):
    reference = IRIS.read(text)

    assert reference is None or IRIS.record(reference.kind, reference.id) == text


@given(KINDS, SLUGS)
def test_a_record_is_abbreviated_and_expanded_again(kind, name):
    iri = IRIS.record(kind, name)

    assert IRIS.expand(IRIS.abbreviate(iri)) == iri


@given(
    st.text()
    | st.sampled_from(sorted(IRIS.prefixes.values())).flatmap(
        lambda space: st.text().map(space.__add__)
    )
)
def test_what_is_abbreviated_can_be_expanded(iri):
    short = IRIS.abbreviate(iri)

    assert short == iri or IRIS.expand(short) == iri


@pytest.mark.parametrize(
    "iri",
    [
        "",
        BASE,
        f"{BASE}id/event/",
        f"{BASE}id/event/a/b",
        f"{BASE}id/event/a\n",
        f"{BASE}id/event/A",
        f"{BASE}id/event/a--b",
        f"{BASE}id/event/-a",
        f"{BASE}id/claim/a/0123456789ab",
        f"{BASE}id/publisher",
        f"{BASE}dataset",
        "https://example.org/other/id/event/a",
        f"x{BASE}id/event/a",
    ],
)
def test_what_names_no_record_is_read_as_none(iri):
    assert IRIS.read(iri) is None


@given(st.lists(st.tuples(SLUGS, st.lists(st.text(max_size=3), max_size=4)), unique_by=str))
def test_statements_that_differ_share_no_iri(statements):
    assert len({IRIS.claim(subject, *parts) for subject, parts in statements}) == len(statements)


def test_the_iri_of_a_statement_ends_in_twelve_digits():
    claim = IRIS.claim("salala-attack", "a", "b")

    assert re.fullmatch(rf"{BASE}id/claim/salala-attack/[0-9a-f]{{12}}", claim)
    assert claim == IRIS.claim("salala-attack", "a", "b")
    assert IRIS.quote(claim) == f"{claim}/quote"
    assert IRIS.quote(claim, "x") != IRIS.quote(claim, "y")


def test_prefixes_of_records_stand_for_their_iris():
    for prefix, kind in RECORD_PREFIXES.items():
        assert IRIS.prefixes[prefix] + "a" == IRIS.record(kind, "a")
    assert SHARED_PREFIXES.items() <= IRIS.prefixes.items()


def test_no_two_prefixes_stand_for_one_namespace():
    assert len(set(IRIS.prefixes.values())) == len(IRIS.prefixes)


def test_namespaces_are_those_of_the_standards():
    assert SHARED_PREFIXES["geo"] == "http://www.w3.org/2003/01/geo/wgs84_pos#"
    assert SHARED_PREFIXES["schema"] == "https://schema.org/"
    assert SHARED_PREFIXES["sem"] == "http://semanticweb.cs.vu.nl/2009/11/sem/"
    assert SHARED_PREFIXES["kb"] == "https://w3id.org/tieline/ns#"
