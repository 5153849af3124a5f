"""The works that readers cite: an event of this knowledge base, and the sources behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.cite.work import Day, Name, Work, day_of, name_of
from kb.iris import Iris

if TYPE_CHECKING:
    from datetime import date

    from kb.cite.work import Type
    from kb.model import KnowledgeBase, Source, Texts

_TYPES: dict[str, Type] = {
    "news": "article-newspaper",
    "opinion": "article-newspaper",
    "scholarly": "report",
    "treaty": "treaty",
}
"""Source type to CSL type; any other is a page of its publisher's site."""


def entry(kb: KnowledgeBase, kind: str, slug: str, title: Texts, state: str, today: date) -> Work:
    """A record as an entry of the data set, under its IRI.

    `state` is the digest of the data's content: it stands behind the version as build metadata
    does (Semantic Versioning, 10), so that the citation names exactly what was read.
    """
    dataset = kb.dataset
    lang = dataset.languages[0]
    return Work(
        key=f"tieline-{slug}",
        type="entry-encyclopedia",
        title=title.get(lang, next(iter(title.values()))),
        authors=(Name(dataset.publisher),),
        container=dataset.title[lang],
        publisher=dataset.publisher,
        accessed=Day(today.year, today.month, today.day),
        version=f"{dataset.version}+{state}",
        url=Iris(dataset.base).record(kind, slug),
        lang=lang if lang in title else next(iter(title)),
    )


def of_source(kb: KnowledgeBase, source: Source) -> Work:
    """The document itself, as those cite it who have read it; its title is not recapitalised."""
    bodies = frozenset(
        name
        for actor in kb.actors.values()
        if actor.type != "person"
        for name in actor.name.values()
    )
    return Work(
        key=source.id,
        type=_TYPES.get(source.type, "webpage"),
        title=source.title.get(source.lang, next(iter(source.title.values()))),
        authors=tuple(name_of(author, bodies | {source.publisher}) for author in source.author),
        container=source.publisher,
        publisher=source.publisher,
        issued=day_of(source.issued),
        accessed=day_of(source.accessed),
        number=source.locator or "",
        url=source.url or "",
        lang=source.lang,
    )
