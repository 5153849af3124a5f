"""Which record an address means: the one of that id, the one that had it, or none any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort

if TYPE_CHECKING:
    from kb.model import KnowledgeBase

COLLECTIONS = {
    "event": "events",
    "actor": "actors",
    "place": "places",
    "source": "sources",
    "view": "views",
}
"""Kind of record to the attribute of the knowledge base that holds them."""

PAGES = ("event", "actor", "source")
"""Kinds that have a page of their own."""


def current(kb: KnowledgeBase, kind: str, slug: str) -> str:
    """The id that the record has now; aborts with 404 where there is none."""
    if kind not in COLLECTIONS:
        abort(404)
    records = getattr(kb, COLLECTIONS[kind])
    if slug in records:
        return slug
    now: str | None = next((one.id for one in records.values() if slug in one.was), None)
    return now if now is not None else abort(404)


def why_removed(kb: KnowledgeBase, path: str) -> str | None:
    """Why there is no more what stood at `/event/ID`, `/id/event/ID` or `/event/ID.ttl`, or None.

    Such an address is gone for good and answered with 410 (RFC 9110, 15.5.11).
    """
    kind, _, name = "/".join(path.split("/")[-2:]).partition("/")
    return kb.dataset.removed.get(f"{kind}/{name.partition('.')[0]}")
