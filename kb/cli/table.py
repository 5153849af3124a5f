"""Rows of a query as a table for a terminal."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pyoxigraph

if TYPE_CHECKING:
    from pyoxigraph import QueryBoolean, QuerySolutions

WIDEST = 60
"""Characters of a column; longer values are cut, with a sign of it."""


def table(answer: QuerySolutions | QueryBoolean) -> str:
    """The rows under their names, or `true` or `false`; the last line counts the rows."""
    if isinstance(answer, pyoxigraph.QueryBoolean):
        return f"{'true' if bool(answer) else 'false'}\n"
    names = [variable.value for variable in answer.variables]
    rows = [[_cell(solution[name]) for name in names] for solution in answer]
    widths = [
        max([_width(name), *(_width(row[column]) for row in rows)])
        for column, name in enumerate(names)
    ]
    lines = [names, ["-" * width for width in widths], *rows]
    text = "\n".join("  ".join(map(_padded, line, widths)).rstrip() for line in lines)
    return f"{text}\n({len(rows)} {'row' if len(rows) == 1 else 'rows'})\n"


def _cell(term: object) -> str:
    value = getattr(term, "value", "") if term is not None else ""
    text = "".join(char if char.isprintable() else " " for char in str(value))
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """Terminal cells: combining marks take none, wide characters two."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
