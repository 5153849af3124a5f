"""The vocabulary covers the graph: all that is used is told of, as what it is, with a query."""

import pyoxigraph
import pytest

from kb.data import shipped
from kb.graph import quads
from kb.iris import Iris
from kb.ontology import measures, terms
from kb.reader import read

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def kb():
    return read(shipped()).kb


@pytest.fixture(scope="module")
def graph(kb):
    default = pyoxigraph.DefaultGraph()
    return [quad for quad in quads(kb) if quad.graph_name == default]


@pytest.fixture(scope="module")
def used(graph, kb):
    """The prefixed names of classes, properties and datatypes in the graph."""
    iris = Iris(kb.dataset.base)
    kinds = {"class": set(), "property": set(), "datatype": set()}
    for quad in graph:
        predicate = iris.abbreviate(quad.predicate.value)
        kinds["property"].add(predicate)
        if predicate == "rdf:type":
            kinds["class"].add(iris.abbreviate(quad.object.value))
        elif isinstance(quad.object, pyoxigraph.Literal):
            kinds["datatype"].add(iris.abbreviate(quad.object.datatype.value))
    kinds["datatype"] -= {name for name in kinds["datatype"] if name.startswith(("xsd:", "rdf:"))}
    return kinds


@pytest.mark.parametrize("sort", ["class", "property", "datatype"])
def test_all_that_the_graph_uses_is_told_of(used, kb, sort):
    told = {term.name for term in (*terms(), *measures(kb)) if term.sort == sort}

    assert used[sort] <= told


def test_each_term_is_told_of_once_with_a_label_and_a_meaning(kb):
    held = (*terms(), *measures(kb))

    assert len({term.name for term in held}) == len({term.anchor for term in held}) == len(held)
    assert all(term.label["en"] and term.meaning["en"] for term in held)


def test_each_example_names_its_term_and_finds_it_where_it_is_used(kb, graph, used):
    store = pyoxigraph.Store()
    store.extend(graph)
    everything = set().union(*used.values())
    prefixes = Iris(kb.dataset.base).prefixes
    for term in (*terms(), *measures(kb)):
        assert term.name in term.example
        rows = list(store.query(term.example, prefixes=prefixes))
        assert bool(rows) == (term.name in everything), term.name
