"""Which format a client gets: an explicit choice, else its Accept header, else the default.

RFC 9110 section 12.5.1: the highest q wins, and a more precise range overrides a broader one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request
from werkzeug.datastructures import MIMEAccept

from kb.formats import by_media_type, by_name, writing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.formats import Format, Writes

HTML = "text/html"
_MOST = 64
"""Types that are looked at; to compare thousands would take longer than the answer."""
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


def _accepted() -> MIMEAccept:
    """The Accept header without parameters of types, of which none makes a difference here."""
    sent = list(request.accept_mimetypes)[:_MOST]
    return MIMEAccept([(media.partition(";")[0].strip().lower(), q) for media, q in sent])


def chosen_name() -> str | None:
    """What the address or the form asks for by name, or None."""
    sent = (request.args, request.form)
    return next((each[name] for name in _CHOICES for each in sent if each.get(name)), None)


def negotiated(writes: Writes, among: Sequence[Format] | None = None) -> Format | None:
    """The client's best format for this, the first where it does not mind, None where none does."""
    formats = writing(writes) if among is None else among
    named = chosen_name()
    if named is not None:
        named = named.strip().lower()
        found = by_name(_NICKNAMES[writes].get(named, named)) or by_media_type(named, writes)
        return found if found in formats else None
    accepted = _accepted()
    if not accepted:
        return formats[0]
    named_ones = {media for media, _ in accepted}
    best, quality = None, 0.0
    for form in formats:
        # A range such as text/* means the registered type; other names count where they are said.
        names = (form.media_type, *(name for name in form.media_types if name in named_ones))
        wanted = max(map(accepted.quality, names))
        if wanted > quality:
            best, quality = form, wanted
    return best


def wants_page() -> bool:
    """Whether the client names HTML and likes nothing that we write better, as a browser does."""
    accepted = _accepted()
    if chosen_name() is not None or HTML not in {media for media, _ in accepted}:
        return False
    others = (form.media_type for writes in ("bindings", "graph") for form in writing(writes))
    return accepted.quality(HTML) >= max(map(accepted.quality, others))
