"""The reference of dates says what the parser does, row by row."""

import re
from pathlib import Path

import pytest

from kb.dates.edtf import BadDate, When, parse

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "dates.md"


def rows(columns: int) -> list[list[str]]:
    """The cells of every row that begins with code, in tables so wide."""
    lines = re.findall(r"^\| `.*\|$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if len(row) == columns]


def code(cell: str) -> list[str]:
    return re.findall("`([^`]+)`", cell)


@pytest.mark.parametrize("row", rows(6), ids=lambda row: row[0])
def test_the_bounds_are_those_of_the_parser(row):
    (written,) = code(row[0])

    when = parse(written)

    assert isinstance(when, When)
    bounds = (when.earliest_begin, when.latest_begin, when.earliest_end, when.latest_end)
    assert [str(bound) for bound in bounds] == row[2:]


@pytest.mark.parametrize("row", rows(2), ids=lambda row: row[0])
def test_what_is_refused_gets_the_proposal(row):
    (written,) = code(row[0])

    refused = parse(written)

    assert isinstance(refused, BadDate)
    for proposal in code(row[1]):
        assert proposal in refused.advice
