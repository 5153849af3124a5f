"""`/q/NAME.csv`, `.json`, `.xlsx`: the rows of named questions for those who write no SPARQL.

Their metadata are at `/q/NAME.metadata.json`, the description of it all at `/q/openapi.json`.
Problems are told as RFC 9457 has it.
"""

from __future__ import annotations

import hashlib
import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, request, url_for

from kb.ids import ids
from kb.phrasing import quoted
from kb.questions import questions
from kb.spreadsheet import records, table
from web.asked import (
    EXCEL,
    asked,
    given,
    metadata_address,
    page_address,
    refusal,
    rows_address,
    unknown,
)
from web.context import reading
from web.csvw import citation, metadata, version
from web.openapi import MEDIA_TYPES, METADATA, PROBLEM, description
from web.protocol import Problem
from web.sheets import sheet_of

if TYPE_CHECKING:
    from kb.guard import Answer
    from kb.questions import Question

questions_api = Blueprint("questions_api", __name__, url_prefix="/q")


@questions_api.get("/openapi.json")
def openapi() -> Response:
    """The description of the API, by which clients can be generated."""
    held = reading()
    root = url_for("question_pages.questions_page", _external=True).rstrip("/")
    prefixes = ("ev", "actor", "quad", "sourcetype")
    examples = {prefix: next(iter(ids(held.kb, prefix) or {}), "") for prefix in prefixes}
    return _json(description(questions().values(), held, root, examples), "application/json")


@questions_api.get("/<name>.metadata.json")
def columns(name: str) -> Response:
    """What the columns mean, when the data changed, and how to cite it."""
    question = questions().get(name)
    if question is None:
        return _told(unknown(name))
    values = given()
    values.pop(EXCEL, None)
    refused = refusal(question, values)
    if refused is not None:
        return _told(refused)
    address = rows_address(name, "csv", values, absolute=True)
    return _json(metadata(question, reading(), address, page_address(name, values)), METADATA)


@questions_api.get("/<name>.<suffix>")
def rows(name: str, suffix: str) -> Response:
    """The rows of a question in the format of the suffix."""
    question = questions().get(name)
    if question is None:
        return _told(unknown(name))
    if suffix not in MEDIA_TYPES:
        message = f"There is no {quoted(suffix)} of it. There are {', '.join(MEDIA_TYPES)}."
        return _told(Problem(404, message))
    values = given()
    for_excel = values.pop(EXCEL, "") == "1"
    result = asked(question, values, "csv" if suffix == "csv" and not for_excel else "json")
    written = result if isinstance(result, Problem) else _written(question, result, suffix)
    if isinstance(written, Problem):
        return _told(written)
    response = Response(written, mimetype=MEDIA_TYPES[suffix])
    if suffix == "csv":
        response.content_type = "text/csv; charset=utf-8; header=present"
        told = f'<{metadata_address(name, values)}>; rel="describedby"; type="{METADATA}"'
        response.headers["Link"] = told
    disposition = "inline" if suffix == "json" else "attachment"
    response.headers["Content-Disposition"] = f'{disposition}; filename="{name}.{suffix}"'
    return _tagged(response, written)


@questions_api.after_request
def _for_every_site(response: Response) -> Response:
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "ETag, Link, Retry-After"
    return response


def _written(question: Question, answer: Answer, suffix: str) -> bytes | Problem:
    if not answer.media_type.endswith("json"):
        return answer.body
    found = table(answer.body)
    if suffix == "json":
        return records(found)
    held = reading()
    about = [
        (question.description,),
        (citation(question, held, page_address(question.name, given())),),
        (f"Version {version(held)}", held.kb.dataset.licence),
        (),
        *((column.name, column.meaning, column.unit) for column in question.columns),
    ]
    return sheet_of(found, suffix, question.title, about)


def _told(problem: Problem) -> Response:
    """The problem as a program reads it: RFC 9457, section 3."""
    told = {
        "title": HTTPStatus(problem.status).phrase if problem.status != 499 else "Closed",
        "status": problem.status,
        "detail": " ".join(filter(None, (problem.message, problem.advice))),
    }
    body = json.dumps(told, ensure_ascii=False)
    response = Response(f"{body}\n", problem.status, content_type=PROBLEM)
    if problem.retry_after is not None:
        response.headers["Retry-After"] = str(problem.retry_after)
    return response


def _json(told: dict[str, Any], media_type: str) -> Response:
    body = json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n"
    return _tagged(Response(body, content_type=media_type), body)


def _tagged(response: Response, body: bytes) -> Response:
    response.headers["Cache-Control"] = "no-cache"
    response.set_etag(hashlib.blake2b(body, digest_size=12).hexdigest())
    return response.make_conditional(request)  # type: ignore[return-value]
