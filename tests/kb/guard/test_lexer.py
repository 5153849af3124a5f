import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.guard.lexer import tokens


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<http://e/#a>", "iri"),
        (r"<http://e/\u0041#>", "iri"),
        ("?über", "variable"),
        ("$a1", "variable"),
        ("a.b:c.d", "name"),
        (":", "name"),
        (r"a:b\-c\'", "name"),
        ("a:%41:b", "name"),
        ("_:b.1", "blank"),
        ("SELECT", "word"),
        ("1.5e-7", "number"),
        ("-1", "number"),
        ("+.5", "number"),
        (r"'a\'b'", "string"),
        ('"""a"b""c"""', "string"),
        ("'''a\n'''", "string"),
        ("''", "string"),
        ("@en-GB", "language"),
        ("@ar--rtl", "language"),
        ("^^", "mark"),
        ("&&", "mark"),
        ("'", "junk"),
        ("\\", "junk"),
        ("\u00a0", "junk"),
    ],
)
def test_one_token_is_one(text, kind):
    assert kinds(text) == [(kind, text)]


@pytest.mark.parametrize(
    "text",
    [
        "FILTER(?a<?b&&?c>?d)",
        "FILTER(1<#>\n2)",
        "FILTER(f:x(?a)<?b)",
        "FILTER regex(?a<?b,?c>?d)",
        "FILTER <f>(?a<?b||?c>?d)",
        "SELECT (?a<?b AS ?c)",
        "ORDER BY DESC(?a<?b)",
        "BIND('a'@en<?b AS ?c)",
    ],
)
def test_in_an_expression_an_operand_is_compared(text):
    assert ("mark", "<") in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "?s ?p <a>",
        "?s (<a>/<a>) ?o",
        "?s ?p (?a <a>)",
        "?s ?p (1 <a>)",
        "VALUES (?x ?y) { (1 <a>) }",
        "FILTER(?a = <a>)",
        "FILTER(?a IN (<a>, <a>))",
        "FILTER EXISTS { ?s ?p <a> }",
        "FILTER(?a = 'b'^^<a>)",
        "?s a <a>",
    ],
)
def test_elsewhere_an_iri_begins(text):
    assert ("iri", "<a>") in kinds(f"ASK {{ {text} }}")


def test_a_sign_after_an_operand_is_an_operator_in_an_expression_only():
    assert ("mark", "-") in kinds("(?a -1)")
    assert ("number", "-1") in kinds("VALUES ?a { 2 -1 }")


def test_brackets_that_are_open_are_counted():
    assert [token.depth for token in tokens("{ [ ( << ?a >> ) ] }")] == [1, 2, 3, 4, 4, 3, 2, 1, 0]


def test_a_bracket_too_many_closes_nothing():
    assert [token.depth for token in tokens(") } { ]")] == [0, 0, 1, 0]


@given(st.text(alphabet=st.sampled_from("aA1:.-_~%é\u00b7\u0301\\'#?@^")))
def test_names_are_as_long_as_the_engine_takes_them(text):
    """Nothing in what the engine reads as one local name is taken for a string or a comment."""
    query = f"PREFIX p: <http://e/> ASK {{ ?s ?p p:{text}\n }}"
    try:
        pyoxigraph.Store().query(query)
    except SyntaxError:
        return

    assert kinds(query)[-1] == ("mark", "}")
    assert not {"string", "junk"} & {kind for kind, _ in kinds(query)}


@given(st.text())
def test_all_text_is_taken(text):
    for token in tokens(text):
        assert text[token.start :].startswith(token.text)
