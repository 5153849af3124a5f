"""The page to write a query on, as it comes without a script, and what its editor asks for."""

import csv
import io
import re

import openpyxl
import pytest

from kb.iris import Iris
from kb.questions import questions

BROWSER = {"Accept": "text/html"}
TWO = (
    "SELECT ?e ?d ?s WHERE { ?e a sem:Event ; dcterms:date ?d ; kb:score ?s }"
    " ORDER BY ?d ?e LIMIT 2"
)


def shown(client, query, lang="en"):
    given = {"query": query, "lang": lang}
    return client.get("/sparql", query_string=given, headers=BROWSER)


def test_the_form_works_without_a_script(client):
    html = client.get("/sparql?lang=ur", headers=BROWSER).text
    form = html[html.index('<form id="ask"') : html.index("</form>", html.index('id="ask"'))]

    assert 'action="/sparql" method="get"' in form
    assert '<textarea id="query" name="query"' in form
    assert '<input type="hidden" name="lang" value="ur">' in form


def test_it_begins_with_a_query_that_has_rows(client):
    html = client.get("/sparql?lang=en", headers=BROWSER).text
    written = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", html, re.DOTALL)[1]

    assert "100 rows" in shown(client, written.replace("&#34;", '"')).text


def test_rows_have_links_numbers_and_days(client):
    html = shown(client, TWO).text

    assert re.search(r'<td><a href="/event/[\w-]+\?lang=en">ev:[\w-]+</a></td>', html)
    assert re.search(r'<td data-begin="\d{4}-\d\d-\d\d" data-end="(\d{4}-\d\d-\d\d)?">', html)
    assert re.search(r'<td class="number" data-number="-?\d+(\.\d+)?">', html)


def test_what_is_wrong_has_its_place_for_the_editor(client):
    html = shown(client, "SELECT ?e WHERE {\n  ?e a }").text

    assert 'data-line="2" data-column="8"' in html


def test_the_present_query_can_be_taken_along(client):
    html = shown(client, TWO).text

    for language in ("curl", "Python", "R"):
        assert f'id="snippet-{language}"' in html
    for form in ("json", "xml", "csv", "tsv"):
        assert f"format={form}" in html
    assert "/sparql/result.csv?query=" in html
    assert "/sparql/result.xlsx?query=" in html
    graph = shown(client, "CONSTRUCT { ?e a ?t } WHERE { ?e a ?t } LIMIT 1").text
    assert "format=turtle" in graph
    assert "result.xlsx" not in graph


def test_the_named_questions_are_there(client):
    html = client.get("/sparql?lang=en", headers=BROWSER).text

    assert all(f'id="question-{name}"' in html for name in questions())


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1)"]
)
def test_what_a_query_says_stays_text(client, text):
    query = f'SELECT ("{text}" AS ?a) (<javascript:alert(1)> AS ?b) {{}}'.replace('"">', '"\\">')
    html = shown(client, query).text

    assert "<script>alert" not in html
    assert "<img src" not in html
    assert 'href="javascript' not in html


def test_a_sheet_of_any_query(client):
    given = {"query": 'SELECT ("=1+1" AS ?a) (-2 AS ?b) {}'}

    text = client.get("/sparql/result.csv", query_string=given).data.decode("utf-8-sig")
    book = openpyxl.load_workbook(
        io.BytesIO(client.get("/sparql/result.xlsx", query_string=given).data)
    )

    assert list(csv.reader(io.StringIO(text))) == [["a", "b"], ["'=1+1", "-2"]]
    assert list(book["Rows"].values) == [("a", "b"), ("=1+1", -2)]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/sparql/result.csv", 400),
        ("/sparql/result.csv?query=nonsense", 400),
        ("/sparql/result.pdf?query=ASK{}", 404),
        ("/sparql/result.csv?query=DESCRIBE<x:y>", 406),
    ],
)
def test_what_gives_no_sheet_says_so_on_the_page(client, path, status):
    response = client.get(path)

    assert response.status_code == status
    assert 'class="problem"' in response.text


def test_the_editor_is_told_of_prefixes_and_terms(client, live):
    told = client.get("/sparql/terms.json?lang=ur").json
    terms = {name: (sort, label) for name, sort, label, _ in told["terms"]}

    assert told["prefixes"] == Iris(live.state.kb.dataset.base).prefixes
    assert terms["sem:Event"][0] == "class"
    assert terms["kb:score"] == ("property", "تنازع و تعاون کا درجہ")
    assert terms["m:killed"][0] == "property"
    assert {"ev", "actor", "kind"} <= set(told["ids"])
    assert len(client.get("/sparql/terms.json").data) < 30_000


@pytest.mark.parametrize(
    ("prefix", "text", "first"),
    [
        ("actor", "united-s", "united-states"),
        ("actor", "United Sta", "united-states"),
        ("actor", "امریکہ", "united-states"),
        ("ev", "salala-att", "salala-attack"),
        ("quad", "", "material-conflict"),
    ],
)
def test_ids_are_found_by_id_and_by_name(client, prefix, text, first):
    found = client.get("/sparql/ids.json", query_string={"prefix": prefix, "q": text}).json["ids"]

    assert found[0][0] == first
    assert len(found) <= 50


def test_a_prefix_without_ids_has_none(client):
    assert client.get("/sparql/ids.json?prefix=sem&q=a").json == {"ids": []}
