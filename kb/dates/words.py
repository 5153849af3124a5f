"""Dates for readers: `26 November 2011`, `about 2005`, `since 2001 (ongoing)`."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import TYPE_CHECKING

from kb.catalogues import nearest
from kb.dates.languages import LANGUAGES, Language
from kb.dates.point import Point, read_point

if TYPE_CHECKING:
    from datetime import date

    from kb.dates.when import When

_DECADE = re.compile(r"(?!000)[0-9]{3}X")

_Units = tuple[int, ...]
"""Year, or year and month, or year, month and day."""


def in_words(when: When, lang: str = "en") -> str:
    """The date in the language of a BCP 47 tag, digits Latin; English where that is unknown."""
    held = nearest(lang)
    return _words(when, LANGUAGES[held.tag])


def _words(when: When, language: Language) -> str:
    text = when.edtf
    if when.is_interval:
        begin, _, end = text.partition("/")
        return _interval(begin, end, language)
    if not text.startswith("["):
        return _point(text, language)
    left, _, right = text[1:-1].partition("..")
    if not left:
        return language.or_earlier.format(_point(right, language))
    if not right:
        return language.or_later.format(_point(left, language))
    return _two(left, right, language.once_between, language)


def _interval(begin: str, end: str, language: Language) -> str:
    if end in ("", ".."):
        form = language.ongoing if end else language.end_unknown
        return form.format(_point(begin, language))
    if begin in ("", ".."):
        form = language.until if begin else language.begin_unknown
        return form.format(_point(end, language))
    return _two(begin, end, language.from_to, language)


def _two(begin: str, end: str, form: str, language: Language) -> str:
    """Two dates in the form; plain ones name a month or year that they share once."""
    if begin == end:
        return _point(begin, language)
    first, last = _plain_units(begin), _plain_units(end)
    if first and last:
        return form.format(*_sharing(first, last, language))
    return form.format(_point(begin, language), _point(end, language))


def _point(text: str, language: Language) -> str:
    bare, qualifier = text.rstrip("~?%"), text[-1]
    words = _bare_point(bare, language, language.from_to if qualifier in "~?%" else None)
    if qualifier in "~%":
        words = language.about.format(words)
    return language.perhaps.format(words) if qualifier in "?%" else words


def _bare_point(text: str, language: Language, form: str | None) -> str:
    """A date without qualifier; `form` is for the span that its X leave open, if not once in it."""
    units = _plain_units(text)
    if units:
        return _full(units, language)
    if _DECADE.fullmatch(text):
        return language.decade.format(int(text.replace("X", "0")))
    point = read_point(text)
    if not isinstance(point, Point):
        return text
    first, last = _coarsest(point)
    if first == last:
        return _full(first, language)
    return (form or language.once_between).format(*_sharing(first, last, language))


def _plain_units(text: str) -> _Units | None:
    parts = text.split("-")
    return tuple(map(int, parts)) if all(part.isdigit() for part in parts) else None


def _coarsest(point: Point) -> tuple[_Units, _Units]:
    """Both ends by years or months where these are filled from first to last day, else by days."""
    first, last = point.first, point.last
    ends_month = last.day == monthrange(last.year, last.month)[1]
    if first.day > 1 or not ends_month:
        return _days(first), _days(last)
    if first.month > 1 or last.month < 12:
        return (first.year, first.month), (last.year, last.month)
    return (first.year,), (last.year,)


def _days(day: date) -> _Units:
    return day.year, day.month, day.day


def _full(units: _Units, language: Language) -> str:
    return _filled((language.year, language.month, language.day)[len(units) - 1], units, language)


def _sharing(first: _Units, last: _Units, language: Language) -> tuple[str, str]:
    """Both dates in words, the first without what it shares with the last."""
    form = None
    if len(first) == len(last) == 3 and first[0] == last[0]:
        same_month = first[1] == last[1]
        form = language.day_in_same_month if same_month else language.day_in_same_year
    elif len(first) == len(last) == 2 and first[0] == last[0]:
        form = language.month_in_same_year
    begin = _filled(form, first, language) if form else _full(first, language)
    return begin, _full(last, language)


def _filled(form: str, units: _Units, language: Language) -> str:
    year, month, day = (*units, 0, 0)[:3]
    return form.format(year=year, month=language.months[month - 1] if month else "", day=day)
