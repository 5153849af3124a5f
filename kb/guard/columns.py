"""The columns of `SELECT *`, in the order in which the query first names them.

The engine sorts them by name. SPARQL leaves their order open (18.2.4.4), but who writes a query
expects the one that stands there, and named columns come in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.guard.lexer import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence


def in_order(text: str, names: Sequence[str]) -> str | None:
    """Return the query with its columns named in their order, or None where it stands already.

    `text` is a query that the engine has taken, and `names` are the columns that it gives it.
    """
    star: int | None = None
    left = set(names)
    found: list[str] = []
    selects = False
    for token in tokens(text):
        if star is None:
            word = token.text.upper() if token.kind == "word" else token.text
            if selects and word == "*":
                star = token.start
            elif selects and word not in ("DISTINCT", "REDUCED"):
                return None
            selects = selects or (token.kind == "word" and word == "SELECT")
        elif token.kind == "variable" and token.text[1:] in left:
            left.remove(token.text[1:])
            found.append(token.text[1:])
            if not left:
                break
    if star is None or left or found == list(names):
        return None
    named = " ".join(f"?{name}" for name in found)
    return f"{text[:star]} {named} {text[star + 1 :]}"
