"""The vocabulary as RDF: the terms that we define, and the kinds, measures and lists in use."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import pyoxigraph

from kb.graph.vocabulary import vocabulary_quads
from kb.iris import Iris
from kb.ontology import FILE

if TYPE_CHECKING:
    from kb.formats import Format
    from kb.model import KnowledgeBase


def vocabulary_bytes(kb: KnowledgeBase, form: Format) -> bytes:
    """All of it in a format that writes graphs."""
    quads = chain(pyoxigraph.parse(path=str(FILE)), vocabulary_quads(kb))
    triples = dict.fromkeys(quad.triple for quad in quads)
    prefixes = Iris(kb.dataset.base).prefixes
    written = pyoxigraph.serialize(triples, format=form.oxigraph, prefixes=prefixes)  # type: ignore[arg-type]
    return written or b""
