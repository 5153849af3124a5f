"""Dates as analysts write them, EDTF, and the four days that bound what each may mean.

Taken are dates to the year, month or day, a qualifier at their end, `X` for unknown digits,
`[a..b]` (once in it) and `a/b` (from, to), each open at either end. The bounds are those of the
Simple Event Model. Sources: Extended Date/Time Format (Library of Congress; ISO 8601-2); widening
a qualified date by one unit of its precision is this project's own convention.
"""

from __future__ import annotations

from dataclasses import dataclass

from kb.dates.point import FIRST_DAY, LAST_DAY, NO_DATE, Point, Precision, Refusal, read_point
from kb.dates.refused import refused_form
from kb.dates.suggest import is_length, suggest
from kb.dates.when import Openness, When
from kb.phrasing import did_you_mean, quoted

__all__ = ["BadDate", "Openness", "Precision", "When", "parse"]

_LENGTH = "A length is not a date: give a begin and an end, e.g. 2005~/2014."
_FORMS = (
    "Write 2011, 2011-11 or 2011-11-26, 2005~ (about), [2006-01..2006-04] (once in it)"
    " or 2001/2014 (from, to)."
)


@dataclass(frozen=True, slots=True)
class BadDate:
    """What is wrong with a text given as a date, and what to do: two sentences."""

    problem: str
    advice: str


def parse(text: str) -> When | BadDate:
    """Read a date; any text is answered, in time linear in its length."""
    text = text.strip()
    if not text:
        return BadDate("The date is empty.", _FORMS)
    found = _read(text)
    if isinstance(found, When):
        return found
    if found is NO_DATE:
        return BadDate(f"{quoted(text)}{found.what}", _advice_for_loose(text))
    proposals = _mended(found.proposals)
    advice = did_you_mean(proposals) if proposals else found.advice or _FORMS
    return BadDate(f"{quoted(text)}{found.what}", advice)


def _advice_for_loose(text: str) -> str:
    proposals = suggest(text)
    if len(proposals) > 1:
        return f"Day and month are ambiguous: write {' or '.join(proposals)}."
    if proposals:
        return did_you_mean(proposals)
    return _LENGTH if is_length(text) else _FORMS


def _mended(proposals: tuple[str, ...]) -> list[str]:
    """The proposals that are dates, with their own first proposal in place of those that are not.

    Both ends of an interval may be wrong, and then their order, so that three rounds suffice.
    """
    dates = []
    for text in proposals:
        for _ in range(4):
            found = _read(text)
            if isinstance(found, When):
                dates.append(text)
                break
            if not found.proposals:
                break
            text = found.proposals[0]
    return dates


def _read(text: str) -> When | Refusal:
    if text.startswith("[") and text.endswith("]"):
        return _read_span(text)
    if text.count("/") == 1 and not text.startswith("{"):
        return _read_interval(text)
    point = _read_part(text)
    if isinstance(point, Refusal):
        return point
    return When(text, point.first, point.last, point.first, point.last)


def _read_span(text: str) -> When | Refusal:
    """Read `[a..b]`, one day in a span that may be open at one end."""
    left, dots, right = text[1:-1].partition("..")
    if not dots or not (left or right):
        return refused_form(text) or NO_DATE
    begin = _read_part(left) if left else Point(FIRST_DAY, FIRST_DAY)
    end = _read_part(right) if right else Point(LAST_DAY, LAST_DAY)
    if isinstance(begin, Refusal):
        return _within(begin, "[", f"..{right}]") or refused_form(text) or NO_DATE
    if isinstance(end, Refusal):
        return _within(end, f"[{left}..", "]") or refused_form(text) or NO_DATE
    if end.last < begin.first:
        return Refusal(" ends before it begins.", (f"[{right}..{left}]",))
    return When(text, begin.first, end.last, begin.first, end.last)


def _read_interval(text: str) -> When | Refusal:
    """Read `a/b`; where begin and end overlap, the bounds are clipped to what can be."""
    left, _, right = text.partition("/")
    if {left, right} <= {"", ".."}:
        return Refusal(" has neither begin nor end.", advice=_FORMS)
    begin = Point(FIRST_DAY, FIRST_DAY) if left in ("", "..") else _read_part(left)
    end = Point(LAST_DAY, LAST_DAY) if right in ("", "..") else _read_part(right)
    if isinstance(begin, Refusal):
        return _within(begin, "", f"/{right}") or NO_DATE
    if isinstance(end, Refusal):
        return _within(end, f"{left}/", "") or NO_DATE
    if end.last < begin.first:
        return Refusal(" ends before it begins.", (f"{right}/{left}",))
    latest_begin = end.last if left == "" else min(begin.last, end.last)
    earliest_end = begin.first if right == "" else max(end.first, begin.first)
    return When(text, begin.first, latest_begin, earliest_end, end.last)


def _read_part(text: str) -> Point | Refusal:
    point = read_point(text)
    return refused_form(text) or NO_DATE if point is NO_DATE else point


def _within(part: Refusal, before: str, after: str) -> Refusal | None:
    """The refusal of a part as one of the whole text; nothing where the part is no date at all.

    Where a span is proposed for the part, its outer end is: brackets do not nest.
    """
    if part is NO_DATE:
        return None
    outer = 0 if before in ("", "[") else -1
    proposals = (proposal.strip("[]").split("..")[outer] for proposal in part.proposals)
    return Refusal(part.what, tuple(f"{before}{one}{after}" for one in proposals), part.advice)
