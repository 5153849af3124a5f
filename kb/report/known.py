"""Ids that the files of checks use: what they name, and what is told of one that names nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.phrasing import did_you_mean_one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Collection

    from kb.model import KnowledgeBase


def event_named(kb: KnowledgeBase, slug: str) -> str | None:
    """The id that the event has now; the id in a file of checks may be one it had before."""
    if slug in kb.events:
        return slug
    return next((event.id for event in kb.events.values() if slug in event.was), None)


def unknown(what: str, slug: str, known: Collection[str], listed: str) -> tuple[str, str]:
    """Message and advice for an id that names nothing."""
    advice = f"{did_you_mean_one_of(known, slug)} Known ones are in {listed}.".strip()
    return f"unknown {what} {quoted(slug)}.", advice
