import json

import pytest

from kb.guard import Query
from kb.guard.columns import in_order


@pytest.mark.parametrize(
    ("text", "names", "ordered"),
    [
        ("SELECT * { ?z ?b ?a }", ["a", "b", "z"], "SELECT  ?z ?b ?a  { ?z ?b ?a }"),
        ("select distinct * { $z ?b ?z }", ["b", "z"], "select distinct  ?z ?b  { $z ?b ?z }"),
        ("SELECT * { ?a ?b ?c }", ["a", "b", "c"], None),
        ("SELECT ?z ?a { SELECT * { ?a ?z 1 } }", ["z", "a"], None),
        ("SELECT (1 * 2 AS ?z) { ?a ?b 1 }", ["z"], None),
        ("SELECT * { ?z ?b 'is ?a' # ?a\n, ?a }", ["a", "b", "z"], "SELECT  ?z ?b ?a "),
        ("PREFIX select: <s:> SELECT * { ?b select:x ?a }", ["a", "b"], "PREFIX select: <s:> "),
    ],
)
def test_the_columns_stand_as_the_query_first_names_them(text, names, ordered):
    found = in_order(text, names)

    assert found is None if ordered is None else found.startswith(ordered)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("SELECT * { ?s ?p ?o }", ["s", "p", "o"]),
        ("SELECT * { ?p e:p0 ?o OPTIONAL { ?p ?b ?a } }", ["p", "o", "b", "a"]),
        ("SELECT ?o ?a ?s { ?s ?p ?o }", ["o", "a", "s"]),
        ("SELECT * {}", []),
    ],
)
def test_answers_have_their_columns_in_order(guard, text, names):
    assert json.loads(guard.query(Query(text)).body)["head"]["vars"] == names
