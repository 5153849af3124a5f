"""Entries for BibTeX; `urldate`, `version` and `langid` are read by biblatex and else ignored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.cite.runs import MONTHS
from kb.cite.work import Name

if TYPE_CHECKING:
    from kb.cite.work import Day, Work

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    }
)


def bibtex(work: Work) -> str:
    """One entry in UTF-8. Titles and bodies stand in double braces, which keeps their capitals."""
    is_news = work.type == "article-newspaper"
    authors = work.authors or (() if is_news else _publisher(work))
    day = work.issued
    fields = {
        "author": " and ".join(map(_name, authors)) and f"{{{' and '.join(map(_name, authors))}}}",
        "title": f"{{{{{escaped(work.title)}}}}}",
        "journal" if is_news else "howpublished": work.container
        and f"{{{{{escaped(work.container)}}}}}",
        "year": str(day.year) if day else "",
        "month": MONTHS[day.month - 1][:3].lower() if day and day.month else "",
        "number": f"{{{escaped(work.number)}}}" if work.number else "",
        "version": f"{{{escaped(work.version)}}}" if work.version else "",
        "url": f"{{{_address(work.url)}}}" if work.url else "",
        "urldate": f"{{{_iso(work.accessed)}}}" if work.accessed else "",
        "note": _note(work),
    }
    rows = [f"  {name} = {value}," for name, value in fields.items() if value]
    return "\n".join([f"@{'article' if is_news else 'misc'}{{{work.key},", *rows, "}"])


def escaped(text: str) -> str:
    """The text with the signs escaped that TeX would take for commands."""
    return text.translate(_ESCAPES)


def _address(url: str) -> str:
    """An address, which is taken as it stands; its braces and per cent signs must not end it."""
    return url.replace("{", "%7B").replace("}", "%7D").replace(" ", "%20")


def _publisher(work: Work) -> tuple[Name, ...]:
    return (Name(work.publisher),) if work.publisher else ()


def _name(name: Name) -> str:
    if not name.given:
        return f"{{{escaped(name.family)}}}"
    return f"{escaped(name.family)}, {escaped(name.given)}"


def _iso(day: Day) -> str:
    parts = (f"{part:02}" for part in (day.month, day.day) if part is not None)
    return "-".join([f"{day.year:04}", *parts])


def _note(work: Work) -> str:
    """What classic BibTeX has no field for and the reader needs: version and day of access."""
    if not work.version or work.accessed is None:
        return ""
    return f"{{Version {escaped(work.version)}, accessed {_iso(work.accessed)}}}"
