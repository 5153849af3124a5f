"""What the engine's writers get wrong, put right before an answer leaves.

In CSV they leave an IRI with a comma without quotes, so that the row has a column too many
(RFC 4180, 2.6). In XML they leave a carriage return as it is, which every parser reads as a line
feed (XML 1.0, 2.11), and characters that XML has not (2.2), which no parser reads.
"""

from __future__ import annotations

import csv
import io
import re
from typing import IO, TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode

if TYPE_CHECKING:
    from pyoxigraph import QuerySolutions

XML = {"xml", "rdfxml"}
"""Names of the formats that are XML."""

_NO_NAME = b"<oxprefix: "
_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")


def not_xml(body: bytes) -> str | None:
    """Return the first thing that XML cannot hold, in words, or None.

    A character, or in RDF/XML a property whose IRI does not end in a name (RDF/XML Syntax, 2.2).
    """
    found = _NOT_XML.search(body)
    if found:
        return f"the character U+{ord(found.group().decode()):04X}"
    return "a property whose IRI ends in no name" if _NO_NAME in body else None


def with_returns(body: bytes) -> bytes | None:
    """Return the XML with its carriage returns escaped, or None where it holds none."""
    return body.replace(b"\r", b"&#13;") if b"\r" in body else None


def is_torn(body: bytes, columns: int) -> bool:
    """Tell whether a row of the CSV has more fields than there are columns."""
    bare = b"".join(body.split(b'"')[::2]) if b'"' in body else body
    return bare.count(b",") != bare.count(b"\r\n") * (columns - 1) if columns else False


def write_csv(result: QuerySolutions, file: IO[bytes]) -> None:
    """Write the rows as CSV (SPARQL 1.1 Query Results CSV and TSV Formats, 3)."""
    names = [variable.value for variable in result.variables]
    text = io.TextIOWrapper(file, "utf-8", newline="", write_through=True)
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(names)
    for row in result:
        rows.writerow([_plain(row[name]) for name in names])
    text.detach()


def _plain(term: object) -> str:
    if term is None:
        return ""
    if isinstance(term, NamedNode | Literal):
        return term.value
    return f"_:{term.value}" if isinstance(term, BlankNode) else str(term)
