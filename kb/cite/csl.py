"""CSL-JSON, which Zotero, pandoc and other tools of reference management read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kb.cite.work import Day, Name, Work


def csl_json(work: Work) -> str:
    """The work as a list of one item (csl-data.json of the CSL schema), for people to read."""
    return json.dumps([item(work)], ensure_ascii=False, indent=2)


def item(work: Work) -> dict[str, Any]:
    """The work as one item; what is not known is not there."""
    fields = {
        "id": work.key,
        "type": work.type,
        "title": work.title,
        "author": [_name(name) for name in work.authors],
        "container-title": work.container,
        "publisher": work.publisher,
        "issued": _date(work.issued),
        "accessed": _date(work.accessed),
        "version": work.version,
        "number": work.number,
        "URL": work.url,
        "language": work.lang,
    }
    return {name: value for name, value in fields.items() if value}


def _name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    return {"family": name.family, "given": name.given}


def _date(day: Day | None) -> dict[str, Any]:
    if day is None:
        return {}
    parts = [part for part in (day.year, day.month, day.day) if part is not None]
    return {"date-parts": [parts], **({"circa": True} if day.circa else {})}
