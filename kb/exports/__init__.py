"""What `tieline export` can write: name to a function from the knowledge base to bytes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kb.exports.csv import events_csv
from kb.exports.rdf import graph_bytes
from kb.formats import writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from kb.model import KnowledgeBase

EXPORTS: dict[str, Callable[[KnowledgeBase], bytes]] = {
    **{form.name: partial(graph_bytes, form=form) for form in writing("graph")},
    "csv": events_csv,
}
