"""The report in the formats that it is written in: text, Markdown and JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from kb.cli.table import aligned
from kb.report.names import name
from kb.report.tables import tables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kb.model import KnowledgeBase
    from kb.report.report import Report
    from kb.report.tables import Table


def in_text(report: Report, kb: KnowledgeBase) -> str:
    """Aligned tables, each under its title."""
    parts = []
    for table in tables(report, kb):
        lines = [table.note] if not table.rows else aligned([table.head, *table.rows], numbers=True)
        parts.append("\n".join([table.title.upper(), *(f"  {line}" for line in lines)]))
    return "\n\n".join(parts) + "\n"


def in_markdown(report: Report, kb: KnowledgeBase) -> str:
    """A heading and a table for each part."""
    return "\n\n".join(_markdown(table) for table in tables(report, kb)) + "\n"


def in_json(report: Report, kb: KnowledgeBase) -> str:
    """All that the report holds; shares go from 0 to 1, and `misses` are ids."""
    data = {
        "measures": [
            {
                "id": one.id,
                "name": name(one.id),
                "value": one.value,
                "of": one.of,
                "share": one.share,
                "target": one.target.value if one.target else None,
                "better": "fewer" if one.fewer else "more",
                "met": one.met,
                "misses": [miss.id for miss in one.misses],
            }
            for one in report.measures
        ],
        "partners": {
            "decades": report.grid.decades,
            "rows": [
                {
                    "id": row.actor,
                    "counts": row.counts,
                    "total": row.total,
                    "target": row.target.value if row.target else None,
                    "met": row.met,
                }
                for row in report.grid.rows
            ],
            "totals": report.grid.totals,
        },
        "counts": {
            key: {row.name: row.count for row in rows} for key, rows in report.counts.items()
        },
        "proofreading": [
            {
                "seed": one.seed,
                "on": one.on.edtf,
                "read": len(one.verdicts),
                "mended": one.of("mended"),
                "unconfirmed": one.of("unconfirmed"),
                "fields": one.by_field,
            }
            for one in report.rounds
        ],
        "reliability": _reliability(report),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _reliability(report: Report) -> list[dict[str, Any]] | None:
    if report.reliability is None:
        return None
    return [
        {
            **asdict(one),
            "target": one.target.value if one.target else None,
            "met": one.met,
        }
        for one in report.reliability
    ]


def _markdown(table: Table) -> str:
    if not table.rows:
        return f"## {table.title}\n\n{table.note}"
    rule = ["---", *["---:"] * (len(table.head) - 1)]
    lines = [f"| {' | '.join(map(_cell, row))} |" for row in (table.head, *table.rows)]
    return "\n".join([f"## {table.title}", "", lines[0], f"| {' | '.join(rule)} |", *lines[1:]])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


WRITERS: Mapping[str, Callable[[Report, KnowledgeBase], str]] = {
    "text": in_text,
    "json": in_json,
    "markdown": in_markdown,
}
"""By the name of the format."""
