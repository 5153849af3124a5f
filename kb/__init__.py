"""Tieline: a timeline knowledge base of a country's alliances and bilateral ties."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.diagnostics import Diagnostic
    from kb.model import KnowledgeBase

__version__ = metadata.version("tieline")


class BadData(Exception):  # noqa: N818 - it names the thing, as the messages do
    """The files hold errors; `diagnostics` lists them all."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.diagnostics = diagnostics
        super().__init__("\n".join(str(diagnostic) for diagnostic in diagnostics))


def load(folder: str | Path) -> KnowledgeBase:
    """The knowledge base in this folder. Raises `BadData` where `tieline check` finds errors."""
    from kb.reader import read

    reading = read(Path(folder))
    if reading.kb is None:
        raise BadData(reading.diagnostics)
    return reading.kb
