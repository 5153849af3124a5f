"""How long the check of the shipped files takes, beside merely parsing their YAML."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING, Any

import yaml

from kb.data import shipped
from kb.reader import read

if TYPE_CHECKING:
    from collections.abc import Callable

REPEATS = 5


def measure() -> dict[str, Any]:
    """Medians of processor seconds, and their ratio."""
    files = sorted(shipped().rglob("*.yaml"))
    parsed = _seconds(lambda: [yaml.safe_load(file.read_bytes()) for file in files])
    fast = _seconds(lambda: [yaml.load(file.read_bytes(), yaml.CSafeLoader) for file in files])
    checked = _seconds(lambda: read(shipped()))
    return {
        "files": len(files),
        "kilobytes": round(sum(file.stat().st_size for file in files) / 1000),
        "check s": round(checked, 2),
        "yaml.safe_load s": round(parsed, 2),
        "yaml.CSafeLoader s": round(fast, 2),
        "of safe_load": round(checked / parsed, 2),
    }


def _seconds(act: Callable[[], object]) -> float:
    spent = []
    for _ in range(REPEATS):
        begin = time.process_time()
        act()
        spent.append(time.process_time() - begin)
    return median(spent)
