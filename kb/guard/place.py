"""A place in a query's text: its line and column, and the line with a caret under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.guard.messages import Refusal

if TYPE_CHECKING:
    from kb.guard.messages import Status

_LINE_END = re.compile(r"\r\n|\r|\n")
_BEFORE, _AFTER = 60, 40


def at(
    text: str,
    offset: int,
    status: Status,
    message: str,
    advice: str = "",
    limit: str | None = None,
) -> Refusal:
    """Return a refusal that points at an offset of the text."""
    line, column, begin = place(text, offset)
    return Refusal(
        status, message, advice, limit, line, column, excerpt(text, begin, offset - begin)
    )


def place(text: str, offset: int) -> tuple[int, int, int]:
    """Return the line and column of an offset, both from 1, and where the line begins."""
    line, begin = 1, 0
    for end in _LINE_END.finditer(text, 0, offset):
        line, begin = line + 1, end.end()
    return line, offset - begin + 1, begin


def excerpt(text: str, begin: int, index: int) -> str:
    """Return the line that begins there, and below it a caret under its character `index`.

    A long line is cut down to what stands around the caret. Tabs become spaces, so that the caret
    stands right in any font of fixed width; characters that print nothing become visible dots.
    """
    end = _LINE_END.search(text, begin)
    line = text[begin : end.start() if end else len(text)]
    first = max(0, index - _BEFORE)
    shown = "".join(
        char if char.isprintable() else " " if char == "\t" else "·"
        for char in line[first : index + _AFTER]
    )
    return f"{shown}\n{' ' * (index - first)}^"


def offset_of(text: str, line: int, column: int) -> int:
    """Return the offset of a line and column (from 1), or the nearest that there is."""
    begins = [0, *(end.end() for end in _LINE_END.finditer(text))]
    begin = begins[min(line, len(begins)) - 1]
    return min(begin + column - 1, len(text))
