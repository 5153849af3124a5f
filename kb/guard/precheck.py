"""What is refused by its text alone, before the engine's recursive parser sees it.

The engine overflows its stack on deep nesting and would call other servers for SERVICE. Workers
end for the one and cannot open a socket for the other; the precheck answers both at once and says
why. It reads tokens, so that strings, comments and IRIs neither hide anything nor set it off.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from kb.guard.lexer import Token, tokens
from kb.guard.messages import Refusal
from kb.guard.place import at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kb.guard.messages import Form
    from kb.guard.settings import Settings

_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES = {
    "INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "ADD", "MOVE", "COPY", "WITH",
}  # fmt: skip
_OPERATORS = {
    "||", "&&", "=", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "!", "|", "^", "?",
}  # fmt: skip
_NESTING = {
    "UNION", "OPTIONAL", "MINUS", "BIND", "FILTER", "GRAPH", "EXISTS", "SELECT", "AS", "VALUES",
    "LATERAL", "HAVING",
}  # fmt: skip
_PROLOGUE = {"PREFIX": 2, "BASE": 1, "VERSION": 1}
_SURROGATE = re.compile("[\ud800-\udfff]")
_SERVICE = re.compile("service", re.IGNORECASE)


def precheck(text: str, settings: Settings) -> Form | Refusal:
    """Return the form of a query that may be evaluated, or why it may not."""
    refusal = too_long(text, settings) or _not_unicode(text)
    if refusal:
        return refusal
    form: Form | None = None
    operators = 0
    for token in _without_prologue(text, tokens(text)):
        refused = _forbidden(text, token)
        if refused:
            return refused
        if form is None:
            form = _form(token)
            if form is None:
                return _no_query(text, token)
        operators += _counts(token)
        if token.depth > settings.depth:
            return _too_deep(text, token, settings)
        if operators > settings.operators:
            return _too_many(text, token, settings)
    return form or _no_query(text, Token("end", "", len(text), 0))


def too_long(text: str, settings: Settings) -> Refusal | None:
    """Return the refusal of a text that is longer than allowed, or None."""
    if len(text) <= settings.text:
        return None
    return Refusal(
        "too_large",
        f"The query is {len(text):,} characters long; {settings.text:,} are allowed.",
        "Ask in several queries, or select by a pattern in place of a list of values.",
        f"{settings.text:,} characters",
    )


def _not_unicode(text: str) -> Refusal | None:
    found = _SURROGATE.search(text)
    return at(text, found.start(), "malformed", "This is half a character.") if found else None


def _without_prologue(text: str, stream: Iterator[Token]) -> Iterator[Token]:
    """Yield the tokens from the query's form on; a declared prefix is looked at like the rest."""
    skip = 0
    for token in stream:
        word = token.text.upper()
        if skip:
            skip -= 1
            if token.kind in ("iri", "name", "string") and not _forbidden(text, token):
                continue
            skip = 0
        elif token.kind == "word" and word in _PROLOGUE:
            skip = _PROLOGUE[word]
            continue
        yield token
        break
    yield from stream


def _form(token: Token) -> Form | None:
    word = token.text.upper()
    return cast("Form", word.lower()) if token.kind == "word" and word in _FORMS else None


def _counts(token: Token) -> bool:
    if token.kind == "mark":
        return token.text in _OPERATORS
    return token.kind == "word" and token.text.upper() in _NESTING


def _forbidden(text: str, token: Token) -> Refusal | None:
    if token.kind == "word":
        bare = token.text
    elif token.kind == "name":
        bare = token.text.partition(":")[0]
    elif token.kind == "junk" and text[token.start : token.start + 2] in ("\\u", "\\U"):
        return at(
            text,
            token.start,
            "malformed",
            "A codepoint escape stands outside of a string or an IRI.",
            "Write the character itself.",
        )
    else:
        return None
    if not _SERVICE.search(bare):
        return None
    if token.kind == "name":
        return at(
            text,
            token.start,
            "forbidden",
            f'The prefix "{bare}:" cannot be told from SERVICE, which is not allowed here.',
            "Choose another name for the prefix.",
        )
    return at(
        text,
        token.start,
        "forbidden",
        "SERVICE is not allowed here: this endpoint asks no other endpoint.",
        "Ask each endpoint on its own and join the answers yourself.",
    )


def _no_query(text: str, token: Token) -> Refusal:
    word = token.text.upper()
    if token.kind == "word" and word in _UPDATES:
        return at(
            text,
            token.start,
            "forbidden",
            f"{word} is an update, and the data can only be read here.",
            "Ask with SELECT, ASK, CONSTRUCT or DESCRIBE.",
        )
    found = f'"{token.text[:40]}"' if token.text else "nothing"
    return at(
        text,
        token.start,
        "malformed",
        f"A query begins with SELECT, ASK, CONSTRUCT or DESCRIBE; there is {found}.",
        "PREFIX and BASE may stand before it.",
    )


def _too_deep(text: str, token: Token, settings: Settings) -> Refusal:
    return at(
        text,
        token.start,
        "too_complex",
        f"More than {settings.depth} brackets are open at once.",
        "Write the query flatter, or ask in several queries.",
        f"{settings.depth} brackets",
    )


def _too_many(text: str, token: Token, settings: Settings) -> Refusal:
    return at(
        text,
        token.start,
        "too_complex",
        f"The query has more than {settings.operators} operators.",
        "Use IN or VALUES in place of a chain of comparisons, or ask in several queries.",
        f"{settings.operators} operators",
    )
