"""Complete answers, kept to be given again as long as the state that they speak of is served.

A class of students with one link asks one query. What is kept is bounded in bytes, and what has
not been asked for longest goes first. The key is everything that an answer depends on.
"""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.guard.messages import Answer, Query

Key = tuple[str, str | None, str | None, tuple[str, ...], tuple[str, ...]]

_OVERHEAD = 1024
_SHARE = 4
_VARIES = re.compile(r"(?:now|rand|uuid|bnode)\s*(?:\(|#)", re.IGNORECASE)
"""Functions whose value differs from one evaluation to the next (SPARQL 1.1, 17.4)."""


class Cache:
    """The answers of one state; may be used by many threads at once."""

    def __init__(self, size: int) -> None:
        """Keep so many bytes of answers and queries at most, and none larger than a quarter."""
        self._size = size
        self._lock = threading.Lock()
        self._kept: OrderedDict[Key, Answer] = OrderedDict()
        self._taken = 0
        self._version: str | None = None

    def renew(self, version: str) -> None:
        """Forget all: from now on answers of this version are kept."""
        with self._lock:
            self._kept.clear()
            self._taken = 0
            self._version = version

    def get(self, query: Query) -> Answer | None:
        """Return the answer that the query has had, or None."""
        key = _key(query)
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, query: Query, answer: Answer) -> None:
        """Keep an answer, where it is of the present state and would be the same again."""
        key, size = _key(query), _size(query.text, answer)
        if size > self._size // _SHARE or _VARIES.search(query.text):
            return
        with self._lock:
            if answer.version != self._version or key in self._kept:
                return
            self._kept[key] = answer
            self._taken += size
            while self._taken > self._size:
                (text, *_), oldest = self._kept.popitem(last=False)
                self._taken -= _size(text, oldest)

    @property
    def taken(self) -> int:
        """The bytes that are taken."""
        return self._taken


def _key(query: Query) -> Key:
    return (
        query.text,
        query.bindings_format,
        query.graph_format,
        query.default_graphs,
        query.named_graphs,
    )


def _size(text: str, answer: Answer) -> int:
    return len(answer.body) + 4 * len(text) + _OVERHEAD
