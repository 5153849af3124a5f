"""Tables for a terminal, and the rows of a query as one."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pyoxigraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pyoxigraph import QueryBoolean, QuerySolutions

    from kb.iris import Iris

WIDEST = 60
"""Characters of a column; longer values are cut, with a sign of it."""


def table(answer: QuerySolutions | QueryBoolean, iris: Iris) -> str:
    """The rows under their names, or `true` or `false`; the last line counts the rows.

    IRIs are written as a query may write them, so that they can be asked about in the next one.
    """
    if isinstance(answer, pyoxigraph.QueryBoolean):
        return f"{'true' if bool(answer) else 'false'}\n"
    names = [variable.value for variable in answer.variables]
    rows = [[_cell(solution[name], iris) for name in names] for solution in answer]
    text = "\n".join(aligned([names, *rows]))
    return f"{text}\n({len(rows)} {'row' if len(rows) == 1 else 'rows'})\n"


def aligned(rows: Sequence[Sequence[str]], *, numbers: bool = False) -> list[str]:
    """The rows as lines in columns, the first underlined as the head.

    With `numbers` all columns but the first are set to the right.
    """
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    lines = [rows[0], ["-" * width for width in widths], *rows[1:]]
    pads = [_padded, *[_pushed if numbers else _padded] * (len(widths) - 1)]
    return ["  ".join(_cells(pads, line, widths)).rstrip() for line in lines]


def _cells(
    pads: Sequence[Callable[[str, int], str]], line: Sequence[str], widths: Sequence[int]
) -> Iterator[str]:
    return (pad(text, width) for pad, text, width in zip(pads, line, widths, strict=True))


def _cell(term: object, iris: Iris) -> str:
    value = getattr(term, "value", "")
    if isinstance(term, pyoxigraph.NamedNode):
        return iris.abbreviate(term.value)
    text = "".join(char if char.isprintable() else " " for char in str(value))
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _pushed(text: str, width: int) -> str:
    return " " * (width - _width(text)) + text


def _width(text: str) -> int:
    """Terminal cells: combining marks take none, wide characters two."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
