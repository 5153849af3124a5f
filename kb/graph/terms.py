"""RDF terms as the graph writes them: the predicates and classes, and literals from values."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from kb.iris import SHARED_PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kb.dates.edtf import When
    from kb.model import Texts

Node = NamedNode
Object = NamedNode | Literal


def term(name: str) -> NamedNode:
    """The IRI of a prefixed name such as `sem:Event`."""
    prefix, _, local = name.partition(":")
    return NamedNode(SHARED_PREFIXES[prefix] + local)


TYPE = term("rdf:type")
LABEL = term("rdfs:label")
COMMENT = term("rdfs:comment")
DATE = term("dcterms:date")
DESCRIPTION = term("dcterms:description")
SOURCE = term("dcterms:source")
IS_PART_OF = term("dcterms:isPartOf")
ALT_LABEL = term("skos:altLabel")
NOTATION = term("skos:notation")
MOTIVATED_BY = term("crm:P17_was_motivated_by")
PLACE = term("sem:hasPlace")
SELECTOR = term("oa:hasSelector")
SCORE = term("kb:score")
ABOUT = term("dcterms:subject")

EDTF = term("edtf:EDTF")
_XSD_DATE = term("xsd:date")
_XSD_INTEGER = term("xsd:integer")
_XSD_DECIMAL = term("xsd:decimal")
_BOUNDS = (
    (term("sem:hasEarliestBeginTimeStamp"), "earliest_begin"),
    (term("sem:hasLatestBeginTimeStamp"), "latest_begin"),
    (term("sem:hasEarliestEndTimeStamp"), "earliest_end"),
    (term("sem:hasLatestEndTimeStamp"), "latest_end"),
)


def triple(subject: Node, predicate: Node, value: Object) -> Quad:
    """A triple of the default graph."""
    return Quad(subject, predicate, value)


def day(value: date) -> Literal:
    """An `xsd:date`, its year in four digits."""
    return Literal(value.isoformat(), datatype=_XSD_DATE)


def edtf(when: When) -> Literal:
    """The date as it was written."""
    return Literal(when.edtf, datatype=EDTF)


def number(value: int | float | Decimal) -> Literal:
    """An `xsd:integer` or, with a fraction or for a score, an `xsd:decimal`, in canonical form."""
    if isinstance(value, int):
        return Literal(str(value), datatype=_XSD_INTEGER)
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    written = f"{exact:f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return Literal(written, datatype=_XSD_DECIMAL)


def texts(subject: Node, predicate: Node, values: Texts) -> Iterator[Quad]:
    """One language-tagged triple for each language."""
    for language, value in values.items():
        yield triple(subject, predicate, Literal(value, language=language))


def bounds(when: When) -> Iterator[tuple[Node, Object]]:
    """The four days within which it begins and ends (SEM), each with its predicate."""
    for predicate, name in _BOUNDS:
        yield predicate, day(getattr(when, name))
