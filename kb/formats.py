"""The one table of the formats in which answers and graphs are written.

A `Format` is found by its name, by the suffix of a file or by a media type. Whatever a
stranger's query yields is written by Oxigraph (`oxigraph`); `rdflib` names the serializer that
writes one resource's graph for people to read, and is None where there is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pyoxigraph import QueryResultsFormat, RdfFormat

Writes = Literal["bindings", "graph"]


@dataclass(frozen=True, slots=True)
class Format:
    """One way of writing down bindings (the rows of SELECT, the boolean of ASK) or a graph."""

    name: str
    """What `format=` and the command line call it; unique in the table."""
    label: str
    """What people call it."""
    media_types: tuple[str, ...]
    """The registered media type first, then others under which it is asked for."""
    suffix: str
    """The suffix of a file, with its dot."""
    writes: Writes
    oxigraph: QueryResultsFormat | RdfFormat
    rdflib: str | None = None

    @property
    def media_type(self) -> str:
        """The registered media type, without parameters."""
        return self.media_types[0]

    @property
    def content_type(self) -> str:
        """The value of a Content-Type header; text formats say that they are UTF-8."""
        charset = "; charset=utf-8" if self.media_type.startswith("text/") else ""
        return self.media_type + charset


FORMATS: tuple[Format, ...] = (
    Format(
        "json",
        "SPARQL results in JSON",
        ("application/sparql-results+json", "application/json"),
        ".srj",
        "bindings",
        QueryResultsFormat.JSON,
    ),
    Format(
        "xml",
        "SPARQL results in XML",
        ("application/sparql-results+xml", "application/xml", "text/xml"),
        ".srx",
        "bindings",
        QueryResultsFormat.XML,
    ),
    Format("csv", "CSV", ("text/csv",), ".csv", "bindings", QueryResultsFormat.CSV),
    Format(
        "tsv", "TSV", ("text/tab-separated-values",), ".tsv", "bindings", QueryResultsFormat.TSV
    ),
    Format(
        "turtle",
        "Turtle",
        ("text/turtle", "application/x-turtle"),
        ".ttl",
        "graph",
        RdfFormat.TURTLE,
        "turtle",
    ),
    Format(
        "ntriples", "N-Triples", ("application/n-triples",), ".nt", "graph", RdfFormat.N_TRIPLES
    ),
    Format("nquads", "N-Quads", ("application/n-quads",), ".nq", "graph", RdfFormat.N_QUADS),
    Format("trig", "TriG", ("application/trig",), ".trig", "graph", RdfFormat.TRIG, "trig"),
    Format(
        "jsonld",
        "JSON-LD",
        ("application/ld+json", "application/json"),
        ".jsonld",
        "graph",
        RdfFormat.JSON_LD,
        "json-ld",
    ),
    Format(
        "rdfxml",
        "RDF/XML",
        ("application/rdf+xml", "application/xml", "text/xml"),
        ".rdf",
        "graph",
        RdfFormat.RDF_XML,
        "pretty-xml",
    ),
)

_BY_NAME = {each.name: each for each in FORMATS}
_BY_SUFFIX = {each.suffix: each for each in FORMATS}


def by_name(name: str) -> Format | None:
    """Return the format of this name, in whatever case, or None."""
    return _BY_NAME.get(name.lower())


def by_suffix(suffix: str) -> Format | None:
    """Return the format of files with this suffix (`.ttl` or `ttl`), or None."""
    return _BY_SUFFIX.get("." + suffix.lower().removeprefix("."))


def by_media_type(media_type: str, writes: Writes) -> Format | None:
    """Return the format of a media type, or None; parameters such as a charset are passed over.

    Which of two it is can depend on what is written: `application/json` means the JSON of
    bindings, but JSON-LD of a graph.
    """
    bare = media_type.partition(";")[0].strip().lower()
    return next((each for each in writing(writes) if bare in each.media_types), None)


def writing(writes: Writes) -> tuple[Format, ...]:
    """Return the formats that write bindings, or those that write a graph, the usual one first."""
    return tuple(each for each in FORMATS if each.writes == writes)
