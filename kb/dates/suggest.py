"""Proposals for dates that are not written as EDTF, as imports and hurried people write them.

Nothing here decides what a date is: a proposal is shown to a person, who takes it or not.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from kb.dates.loose import read_loose_point, tidy
from kb.dates.point import Point, precision_of, read_point

_LONGEST = 80

_ABOUT = r"(?:c|ca|circa|about|around|approximately|approx|roughly|nearly)\b\.? *|~ *"
_PERHAPS = r"(?:perhaps|possibly|probably|maybe|presumably|likely)\b *|\? *"
_HEDGES = tuple(
    (re.compile(pattern), qualifier)
    for pattern, qualifier in (
        (rf"(?:{_ABOUT})(.+)", "~"),
        (r"c([0-9]{4}.*)", "~"),
        (r"(.+?) *\(?(?:or so|approx\.?|approximately)\)?", "~"),
        (rf"(?:{_PERHAPS})(.+)", "?"),
        (r"(.+?) *(?:\(\?\)|\?)", "?"),
    )
)
_OPEN = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"(?:ever )?since (.+)|from (.+)|(.+?) onwards?|(.+?) *(?:-|\.\.)", "{}/.."),
        (r"(?:until|till|up to|to) (.+)", "../{}"),
        (r"(?:by|no later than|at the latest) (.+)", "[..{}]"),
    )
)
_BEFORE = re.compile(r"(?:before|prior to|pre-?) *(.+)")
_AFTER = re.compile(r"(?:after|post-?) *(.+)")
_ONCE_BETWEEN = tuple(
    re.compile(pattern)
    for pattern in (r"between (.+) and (.+)", r"(.+) or (.+)", r"\[?(.+?) *\.\. *(.+?)\]?")
)
_FROM_TO = re.compile(r"(?:from )?(.+?) (?:to|until|till|through) (.+)")
_NOW = re.compile(r"(?:the )?(?:present|now|today|date|ongoing|current|open)(?: day)?|\.\.")
_UNKNOWN = re.compile(r"unknown|\?+")
_UNIT = re.compile(
    r"\b(?:days?|weeks?|fortnights?|months?|years?|decades?|century|centuries)\b(?:[- ]?long)?"
)
_RELATIVE = re.compile(r"\b(?:after|before|later|earlier|ago|since|until)\b|[0-9]{4}")


def suggest(text: str) -> tuple[str, ...]:
    """The EDTF dates that a loosely written one may mean.

    None where it cannot be read; two where day and month are ambiguous. Each is a valid date.
    """
    if len(text) > _LONGEST:
        return ()
    tidied = tidy(text)
    return _once_between(tidied) or _point(tidied) or _interval(tidied) or _open(tidied)


def is_length(text: str) -> bool:
    """Whether the text says how long something took (`decade-long`), not when it was."""
    tidied = tidy(text[: _LONGEST + 1])
    return bool(_UNIT.search(tidied)) and not _RELATIVE.search(tidied)


def _point(text: str) -> tuple[str, ...]:
    """A point or span, with what is said of its certainty."""
    for pattern, qualifier in _HEDGES:
        match = pattern.fullmatch(text)
        if match:
            return tuple(_qualified(one, qualifier) for one in _point(match[1]))
    return read_loose_point(text)


def _qualified(proposal: str, qualifier: str) -> str:
    """With the qualifier added; a span says already that it is not certain."""
    if proposal.endswith("]") or proposal.endswith(qualifier):
        return proposal
    bare = proposal.rstrip("~?%")
    return f"{bare}%" if bare != proposal else f"{bare}{qualifier}"


def _once_between(text: str) -> tuple[str, ...]:
    for pattern in _ONCE_BETWEEN:
        match = pattern.fullmatch(text)
        if match:
            return _joined(match[1], match[2], "[{}..{}]")
    return ()


def _interval(text: str) -> tuple[str, ...]:
    """From one date to another; a hyphen or slash may part the two or stand in one, so try each."""
    splits = [(found[1], found[2]) for found in [_FROM_TO.fullmatch(text)] if found]
    splits += [
        (text[: dash.start()].strip(), text[dash.end() :].strip())
        for dash in re.finditer("[-/]", text)
    ]
    for left, right in splits:
        found = _joined(left.removeprefix("from "), right, "{}/{}")
        if found:
            return found
    return ()


def _open(text: str) -> tuple[str, ...]:
    for pattern, form in _OPEN:
        match = pattern.fullmatch(text)
        if match:
            side = next(group for group in match.groups() if group is not None)
            last = not form.startswith("{}")
            return tuple(form.format(_end(one, last=last)) for one in _point(side))
    if match := _BEFORE.fullmatch(text):
        return tuple(f"[..{day}]" for one in _point(match[1]) for day in _next_to(one, -1))
    if match := _AFTER.fullmatch(text):
        return tuple(f"[{day}..]" for one in _point(match[1]) for day in _next_to(one, 1))
    return ()


def _joined(left: str, right: str, form: str) -> tuple[str, ...]:
    """Both sides in the form, in order; what the left one lacks is taken from the right one."""
    interval = form == "{}/{}"
    if interval and (_NOW.fullmatch(right) or _UNKNOWN.fullmatch(right)):
        end = ".." if _NOW.fullmatch(right) else ""
        return tuple(form.format(_end(one, last=False), end) for one in _point(left))
    ends = _point(right)
    begins = _point(left) if ends else ()
    words = right.split(" ")
    for lent in range(1, len(words)):
        begins = begins or (_point(" ".join([left, *words[lent:]])) if ends else ())
    readings = max(len(begins), len(ends))
    begins, ends = (side * readings if len(side) == 1 else side for side in (begins, ends))
    pairs = zip(begins, ends, strict=False)
    return tuple(form.format(*_in_order(begin, end)) for begin, end in pairs)


def _in_order(begin: str, end: str) -> tuple[str, str]:
    first, last = read_point(_end(begin, last=False)), read_point(_end(end, last=True))
    if isinstance(first, Point) and isinstance(last, Point) and last.last < first.first:
        begin, end = end, begin
    return _end(begin, last=False), _end(end, last=True)


def _end(proposal: str, *, last: bool) -> str:
    """A point itself; of a span its first or last point, as brackets do not nest."""
    return proposal.strip("[]").split("..")[-1 if last else 0]


def _next_to(proposal: str, step: int) -> tuple[str, ...]:
    """The unit before (-1) or after (1) a proposal, to the same precision; none at time's edge."""
    written = _end(proposal, last=step > 0).rstrip("~?%")
    point = read_point(written)
    if not isinstance(point, Point):
        return ()
    edge = point.last if step > 0 else point.first
    if edge in (date.min, date.max):
        return ()
    day = (edge + timedelta(days=step)).isoformat()
    return (day[: {"year": 4, "month": 7, "day": 10}[precision_of(written)]],)
