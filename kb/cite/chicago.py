"""References by the Chicago Manual of Style, 17th edition, in its author-date system.

Sections: 15.6 (order), 15.44 (no date), 15.49 (newspapers), 15.50-15.51 (sites), 14.207 (access
dates). Titles keep the capitals that their sources gave them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.cite.runs import MONTHS, Run, Runs, ended, plain

if TYPE_CHECKING:
    from kb.cite.work import Day, Name, Work

_MOST_AUTHORS = 10
_NAMED_OF_MORE = 7


def chicago(work: Work) -> Runs:
    """One entry of a list of references. Without an author the publisher stands in its place."""
    authors = _joined(work.authors) or work.publisher
    year = str(work.issued.year) if work.issued else "n.d."
    year = f"ca. {year}" if work.issued and work.issued.circa else year
    start = f"{ended(authors)} {ended(year)} " if authors else f"{ended(year)} "
    title = f"{work.title}, {work.number}" if work.number else work.title
    rest = (*_container(work, authors), *_date(work.issued), *_version(work))
    body = (Run(" "), *_joined_runs(rest), Run(".")) if rest else ()
    end = f" {_accessed(work)}{work.url}".rstrip()
    return (Run(f"{start}“{ended(title)}”"), *body, *((Run(ended(end)),) if end else ()))


def _container(work: Work, authors: str) -> Runs:
    if work.type == "entry-encyclopedia":
        return (Run("In "), Run(work.container, italic=True))
    if not work.container or work.container == authors:
        return ()
    return (Run(work.container, italic=work.type == "article-newspaper"),)


def _version(work: Work) -> Runs:
    return (Run(f", version {work.version}"),) if work.version else ()


def _date(day: Day | None) -> Runs:
    """The full date behind the container; the year alone stands at the begin already."""
    if day is None or day.month is None:
        return ()
    month = MONTHS[day.month - 1]
    return (Run(f", {month} {day.day}, {day.year}" if day.day else f", {month} {day.year}"),)


def _accessed(work: Work) -> str:
    """The day of access, which is asked for only where no date of publication is known."""
    day = work.accessed
    if work.issued or day is None or day.month is None or day.day is None:
        return ""
    return f"Accessed {MONTHS[day.month - 1]} {day.day}, {day.year}. "


def _joined_runs(runs: Runs) -> Runs:
    """The runs without the comma that has nothing before it."""
    text = plain(runs)
    if not text.startswith(", "):
        return runs
    return (Run(runs[0].text.removeprefix(", "), runs[0].italic), *runs[1:])


def _joined(names: tuple[Name, ...]) -> str:
    """The first name inverted, the others as they are spoken (15.9)."""
    if not names:
        return ""
    spoken = [f"{name.given} {name.family}".strip() for name in names]
    first = f"{names[0].family}, {names[0].given}" if names[0].given else names[0].family
    if len(names) == 1:
        return first
    if len(names) > _MOST_AUTHORS:
        return f"{', '.join([first, *spoken[1:_NAMED_OF_MORE]])}, et al."
    return f"{', '.join([first, *spoken[1:-1]])}, and {spoken[-1]}"
