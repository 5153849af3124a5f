"""Days as numbers, and where on the axis of time an event stands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kb.dates.when import When

EPOCH = date(1970, 1, 1).toordinal()
FIRST = date.min.toordinal() - EPOCH
"""The begin of what has none."""
LAST = date.max.toordinal() - EPOCH
"""The end of what has none."""


def day(when: date) -> int:
    """Days since 1 January 1970."""
    return when.toordinal() - EPOCH


def year(number: float) -> int:
    """The year of that day."""
    return date.fromordinal(round(number) + EPOCH).year


def mark(when: When) -> float:
    """The day at which its mark stands: the middle of the days on which it may have begun.

    What has no begin stands at its end.
    """
    begun = day(when.latest_begin)
    begun = min(begun, day(when.latest_end)) if begun > FIRST else day(when.earliest_end)
    begin = day(when.earliest_begin)
    return ((begin if begin > FIRST else begun) + begun) / 2


def domain(dates: Iterable[When]) -> tuple[int, int]:
    """The first day of the first year that is written, and the day after the last year's end."""
    first, last = float("inf"), float("-inf")
    for when in dates:
        at, end = mark(when), day(when.latest_end)
        first = min(first, at)
        last = max(last, at, end if end < LAST else at)
    if first > last:
        first, last = day(date(1947, 1, 1)), day(date(2026, 1, 1))
    return day(date(year(first), 1, 1)), day(date(year(last) + 1, 1, 1))


def months(span: tuple[int, int]) -> list[int]:
    """The first days of all months from the span's begin to its end, both included."""
    a, b = span
    return [
        day(date(written, month, 1))
        for written in range(year(a), year(b) + 1)
        for month in range(1, 13)
        if day(date(written, month, 1)) <= b
    ]
