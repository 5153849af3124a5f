"""The description of the named questions as an API: OpenAPI 3.1, made from their headers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from web.csvw import version

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kb.questions import Column, Parameter, Question
    from web.context import Reading

Described = dict[str, Any]

MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The formats of the API by their suffix."""
METADATA = "application/csvm+json"
PROBLEM = "application/problem+json"

_VALUES: dict[str, Described] = {
    "date": {"type": "string", "format": "date"},
    "integer": {"type": "integer"},
    "iri": {"type": "string"},
    "text": {"type": "string"},
}
_CELLS: dict[str, Described] = {
    "any": {"type": ["string", "number", "null"]},
    "boolean": {"type": ["boolean", "null"]},
    "decimal": {"type": ["number", "null"]},
    "edtf": {"type": ["string", "null"]},
    "integer": {"type": ["integer", "null"]},
    "iri": {"type": ["string", "null"], "format": "uri"},
    "text": {"type": ["string", "null"]},
}
_EXCEL: Described = {
    "name": "excel",
    "in": "query",
    "description": "1 for CSV that Excel opens rightly: a byte order mark, and no text a formula.",
    "schema": {"type": "string", "enum": ["1"]},
}
_FORMAT: Described = {
    "name": "format",
    "in": "path",
    "required": True,
    "schema": {"type": "string", "enum": list(MEDIA_TYPES)},
}
_STATUSES = {
    "400": "A parameter is not known, or its value cannot be used.",
    "413": "The answer is larger than the format or the service allows.",
    "503": "The service is busy; try again after the seconds in Retry-After.",
    "504": "The answer took longer than allowed.",
}


def description(
    questions: Iterable[Question], held: Reading, root: str, examples: Mapping[str, str]
) -> Described:
    """The whole description; `root` is the absolute address under which the paths stand.

    `examples` are ids by the prefix of a parameter's default.
    """
    dataset = held.kb.dataset
    paths: Described = {}
    for question in questions:
        parameters = [_parameter(each, examples) for each in question.parameters]
        paths[f"/{question.name}.{{format}}"] = {"get": _rows(question, parameters)}
        paths[f"/{question.name}.metadata.json"] = {"get": _metadata(question, parameters)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": dataset.title["en"] if "en" in dataset.title else next(iter(dataset.title)),
            "summary": "The named questions, each with an answer in CSV, JSON or a workbook.",
            "version": version(held),
            "license": {"name": "Licence of the data", "url": dataset.licence},
        },
        "servers": [{"url": root}],
        "paths": paths,
        "components": {"schemas": {"Problem": _problem()}},
    }


def _rows(question: Question, parameters: list[Described]) -> Described:
    row = {
        "type": "object",
        "required": [column.name for column in question.columns],
        "properties": {column.name: _cell(column) for column in question.columns},
    }
    json = {"schema": {"type": "array", "items": row}}
    content: Described = {media: {} for media in MEDIA_TYPES.values()}
    content[MEDIA_TYPES["csv"]] = {"schema": {"type": "string"}}
    content[MEDIA_TYPES["json"]] = json
    return {
        "operationId": question.name,
        "summary": question.title,
        "description": question.description,
        "parameters": [_FORMAT, *parameters, _EXCEL],
        "responses": {"200": {"description": "The rows.", "content": content}, **_problems()},
    }


def _metadata(question: Question, parameters: list[Described]) -> Described:
    return {
        "operationId": f"{question.name}-metadata",
        "summary": f"{question.title}: what the columns mean, and how to cite",
        "parameters": parameters,
        "responses": {
            "200": {
                "description": "Metadata as CSV on the Web has them.",
                "content": {METADATA: {"schema": {"type": "object"}}},
            },
            "400": _problems()["400"],
        },
    }


def _parameter(parameter: Parameter, examples: Mapping[str, str]) -> Described:
    schema = dict(_VALUES[parameter.type])
    default = parameter.default
    schema["default"] = int(default) if parameter.type == "integer" else default
    example = examples.get(default.partition(":")[0]) if parameter.type == "iri" else None
    told: Described = {"name": parameter.name, "in": "query", "schema": schema}
    if example is None:
        return {**told, "description": parameter.meaning}
    meaning = f"{parameter.meaning}, as an id, a prefixed name or an IRI"
    return {**told, "description": meaning, "example": example}


def _cell(column: Column) -> Described:
    told = {**_CELLS[column.type], "description": column.meaning}
    if column.unit:
        told["x-unit"] = column.unit
    return told


def _problems() -> Described:
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        status: {"description": meaning, "content": content}
        for status, meaning in _STATUSES.items()
    }


def _problem() -> Described:
    return {
        "description": "Problem details (RFC 9457).",
        "type": "object",
        "required": ["title", "status", "detail"],
        "properties": {
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string", "description": "What is wrong, and what to do."},
        },
    }
