"""One EDTF date: a year, month or day, with unknown digits (`X`) and a qualifier at its end.

Source: Extended Date/Time Format, Library of Congress, levels 0 and 1, and unknown digits in any
place from level 2. Dates are proleptic Gregorian, years 0001 to 9999.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kb.dates.languages import ENGLISH

Precision = Literal["day", "month", "year"]

FIRST_DAY = date.min
LAST_DAY = date.max
YEARS = range(FIRST_DAY.year, LAST_DAY.year + 1)
MONTHS = range(1, 13)
SEASONS = range(21, 42)

_DATE = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([~?%]?)")


@dataclass(frozen=True, slots=True)
class Point:
    """The first and the last day that one written date may mean."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text is not taken: `what` follows the quoted text, then proposals or an advice.

    `proposals` stand for the refused text alone, so that whoever holds more text can put them in
    its place.
    """

    what: str
    proposals: tuple[str, ...] = ()
    advice: str = ""


NO_DATE = Refusal(" is not an EDTF date.")


def read_point(text: str) -> Point | Refusal:
    """Read one date, or say why not; `NO_DATE` where the text does not have the form of one."""
    match = _DATE.fullmatch(text)
    if match is None:
        return NO_DATE
    year, month, day, qualifier = match.groups()
    wrong = _check(year, month, day, qualifier)
    if wrong is not None:
        return wrong
    first = _edge(year, month, day, last=False)
    last = _edge(year, month, day, last=True)
    if first is None or last is None:
        return Refusal(": there is no such day.", (f"{year}-{month}-XX{qualifier}",))
    return _widened(first, last, precision_of(text)) if qualifier else Point(first, last)


def precision_of(written: str) -> Precision:
    """The finest unit of a written date that is known, with all above it, to the last digit."""
    units: tuple[Precision, ...] = ("year", "month", "day")
    before, unknown, _ = written.partition("X")
    known = before.count("-") - bool(unknown)
    return units[max(known, 0)]


def shifted(day: date, months: int) -> date:
    """The day so many months on, at the last of a month where it was; within years 0001-9999."""
    at_end = day.day == monthrange(day.year, day.month)[1]
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year not in YEARS:
        return FIRST_DAY if year < FIRST_DAY.year else LAST_DAY
    length = monthrange(year, month + 1)[1]
    return date(year, month + 1, length if at_end else min(day.day, length))


def _check(year: str, month: str | None, day: str | None, qualifier: str) -> Refusal | None:
    if year == "XXXX":
        advice = "Write a span that it falls in, such as [1990..2006]."
        return Refusal(" leaves the whole year unknown.", advice=advice)
    if year == "0000":
        return Refusal(" has a year outside 0001 to 9999.", advice="Write a year of four digits.")
    if month is not None and not _filled(month, MONTHS):
        if day is None and int(month.replace("X", "0")) in SEASONS:
            return NO_DATE
        if month == "00":
            return Refusal(": there is no month 00.", (f"{year}{qualifier}",))
        swapped = day is not None and bool(_filled(day, MONTHS))
        return Refusal(
            f": there is no month {month}.",
            (f"{year}-{day}-{month}{qualifier}",) if swapped else (),
            "Months run from 01 to 12.",
        )
    if day == "00":
        return Refusal(": there is no day 00.", (f"{year}-{month}{qualifier}",))
    if day is None or month is None or "X" in f"{year}{month}{day}":
        return None
    length = monthrange(int(year), int(month))[1]
    if int(day) <= length:
        return None
    name = f"{ENGLISH.months[int(month) - 1]} {year}"
    return Refusal(f": {name} has {length} days.", (f"{year}-{month}-{length}{qualifier}",))


def _edge(year: str, month: str | None, day: str | None, *, last: bool) -> date | None:
    """The first or last day that fits; a part without X has one filling, so this is short."""
    step = -1 if last else 1
    for some_year in _filled(year, YEARS)[::step]:
        for some_month in _filled(month or "XX", MONTHS)[::step]:
            length = monthrange(some_year, some_month)[1]
            days = _filled(day or "XX", range(1, length + 1))
            if days:
                return date(some_year, some_month, days[::step][0])
    return None


def _filled(part: str, allowed: range) -> list[int]:
    """The allowed numbers that the digits and X of one part of a date may stand for, ascending."""
    if "X" not in part:
        return [int(part)] if int(part) in allowed else []
    shape = re.compile(part.replace("X", "[0-9]"))
    low, high = int(part.replace("X", "0")), int(part.replace("X", "9"))
    numbers = range(max(low, allowed.start), min(high + 1, allowed.stop))
    return [number for number in numbers if shape.fullmatch(f"{number:0{len(part)}d}")]


def _widened(first: date, last: date, precision: Precision) -> Point:
    """One unit of the precision on each side: this project's reading of `~`, `?` and `%`."""
    if precision == "day":
        one = timedelta(days=1)
        return Point(max(first, FIRST_DAY + one) - one, min(last, LAST_DAY - one) + one)
    months = 12 if precision == "year" else 1
    return Point(shifted(first, -months), shifted(last, months))
