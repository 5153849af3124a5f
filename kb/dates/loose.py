"""Reads one loosely written point in time: numbers in some order, month names, parts of a year."""

from __future__ import annotations

import re
from calendar import monthrange

from dateutil import parser as dateutil

from kb.dates.languages import ENGLISH, LANGUAGES
from kb.dates.point import Point, read_point
from kb.dates.refused import span_of_months

_FILLER = re.compile(r"(?:(?:some ?time|in|on|during|within|the|year|a\.?d\.?) )+")
_TIME = re.compile(
    r"(?:[ t,]+(?:at )?)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[ap]m)?(?: ?(?:z|utc|gmt|pst|pkt))?"
)
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_MONTHS = {
    name.lower(): english.lower()
    for language in LANGUAGES.values()
    for name, english in zip(language.months, ENGLISH.months, strict=True)
}
_FOREIGN_MONTH = re.compile("|".join(name for name in _MONTHS if name not in _MONTHS.values()))

_EDTF = re.compile(r"[0-9x]{4}(?:-[0-9x]{2}){0,2}[~?%]?")
_SPAN = re.compile(rf"\[({_EDTF.pattern})\.\.({_EDTF.pattern})\]")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{1,2}))?")
_YEAR_LAST = re.compile(r"(?:([0-9]{1,2})[-/. ])?([0-9]{1,2})[-/. ]([0-9]{4})")
_DIGITS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})?")
_DECADE = re.compile(r"([0-9]{3})0'?s")
_CENTURY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)[ -]century")
_MONTH_NAME = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_DAY_NUMBER = re.compile(r"(?<![0-9])[0-9]{1,2}(?![0-9])")
_YEAR_NUMBER = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")

_MONTHS_OF = {
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "winter": (12, 2),
    "h1": (1, 6),
    "h2": (7, 12),
    **{f"q{n}": (3 * n - 2, 3 * n) for n in range(1, 5)},
}
_PARTS = {
    **{part: part for part in _MONTHS_OF},
    **dict.fromkeys(("beginning", "start"), "early"),
    "middle": "mid",
    "end": "late",
    "fall": "autumn",
    "first half": "h1",
    "second half": "h2",
    **{f"{n} quarter": f"q{i}" for i, n in enumerate(("first", "second", "third", "fourth"), 1)},
}
_PART = "|".join(_PARTS)
_PART_FIRST = re.compile(rf"({_PART})[ -](?:of )?(?:the )?(.+)")
_PART_LAST = re.compile(r"([0-9]{4})[ -]?(q[1-4]|h[12]|spring|summer|autumn|fall|winter)")
_YEARS_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_DAYS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


def tidy(text: str) -> str:
    """In lower case, ASCII digits and English months, without time of day and filler words."""
    digits = "".join(str(int(char)) if char.isdecimal() else char for char in text)
    plain = " ".join(digits.translate(_DASHES).lower().split())
    plain = plain if plain.endswith("..") else plain.rstrip(".,;")
    plain = _FOREIGN_MONTH.sub(lambda name: _MONTHS[name[0]], plain)
    return _bare(_TIME.sub("", plain))


def read_loose_point(text: str) -> tuple[str, ...]:
    """The dates or the `[a..b]` span that a tidied text may mean; two where ambiguous."""
    text = _bare(text)
    for read in (_numbers, _decade, _part, _named_month):
        found = read(text)
        if found:
            return found
    return ()


def _bare(text: str) -> str:
    filler = _FILLER.match(text)
    return text[filler.end() :] if filler else text


def _valid(*candidates: str) -> tuple[str, ...]:
    """The candidates that are dates, each once; the nearest date for a day that does not exist."""
    dates: dict[str, None] = {}
    for candidate in candidates:
        found = read_point(candidate)
        if isinstance(found, Point):
            dates[candidate] = None
        else:
            dates.update(dict.fromkeys(_valid(*found.proposals)))
    return tuple(dates)


def _numbers(text: str) -> tuple[str, ...]:
    if _EDTF.fullmatch(text):
        return _valid(text.upper())
    if match := _SPAN.fullmatch(text):
        ends = _valid(*match.groups())
        return (f"[{ends[0]}..{ends[-1]}]",) if ends else ()
    if match := _YEAR_FIRST.fullmatch(text) or _DIGITS.fullmatch(text):
        return _valid("-".join(part.zfill(2) for part in match.groups() if part))
    if match := _YEAR_LAST.fullmatch(text):
        one, two, year = match[1], match[2].zfill(2), match[3]
        if one is None:
            return _valid(f"{year}-{two}")
        one = one.zfill(2)
        orders = [(month, day) for month, day in ((one, two), (two, one)) if "01" <= month <= "12"]
        return _valid(*(f"{year}-{month}-{day}" for month, day in orders))
    return _valid(f"0{text}") if re.fullmatch("[0-9]{3}", text) else ()


def _decade(text: str) -> tuple[str, ...]:
    if match := _DECADE.fullmatch(text):
        return _valid(f"{match[1]}X")
    if match := _CENTURY.fullmatch(text):
        return _valid(f"{int(match[1]) - 1:02d}XX") if int(match[1]) else ()
    return ()


def _part(text: str) -> tuple[str, ...]:
    """A part of a year, a decade or a month, as a span."""
    if match := _PART_LAST.fullmatch(text):
        part, whole = _PARTS[match[2]], match[1]
    elif match := _PART_FIRST.fullmatch(text):
        part, whole = _PARTS[match[1]], match[2]
    else:
        return ()
    if re.fullmatch("[0-9]{4}", whole):
        return (span_of_months(int(whole), *_MONTHS_OF[part]),) if int(whole) else ()
    if (decade := _DECADE.fullmatch(whole)) and part in _YEARS_OF_DECADE:
        first, last = _YEARS_OF_DECADE[part]
        return (f"[{decade[1]}{first}..{decade[1]}{last}]",) if int(decade[1]) else ()
    if part not in _DAYS_OF_MONTH:
        return ()
    months = [month for month in _named_month(whole) + _numbers(whole) if len(month) == 7]
    return tuple(_days_of(month, *_DAYS_OF_MONTH[part]) for month in months if "X" not in month)


def _days_of(month: str, first: int, last: int) -> str:
    length = monthrange(int(month[:4]), int(month[5:]))[1]
    return f"[{month}-{first:02d}..{month}-{min(last, length):02d}]"


def _named_month(text: str) -> tuple[str, ...]:
    """A date with its month's name and a year of four digits, read by dateutil.

    Kept to one month, one year and at most one day, because dateutil fills what it does not find
    from today and reads more numbers as an hour or an offset. It reads the first of the month, so
    that a day that the month lacks can still be mended.
    """
    days, years = _DAY_NUMBER.findall(text), _YEAR_NUMBER.findall(text)
    if len(_MONTH_NAME.findall(text)) != 1 or len(years) != 1 or len(days) > 1:
        return ()
    try:
        month = dateutil.parse(_DAY_NUMBER.sub("1", text), ignoretz=True).month
    except (ValueError, OverflowError):
        return ()
    return _valid("-".join([years[0], f"{month:02d}", *(day.zfill(2) for day in days)]))
