"""Where on these pages something is told that an IRI names: a record, a statement, or a term."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flask import url_for

from kb.ids import TERMS
from kb.iris import SHARED_PREFIXES
from kb.ontology import terms
from web.context import reading

if TYPE_CHECKING:
    from kb.iris import Iris

_CLAIM = re.compile(r"id/claim/[^/]+/[^/]+(/quote)?")
_PAGES = {"event", "actor", "source"}


def page_of(iri: str, iris: Iris) -> str | None:
    """The address of the page, or None where we have none."""
    reference = iris.read(iri)
    if reference is not None and reference.kind in _PAGES:
        return reading().link(f"pages.{reference.kind}_page", slug=reference.id)
    if iri.startswith(iris.base):
        path = iri.removeprefix(iris.base)
        return f"{url_for('pages.timeline_page')}{path}" if _CLAIM.fullmatch(path) else None
    prefix, colon, slug = iris.abbreviate(iri).partition(":")
    return address_of(prefix, slug) if colon else None


def address_of(prefix: str, slug: str) -> str | None:
    """The place of a term: a kind's entry in the codebook, any other's in the vocabulary."""
    link = reading().link
    if prefix == "kind":
        return link("codebook.codebook_page", _anchor=slug)
    if prefix in TERMS:
        return link("vocabulary.vocabulary_page", _anchor=f"{prefix}-{slug}")
    name = f"{prefix}:{slug}"
    if prefix not in SHARED_PREFIXES:
        return None
    anchor = next((term.anchor for term in terms() if term.name == name), None)
    return link("vocabulary.vocabulary_page", _anchor=anchor) if anchor else None
