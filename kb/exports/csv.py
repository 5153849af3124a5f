"""The events as a table: one line each, RFC 4180, with a byte order mark so that Excel reads it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from kb.spreadsheet import safe

if TYPE_CHECKING:
    from kb.model import Event, KnowledgeBase

_BOUNDS = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
_COLUMNS = (
    *("id", "when", *_BOUNDS, "kind", "family", "quad", "score", "by", "to", "between"),
    *("where", "latitude", "longitude", "part_of", "because_of", "sources"),
)


def events_csv(kb: KnowledgeBase) -> bytes:
    """A header and a line for each event in date order; several ids are separated by spaces."""
    languages = kb.dataset.languages
    titles = [f"title@{language}" for language in languages]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*_COLUMNS, *titles, "summary"])
    for event in kb.events.values():
        texts = [event.title.get(language, "") for language in languages]
        texts.append(event.summary.get(languages[0], ""))
        writer.writerow([*_fields(event, kb), *map(safe, texts)])
    return out.getvalue().encode("utf-8-sig")


def _fields(event: Event, kb: KnowledgeBase) -> list[str | float]:
    kind = kb.vocabulary.kinds[event.kind]
    place = kb.places.get(event.where) if event.where else None
    latitude, longitude = place.at if place and place.at else ("", "")
    return [
        event.id,
        event.when.edtf,
        *(getattr(event.when, bound).isoformat() for bound in _BOUNDS),
        event.kind,
        kind.family,
        kb.vocabulary.quad(event.kind),
        kb.vocabulary.score(event.kind),
        *(" ".join(actors) for actors in (event.by, event.to, event.between)),
        event.where or "",
        latitude,
        longitude,
        " ".join(event.part_of),
        " ".join(cause.event for cause in event.because_of),
        " ".join(event.sources),
    ]
