"""Texts in which the words that were searched for are marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from kb.search.folding import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

BEFORE = 60
"""Signs that stand before the first marked word of a shortened text."""
LONGEST = 180


class Part(NamedTuple):
    """A piece of a text, marked or not."""

    text: str
    marked: bool


def parts(text: str, found: Set[str]) -> list[Part]:
    """The text in pieces, of which those are marked whose folded form is among the words found."""
    pieces, end = [], 0
    for word in words(text):
        if word.folded in found:
            pieces += [Part(text[end : word.begin], False), Part(text[word.begin : word.end], True)]
            end = word.end
    return [piece for piece in (*pieces, Part(text[end:], False)) if piece.text]


def marked(text: str, found: Set[str]) -> Markup:
    """The text as HTML with `mark` elements."""
    return _html(parts(text, found))


def excerpt(text: str, found: Set[str]) -> Markup:
    """As `marked`, but of a long text only what stands about the first word that is marked."""
    if len(text) <= LONGEST:
        return marked(text, found)
    first = next((word.begin for word in words(text) if word.folded in found), 0)
    begin = text.rfind(" ", 0, max(0, first - BEFORE)) + 1
    end = text.find(" ", begin + LONGEST)
    end = len(text) if end < 0 else end
    before, after = "… " if begin else "", " …" if end < len(text) else ""
    return Markup("{}{}{}").format(before, marked(text[begin:end], found), after)


def _html(pieces: Iterable[Part]) -> Markup:
    return Markup("").join(
        Markup("<mark>{}</mark>" if piece.marked else "{}").format(piece.text) for piece in pieces
    )
