"""A problem in what an analyst wrote: where it is, what is wrong, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

CODES = {
    "E01": "a file cannot be read",
    "E02": "a file is not UTF-8 text",
    "E03": "the YAML is not well formed",
    "E04": "a YAML feature that these files do not use",
    "E05": "something is given twice",
    "E06": "a value of the wrong shape",
    "E07": "an empty value",
    "E08": "a reference to nothing known",
    "E09": "an id that is no slug",
    "E10": "an unknown field",
    "E11": "something required is missing",
    "E12": "a value outside its range",
    "E13": "a date that is not EDTF",
    "E14": "fields that exclude each other",
    "E15": "an actor on both sides",
    "E16": "obligations without an alliance",
    "E17": "a circle",
    "E18": "an effect before its cause",
    "E20": "a figure that cannot be read",
    "E21": "two preferred values",
    "E22": "a quotation that is too long",
    "W01": "text cut off by a comment",
    "W02": "a file that nothing reads",
    "W03": "a publisher spelled in two ways",
    "W04": "a quotation of more than 25 words",
    "W05": "a record that nothing refers to",
    "W06": "an event out of date order",
    "W07": "a source on a domain that is not accepted",
}
"""Every code with what it stands for. Errors keep the data from being served, warnings do not."""


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One problem; `line` and `column` count from 1, as editors do."""

    file: str
    line: int
    column: int
    code: str
    message: str
    advice: str = ""

    @property
    def severity(self) -> Literal["error", "warning"]:
        """Whether the data can be served in spite of it."""
        return "warning" if self.code.startswith("W") else "error"

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}"
        return f"{where}: {self.severity} {self.code}: {self.message} {self.advice}".rstrip()


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them is an error."""
    return any(diagnostic.severity == "error" for diagnostic in diagnostics)
