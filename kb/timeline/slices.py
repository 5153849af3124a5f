"""A long list of events in pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.model import Event

SIZE = 100
"""Events on a page of the list."""


@dataclass(frozen=True, slots=True)
class Slice:
    """One page of a list of events; pages are counted from 1, and an empty list has one."""

    events: tuple[Event, ...]
    number: int
    last: int
    total: int
    """How many events the whole list has."""
    begin: int
    """How many events stand before this page."""

    @property
    def earlier(self) -> int | None:
        """The number of the page before this one."""
        return self.number - 1 if self.number > 1 else None

    @property
    def later(self) -> int | None:
        """The number of the page after this one."""
        return self.number + 1 if self.number < self.last else None


def slice_of(events: Sequence[Event], number: int = 1, size: int = SIZE) -> Slice:
    """That page of the events; a number beyond either end gives the page that is nearest."""
    last = max(1, -(-len(events) // size))
    number = max(1, min(last, number))
    begin = (number - 1) * size
    return Slice(tuple(events[begin : begin + size]), number, last, len(events), begin)


def number_of(events: Sequence[Event], event: str, size: int = SIZE) -> int | None:
    """The number of the page on which the event of that id stands, None where it is on none."""
    place = next((place for place, one in enumerate(events) if one.id == event), None)
    return None if place is None else place // size + 1
