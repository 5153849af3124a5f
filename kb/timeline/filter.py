"""Which events a reader asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.dates.when import When


@dataclass(frozen=True, slots=True)
class Filter:
    """A reader's choice; an empty or absent part lets everything through.

    Values of one part are alternatives, and the parts hold together. `partner` takes any actor's
    id: that of a lane, or that of an actor who takes part. `first` and `last` are days, months or
    years, and an event passes that may have been going on between them, both included. `text` lets
    through what `kb.search` finds.
    """

    partner: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    first: When | None = None
    last: When | None = None
    minimum: float | None = None
    maximum: float | None = None
    disputed: bool = False
    text: str = ""

    def within(self, when: When) -> bool:
        """Whether that may have been going on between `first` and `last`."""
        if self.first is not None and when.latest_end < self.first.earliest_begin:
            return False
        return self.last is None or when.earliest_begin <= self.last.latest_end
