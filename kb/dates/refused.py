"""Forms of EDTF and ISO 8601 that are dates but not taken here, with the form to use instead."""

from __future__ import annotations

import re

from kb.dates.point import NO_DATE, Point, Refusal, read_point

_SEASON = re.compile(r"([0-9]{4})-(2[1-9]|3[0-9]|4[01])")
_SEASON_MONTHS = {
    **dict.fromkeys((21, 25, 31), (3, 5)),
    **dict.fromkeys((22, 26, 32), (6, 8)),
    **dict.fromkeys((23, 27, 29), (9, 11)),
    **dict.fromkeys((24, 28, 30), (12, 2)),
    **{33 + n: (3 * n + 1, 3 * n + 3) for n in range(4)},
    **{37 + n: (4 * n + 1, 4 * n + 4) for n in range(3)},
    **{40 + n: (6 * n + 1, 6 * n + 6) for n in range(2)},
}
_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}(?::?[0-9]{2}){0,2}(?:[.,][0-9]+)?\S*")
_FAR_YEAR = re.compile(r"[+-][0-9]{4,}\S*|Y[+-]?[0-9]\S*|[0-9]{5}|[0-9]{7}|[0-9]{9,}|[0-9]{5,}-\S*")
_SIGNIFICANT = re.compile(r"([0-9]{4})S([1-3])")
_DATE = re.compile(r"[0-9X]{4}(?:-[0-9X]{2}){0,2}[~?%]?")
_QUALIFIER = re.compile(r"[~?%]")


def span_of_months(year: int, first: int, last: int) -> str:
    """`[first..last]` by months, the last in the next year where it comes before the first."""
    end_year = min(year + (last < first), 9999)
    last = last if end_year == year + (last < first) else 12
    return f"[{year:04d}-{first:02d}..{end_year:04d}-{last:02d}]"


def refused_form(text: str) -> Refusal | None:
    """Say which form the text has, or nothing where it has none of them."""
    if text[:1] in ("{", "["):
        return _several(text)
    if season := _SEASON.fullmatch(text.rstrip("~?%")):
        year, first_last = int(season[1]), _SEASON_MONTHS[int(season[2])]
        return Refusal(
            " is a season or another part of a year.", (span_of_months(year, *first_last),)
        )
    if time := _TIME.fullmatch(text):
        return Refusal(" has a time, and dates here end at the day.", (time[1],))
    if significant := _SIGNIFICANT.fullmatch(text):
        known = significant[1][: int(significant[2])]
        return Refusal(" is a year in significant digits.", (known.ljust(4, "X"),))
    if _FAR_YEAR.fullmatch(text):
        return Refusal(" has a year outside 0001 to 9999.", advice="Write a year of four digits.")
    return _misplaced_qualifier(text)


def _several(text: str) -> Refusal | None:
    found = _DATE.findall(text)
    dates = [one for one in (*found[:1], *found[-1:]) if isinstance(read_point(one), Point)]
    inside = text[1:-1]
    if not dates or not text.endswith("}" if text[0] == "{" else "]"):
        return None
    if text[0] == "[" and "," not in inside:
        alone = dates[0] if inside == dates[0] else f"[{inside.replace('/', '..', 1)}]"
        return Refusal(NO_DATE.what, (alone,)) if alone != text else None
    first, last = min(dates), max(dates)
    span = f"[{first}..{last}]"
    if text[0] == "[":
        return Refusal(" lists dates.", (span,))
    return Refusal(
        " is a set, and an event has one date.",
        advice=f"Write one event for each date, or {span} (once in it).",
    )


def _misplaced_qualifier(text: str) -> Refusal | None:
    bare = _QUALIFIER.sub("", text)
    if bare == text or not _DATE.fullmatch(bare):
        return None
    marks = set(_QUALIFIER.findall(text))
    qualifier = marks.pop() if len(marks) == 1 else "%"
    return Refusal(": a qualifier is one mark at the end of a date.", (f"{bare}{qualifier}",))
