"""Which format a client gets: an explicit choice, else its Accept header, else the default.

RFC 9110 section 12.5.1: the highest q wins, and a more precise range overrides a broader one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request

from kb.formats import by_media_type, by_name, writing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.formats import Format, Writes

HTML = "text/html"
_CHOICES = ("format", "output", "results")
"""Parameters by which clients choose; SPARQLWrapper sends all three."""

_NICKNAMES = {
    "bindings": {},
    "graph": {
        "json": "jsonld",
        "json-ld": "jsonld",
        "xml": "rdfxml",
        "rdf+xml": "rdfxml",
        "rdf": "rdfxml",
        "ttl": "turtle",
        "n3": "turtle",
        "nt": "ntriples",
        "n-triples": "ntriples",
    },
}
"""What clients call a format, by what is to be written."""


def chosen_name() -> str | None:
    """What the address or the form asks for by name, or None."""
    return next((request.values[name] for name in _CHOICES if request.values.get(name)), None)


def negotiated(writes: Writes, among: Sequence[Format] | None = None) -> Format | None:
    """The client's best format for this, the first where it does not mind, None where none does."""
    formats = writing(writes) if among is None else among
    named = chosen_name()
    if named is not None:
        named = named.strip().lower()
        found = by_name(_NICKNAMES[writes].get(named, named)) or by_media_type(named, writes)
        return found if found in formats else None
    accepted = request.accept_mimetypes
    if not accepted:
        return formats[0]
    best, quality = None, 0.0
    for form in formats:
        wanted = max(accepted.quality(media) for media in form.media_types)
        if wanted > quality:
            best, quality = form, wanted
    return best


def wants_page() -> bool:
    """Whether the client names HTML and likes nothing that we write better, as a browser does."""
    accepted = request.accept_mimetypes
    if chosen_name() is not None or HTML not in {media.lower() for media, _ in accepted}:
        return False
    others = (form.media_type for writes in ("bindings", "graph") for form in writing(writes))
    return accepted.quality(HTML) >= max(map(accepted.quality, others))
