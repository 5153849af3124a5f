import pyoxigraph
import pytest

from kb.guard.syntax import explain


def refused(text: str, **prefixes: str):
    with pytest.raises(SyntaxError) as caught:
        pyoxigraph.Store().query(text, prefixes=prefixes)
    return explain(str(caught.value), text, prefixes)


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        ("SELECT * { ?s ?p }", '"}" is not expected here.', 1, 18),
        ("SELECT *\n{ ?s ?p ?o . ?x }  # and more to come", '"}" is not expected here.', 2, 17),
        ("SELECT FOO {}", '"FOO" is not expected here.', 1, 8),
        ("SELECT * { ?s ?p ?o } LIMIT ten", '"ten" is not expected here.', 1, 29),
        ("SELECT * { ?s ?p ?o } LIMIT 1 foo", '"foo" is not expected here.', 1, 31),
        ("ASK { FILTER(1 == 2) }", '"=" is not expected here.', 1, 17),
        ("ASK { FILTER(?a > 3 }", '"}" is not expected here.', 1, 21),
        ("ASK { ?s ?p ?o", 'The query ends: "{" is still open.', 1, 5),
        ("ASK {\n{ ?s ?p (1 }", '"}" is not expected here.', 2, 12),
        ("SELECT", "The query ends too early.", 1, 7),
        ("ASK { ?s ?p 'a\n }", "A string begins here that is not closed.", 1, 13),
        ("SELECT ?a { ?a ?p ?o } GROUP BY ?p", "contains a variable that is unbound", 1, None),
        ("SELECT (1 AS ?a) (2 AS ?a) {}", "Duplicated variable name in SELECT", 1, None),
        ("SELECT * {} GROUP BY ?s", "SELECT * is not authorized with GROUP BY", 1, None),
    ],
)
def test_what_is_wrong_and_where(text, message, line, column):
    refusal = refused(text)

    assert refusal.status == "malformed"
    assert message in refusal.message
    assert (refusal.line, column and refusal.column) == (line, column)


def test_the_line_is_shown_with_a_caret():
    assert refused("ASK {\n  ?s ?p\n}").excerpt == "}\n^"


def test_an_undeclared_prefix_is_named():
    refusal = refused("SELECT *\n{ ?s ex:p ?o }", e="http://e/")

    assert refusal.message == 'The prefix "ex:" is not declared.'
    assert (refusal.line, refusal.column) == (2, 6)
    assert "Declared already are e." in refusal.advice


def test_of_two_errors_the_first_is_told():
    assert refused("ASK { ?s ?p } SELECT { ex:p }").column == 13


def test_a_prefix_that_the_query_declares_is_declared():
    assert "}" in refused("PREFIX ex: <http://e/> ASK { ex:a ex:b }").message


def test_a_hint_is_given_for_a_habit_from_elsewhere():
    assert "single =" in refused("ASK { FILTER(?a == 2) }").advice


def test_a_text_that_is_too_long_to_look_into_is_still_refused():
    refusal = refused("ASK { " + "?s ?p ?o . " * 10_000 + "?x }")

    assert refusal.status == "malformed"
    assert refusal.line == 1


def test_a_report_that_is_none_of_the_parsers_is_passed_on():
    assert "no idea" in explain("no idea", "ASK {}", {}).message
