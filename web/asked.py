"""A named question with the values that an address gives: its answer, and addresses of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from flask import request, url_for

from kb.guard import Query
from kb.ids import ask as filled
from kb.phrasing import did_you_mean_one_of, quoted
from kb.questions import questions
from web import answering
from web.context import reading
from web.protocol import Problem

if TYPE_CHECKING:
    from kb.guard import Answer
    from kb.questions import Question

EXCEL = "excel"
_BESIDE = ("lang", "theme", "view", EXCEL)
"""What an address may say beside the parameters."""


def given() -> dict[str, str]:
    """What the address gives; an empty field of a form is as if not there."""
    return {name: value.strip() for name, value in request.args.items() if value.strip()}


def asked(question: Question, values: dict[str, str], form: str = "json") -> Answer | Problem:
    """The answer in that format of bindings, or why there is none."""
    why = refusal(question, values)
    if why is not None:
        return why
    text = filled(reading().kb, question, values)
    return answering.ask(Query(text, form, None, client=request.remote_addr or ""))


def refusal(question: Question, values: dict[str, str]) -> Problem | None:
    """Why the question cannot be asked with these values; None where it can."""
    known = [parameter.name for parameter in question.parameters]
    for name in values:
        if name not in known:
            proposal = did_you_mean_one_of(known, name) or f"It has: {', '.join(known) or 'none'}."
            message = f"{quoted(question.name)} has no parameter {quoted(name)}. {proposal}"
            return Problem(400, message)
    try:
        filled(reading().kb, question, values)
    except ValueError as error:
        return Problem(400, str(error))
    return None


def unknown(name: str) -> Problem:
    """There is no question of that name."""
    proposal = did_you_mean_one_of(questions(), name)
    message = f"There is no question {quoted(name)}. {proposal}".rstrip()
    return Problem(404, message, f"All are at {url_for('question_pages.questions_page')}.")


def rows_address(name: str, suffix: str, values: dict[str, str], absolute: bool = False) -> str:
    """Where the rows are in the format of the suffix."""
    path = url_for("questions_api.rows", name=name, suffix=suffix, _external=absolute)
    return _with(path, values)


def metadata_address(name: str, values: dict[str, str]) -> str:
    """Where the metadata of these rows are."""
    return _with(url_for("questions_api.columns", name=name), values)


def page_address(name: str, values: dict[str, str]) -> str:
    """Where people read these rows, as an absolute address."""
    return _with(url_for("question_pages.question_page", name=name, _external=True), values)


def _with(path: str, values: dict[str, str]) -> str:
    kept = {key: value for key, value in values.items() if key not in _BESIDE}
    return f"{path}?{urlencode(kept)}" if kept else path
