"""From the model to RDF: pure functions that yield Oxigraph quads, record by record.

No node is blank, so that two states can be compared and changed triple by triple.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from kb.graph.dataset import dataset_quads, publisher_quads
from kb.graph.events import event_quads, view_quads
from kb.graph.records import actor_quads, place_quads, source_quads
from kb.graph.vocabulary import vocabulary_quads
from kb.iris import Iris

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyoxigraph import Quad

    from kb.model import KnowledgeBase

__all__ = ["quads", "record_quads"]

_WRITERS: dict[str, tuple[str, Callable[[Any, KnowledgeBase, Iris], Iterator[Quad]]]] = {
    "event": ("events", event_quads),
    "actor": ("actors", actor_quads),
    "place": ("places", place_quads),
    "source": ("sources", source_quads),
    "view": ("views", view_quads),
}


def quads(kb: KnowledgeBase) -> Iterator[Quad]:
    """The whole graph, each quad once; the default graph and `{base}graph/dataset`."""
    iris = Iris(kb.dataset.base)
    seen: set[Quad] = set()
    everything = chain(
        publisher_quads(kb, iris),
        vocabulary_quads(kb),
        *(record_quads(kb, kind, name) for kind in _WRITERS for name in _records(kb, kind)),
        dataset_quads(kb, iris),
    )
    for quad in everything:
        if quad not in seen:
            seen.add(quad)
            yield quad


def record_quads(kb: KnowledgeBase, kind: str, name: str) -> Iterator[Quad]:
    """What stands in the graph of one event, actor, place, source or view, each quad once."""
    collection, write = _WRITERS[kind]
    found = write(getattr(kb, collection)[name], kb, Iris(kb.dataset.base))
    yield from dict.fromkeys(found)


def _records(kb: KnowledgeBase, kind: str) -> Iterator[str]:
    yield from getattr(kb, _WRITERS[kind][0])
