"""An answer as a file for a spreadsheet, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.spreadsheet import TooLargeError, excel_csv, workbook
from web.protocol import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kb.spreadsheet import Table


def sheet_of(
    rows: Table, suffix: str, title: str, about: Iterable[Sequence[str]]
) -> bytes | Problem:
    """CSV for Excel (`csv`), or a workbook (`xlsx`) with these lines on a sheet of its own."""
    try:
        return excel_csv(rows) if suffix == "csv" else workbook(rows, title, about)
    except TooLargeError as error:
        return Problem(413, str(error))
    except ImportError:
        message = "This server writes no workbooks: XlsxWriter is not installed there."
        return Problem(501, message, "Take CSV for Excel.")
