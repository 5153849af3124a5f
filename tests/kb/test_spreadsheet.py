"""Rows for spreadsheets: values keep their types, no text becomes a formula, nothing is cut."""

import csv
import io
import json

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb import spreadsheet
from kb.spreadsheet import Table, TooLargeError, excel_csv, records, safe, table, workbook

XSD = "http://www.w3.org/2001/XMLSchema#"
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]


def answer(*cells):
    row = {f"c{number}": cell for number, cell in enumerate(cells) if cell}
    names = [f"c{number}" for number in range(len(cells))]
    return json.dumps({"head": {"vars": names}, "results": {"bindings": [row]}}).encode()


def literal(text, datatype=None):
    return {"type": "literal", "value": text, **({"datatype": XSD + datatype} if datatype else {})}


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (None, None),
        ({"type": "uri", "value": "https://example.org/x"}, "https://example.org/x"),
        (literal("a"), "a"),
        (literal("7", "integer"), 7),
        (literal("2.50", "decimal"), 2.5),
        (literal("true", "boolean"), True),
        (literal("2011-11-26", "date"), "2011-11-26"),
        (literal("INF", "double"), "INF"),
        (literal("seven", "integer"), "seven"),
        (literal("9007199254740993", "integer"), "9007199254740993"),
    ],
)
def test_a_term_becomes_a_value(cell, value):
    assert table(answer(cell)).rows == ((value,),)


def test_a_yes_is_a_row():
    assert table(b'{"head": {}, "boolean": true}') == Table(("boolean",), ((True,),))


def test_records_are_objects_that_name_what_is_unbound():
    read = json.loads(records(table(answer(literal("ا"), None))))

    assert read == [{"c0": "ا", "c1": None}]


def test_csv_for_excel_has_a_mark_and_keeps_numbers():
    written = excel_csv(
        Table(("name", "score", "yes"), (('پاک, "a"', -5, True), (None, 2.5, False)))
    )

    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"))))
    assert rows == [["name", "score", "yes"], ['پاک, "a"', "-5", "true"], ["", "2.5", "false"]]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_a_formula(text):
    rows = list(csv.reader(io.StringIO(excel_csv(Table((text,), ((text,),))).decode("utf-8-sig"))))

    assert [cell[0][0] for cell in rows] == ["'", "'"]
    book = openpyxl.load_workbook(io.BytesIO(workbook(Table(("a",), ((text,),)), "T", [])))
    assert book["Rows"]["A2"].data_type == "s"


@given(st.text())
def test_what_is_safe_begins_with_no_sign_of_a_formula(text):
    assert not safe(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert text in safe(text)


def test_a_workbook_keeps_types_and_tells_about_itself():
    rows = Table(
        ("event", "score", "yes"), (("https://example.org/x", -5, True), (None, 2.5, False))
    )

    book = openpyxl.load_workbook(io.BytesIO(workbook(rows, "Title", [("score", "from -10")])))

    assert [list(row) for row in book["Rows"].values] == [list(rows.names), *map(list, rows.rows)]
    assert book["About"]["A1"].value == "Title"
    assert book["About"]["B3"].value == "from -10"


def test_what_a_workbook_cannot_hold_is_refused_and_not_cut(monkeypatch):
    with pytest.raises(TooLargeError, match="characters"):
        workbook(Table(("a",), (("x" * 40_000,),)), "T", [])
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", 2)
    with pytest.raises(TooLargeError, match="at most 2 rows"):
        workbook(Table(("a",), ((1,), (2,), (3,))), "T", [])
