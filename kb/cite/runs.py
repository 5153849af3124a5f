"""Text of which some is in italics, as styles of citation want it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Run(NamedTuple):
    """A piece of text in one face."""

    text: str
    italic: bool = False


Runs = tuple[Run, ...]


def plain(runs: Iterable[Run]) -> str:
    """The text without its faces."""
    return "".join(run.text for run in runs)


def stripped(runs: Runs) -> Runs:
    """The runs without the blanks at their end."""
    full = [run for run in runs if run.text]
    last = full[-1]
    return (*full[:-1], Run(last.text.rstrip(), last.italic))


def ended(text: str) -> str:
    """The text with a full stop, unless it ends in a mark that closes a sentence."""
    return text if text.endswith((".", "?", "!", "؟", "۔", "。")) else f"{text}."
