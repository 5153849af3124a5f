"""The named questions: `queries/*.rq`, each with a title and parameters in its header.

A header line is `# title: ...`, `# description: ...`,
`# parameter: NAME TYPE DEFAULT what it means` or `# column: NAME TYPE what it means [unit]`. In
the query a parameter stands as `VALUES ?NAME { default }`, which is where another value is put.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kb.dates.edtf import BadDate, parse
from kb.fields import SLUG

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parent / "queries"

_HEADER = re.compile(r"^# (title|description|parameter|column): (.*)$", re.MULTILINE)
_COLUMN = re.compile(r"(\w+) (\w+) (.+?)(?: \[([^\]]+)\])?")
_IRI = re.compile(r"<[^\s<>\"{}|\\^`]+>|[a-z]+:[A-Za-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that the asker may set; `type` is date, iri, integer or text."""

    name: str
    type: str
    default: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Column:
    """What an answer holds; `type` is any, boolean, decimal, edtf, integer, iri or text.

    `unit` is what its numbers count or measure, empty where it holds none.
    """

    name: str
    type: str
    meaning: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A named query; `text` is the whole file, which runs as it is with the defaults."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str
    columns: tuple[Column, ...] = ()


def questions() -> dict[str, Question]:
    """All that ship, by name, which is the file's stem."""
    return {path.stem: _question(path) for path in sorted(FOLDER.glob("*.rq"))}


def _question(path: Path) -> Question:
    text = path.read_text("utf-8")
    headers: dict[str, list[str]] = {"title": [], "description": [], "parameter": []}
    headers["column"] = []
    for match in _HEADER.finditer(text):
        headers[match.group(1)].append(match.group(2).strip())
    return Question(
        name=path.stem,
        title=" ".join(headers["title"]),
        description=" ".join(headers["description"]),
        parameters=tuple(Parameter(*line.split(maxsplit=3)) for line in headers["parameter"]),
        text=text,
        columns=tuple(_column(line, path) for line in headers["column"]),
    )


def _column(line: str, path: Path) -> Column:
    found = _COLUMN.fullmatch(line)
    if found is None:
        raise ValueError(f"{path.name}: a column needs a name, a type and a meaning: {line}")
    return Column(found[1], found[2], found[3], found[4] or "")


def fill(question: Question, values: Mapping[str, str]) -> str:
    """The query with these values for its parameters.

    A plain id is one of the default's kind: `nato` is `actor:nato` beside `actor:pakistan`.
    Raises ValueError, with what to do, for a parameter it has not or a value of the wrong type.
    """
    text = question.text
    by_name = {parameter.name: parameter for parameter in question.parameters}
    for name, value in values.items():
        parameter = by_name.get(name)
        if parameter is None:
            known = ", ".join(by_name) or "none"
            raise ValueError(f'{question.name} has no parameter "{name}". It has: {known}.')
        place = re.compile(rf"(?<=VALUES \?{re.escape(name)} \{{)[^}}]*(?=\}})")
        escaped = _term(parameter, value).replace("\\", r"\\")
        text = place.sub(f" {escaped} ", text)
    return text


def prefixed(parameter: Parameter, value: str) -> str:
    """The value of an `iri` parameter as a prefixed name, where it is a plain id."""
    is_plain = parameter.type == "iri" and re.fullmatch(SLUG, value) is not None
    return f"{parameter.default.partition(':')[0]}:{value}" if is_plain else value


def _term(parameter: Parameter, value: str) -> str:
    if parameter.type == "integer" and re.fullmatch(r"-?[0-9]{1,15}", value):
        return value
    if parameter.type == "iri" and _IRI.fullmatch(written := prefixed(parameter, value)):
        return written
    if parameter.type == "date":
        parsed = parse(value)
        if not isinstance(parsed, BadDate) and parsed.precision == "day":
            return f'"{parsed.earliest_begin.isoformat()}"^^xsd:date'
    if parameter.type == "text":
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return '"' + " ".join(escaped.split()) + '"'
    kinds = {"integer": "a whole number", "iri": "an IRI such as actor:nato", "date": "a day"}
    raise ValueError(
        f'"{value}" is not {kinds[parameter.type]}, which {parameter.name} must be.'
        f" Its default is {parameter.default}."
    )
