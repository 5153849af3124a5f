"""The metadata of a named question's table, as CSV on the Web has them.

Metadata Vocabulary for Tabular Data (W3C, 17 December 2015): sections 5.3 (tables), 5.5 (schemas),
5.6 (columns), 5.8 (common properties), 5.11 (datatypes).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from kb.cite import apa, entry
from kb.cite.runs import plain
from kb.iris import SHARED_PREFIXES

if TYPE_CHECKING:
    from kb.questions import Column, Question
    from web.context import Reading

DATATYPES = {
    "any": "any",
    "boolean": "boolean",
    "decimal": "decimal",
    "edtf": "string",
    "integer": "integer",
    "iri": "anyURI",
    "text": "string",
}


def metadata(question: Question, held: Reading, table: str, page: str) -> dict[str, Any]:
    """What the columns mean, when the data changed, and how to cite; addresses are absolute."""
    dataset = held.kb.dataset
    told: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": table,
        "dc:title": question.title,
        "dc:description": question.description,
        "dc:publisher": dataset.publisher,
        "dc:license": {"@id": dataset.licence},
        "dc:source": {"@id": dataset.base},
        "schema:version": version(held),
        "dc:bibliographicCitation": citation(question, held, page),
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n", "\n"]},
        "tableSchema": {"columns": [_column(column) for column in question.columns]},
    }
    if held.changed is not None:
        told["dc:modified"] = {"@value": held.changed.isoformat(), "@type": "xsd:dateTime"}
    return told


def version(held: Reading) -> str:
    """The version of the data with the digest of its content behind it, as citations give it."""
    return f"{held.kb.dataset.version}+{held.version}"


def citation(question: Question, held: Reading, page: str) -> str:
    """The question as an entry of the data set, in APA style."""
    today = datetime.now(UTC).date()
    work = entry(held.kb, "question", question.name, {"en": question.title}, held.version, today)
    return plain(apa(replace(work, url=page)))


def _column(column: Column) -> dict[str, Any]:
    datatype: object = DATATYPES[column.type]
    if column.type == "edtf":
        datatype = {"base": "string", "@id": f"{SHARED_PREFIXES['edtf']}EDTF"}
    told = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.meaning,
        "datatype": datatype,
    }
    if column.unit:
        told["schema:unitText"] = column.unit
    return told
