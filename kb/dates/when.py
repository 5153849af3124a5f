"""What a date means: four days that bound its begin and end, and how it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kb.dates.point import FIRST_DAY, Precision, precision_of

if TYPE_CHECKING:
    from datetime import date

Openness = Literal["ongoing", "unknown"]

_WRITTEN_DATE = re.compile(r"[0-9X]{4}(?:-[0-9X]{2}){0,2}")


@dataclass(frozen=True, slots=True)
class When:
    """A date or an interval; it begins and ends on some day within its bounds, all inclusive.

    `latest_end` is 9999-12-31 where the end is open, `earliest_begin` 0001-01-01 where the begin
    is. What is no interval has the bounds of its begin again as those of its end.
    """

    edtf: str
    earliest_begin: date
    latest_begin: date
    earliest_end: date
    latest_end: date

    @property
    def year(self) -> int:
        """The first year written, X read as 0: the year to count it under."""
        return max(FIRST_DAY.year, int(self._first_written[:4].replace("X", "0")))

    @property
    def precision(self) -> Precision:
        """The unit of the first date written, the begin unless that is open."""
        return precision_of(self._first_written)

    @property
    def qualified(self) -> bool:
        """Whether any part is marked uncertain (`?`), approximate (`~`) or both (`%`)."""
        return not {"?", "~", "%"}.isdisjoint(self.edtf)

    @property
    def is_interval(self) -> bool:
        """Whether it lasts from a begin to an end (`a/b`); `[a..b]` is once, so it is none."""
        return "/" in self.edtf

    @property
    def open_begin(self) -> Openness | None:
        """How an interval's begin is open: `../b` has none ('ongoing'), that of `/b` is unknown."""
        if self.edtf.startswith("../"):
            return "ongoing"
        return "unknown" if self.edtf.startswith("/") else None

    @property
    def open_end(self) -> Openness | None:
        """How an interval's end is open: `a/..` is ongoing, that of `a/` is unknown."""
        if self.edtf.endswith("/.."):
            return "ongoing"
        return "unknown" if self.edtf.endswith("/") else None

    @property
    def exact(self) -> bool:
        """Whether it is one known day."""
        return self.earliest_begin == self.latest_end

    @property
    def sort_key(self) -> tuple[date, date]:
        """Orders events in time; put their id behind it."""
        return self.earliest_begin, self.latest_end

    def holds(self, other: When) -> bool:
        """Whether begin and end of the other, wherever they fall, fall within these bounds."""
        return (
            self.earliest_begin <= other.earliest_begin
            and self.latest_begin >= other.latest_begin
            and self.earliest_end <= other.earliest_end
            and self.latest_end >= other.latest_end
        )

    def disputes(self, other: When) -> bool:
        """Whether neither date holds the other; `2007` and `2007-01-25` do not differ."""
        return not (self.holds(other) or other.holds(self))

    @property
    def _first_written(self) -> str:
        match = _WRITTEN_DATE.search(self.edtf)
        return match[0] if match else self.earliest_begin.isoformat()
