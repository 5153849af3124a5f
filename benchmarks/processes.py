"""What a process and those below it take, as Linux tells in /proc."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Taken:
    """How many processes there are, their memory in MiB (shared pages once), their CPU seconds."""

    processes: int
    memory: float
    seconds: float


def taken(session: int) -> Taken:
    """What the processes of this session (setsid) take at the moment."""
    count, memory, ticks = 0, 0.0, 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
            rollup = stat.with_name("smaps_rollup").read_text() if fields[3] == str(session) else ""
        except (OSError, ProcessLookupError):
            continue
        if not rollup or fields[0] in "ZX":
            continue
        count += 1
        ticks += int(fields[11]) + int(fields[12])
        pss = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
        memory += int(pss.split()[1]) / 1024
    return Taken(count, round(memory, 1), ticks / _TICKS)
