import json

import pytest

from benchmarks.trace import frames

PAGE, OTHER = 7, 8


def event(name, ts, pid=PAGE, tid=1, **more):
    return {"name": name, "ts": ts, "pid": pid, "tid": tid, "ph": "X", "args": {}, **more}


def task(ts, dur, tdur, **more):
    return event("RunTask", ts, dur=dur, tdur=tdur, **more)


def fate(ts, state):
    return event("PipelineReporter", ts, ph="b", args={"frame_reporter": {"state": state}})


def read(*events):
    threads = [
        event("thread_name", 0, pid=pid, args={"name": "CrRendererMain"}) for pid in (PAGE, OTHER)
    ]
    marks = [
        event("pan-begin", 1_000),
        event("pan-end", 60_000),
        event("pan-rest", 90_000),
    ]
    trace = json.dumps({"traceEvents": [*threads, *marks, *events]}).encode()
    [found] = frames(trace, ["pan"])
    return found


def test_the_work_of_a_frame_is_all_that_is_done_until_the_next_one_that_is_painted():
    """A frame begins within the task that makes it; the second frame here paints nothing."""
    found = read(
        task(1_900, 3_000, 2_500),
        event("BeginMainThreadFrame", 2_000),
        event("Paint", 4_000),
        task(10_000, 1_000, 500),
        event("BeginMainThreadFrame", 20_000),
        task(19_900, 1_000, 250),
        event("BeginMainThreadFrame", 40_000),
        task(39_900, 5_000, 4_000),
        event("Paint", 41_000),
    )

    assert found.work == (3.25, 4.0)


def test_work_of_another_page_does_not_count():
    found = read(
        event("BeginMainThreadFrame", 2_000),
        event("Paint", 3_000),
        task(1_900, 3_000, 2_000),
        task(5_000, 1_000, 900, pid=OTHER),
    )

    assert found.work == (2.0,)


def test_what_follows_the_gesture_is_told_apart():
    found = read(
        event("BeginMainThreadFrame", 2_000),
        event("Paint", 3_000),
        task(1_900, 3_000, 2_000),
        event("BeginMainThreadFrame", 70_000),
        event("Paint", 71_000),
        task(69_900, 30_000, 25_000),
    )

    assert (found.work, found.rest) == ((2.0,), 25.0)


@pytest.mark.parametrize(
    ("state", "presented", "dropped"),
    [
        ("STATE_PRESENTED_ALL", 1, 0),
        ("STATE_PRESENTED_PARTIAL", 1, 0),
        ("STATE_DROPPED", 0, 1),
        ("STATE_NO_UPDATE_DESIRED", 0, 0),
    ],
)
def test_frames_are_counted_by_their_fate(state, presented, dropped):
    found = read(
        event("BeginMainThreadFrame", 2_000),
        event("Paint", 3_000),
        task(1_900, 3_000, 2_000),
        fate(5_000, state),
        fate(80_000, "STATE_DROPPED"),
    )

    assert (found.presented, found.dropped) == (presented, dropped)
