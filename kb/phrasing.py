"""How every message quotes what an analyst wrote and proposes something better."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_LONGEST = 60


def shown(text: str) -> str:
    """The text on one line, without control characters, at most 60 characters."""
    start = " ".join(text[: 4 * _LONGEST].split())
    plain = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in start)
    if len(plain) > _LONGEST or len(text) > 4 * _LONGEST:
        plain = f"{plain[: _LONGEST - 1]}…"
    return plain


def quoted(text: str) -> str:
    """The text in quotes, as far as it is shown."""
    return f'"{shown(text)}"'


def did_you_mean(proposals: Sequence[str]) -> str:
    """The question that offers the proposals; a space keeps `2005~` apart from its mark."""
    last = proposals[-1][-1]
    mark = "?" if last.isalnum() or last in ']"' else " ?"
    return f"Did you mean {' or '.join(proposals)}{mark}"


def nearest(known: Collection[str], word: str) -> str | None:
    """The known word that this one is most like, where one is near."""
    if len(word) > _LONGEST:
        return None
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=0.6)), None)


def did_you_mean_one_of(known: Collection[str], word: str) -> str:
    """The question that offers the nearest of the known words; empty where none is near."""
    found = nearest(known, word)
    return did_you_mean([quoted(found)]) if found else ""
