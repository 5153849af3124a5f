"""The snippets say the query, whatever is in it."""

import ast
import re
import shutil
import subprocess

import pytest

from web.snippets import snippets

ENDPOINT = "http://127.0.0.1:8000/sparql"
QUERIES = [
    "SELECT * { ?s ?p ?o }",
    'SELECT ("it\'s $HOME `id` \\\\ \\"\\"\\" {x}" AS ?a) {\n  ?s ?p "ا"\n}\nSPARQL',
    'ASK { ?s ?p """)---""" }',
    'ASK { ?s ?p ")---" } # "',
    "SPARQL\nSPARQL1",
]


def text(query, language):
    return next(each.text for each in snippets(query, ENDPOINT) if each.language == language)


@pytest.mark.parametrize("query", QUERIES)
def test_a_shell_sends_the_query_as_it_is(query):
    script = text(query, "curl").replace("curl ", "cat - #", 1).split("\n", 2)
    command = "cat " + script[1][script[1].index("<<") :] + "\n" + script[2]

    said = subprocess.run(["sh", "-c", command], capture_output=True, check=True, text=True)

    assert said.stdout == f"{query}\n"


@pytest.mark.parametrize("query", QUERIES)
def test_python_holds_the_query_as_it_is(query):
    tree = ast.parse(text(query, "Python"))

    held = next(node for node in tree.body if isinstance(node, ast.Assign)).value
    assert ast.literal_eval(held) == query


@pytest.mark.parametrize("query", QUERIES)
def test_r_holds_the_query_in_a_raw_string(query):
    written = re.match(r'query <- r"(-+)\((.*?)\)\1"\n', text(query, "R"), re.DOTALL)

    assert written[2] == query


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
@pytest.mark.parametrize("query", QUERIES)
def test_r_reads_it(query):
    line = text(query, "R").split("\naddress <-")[0]

    said = subprocess.run(
        ["Rscript", "-e", f"{line}\ncat(query)"], capture_output=True, check=True, text=True
    )

    assert said.stdout == query


def test_lines_end_as_they_should():
    assert "\r" not in text("ASK {\r\n}", "curl")
