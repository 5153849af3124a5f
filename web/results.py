"""An answer as a page shows it: rows with links, a yes or no, or a graph as text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING, Any

from kb.dates.edtf import BadDate, parse
from kb.iris import SHARED_PREFIXES, Iris
from web.terms_of import page_of

if TYPE_CHECKING:
    from kb.guard import Answer

MOST_ROWS = 1000
"""Rows on the page; the downloads hold them all, and the page says so."""

_XSD = SHARED_PREFIXES["xsd"]
_DATES = {f"{SHARED_PREFIXES['edtf']}EDTF", f"{_XSD}date", f"{_XSD}gYear", f"{_XSD}gYearMonth"}
_NUMBERS = {f"{_XSD}{name}" for name in ("integer", "decimal", "double", "float", "int", "long")}
_OPEN_END = 9999


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with its language and where it leads.

    `number` is its value where it is one. `begin` and `end` are the first and last day, in ISO
    8601, that a date may touch; an open end is empty.
    """

    text: str
    href: str | None = None
    language: str | None = None
    number: float | None = None
    begin: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """One of: rows under their names, the answer to ASK, or the text of a graph."""

    names: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    total: int = 0
    yes: bool | None = None
    graph: str | None = None
    milliseconds: float = 0


def shown(answer: Answer, base: str) -> Shown:
    """The answer, read from the format in which the page asks for it: JSON or Turtle."""
    took = answer.milliseconds
    if answer.form in {"construct", "describe"}:
        return Shown(graph=answer.body.decode(), milliseconds=took)
    read: dict[str, Any] = json.loads(answer.body)
    if "boolean" in read:
        return Shown(yes=read["boolean"], milliseconds=took)
    names = tuple(read["head"]["vars"])
    found = read["results"]["bindings"]
    iris = Iris(base)
    rows = tuple(tuple(_cell(row.get(name), iris) for name in names) for row in found[:MOST_ROWS])
    return Shown(names, rows, len(found), milliseconds=took)


def _cell(term: dict[str, Any] | None, iris: Iris) -> Cell:
    if term is None:
        return Cell("")
    value = str(term["value"])
    if term["type"] == "uri":
        name = iris.abbreviate(value)
        return Cell(name, page_of(value, iris) or _web(value))
    if term["type"] != "literal":
        return Cell(value)
    datatype = term.get("datatype", "")
    if datatype in _NUMBERS:
        return Cell(value, number=_number(value))
    if datatype in _DATES:
        begin, end = _days(value)
        return Cell(value, begin=begin, end=end)
    return Cell(value, language=term.get("xml:lang"))


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) else None


@lru_cache(maxsize=4096)
def _days(text: str) -> tuple[str | None, str | None]:
    when = parse(text)
    if isinstance(when, BadDate):
        return None, None
    last = when.latest_end
    return when.earliest_begin.isoformat(), "" if last.year == _OPEN_END else last.isoformat()


def _web(iri: str) -> str | None:
    """The IRI as a link where it is a web address; `javascript:` and its like are none."""
    return iri if iri.startswith(("https://", "http://")) else None
