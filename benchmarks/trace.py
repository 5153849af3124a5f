"""What a trace of Chromium says of the frames between two marks that the page set."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import Any

CATEGORIES = [
    "blink.user_timing",
    "devtools.timeline",
    "disabled-by-default-devtools.timeline",
    "disabled-by-default-devtools.timeline.frame",
]
"""Tasks of each thread with their processor time, frames and their fate, and the page's marks."""

Event = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames of one gesture."""

    work: tuple[float, ...]
    """Milliseconds of the main thread's processor time, one entry a frame that it painted."""
    rest: float
    """The most work in one frame after the gesture, when the picture is laid out anew."""
    presented: int
    dropped: int


def frames(trace: bytes, gestures: list[str]) -> list[Frames]:
    """The frames of each gesture, which the marks `<name>-begin`, `-end` and `-rest` enclose."""
    events: list[Event] = json.loads(trace)["traceEvents"]
    pid, tid = _main_thread(events)
    own = [event for event in events if event["pid"] == pid]
    begins = _painted(own)
    tasks = [e for e in own if e["name"] == "RunTask" and e["tid"] == tid and "dur" in e]
    marks = {e["name"]: e["ts"] for e in own if e["name"].endswith(("-begin", "-end", "-rest"))}
    fates = [
        (event["ts"], event["args"]["frame_reporter"]["state"])
        for event in own
        if event["name"] == "PipelineReporter" and event["ph"] == "b"
    ]
    work = _work(begins, tasks)
    found = []
    for name in gestures:
        begin, end, rest = (marks[f"{name}-{part}"] for part in ("begin", "end", "rest"))
        within = Counter(state for at, state in fates if begin <= at < end)
        found.append(
            Frames(
                work=tuple(work[at] for at in begins if begin <= at < end),
                rest=max((work[at] for at in begins if end <= at < rest), default=0.0),
                presented=within["STATE_PRESENTED_ALL"] + within["STATE_PRESENTED_PARTIAL"],
                dropped=within["STATE_DROPPED"],
            )
        )
    return found


def _main_thread(events: list[Event]) -> tuple[int, int]:
    """The busiest main thread of a renderer: a spare one does next to nothing."""
    mains = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    busy: Counter[tuple[int, int]] = Counter()
    for event in events:
        if event["name"] == "RunTask" and (event["pid"], event["tid"]) in mains:
            busy[event["pid"], event["tid"]] += event.get("tdur", 0)
    return busy.most_common(1)[0][0]


def _painted(events: list[Event]) -> list[int]:
    """The begins of those frames in which the page painted: others would flatter the figures."""
    begins = sorted(event["ts"] for event in events if event["name"] == "BeginMainThreadFrame")
    painted = {
        bisect_right(begins, event["ts"]) - 1 for event in events if event["name"] == "Paint"
    }
    return [begins[place] for place in sorted(painted) if place >= 0]


def _work(begins: list[int], tasks: list[Event]) -> dict[int, float]:
    """The begin of a frame to the milliseconds of all tasks from it on to the next one's begin.

    A frame begins within a task, so that a task counts for the frame in which it ends.
    """
    spent: Counter[int] = Counter()
    for task in tasks:
        place = bisect_right(begins, task["ts"] + task["dur"]) - 1
        if place >= 0:
            spent[begins[place]] += task.get("tdur", 0)
    return {at: spent[at] / 1000 for at in begins}
