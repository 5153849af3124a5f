"""Pages of the named questions: all of them, and each with its parameters and rows."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, render_template

from kb.ids import ask as filled
from kb.questions import questions
from web.asked import asked, given, metadata_address, page_address, rows_address, unknown
from web.context import reading
from web.csvw import citation
from web.openapi import MEDIA_TYPES
from web.protocol import Problem
from web.results import shown

_OF_PAGES = ("lang", "theme", "view")
"""What the address of a page may say beside the parameters."""

question_pages = Blueprint("question_pages", __name__, url_prefix="/q")


@question_pages.get("/")
def questions_page() -> str:
    """All of them, each with its parameters to fill in."""
    return _list()


@question_pages.get("/<name>")
def question_page(name: str) -> Response | tuple[str, int]:
    """A question with its parameters to change, and its rows."""
    question = questions().get(name)
    if question is None:
        problem = unknown(name)
        return _list(replace(problem, advice="")), problem.status
    values = {key: value for key, value in given().items() if key not in _OF_PAGES}
    result = asked(question, values)
    held = reading()
    ended = isinstance(result, Problem)
    html = render_template(
        "question.html",
        page=replace(held.page, notes=()),
        question=question,
        values=values,
        query=None if ended else filled(held.kb, question, values),
        problem=result if ended else None,
        shown=None if isinstance(result, Problem) else shown(result, held.kb.dataset.base),
        files={suffix: rows_address(name, suffix, values) for suffix in MEDIA_TYPES},
        metadata=metadata_address(name, values),
        citation=citation(question, held, page_address(name, values)),
        phrases=held.speak.script_phrases(),
    )
    return Response(html, result.status if isinstance(result, Problem) else 200)


def _list(problem: Problem | None = None) -> str:
    return render_template(
        "questions.html",
        page=replace(reading().page, notes=()),
        questions=questions().values(),
        problem=problem,
        phrases=reading().speak.script_phrases(),
    )
