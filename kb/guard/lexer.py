"""The tokens of a SPARQL text, as the engine's parser takes them.

The precheck must see what the engine will see, so the patterns follow the terminals of SPARQL 1.1
(section 19.8) and two habits of the engine: it knows keywords without looking at what follows
(`trueSERVICE` is `true` and `SERVICE`), and it reads codepoint escapes in strings and IRIs only.
Text that is no token comes as `junk`, one character each, and nothing is ever raised.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_FIRST = _BASE + "_0-9"
_LATER = _FIRST + "\u00b7\u0300-\u036f\u203f-\u2040"
_CHARS = _LATER + "\\-"
_ESCAPED = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_LOCAL = rf"(?:[{_FIRST}:]|{_ESCAPED})(?:[{_CHARS}.:]++|{_ESCAPED})*+"
_IRI = r'<[^<>"{}|^`\x00-\x20]*>'
_NAME = rf"(?P<name>(?:[{_BASE}](?:[{_CHARS}.]*[{_CHARS}])?)?:(?:{_LOCAL})?)"
_FREQUENT = (
    r"(?P<space>[ \t\r\n]+)"
    r"|(?P<comment>\#[^\r\n]*)"
    rf"|(?P<variable>[?$][{_FIRST}][{_LATER}]*)"
    rf"|(?P<blank>_:[{_FIRST}](?:[{_CHARS}.]*[{_CHARS}])?)|"
)
_OTHERS = (
    r"(?P<word>[A-Za-z_][A-Za-z_0-9]*)"
    r"|(?P<number>(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r'|(?P<string>"""(?:[^"\\]++|\\.|"{1,2}+(?!"))*+"""'
    r"|'''(?:[^'\\]++|\\.|'{1,2}+(?!'))*+'''"
    r'|"(?:[^"\\\r\n]++|\\.)*+"'
    r"|'(?:[^'\\\r\n]++|\\.)*+')"
    r"|(?P<language>@[A-Za-z]+(?:-+[A-Za-z0-9]+)*)"
    r"|(?P<mark>\|\||&&|\^\^|[!<>]=|>>|[(){}\[\].,;=!<>+\-*/|^?~])"
    r"|(?P<junk>.)"
)
_PATTERNS = {
    (compares, bare): re.compile(
        ("" if compares else rf"(?P<iri>{_IRI})|(?P<open><<)|")
        + _FREQUENT
        + ("" if bare else _NAME + "|")
        + _OTHERS,
        re.DOTALL,
    )
    for compares in (False, True)
    for bare in (False, True)
}
_RUN = re.compile(rf"[{_CHARS}.]+")
_SIGNED = re.compile(r"[+-](?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")

_OPERANDS = {"variable", "iri", "name", "number", "string", "language", "blank"}
_CONSTANTS = {"A", "TRUE", "FALSE", "UNDEF"}
_CLOSES = {")": "(", "]": "[", "}": "{", ">>": "<<"}


class Token(NamedTuple):
    """A piece of the text: its kind, the text, where it starts, and how many brackets are open."""

    kind: str
    text: str
    start: int
    depth: int


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a text in their order, white space and comments left out.

    Takes time in proportion to the text: `bare_until` is the end of a run of letters in which no
    prefixed name was found, so that none is looked for again behind each dot of `a.a.a.a`.
    """
    brackets: list[tuple[str, bool]] = []
    before, last = Token("start", "", 0, 0), Token("start", "", 0, 0)
    position = bare_until = 0
    while position < len(text):
        in_expression = bool(brackets) and brackets[-1][1]
        compares = in_expression and (
            last.kind in _OPERANDS or last.text in (")", ">>") or last.text.upper() in _CONSTANTS
        )
        found = None if compares else _SIGNED.match(text, position)
        kind = "number"
        if found is None:
            found = _PATTERNS[compares, position < bare_until].match(text, position)
            if found is None:
                return
            kind = found.lastgroup or "junk"
        if kind == "word" and position >= bare_until and text[position] != "_":
            run = _RUN.match(text, position)
            bare_until = run.end() if run else position
        start, position = position, found.end()
        if kind in ("space", "comment"):
            continue
        word = found.group()
        if word in ("(", "[", "{", "<<") and kind in ("mark", "open"):
            brackets.append((word, word == "(" and _is_expression(brackets, before, last)))
        elif kind == "mark" and word in _CLOSES and _closes(brackets, word):
            brackets.pop()
        before, last = last, Token(kind, word, start, len(brackets))
        yield last


def _closes(brackets: list[tuple[str, bool]], mark: str) -> bool:
    return bool(brackets) and (mark != ">>" or brackets[-1][0] == "<<")


def _is_expression(brackets: list[tuple[str, bool]], before: Token, last: Token) -> bool:
    """Tell whether a parenthesis that opens now holds an expression, in which `<` compares.

    Elsewhere it holds a path, a list or the data of VALUES, in which `<` always begins an IRI.
    """
    word = last.text.upper() if last.kind == "word" else ""
    if last.text == "<<" or word == "VALUES":
        return False
    if not brackets or brackets[-1][1]:
        return True
    if brackets[-1][0] == "{":
        called = last.kind in ("iri", "name") and before.text.upper() == "FILTER"
        return called or (bool(word) and word not in _CONSTANTS)
    return False
