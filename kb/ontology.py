"""The vocabulary of the graph, read from `vocabulary.ttl`: each class, property and datatype.

Terms of our own are defined there; those of other vocabularies have a note on how they are used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pyoxigraph

from kb.iris import SHARED_PREFIXES, Iris

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kb.model import KnowledgeBase, Texts

FILE = Path(__file__).parent / "vocabulary.ttl"
Sort = Literal["class", "property", "datatype"]

_RDF, _RDFS, _SKOS = (SHARED_PREFIXES[prefix] for prefix in ("rdf", "rdfs", "skos"))
_SCHEMA, _OWL = SHARED_PREFIXES["schema"], SHARED_PREFIXES["owl"]
_DATATYPE = "edtf:EDTF"
_CRM_PROPERTY = re.compile(r"crm:P\d")
_IRIS = Iris("")


@dataclass(frozen=True, slots=True)
class Defined:
    """A term: its prefixed name, what it means, and a query that shows it in use.

    `own` says that it is defined here. `domain` and `range` are prefixed names, empty for terms of
    others.
    """

    name: str
    sort: Sort
    label: Texts
    meaning: Texts
    example: str
    own: bool
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """Its id on the page: what stands after the `#` of our own terms' IRIs."""
        prefix, _, local = self.name.partition(":")
        return local if prefix == "kb" else f"{prefix}-{local}"


@cache
def terms() -> tuple[Defined, ...]:
    """Every term of the file: our own in its order, then those of others in theirs."""
    held: dict[str, dict[str, list[pyoxigraph.Literal | pyoxigraph.NamedNode]]] = {}
    for quad in pyoxigraph.parse(path=str(FILE)):
        subject, value = quad.subject, quad.object
        if isinstance(subject, pyoxigraph.NamedNode) and isinstance(
            value, pyoxigraph.Literal | pyoxigraph.NamedNode
        ):
            name = _IRIS.abbreviate(subject.value)
            held.setdefault(name, {}).setdefault(quad.predicate.value, []).append(value)
    ontology = f"{_OWL}Ontology"
    return tuple(
        _defined(name, about)
        for name, about in held.items()
        if ontology not in {value.value for value in about.get(f"{_RDF}type", [])}
    )


def measures(kb: KnowledgeBase) -> Iterator[Defined]:
    """The measures of a knowledge base, which are properties of an event or of a statement."""
    for measure in kb.vocabulary.measures.values():
        name = f"m:{measure.id}"
        meaning = {"en": f"An event's accepted figure, in {measure.unit}."}
        yield Defined(name, "property", measure.name, meaning, _example(name, "property"), True)


def _defined(
    name: str, about: Mapping[str, list[pyoxigraph.Literal | pyoxigraph.NamedNode]]
) -> Defined:
    own = f"{_RDFS}comment" in about
    sort = _sort(name, {value.value for value in about.get(f"{_RDF}type", [])})
    examples = about.get(f"{_SKOS}example") if own else None
    return Defined(
        name=name,
        sort=sort,
        label=_texts(about.get(f"{_RDFS}label", [])) or {"en": _spaced(name.partition(":")[2])},
        meaning=_texts(about[f"{_RDFS}comment" if own else f"{_SKOS}note"]),
        example=examples[0].value if examples else _example(name, sort),
        own=own,
        domain=_names(about, f"{_SCHEMA}domainIncludes", f"{_RDFS}domain"),
        range=_names(about, f"{_SCHEMA}rangeIncludes", f"{_RDFS}range"),
    )


def _sort(name: str, types: set[str]) -> Sort:
    """By its type where it is ours; terms of others begin with a capital where they are classes."""
    if f"{_RDFS}Datatype" in types or name == _DATATYPE:
        return "datatype"
    if types or not name.partition(":")[2][0].isupper() or _CRM_PROPERTY.match(name):
        return "property"
    return "class"


def _example(name: str, sort: Sort) -> str:
    if sort == "class":
        return f"SELECT ?one WHERE {{ ?one a {name} }} ORDER BY ?one LIMIT 10"
    if sort == "property":
        return f"SELECT ?of ?value WHERE {{ ?of {name} ?value }} ORDER BY ?of ?value LIMIT 10"
    test = f"FILTER(DATATYPE(?value) = {name})"
    return f"SELECT ?of ?value WHERE {{ ?of ?property ?value {test} }} ORDER BY ?of LIMIT 10"


def _texts(values: list[pyoxigraph.Literal | pyoxigraph.NamedNode]) -> Texts:
    return {
        value.language or "en": value.value
        for value in values
        if isinstance(value, pyoxigraph.Literal)
    }


def _names(
    about: Mapping[str, list[pyoxigraph.Literal | pyoxigraph.NamedNode]], *predicates: str
) -> tuple[str, ...]:
    values = (value for predicate in predicates for value in about.get(predicate, []))
    return tuple(_IRIS.abbreviate(value.value) for value in values)


def _spaced(local: str) -> str:
    """`hasEarliestBeginTimeStamp` as words."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", local.replace("_", " "))
    return words[0] + words[1:].lower() if local[0].isupper() else words.lower()
