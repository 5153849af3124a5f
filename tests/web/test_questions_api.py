"""The named questions as a plain API: rows in three formats, problems that say what to do."""

import csv
import io

import openpyxl
import pytest

from kb.questions import questions

NAMES = list(questions())


def rows(client, path):
    response = client.get(path)
    assert response.status_code == 200, response.text
    return list(csv.DictReader(io.StringIO(response.data.decode("utf-8-sig"))))


@pytest.mark.parametrize("name", NAMES)
def test_each_question_gives_the_same_rows_in_each_format(client, name):
    texts = rows(client, f"/q/{name}.csv")
    objects = client.get(f"/q/{name}.json").json
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"/q/{name}.xlsx").data))
    head, *lines = book["Rows"].values

    assert list(head) == [column.name for column in questions()[name].columns]
    assert all(list(each) == list(head) for each in objects)
    assert len(texts) == len(objects) == len(lines)
    assert [[value or None for value in each.values()] for each in objects] == [
        [value or None for value in line] for line in lines
    ]


def test_parameters_take_plain_ids_and_prefixed_names(client):
    plain = rows(client, "/q/two-parties.csv?partner=china&from=1960-01-01&to=1970-12-31")
    named = rows(client, "/q/two-parties.csv?partner=actor:china&from=1960-01-01&to=1970-12-31")

    assert plain == named
    assert plain
    assert plain != rows(client, "/q/two-parties.csv")


def test_an_empty_field_of_a_form_is_the_default(client):
    assert rows(client, "/q/two-parties.csv?partner=") == rows(client, "/q/two-parties.csv")


def test_csv_for_excel_has_a_byte_order_mark_and_the_same_rows(client):
    plain = client.get("/q/timeline.csv").data
    excel = client.get("/q/timeline.csv?excel=1").data

    assert not plain.startswith(b"\xef\xbb\xbf")
    assert excel.startswith(b"\xef\xbb\xbf")
    assert len(rows(client, "/q/timeline.csv?excel=1")) == len(rows(client, "/q/timeline.csv"))


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/q/two-partys.csv", 404, 'Did you mean "two-parties"?'),
        ("/q/two-parties.pdf", 404, "There are csv, json, xlsx."),
        ("/q/two-parties.csv?partner=chian", 400, "Did you mean actor:china?"),
        ("/q/two-parties.csv?partnr=china", 400, 'Did you mean "partner"?'),
        ("/q/two-parties.json?from=soon", 400, "is not a day"),
        ("/q/two-parties.csv?name=x&suffix=y&_external=1", 400, "has no parameter"),
        ("/q/causes.json?x=1", 400, "It has: none."),
        ("/q/two-parties.metadata.json?partner=chian", 400, "Did you mean actor:china?"),
        ("/q/nothing.metadata.json", 404, "There is no question"),
    ],
)
def test_a_problem_is_told_as_rfc_9457_has_it(client, path, status, says):
    response = client.get(path)

    assert response.status_code == response.json["status"] == status
    assert response.content_type == "application/problem+json"
    assert says in response.json["detail"]
    assert response.json["title"]
    assert response.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    "path", ["/q/timeline.csv", "/q/timeline.metadata.json", "/q/openapi.json", "/q/causes.xlsx"]
)
def test_every_site_may_ask_and_an_answer_is_not_sent_again(client, path):
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Access-Control-Allow-Origin"] == "*"
    assert again.status_code == 304


def test_csv_leads_to_its_metadata(client):
    """Model for Tabular Data, 5.2."""
    link = client.get("/q/two-parties.csv?partner=china").headers["Link"]
    address = link[1 : link.index(">")]

    assert 'rel="describedby"' in link
    told = client.get(address).json
    assert told["url"].endswith("/q/two-parties.csv?partner=china")


def test_a_workbook_says_what_its_columns_mean_and_how_to_cite(client):
    data = client.get("/q/who-did-what-to-whom.xlsx").data
    about = openpyxl.load_workbook(io.BytesIO(data))["About"]
    told = [cell for row in about.values for cell in row if cell]

    assert "people" in told
    assert any("/q/who-did-what-to-whom" in text for text in told)


def test_without_its_library_a_workbook_is_refused(client, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)

    response = client.get("/q/causes.xlsx")

    assert response.status_code == 501
    assert "XlsxWriter is not installed" in response.json["detail"]
