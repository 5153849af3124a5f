"""A long list in pages, which the parameter `page` of the address counts from 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from flask import request

from kb.timeline import Timeline
from web import state_url
from web.context import reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.model import Event
    from kb.timeline import Year

NAME = "page"
SIZE = 100
"""Events on a page."""
_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Listing:
    """The events of one page; `first` and `last` count from 1 among the `total`.

    `earlier` and `later` are the addresses of the pages beside it, None at the ends.
    """

    events: tuple[Event, ...]
    years: tuple[Year, ...]
    first: int
    last: int
    total: int
    number: int
    pages: int
    earlier: str | None
    later: str | None


def listing(
    events: Sequence[Event], *, by_year: bool = True, selected: str | None = None
) -> Listing:
    """The page of these events that the address asks for; the nearest where there is no such page.

    Where it asks for none, the page that holds the `selected` event, else the first. Without
    `by_year` the events stay in their order and under no years.
    """
    if by_year:
        events = sorted(events, key=lambda event: event.when.year)
    row = next((row for row, event in enumerate(events) if event.id == selected), 0)
    pages = max(1, -(-len(events) // SIZE))
    number = min(pages, _asked() or row // SIZE + 1)
    begin = (number - 1) * SIZE
    shown = tuple(events[begin : begin + SIZE])
    return Listing(
        events=shown,
        years=Timeline.by_year(shown) if by_year else (),
        first=begin + 1 if shown else 0,
        last=begin + len(shown),
        total=len(events),
        number=number,
        pages=pages,
        earlier=_address(number - 1) if number > 1 else None,
        later=_address(number + 1) if number < pages else None,
    )


def _asked() -> int | None:
    written = request.args.get(NAME, "")
    if not (written.isascii() and written.isdigit()):
        return None
    return int(written[:_MOST_DIGITS]) or None


def _address(number: int) -> str:
    """The address of this very page with the list turned to that page."""
    kept = (
        state_url.write(reading().page)
        if request.endpoint == "pages.timeline_page"
        else [row for row in request.args.items(multi=True) if row[0] not in (NAME, "part")]
    )
    rows = urlencode([*kept, (NAME, str(number))])
    return f"{request.script_root}{request.path}?{rows}"
