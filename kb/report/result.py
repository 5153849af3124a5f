"""What a report holds: measures with their targets, counts, a grid, and how coders agreed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

What = Literal["event", "actor", "place", "source", "kind"]
"""Of what kind of record an id is."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A record that misses a measure."""

    what: What
    id: str


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked of a measure: a count, a share from 0 to 1, or an alpha, as it was written."""

    value: float
    written: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that was measured: `value` of `of`, or a bare count where `of` is None.

    `misses` are the records that lack it, or where `fewer` is better those that have it.
    """

    id: str
    value: int
    of: int | None = None
    misses: tuple[Miss, ...] = ()
    fewer: bool = False
    target: Target | None = None

    @property
    def share(self) -> float | None:
        """From 0 to 1; None for a bare count, and of nothing."""
        return self.value / self.of if self.of else None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None where there is none, or nothing to measure."""
        reached = self.value if self.of is None else self.share
        if self.target is None or reached is None:
            return None
        return reached <= self.target.value if self.fewer else reached >= self.target.value


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of a name: a type, a domain, a publisher, a source's id."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """The events of one actor by decade, in the order of the grid's decades."""

    actor: str
    counts: tuple[int, ...]
    target: Target | None = None

    @property
    def total(self) -> int:
        """All its events."""
        return sum(self.counts)

    @property
    def met(self) -> bool | None:
        """Whether it has as many events as are asked for; None where no number is."""
        return None if self.target is None else self.total >= self.target.value


@dataclass(frozen=True, slots=True)
class Grid:
    """Events by actor and decade. An event counts for each of its actors, but once in `totals`."""

    decades: tuple[int, ...]
    rows: tuple[Row, ...]
    totals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two codings of the same events agree on one field.

    `same` of `events` are equal; `alpha` is Krippendorff's, None where it is undefined because
    everything was coded alike.
    """

    field: str
    events: int
    same: int
    alpha: float | None
    differing: tuple[str, ...]
    target: Target | None = None

    @property
    def met(self) -> bool | None:
        """Whether alpha reaches its target; None where there is no target or no alpha."""
        if self.target is None or self.alpha is None:
            return None
        return self.alpha >= self.target.value
