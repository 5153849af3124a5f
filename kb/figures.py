"""Figures as analysts write them: a number, or what is known of one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kb.catalogues import nearest
from kb.phrasing import did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

Number = int | Decimal

_NUMBER = r"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?"
_FIGURE = re.compile(
    rf"({_NUMBER})|~({_NUMBER})|({_NUMBER})\+|({_NUMBER})-|({_NUMBER})-({_NUMBER})"
)
_ANY_NUMBER = re.compile(r"~?[0-9]+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?[+-]")
_ADVICE = "Write 24, ~3500 (about), 7600+ (at least), 28- (up to) or 24-28 (range)."

_LONGEST_LOOSE = 80
_SEPARATOR = "[,'_ \u00a0\u202f\u2019]"
_GROUPED = re.compile(
    rf"(?<![0-9])[0-9]{{1,3}}(?:{_SEPARATOR}[0-9]{{2,3}})*{_SEPARATOR}[0-9]{{3}}(?![0-9])"
)
_LEADING_ZEROS = re.compile(r"(?<![0-9.])0+(?=[0-9])")
_LOOSE = tuple(
    (re.compile(pattern.replace("N", rf"({_NUMBER})"), re.IGNORECASE), form)
    for pattern, form in (
        (r"(?:about|around|approximately|approx\.?|circa|ca?\.|roughly|some|≈|~) *N", "~{}"),
        (r"(?:at least|more than|over|min\.?|>=?|≥) *N", "{}+"),
        (r"(?:at most|up to|less than|fewer than|under|max\.?|<=?|≤) *N", "{}-"),
        (r"N (?:or|and) more", "{}+"),
        (r"N (?:or|and) (?:less|fewer)", "{}-"),
        (r"(?:from )?N *(?:to|-|–|—) *N", "{}-{}"),
        (r"between N and N", "{}-{}"),
    )
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """What one source says a number is, in the measure's unit.

    `value` is None for a range alone, which has `minimum` and `maximum`. "At least" has its value
    as `minimum`, "up to" as `maximum`; else both are None.
    """

    written: str
    value: Number | None
    minimum: Number | None = None
    maximum: Number | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class BadFigure:
    """What is wrong with a text given as a figure, and what to do: two sentences."""

    problem: str
    advice: str


def parse(text: str) -> Quantity | BadFigure:
    """Read a figure; any text is answered, in time linear in its length."""
    text = text.strip()
    if not text:
        return BadFigure("The figure is empty.", _ADVICE)
    found = _read(text)
    if isinstance(found, Quantity):
        return found
    if found is not None:
        return BadFigure(f"{quoted(text)}: a range goes up.", did_you_mean([found]))
    proposal = _proposal(text)
    if proposal is not None:
        what = "has a thousands separator" if _GROUPED.search(text) else "is not a figure"
        return BadFigure(f"{quoted(text)} {what}.", did_you_mean([proposal]))
    if _ANY_NUMBER.fullmatch(text):
        advice = "Up to 15 fit before the decimal point and 6 behind it."
        return BadFigure(f"{quoted(text)} has too many digits.", advice)
    return BadFigure(f"{quoted(text)} is not a figure.", _ADVICE)


def _read(text: str) -> Quantity | str | None:
    """The figure; for a range that is none, the text to write instead; None for other texts."""
    match = _FIGURE.fullmatch(text)
    if match is None:
        return None
    plain, about, at_least, up_to, low, high = match.groups()
    if low is not None:
        minimum, maximum = _number(low), _number(high)
        if minimum < maximum:
            return Quantity(text, None, minimum, maximum)
        return f"{high}-{low}" if minimum > maximum else low
    value = _number(plain or about or at_least or up_to)
    return Quantity(
        text,
        value,
        minimum=None if at_least is None else value,
        maximum=None if up_to is None else value,
        approximate=about is not None,
    )


def _number(text: str) -> Number:
    return Decimal(text) if "." in text else int(text)


def _proposal(text: str) -> str | None:
    """The figure that a loosely written text means, as it is to be written."""
    if len(text) > _LONGEST_LOOSE:
        return None
    ascii_digits = "".join(str(int(char)) if char.isdecimal() else char for char in text)
    joined = _GROUPED.sub(lambda group: re.sub(_SEPARATOR, "", group[0]), ascii_digits)
    plain = _LEADING_ZEROS.sub("", joined)
    for candidate in (plain, *_loosely_read(plain)):
        found = _read(candidate)
        if found is not None:
            return candidate if isinstance(found, Quantity) else found
    return None


def _loosely_read(text: str) -> Iterator[str]:
    for pattern, form in _LOOSE:
        match = pattern.fullmatch(text)
        if match:
            yield form.format(*match.groups())


def in_words(quantity: Quantity, lang: str = "en") -> str:
    """The figure for readers, such as `at least 7,600`; English where the language is unknown."""
    held = nearest(lang)
    if quantity.value is None:
        low, high = (held.number(end) for end in (quantity.minimum or 0, quantity.maximum or 0))
        return held.phrase("figure_between", low=low, high=high)
    number = held.number(quantity.value)
    if quantity.approximate:
        return held.phrase("figure_about", number=number)
    if quantity.minimum is not None:
        return held.phrase("figure_at_least", number=number)
    if quantity.maximum is not None:
        return held.phrase("figure_up_to", number=number)
    return number
