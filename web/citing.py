"""How a page is cited: under its lasting address, in the styles that people ask for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from flask import url_for

from kb.cite import apa, bibtex, chicago, csl_json, entry, of_source
from kb.iris import Iris
from web.context import reading

if TYPE_CHECKING:
    from kb.cite import Runs
    from kb.cite.work import Work
    from kb.model import Actor, Event, Source


@dataclass(frozen=True, slots=True)
class Citations:
    """The same work in every style; `apa` and `chicago` are text of which some is in italics."""

    apa: Runs
    chicago: Runs
    bibtex: str
    csl: str


@dataclass(frozen=True, slots=True)
class Lasting:
    """How a record is pointed at: by its IRI, by its page here, and in the styles of citation.

    `of_source` cites the document itself, where the record is a source.
    """

    iri: str
    here: str
    cited: Citations
    of_source: Citations | None = None


def lasting(kind: str, record: Event | Actor | Source) -> Lasting:
    """Of an event, actor or source; the day of access is today's in UTC."""
    held = reading()
    kb = held.kb
    title = record.name if kind == "actor" else record.title  # type: ignore[union-attr]
    today = datetime.now(UTC).date()
    source = kb.sources[record.id] if kind == "source" else None
    return Lasting(
        iri=Iris(kb.dataset.base).record(kind, record.id),
        here=url_for(f"pages.{kind}_page", slug=record.id, _external=True),
        cited=_in_all_styles(entry(kb, kind, record.id, title, held.version, today)),
        of_source=None if source is None else _in_all_styles(of_source(kb, source)),
    )


def _in_all_styles(work: Work) -> Citations:
    return Citations(apa(work), chicago(work), bibtex(work), csl_json(work))
