"""Every named question gets the same rows, in the same order, from two engines."""

import re
from decimal import Decimal

import pyoxigraph
import pytest
import rdflib

from kb.data import shipped
from kb.exports.rdflib_graph import graph_of
from kb.graph import quads
from kb.iris import SHARED_PREFIXES, Iris
from kb.questions import questions
from kb.reader import read

pytestmark = pytest.mark.slow

XSD = SHARED_PREFIXES["xsd"]
NUMBERS = {XSD + name for name in ("integer", "decimal", "double", "float")}
QUESTIONS = questions()
EMPTY = re.compile(r"^# empty: \S.+$", re.MULTILINE)


@pytest.fixture(scope="module")
def found():
    reading = read(shipped())
    assert reading.kb is not None
    return list(quads(reading.kb)), Iris(reading.kb.dataset.base).prefixes


@pytest.fixture(scope="module")
def oxigraph(found):
    store = pyoxigraph.Store()
    store.extend(found[0])
    return lambda text: oxigraph_rows(store.query(text, prefixes=found[1]))


@pytest.fixture(scope="module")
def rdflib_(found):
    default = pyoxigraph.DefaultGraph()
    graph = graph_of(quad for quad in found[0] if quad.graph_name == default)
    return lambda text: rdflib_rows(graph.query(text, initNs=found[1]))


def cell(value: str, datatype: str | None = None, language: str | None = None) -> object:
    """A value that compares: 2.5, 2.50 and 25e-1 are one number."""
    if datatype in NUMBERS:
        return round(Decimal(value), 9).normalize()
    return value, (language or "").lower()


def oxigraph_rows(solutions) -> list[list[object]]:
    names = [variable.value for variable in solutions.variables]
    rows = []
    for solution in solutions:
        terms = [solution[name] for name in names]
        rows.append(
            [
                cell(term.value, term.datatype.value, term.language)
                if isinstance(term, pyoxigraph.Literal)
                else term and cell(term.value)
                for term in terms
            ]
        )
    return rows


def rdflib_rows(result) -> list[list[object]]:
    return [
        [
            cell(str(term), str(term.datatype), term.language)
            if isinstance(term, rdflib.Literal)
            else term and cell(str(term))
            for term in row
        ]
        for row in result
    ]


@pytest.mark.parametrize("name", QUESTIONS)
def test_both_engines_give_the_same_rows(name, oxigraph, rdflib_):
    text = QUESTIONS[name].text

    rows = oxigraph(text)

    assert rdflib_(text) == rows
    assert bool(rows) != bool(EMPTY.search(text)), "no rows, and no header `# empty: reason`"


def test_the_order_of_rows_is_decided_to_the_last(oxigraph):
    for name, question in QUESTIONS.items():
        rows = oxigraph(question.text)
        assert "ORDER BY" in question.text, name
        assert len({str(row) for row in rows}) == len(rows), name


def test_queries_declare_no_prefix():
    for name, question in QUESTIONS.items():
        assert "PREFIX" not in question.text, name
