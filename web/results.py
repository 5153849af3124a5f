"""An answer as a page shows it: rows with links, a yes or no, or a graph as text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import url_for

from kb.iris import Iris

if TYPE_CHECKING:
    from kb.guard import Answer

MOST_ROWS = 1000
"""Rows on the page; the downloads hold them all, and the page says so."""

_PAGES = {"event", "actor", "source"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with its language and where it leads."""

    text: str
    href: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """One of: rows under their names, the answer to ASK, or the text of a graph."""

    names: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    total: int = 0
    yes: bool | None = None
    graph: str | None = None
    milliseconds: float = 0


def shown(answer: Answer, base: str) -> Shown:
    """The answer, read from the format in which the page asks for it: JSON or Turtle."""
    took = answer.milliseconds
    if answer.form in {"construct", "describe"}:
        return Shown(graph=answer.body.decode(), milliseconds=took)
    read: dict[str, Any] = json.loads(answer.body)
    if "boolean" in read:
        return Shown(yes=read["boolean"], milliseconds=took)
    names = tuple(read["head"]["vars"])
    found = read["results"]["bindings"]
    iris = Iris(base)
    rows = tuple(tuple(_cell(row.get(name), iris) for name in names) for row in found[:MOST_ROWS])
    return Shown(names, rows, len(found), milliseconds=took)


def _cell(term: dict[str, Any] | None, iris: Iris) -> Cell:
    if term is None:
        return Cell("")
    value = str(term["value"])
    if term["type"] != "uri":
        return Cell(value, language=term.get("xml:lang"))
    reference = iris.read(value)
    if reference is not None:
        if reference.kind not in _PAGES:
            return Cell(reference.id)
        return Cell(reference.id, url_for(f"pages.{reference.kind}_page", slug=reference.id))
    for prefix, namespace in iris.prefixes.items():
        if value.startswith(namespace):
            return Cell(f"{prefix}:{value.removeprefix(namespace)}", _web(value))
    return Cell(value, _web(value))


def _web(iri: str) -> str | None:
    """The IRI as a link where it is a web address; `javascript:` and its like are none."""
    return iri if iri.startswith(("https://", "http://")) else None
