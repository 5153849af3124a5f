"""What is asked of the guard and what it answers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Status = Literal[
    "malformed",
    "forbidden",
    "too_complex",
    "too_large",
    "not_acceptable",
    "timeout",
    "busy",
    "too_many",
    "abandoned",
    "unavailable",
]
"""Why a query has no answer.

`malformed`: it is not SPARQL, or asks for a function that does not exist. `forbidden`: an update,
or SERVICE. `too_complex`: nested too deeply, or too many operators. `too_large`: its text, its
answer, or the memory that it takes. `not_acceptable`: the caller named no format for this form of
query, or the answer holds what the format cannot. `timeout`: evaluated for as long as allowed.
`busy`: no place came free; try again later. `too_many`: the same client asks too many long queries
at once. `abandoned`: the caller's client has left. `unavailable`: the guard itself failed or has no
state.
"""

Form = Literal["select", "ask", "construct", "describe"]


@dataclass(frozen=True, slots=True)
class Query:
    """A stranger's query and how its answer is to be written.

    `bindings_format` (for SELECT and ASK) and `graph_format` (for CONSTRUCT and DESCRIBE) are
    names of `kb.formats`; None says that the caller can take no answer of that form. `timeout` is
    in seconds and can only lower the limit. With `default_graphs` or `named_graphs` (IRIs) these
    alone are the data set, whatever FROM says (SPARQL 1.1 Protocol, 2.1.4). `client` names who
    asks, for the share of places that one client may hold.
    """

    text: str
    bindings_format: str | None = "json"
    graph_format: str | None = "turtle"
    timeout: float | None = None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    client: str = ""


@dataclass(frozen=True)
class Answer:
    """A complete answer.

    `rows` counts the rows of a SELECT and is None for other forms and for very large answers.
    `milliseconds` is what the evaluation took, `version` the published state that was asked.
    """

    body: bytes
    media_type: str
    form: Form
    rows: int | None
    milliseconds: float
    version: str

    @cached_property
    def tag(self) -> str:
        """A digest of the bytes and their media type: equal for equal answers only."""
        key = self.media_type.encode()[: hashlib.blake2b.MAX_KEY_SIZE]
        return hashlib.blake2b(self.body, digest_size=12, key=key).hexdigest()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no answer: what happened, which limit was met, and what to do about it.

    `line` and `column` (from 1, in characters) point at the place in the query's text, and
    `excerpt` shows that line with a caret under the place. `retry_seconds` says when to ask again.
    """

    status: Status
    message: str
    advice: str = ""
    limit: str | None = None
    line: int | None = None
    column: int | None = None
    excerpt: str | None = None
    retry_seconds: int | None = None


class PublishError(Exception):
    """The new state could not be loaded; the one before it is still being served."""
