"""References by the Publication Manual of the American Psychological Association, 7th edition.

Sections: authors 9.7-9.12, dates 9.13-9.17, titles 9.18-9.22, sources 9.23-9.37; examples 47-49
(entries of reference works), 16-17 (newspapers), 110-112 (web pages). Titles keep the capitals
that their sources gave them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.cite.runs import MONTHS, Run, Runs, ended, stripped

if TYPE_CHECKING:
    from kb.cite.work import Day, Name, Work

_MOST_AUTHORS = 20


def apa(work: Work) -> Runs:
    """One entry of a list of references."""
    authors = [_name(name) for name in work.authors]
    if not authors and work.type != "article-newspaper" and work.publisher:
        authors = [work.publisher]
    title, date = _title(work, italic=_stands_alone(work)), f"({_date(work.issued)}). "
    start = (Run(f"{ended(_joined(authors))} {date}"), *title) if authors else (*title, Run(date))
    return stripped((*start, *_container(work, authors), *_address(work)))


def _stands_alone(work: Work) -> bool:
    return work.type not in ("entry-encyclopedia", "article-newspaper")


def _title(work: Work, *, italic: bool) -> Runs:
    if work.number:
        return (Run(work.title, italic), Run(f" ({work.number}). "))
    return (Run(ended(work.title), italic), Run(" "))


def _container(work: Work, authors: list[str]) -> Runs:
    """What the work is a part of, left out where it is named as the author already (9.24)."""
    if work.type == "entry-encyclopedia":
        version = f" (Version {work.version})" if work.version else ""
        return (Run("In "), Run(work.container, italic=True), Run(f"{version}. "))
    if not work.container or work.container in authors:
        return ()
    return (Run(work.container, italic=work.type == "article-newspaper"), Run(". "))


def _address(work: Work) -> Runs:
    """The address; with the day where the page is made to change over time (9.16)."""
    if work.type == "entry-encyclopedia" and work.accessed:
        day = work.accessed
        month = MONTHS[(day.month or 1) - 1]
        return (Run(f"Retrieved {month} {day.day}, {day.year}, from {work.url}"),)
    return (Run(work.url),)


def _date(day: Day | None) -> str:
    if day is None:
        return "n.d."
    year = f"ca. {day.year}" if day.circa else str(day.year)
    if day.month is None:
        return year
    month = MONTHS[day.month - 1]
    return f"{year}, {month} {day.day}" if day.day else f"{year}, {month}"


def _name(name: Name) -> str:
    """`de Hoop Scheffer, J.`; of a body the whole name."""
    if not name.given:
        return name.family
    initials = " ".join(
        "-".join(f"{part[0]}." for part in word.split("-") if part)
        for word in re.split(r"[ .]+", name.given)
        if word
    )
    return f"{name.family}, {initials}"


def _joined(names: list[str]) -> str:
    """All of up to twenty; of more the first nineteen and the last (9.8)."""
    if len(names) < 2:
        return "".join(names)
    if len(names) > _MOST_AUTHORS:
        return f"{', '.join(names[: _MOST_AUTHORS - 1])}, . . . {names[-1]}"
    return f"{', '.join(names[:-1])}, & {names[-1]}"
