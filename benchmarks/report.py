"""Figures as a table on the screen, as Markdown and as JSON in `benchmarks/results/`."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

RESULTS = Path(__file__).parent / "results"

Row = dict[str, Any]


def machine() -> dict[str, Any]:
    """What the figures depend on: cores, processor, and how busy it was with other work."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        lines = []
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return {
        "cores": os.cpu_count(),
        "processor": next(models, "unknown"),
        "load": round(os.getloadavg()[0], 1),
    }


def table(rows: Sequence[Row]) -> str:
    """The rows as a table in Markdown; numbers stand to the right."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    cells = [[_text(row.get(name)) for name in names] for row in rows]
    widths = [max(map(len, column)) for column in zip(names, *cells, strict=True)]
    numeric = [any(isinstance(row.get(name), int | float) for row in rows) for name in names]
    lines = [names, *cells]
    drawn = [
        "| "
        + " | ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(line, widths, numeric, strict=True)
        )
        + " |"
        for line in lines
    ]
    rule = [
        "-" * (width + 1) + (":" if right else "-")
        for width, right in zip(widths, numeric, strict=True)
    ]
    return "\n".join([drawn[0], f"|{'|'.join(rule)}|", *drawn[1:]])


def write(name: str, about: Row, rows: Sequence[Row]) -> None:
    """Keep the figures as `<name>.json` and `<name>.md`, the latest ones only."""
    RESULTS.mkdir(exist_ok=True)
    kept = json.dumps({"about": about, "rows": rows}, indent=1, ensure_ascii=False)
    (RESULTS / f"{name}.json").write_text(f"{kept}\n", "utf-8")
    said = ", ".join(f"{key}: {value}" for key, value in about.items())
    (RESULTS / f"{name}.md").write_text(f"{said}.\n\n{table(rows)}\n", "utf-8")


def _text(value: Any) -> str:
    return "–" if value is None else f"{value:,}" if isinstance(value, int) else str(value)
