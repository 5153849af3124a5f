"""The one place where IRIs are minted and read back.

A record's IRI is `{base}id/{kind}/{id}`; terms that every knowledge base shares stand under
`https://w3id.org/tieline/`. All of it is part of the contract with those who save queries.
"""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

from kb.fields import SLUG

TIELINE = "https://w3id.org/tieline/"
WIKIDATA = "http://www.wikidata.org/entity/"

SERVICE = "http://www.w3.org/ns/sparql-service-description#"
"""Terms of SPARQL 1.1 Service Description."""
FILE_FORMATS = "http://www.w3.org/ns/formats/"
"""Unique IRIs of file formats, as the W3C lists them."""
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
"""IRIs of registered media types."""

SHARED_PREFIXES = {
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "schema": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "void": "http://rdfs.org/ns/void#",
    "oa": "http://www.w3.org/ns/oa#",
    "crm": "http://www.cidoc-crm.org/cidoc-crm/",
    "wikibase": "http://wikiba.se/ontology#",
    "wd": WIKIDATA,
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "kb": f"{TIELINE}ns#",
    "m": f"{TIELINE}measure/",
    "kind": f"{TIELINE}kind/",
    "quad": f"{TIELINE}quad/",
    "ctx": f"{TIELINE}context/",
    "family": f"{TIELINE}family/",
    "obligation": f"{TIELINE}obligation/",
    "actortype": f"{TIELINE}actor-type/",
    "sourcetype": f"{TIELINE}source-type/",
}
"""Prefix to namespace, the same for every knowledge base; queries need not declare them."""

RECORD_PREFIXES = {"ev": "event", "actor": "actor", "place": "place", "source": "source"}
"""Prefix to the kind of record whose IRIs it abbreviates."""

_LOCAL = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?")
_PATH = re.compile(rf"id/(event|actor|place|source|view)/({SLUG.replace('(', '(?:')})")


class Reference(NamedTuple):
    """What a record's IRI names."""

    kind: str
    id: str


class Iris:
    """Mints the IRIs of one knowledge base, whose `base` ends in a slash."""

    def __init__(self, base: str) -> None:
        self.base = base

    def record(self, kind: str, name: str) -> str:
        """The IRI of an event, actor, place, source or view."""
        return f"{self.base}id/{kind}/{name}"

    def claim(self, subject: str, *parts: str) -> str:
        """The IRI of a statement about a record; parts that differ never share one.

        The last step is 12 hex digits of SHA-256 over what the statement consists of.
        """
        return f"{self.base}id/claim/{subject}/{_digest(parts)}"

    def search(self, actor: str, *parts: str) -> str:
        """The IRI of a search for an actor's events, like a claim's."""
        return f"{self.base}id/search/{actor}/{_digest(parts)}"

    def quote(self, of: str, words: str = "") -> str:
        """The IRI of a claim's quotation, or of one of a view's several."""
        suffix = f"/{hashlib.sha256(words.encode()).hexdigest()[:12]}" if words else ""
        return f"{of}/quote{suffix}"

    @property
    def publisher(self) -> str:
        """The editors, to whom belongs what no source says."""
        return f"{self.base}id/publisher"

    @property
    def dataset(self) -> str:
        """The data set itself."""
        return f"{self.base}dataset"

    def graph(self, name: str) -> str:
        """A named graph: `provenance` or `dataset`."""
        return f"{self.base}graph/{name}"

    @property
    def prefixes(self) -> dict[str, str]:
        """Every prefix that a query may use without declaring it."""
        own = {prefix: self.record(kind, "") for prefix, kind in RECORD_PREFIXES.items()}
        return SHARED_PREFIXES | own

    def abbreviate(self, iri: str) -> str:
        """The IRI as a query may write it, `ev:salala-attack`, or as it is where no prefix fits."""
        fitting = [item for item in self.prefixes.items() if iri.startswith(item[1])]
        if fitting:
            prefix, space = max(fitting, key=lambda item: len(item[1]))
            local = iri[len(space) :]
            if _LOCAL.fullmatch(local):
                return f"{prefix}:{local}"
        return iri

    def expand(self, name: str) -> str:
        """The IRI of `ev:salala-attack` or of `<...>`; what is neither stays as it is."""
        prefix, colon, local = name.partition(":")
        space = self.prefixes.get(prefix) if colon else None
        return f"{space}{local}" if space else name.removeprefix("<").removesuffix(">")

    def read(self, iri: str) -> Reference | None:
        """What the IRI names, or None where it is no record's."""
        if not iri.startswith(self.base):
            return None
        match = _PATH.fullmatch(iri, len(self.base))
        return Reference(*match.groups()) if match else None


def _digest(parts: tuple[str, ...]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
