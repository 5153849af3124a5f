"""How long the named questions take through the guard, beside the bare store that it asks."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import pyoxigraph

from kb import questions
from kb.data import shipped
from kb.graph import quads
from kb.guard import Answer, Guard, Query
from kb.iris import Iris
from kb.reader import read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

REPEATS = 7


def measure() -> list[dict[str, Any]]:
    """For each named question the medians in milliseconds, results serialized as JSON."""
    kb = read(shipped()).kb
    if kb is None:
        raise ValueError("the shipped data has errors: tieline check tells them")
    written = pyoxigraph.serialize(quads(kb), format=pyoxigraph.RdfFormat.N_QUADS) or b""
    store = pyoxigraph.Store()
    store.bulk_load(written, pyoxigraph.RdfFormat.N_QUADS)
    prefixes = Iris(kb.dataset.base).prefixes
    with tempfile.TemporaryDirectory() as folder, Guard() as guard:
        path = Path(folder, "state.nq")
        path.write_bytes(written)
        guard.publish(path, "benchmark", prefixes)
        return [
            _row(question.name, question.text, store, guard, prefixes)
            for question in questions.questions().values()
        ]


def _row(
    name: str, text: str, store: pyoxigraph.Store, guard: Guard, prefixes: Mapping[str, str]
) -> dict[str, Any]:
    def directly() -> None:
        answer = store.query(text, prefixes=dict(prefixes))
        if isinstance(answer, (pyoxigraph.QuerySolutions, pyoxigraph.QueryBoolean)):
            answer.serialize(format=pyoxigraph.QueryResultsFormat.JSON)
        else:
            pyoxigraph.serialize(answer, format=pyoxigraph.RdfFormat.TURTLE)

    def guarded() -> None:
        answer = guard.query(Query(text))
        if not isinstance(answer, Answer):
            raise TypeError(f"{name} was refused: {answer}")

    bare, through = _milliseconds(directly), _milliseconds(guarded)
    return {
        "question": name,
        "guard ms": round(through, 1),
        "pyoxigraph ms": round(bare, 1),
        "ratio": round(through / bare, 2),
    }


def _milliseconds(act: Callable[[], None]) -> float:
    spent = []
    for _ in range(REPEATS):
        begin = time.perf_counter()
        act()
        spent.append(1000 * (time.perf_counter() - begin))
    return median(spent)
