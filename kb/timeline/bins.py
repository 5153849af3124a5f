"""Counts of events by lane and time, for a timeline with more events than can be drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kb.timeline.rows import Rows

PARTS = ("up", "down", "even", "sum")
"""What a tally counts, under the names that the script knows."""


@dataclass(slots=True)
class Tally:
    """How many events cooperate, fight, and do neither, and the sum of their scores."""

    up: int = 0
    down: int = 0
    even: int = 0
    total: float = 0.0

    def add(self, score: float) -> None:
        """Count one event more."""
        self.total += score
        if score > 0:
            self.up += 1
        elif score < 0:
            self.down += 1
        else:
            self.even += 1

    @property
    def count(self) -> int:
        """All events."""
        return self.up + self.down + self.even

    @property
    def row(self) -> tuple[int, int, int, float]:
        """What `PARTS` names."""
        return self.up, self.down, self.even, round(self.total, 1)


@dataclass(slots=True)
class Bins:
    """The tallies of one lane by the number of their bin; a bin without events has none."""

    tallies: dict[int, Tally] = field(default_factory=dict)

    def add(self, number: int, score: float) -> None:
        """Count one event more in that bin."""
        tally = self.tallies.get(number)
        if tally is None:
            tally = self.tallies[number] = Tally()
        tally.add(score)

    def columns(self) -> dict[str, list[Any]]:
        """Lists of equal length, one entry a bin that is not empty; `gap` leads to it.

        The first gap is the number of the first bin, each other the difference to the bin before.
        """
        numbers = sorted(self.tallies)
        gaps = [one - before for one, before in zip(numbers, [0, *numbers], strict=False)]
        return {"gap": gaps, **tally_columns(self.tallies[number] for number in numbers)}


def tally_columns(tallies: Iterable[Tally]) -> dict[str, list[float]]:
    """The counts and sums of tallies as lists of equal length."""
    rows = [tally.row for tally in tallies]
    return {name: [row[place] for row in rows] for place, name in enumerate(PARTS)}


def total(rows: Rows, chosen: Iterable[int]) -> Tally:
    """The tally of all these rows, each once whatever its lanes."""
    found = Tally()
    for row in chosen:
        found.add(rows.score[row])
    return found


def tallies(rows: Rows, chosen: Iterable[int]) -> list[Tally]:
    """One tally a lane, in the order of the lanes."""
    found = [Tally() for _ in rows.lane_ids]
    for row in chosen:
        for lane in rows.lanes[row]:
            found[lane].add(rows.score[row])
    return found


def by_month(rows: Rows, chosen: Sequence[int]) -> dict[str, Any]:
    """Bins of the whole timeline by month: of `all` events, each once, and of each of the `lanes`.

    `edges` are the first days of the months and the day after the last.
    """
    everything, lanes = Bins(), [Bins() for _ in rows.lane_ids]
    for row in chosen:
        month, score = rows.month[row], rows.score[row]
        everything.add(month, score)
        for lane in rows.lanes[row]:
            lanes[lane].add(month, score)
    return {
        "edges": rows.months,
        "all": everything.columns(),
        "lanes": [bins.columns() for bins in lanes],
    }


def by_width(
    rows: Rows, chosen: Sequence[int], lanes: Iterable[int], a: float, size: float, count: int
) -> dict[str, Any]:
    """Bins of equal `size` in days from day `a` on, for some lanes; null for the others."""
    bins = {lane: Bins() for lane in lanes}
    for row in chosen:
        number = int((rows.at[row] - a) // size)
        if 0 <= number < count:
            for lane in rows.lanes[row]:
                if lane in bins:
                    bins[lane].add(number, rows.score[row])
    return {
        "edges": {"a": a, "size": size, "count": count},
        "lanes": [
            bins[lane].columns() if lane in bins else None for lane in range(len(rows.lane_ids))
        ],
    }
