"""The named questions: their headers, and what may be put in place of a default."""

import re

import pytest

from kb.questions import Column, Parameter, Question, fill, prefixed, questions

BETWEEN = Question(
    name="between",
    title="What happened between two days?",
    description="",
    parameters=(
        Parameter("from", "date", "2005-01-01", "the first day"),
        Parameter("actor", "iri", "actor:nato", "who"),
        Parameter("least", "integer", "2", "how many"),
        Parameter("word", "text", "visit", "what"),
    ),
    text=(
        'SELECT * { VALUES ?from { "2005-01-01"^^xsd:date } VALUES ?actor { actor:nato }'
        ' VALUES ?least { 2 } VALUES ?word { "visit" } }'
    ),
)


def test_without_values_the_query_is_as_it_stands():
    assert fill(BETWEEN, {}) == BETWEEN.text


@pytest.mark.parametrize(
    ("name", "value", "term"),
    [
        ("from", "2011-11-26", '"2011-11-26"^^xsd:date'),
        ("actor", "actor:china", "actor:china"),
        ("actor", "china", "actor:china"),
        ("actor", "<https://example.org/x>", "<https://example.org/x>"),
        ("least", "12", "12"),
        ("word", 'a "b" \\ c', '"a \\"b\\" \\\\ c"'),
        ("word", "a\nb", '"a b"'),
    ],
)
def test_a_value_takes_the_place_of_the_default(name, value, term):
    assert f"VALUES ?{name} {{ {term} }}" in fill(BETWEEN, {name: value})


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("from", "2011", "is not a day"),
        ("from", "soon", "is not a day"),
        ("actor", "nato } DROP", "is not an IRI"),
        ("least", "two", "is not a whole number"),
        ("until", "2011", 'has no parameter "until". It has: from, actor, least, word.'),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(name, value, says):
    with pytest.raises(ValueError, match=says.split("(")[0].replace("?", ".")):
        fill(BETWEEN, {name: value})


def test_those_that_ship_have_a_title_and_parameters_that_stand_in_the_query():
    shipped = questions()
    assert len(shipped) >= 22
    for question in shipped.values():
        assert question.title
        for parameter in question.parameters:
            assert f"VALUES ?{parameter.name} {{" in question.text, question.name
            assert fill(question, {parameter.name: parameter.default})


def outermost(text: str) -> str:
    """What is selected, of an expression only `AS ?name)`."""
    kept, depth = "", 0
    for at, sign in enumerate(text):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth == 0 and sign != ")":
            kept += sign
        elif depth == 0:
            kept += text[text.rindex(" AS ?", 0, at) : at + 1]
    return kept


def test_a_plain_id_is_of_the_kind_of_the_default():
    quad = Parameter("quad", "iri", "quad:material-conflict", "the quad class")
    word = Parameter("word", "text", "visit", "what")

    assert prefixed(quad, "verbal-conflict") == "quad:verbal-conflict"
    assert prefixed(quad, "quad:verbal-conflict") == "quad:verbal-conflict"
    assert prefixed(word, "visit") == "visit"


def test_each_column_of_an_answer_is_described_with_its_type():
    types = {"any", "boolean", "decimal", "edtf", "integer", "iri", "text"}
    for question in questions().values():
        selected = re.search(r"SELECT (?:DISTINCT )?(.*?)\s*WHERE \{", question.text, re.DOTALL)
        names = re.findall(r"AS \?(\w+)\)|(?<![(\w])\?(\w+)(?= |$)", outermost(selected[1]))
        assert [column.name for column in question.columns] == [a or b for a, b in names]
        assert {column.type for column in question.columns} <= types, question.name
        assert all(column.meaning for column in question.columns)


def test_numbers_have_a_unit():
    for question in questions().values():
        for column in question.columns:
            assert bool(column.unit) == (column.type in {"integer", "decimal"}), column


def test_a_column_is_read_with_its_unit():
    killed = questions()["who-did-what-to-whom"].columns[-1]

    meaning = "the accepted number of dead; empty where none is recorded"
    assert killed == Column("killed", "integer", meaning, "people")
