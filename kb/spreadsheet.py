"""Rows of an answer for people who work in a spreadsheet: typed values, JSON records, CSV, XLSX."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from datetime import datetime
from math import isfinite
from typing import TYPE_CHECKING, Any

from kb.iris import SHARED_PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Value = str | int | float | bool | None

MOST_ROWS = 50_000
"""Rows of a workbook at most: it is made in memory, and no reader scrolls further."""
_CREATED = datetime(1980, 1, 1)
_LONGEST = 32_767
"""Characters of a cell at most, by Excel's specifications and limits."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_EXACT = 2**53
"""Whole numbers from here on are kept as text, since a spreadsheet would round them."""
_XSD = SHARED_PREFIXES["xsd"]
_WHOLE = {_XSD + name for name in ("integer", "int", "long", "nonNegativeInteger")}
_FRACTIONS = {_XSD + name for name in ("decimal", "double", "float")}


class TooLargeError(ValueError):
    """A workbook cannot hold the table; says why and what to take instead."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under the names of their columns; what is unbound is None."""

    names: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def table(body: bytes) -> Table:
    """The rows in an answer written as SPARQL 1.1 Query Results JSON; of ASK one row, `boolean`."""
    read: dict[str, Any] = json.loads(body)
    if "boolean" in read:
        return Table(("boolean",), ((bool(read["boolean"]),),))
    names = tuple(read["head"]["vars"])
    found = read["results"]["bindings"]
    return Table(names, tuple(tuple(_value(row.get(name)) for name in names) for row in found))


def records(rows: Table) -> bytes:
    """A JSON array with an object for each row."""
    held = [dict(zip(rows.names, row, strict=True)) for row in rows.rows]
    return json.dumps(held, ensure_ascii=False, allow_nan=False).encode() + b"\n"


def excel_csv(rows: Table) -> bytes:
    """CSV (RFC 4180) that Excel opens rightly: a byte order mark, and no text is a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([safe(name) for name in rows.names])
    writer.writerows([_cell(value) for value in row] for row in rows.rows)
    return out.getvalue().encode("utf-8-sig")


def workbook(rows: Table, title: str, about: Iterable[Sequence[str]]) -> bytes:
    """An Excel workbook: a sheet `Rows`, and a sheet `About` with these lines under the title.

    Raises `TooLargeError` where the rows or a text do not fit, ImportError without XlsxWriter.
    """
    import xlsxwriter

    if len(rows.rows) > MOST_ROWS:
        raise TooLargeError(
            f"A workbook holds at most {MOST_ROWS:,} rows. Take CSV, or ask for less."
        )
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        # The same rows make the same file, so that what a browser holds is still good.
        book.set_properties({"title": title, "created": _CREATED})
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("Rows")
        sheet.write_row(0, 0, rows.names, bold)
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(rows.rows, 1):
            for column, value in enumerate(row):
                if isinstance(value, str) and len(value) > _LONGEST:
                    raise TooLargeError(
                        f"A cell of a workbook holds {_LONGEST:,} characters. Take CSV."
                    )
                sheet.write(number, column, value)
        if rows.rows:
            sheet.autofilter(0, 0, len(rows.rows), len(rows.names) - 1)
        sheet.autofit(400)
        told = book.add_worksheet("About")
        told.write_string(0, 0, title, bold)
        for number, line in enumerate(about, 2):
            told.write_row(number, 0, line)
        told.autofit(600)
    return out.getvalue()


def safe(text: str) -> str:
    """A text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _cell(value: Value) -> Value:
    if isinstance(value, bool):
        return str(value).lower()
    return safe(value) if isinstance(value, str) else value


def _value(term: dict[str, str] | None) -> Value:
    if term is None:
        return None
    text, datatype = term["value"], term.get("datatype", "")
    if datatype == f"{_XSD}boolean":
        return text in {"true", "1"}
    try:
        if datatype in _WHOLE and abs(whole := int(text)) < _EXACT:
            return whole
        if datatype in _FRACTIONS and isfinite(fraction := float(text)):
            return fraction
    except ValueError:
        return text
    return text
