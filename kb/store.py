"""The embedded store: quads in, answers out, in this process and without limits.

For the analyst's own queries. Strangers' queries go to `kb.guard`, which bounds them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph

from kb.graph import quads
from kb.iris import Iris

if TYPE_CHECKING:
    from kb.model import KnowledgeBase

Answer = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples


class Store:
    """A knowledge base's graph in memory."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._store = pyoxigraph.Store()
        self._store.bulk_extend(quads(kb))
        self._prefixes = Iris(kb.dataset.base).prefixes

    def query(self, text: str) -> Answer:
        """The answer to a SPARQL 1.1 query. Raises SyntaxError where it cannot be parsed."""
        return self._store.query(text, prefixes=self._prefixes)
