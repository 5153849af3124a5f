"""Answers that are reckoned once for each state of the data, and the latest of them kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from flask import current_app

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from web.context import Reading

Answer = TypeVar("Answer")

ANSWERS = "tieline.answers"
"""Where the application keeps them, with the state that they were reckoned of."""
KEPT = 48


def kept(held: Reading, question: Hashable, make: Callable[[], Answer]) -> Answer:
    """The answer to the question, made where it is not kept.

    The question names all that the answer depends on but the state of the data.
    """
    state = held.timeline, held.version, held.diagnostics
    known, answers = current_app.extensions.get(ANSWERS, (None, {}))
    if known is None or known[0] is not state[0] or known[1:] != state[1:]:
        answers = {}
        current_app.extensions[ANSWERS] = state, answers
    if question in answers:
        answer: Answer = answers[question]
        return answer
    answers[question] = answer = make()
    for oldest in list(answers)[:-KEPT]:
        answers.pop(oldest, None)
    return answer
