"""A work that can be cited, in the terms of the Citation Style Language (CSL 1.0.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from kb.dates.when import When

Type = Literal["entry-encyclopedia", "article-newspaper", "webpage", "report", "treaty"]

_PLAIN = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_BODY = re.compile(
    r"\b(?:agency|association|board|bureau|commission|committee|correspondent|council|department|"
    r"desk|government|institute|ministry|office|organi[sz]ation|press|reporter|secretariat|staff)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person, by family and given name, or a body, whose whole name is `family`."""

    family: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A date as precise as it is known: year, then perhaps month, then perhaps day."""

    year: int
    month: int | None = None
    day: int | None = None
    circa: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """What a citation says of a work; what is not known is empty or None.

    `container` is what it is a part of (a newspaper, a site, a data set), `number` where in the
    work or under which number it is found, `key` a name for it in a bibliography's file.
    """

    key: str
    type: Type
    title: str
    authors: tuple[Name, ...] = ()
    container: str = ""
    publisher: str = ""
    issued: Day | None = None
    accessed: Day | None = None
    version: str = ""
    number: str = ""
    url: str = ""
    lang: str = "en"


def name_of(written: str, bodies: frozenset[str] = frozenset()) -> Name:
    """A name as sources give it: `Khurram Abbas`, `Jaap de Hoop Scheffer`, `Reuters`.

    The family name is the last word, with what is written small before it; who writes the family
    name first puts a comma behind it, as in `Ban, Ki-moon`. A single word is a body, and so is what
    is among the `bodies` or ends in a word such as Committee.
    """
    family, comma, given = (part.strip() for part in written.partition(","))
    if comma and given:
        return Name(family, given)
    parts = written.split()
    if len(parts) < 2 or written in bodies or _BODY.search(written):
        return Name(written)
    begin = next((n for n, part in enumerate(parts[1:-1], 1) if part.islower()), len(parts) - 1)
    return Name(" ".join(parts[begin:]), " ".join(parts[:begin]))


def day_of(when: When | None) -> Day | None:
    """The date in a citation's terms; of an uncertain one or a span the first year."""
    if when is None:
        return None
    if _PLAIN.fullmatch(when.edtf):
        year, month, day = (*map(int, when.edtf.split("-")), None, None)[:3]
        return Day(year or 0, month, day)
    return Day(when.year, circa="~" in when.edtf or "%" in when.edtf)
