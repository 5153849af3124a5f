"""Which names each record uses, of what they are names, and under which fields they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kb.model import Citation, Event


class Reference(NamedTuple):
    """A name of some kind of thing (`actor`, `kind`, `context` ...), and the fields it is under."""

    what: str
    name: str
    within: tuple[str, ...]


def named(kind: str, record: Any) -> Iterator[Reference]:
    """Every name that a record uses, in the order of its fields; missing fields name nothing."""
    if kind == "event":
        yield from _named_by_event(record)
    elif kind == "actor":
        yield from _one("actor type", record.type, "type")
        yield from _each("actor", (held.actor for held in record.part_of), "part_of")
        yield from _each("actor", record.succeeds, "succeeds")
    elif kind == "place":
        yield from _one("actor", record.country, "country")
    elif kind == "source":
        yield from _one("source type", record.type, "type")
        yield from _one("actor", record.side, "side")
    elif kind == "view":
        yield from _each("actor", record.about, "about")
        yield from _cited(record.src, "src")


def _named_by_event(event: Event) -> Iterator[Reference]:
    yield from _one("kind", event.kind, "kind")
    for name in ("by", "to", "between"):
        yield from _each("actor", getattr(event, name), name)
    yield from _one("place", event.where, "where")
    yield from _each("context", event.about, "about")
    yield from _each("event", event.part_of, "part_of")
    yield from _each("obligation", event.obligations, "obligations")
    yield from _cited(event.src, "src")
    for cause in event.because_of:
        yield Reference("event", cause.event, ("because_of",))
        yield from _cited(cause.src, "because_of", cause.event)
    measures = dict.fromkeys(figure.measure for figure in event.figures)
    yield from _each("measure", measures, "figures")
    for figure in event.figures:
        yield from _cited(figure.src, "figures", figure.measure, figure.quantity.written)
    for claim in event.claims:
        yield from _one("place", claim.where, "claims")
        yield from _cited(claim.src, "claims")


def _one(what: str, name: str | None, field: str) -> Iterator[Reference]:
    if name is not None:
        yield Reference(what, name, (field,))


def _each(what: str, names: Iterable[str], field: str) -> Iterator[Reference]:
    yield from (Reference(what, name, (field,)) for name in names)


def _cited(src: Iterable[Citation], *within: str) -> Iterator[Reference]:
    sources = dict.fromkeys(citation.source for citation in src)
    yield from (Reference("source", source, within) for source in sources)
