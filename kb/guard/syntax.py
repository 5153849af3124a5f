"""What is wrong with a query that the engine's parser does not take, and where.

The parser reports the farthest place that any attempt reached, and an attempt at a long keyword
reaches past the place of the error: `?x }` is reported behind its end as "expected OPTIONAL". So
the query is parsed once more with so much white space between its tokens that no keyword reaches
the next one. Then the error lies in the last token that begins before the reported place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph

from kb.guard.lexer import Token, tokens
from kb.guard.place import at, offset_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kb.guard.messages import Refusal

_REPORT = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_SENTENCE = re.compile(r"(?:^|, )([A-Z][A-Za-z]*(?: [A-Za-z*]+){2,})(?=, |$)")
_GAP = " " * 24
_LONGEST = 100_000
_HINTS = {
    "=": "SPARQL compares with a single =.",
    "AND": "SPARQL joins conditions with &&.",
    "OR": "SPARQL offers alternatives with ||, or UNION between patterns.",
    "NOT": "Write ! before a condition, or NOT EXISTS before a pattern.",
    "LIMIT": "LIMIT stands behind the closing brace.",
    "WHERE": "There is one WHERE, behind what is selected.",
}


def explain(report: str, text: str, prefixes: Mapping[str, str]) -> Refusal:
    """Return the refusal of a text about which the parser has reported an error.

    `prefixes` are those that are declared for every query.
    """
    found = _REPORT.fullmatch(report)
    if found is None:
        return at(text, 0, "malformed", f"The query is malformed: {report[:500]}.")
    stream = list(tokens(text))
    wrong = _wrong(text, stream, prefixes)
    undeclared = _undeclared(stream, prefixes)
    if undeclared and (wrong is None or undeclared.start <= wrong.start):
        prefix = undeclared.text.partition(":")[0]
        return at(
            text,
            undeclared.start,
            "malformed",
            f'The prefix "{prefix}:" is not declared.',
            f"Put PREFIX {prefix}: <...> before the query."
            + (f" Declared already are {', '.join(sorted(prefixes))}." if prefixes else ""),
        )
    sentence = _SENTENCE.search(found[3])
    if sentence and "found" not in sentence[1]:
        start = wrong.start if wrong else offset_of(text, int(found[1]), int(found[2]))
        return at(text, start, "malformed", f"{sentence[1]}.")
    if wrong is None:
        start = offset_of(text, int(found[1]), int(found[2]))
        return at(text, start, "malformed", "The parser stops here.")
    return _unexpected(text, stream, wrong)


def _unexpected(text: str, stream: list[Token], wrong: Token) -> Refusal:
    if wrong.kind == "end":
        opened = _still_open(stream)
        rest = f': "{opened.text}" is still open.' if opened else " too early."
        return at(text, opened.start if opened else len(text), "malformed", f"The query ends{rest}")
    if wrong.kind == "junk" and wrong.text in "\"'":
        return at(text, wrong.start, "malformed", "A string begins here that is not closed.")
    hint = _HINTS.get(wrong.text.upper(), "")
    shown = wrong.text if len(wrong.text) <= 40 else wrong.text[:39] + "…"
    return at(text, wrong.start, "malformed", f'"{shown}" is not expected here.', hint)


def _wrong(text: str, stream: list[Token], prefixes: Mapping[str, str]) -> Token | None:
    """Return the token in which the error lies, or None where it cannot be told."""
    if len(text) > _LONGEST:
        return None
    wide, starts = _spread(text, stream)
    try:
        pyoxigraph.Store().query(wide, prefixes=dict(prefixes))
    except SyntaxError as error:
        found = _REPORT.fullmatch(str(error))
    except (RuntimeError, ValueError, OSError):
        return None
    else:
        return None
    if found is None:
        return None
    reported = int(found[2]) - 1
    last = max((index for index, start in enumerate(starts) if start <= reported), default=0)
    junk = next((token for token in stream[:last] if token.kind == "junk"), None)
    if junk:
        return junk
    return stream[last] if last < len(stream) else Token("end", "", len(text), 0)


def _spread(text: str, stream: list[Token]) -> tuple[str, list[int]]:
    """Return the tokens on one line with wide gaps, and where each begins there, and the end."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for index, token in enumerate(stream):
        if index and _apart(text, stream[index - 1], token):
            parts.append(_GAP)
            length += len(_GAP)
        starts.append(length)
        parts.append(token.text.replace("\n", "n").replace("\r", "r"))
        length += len(token.text)
    return "".join(parts) + _GAP * 2, [*starts, length + len(_GAP)]


def _apart(text: str, before: Token, token: Token) -> bool:
    """Tell whether white space may stand between two tokens: it does, or one is a bracket."""
    gap = text[before.start + len(before.text) : token.start]
    brackets = set("(){}[].;,")
    return bool(gap) or before.text in brackets or token.text in brackets


def _undeclared(stream: list[Token], prefixes: Mapping[str, str]) -> Token | None:
    declared = set(prefixes)
    before = Token("start", "", 0, 0)
    for token in stream:
        if token.kind == "name":
            prefix = token.text.partition(":")[0]
            if before.kind == "word" and before.text.upper() == "PREFIX":
                declared.add(prefix)
            elif prefix not in declared:
                return token
        before = token
    return None


def _still_open(stream: list[Token]) -> Token | None:
    opened: list[Token] = []
    for token in stream:
        if token.depth > len(opened):
            opened.append(token)
        elif token.depth < len(opened):
            opened.pop()
    return opened[-1] if opened else None
