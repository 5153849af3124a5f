"""The formats of the report."""

import json

import pytest

from kb.cli.report_writing import WRITERS
from kb.report import report


@pytest.mark.parametrize("form", WRITERS)
def test_each_format_ends_in_a_line_and_tells_the_number_of_events(sample, form):
    text = WRITERS[form](report(sample), sample)

    assert text.endswith("\n")
    assert "6" in text


def test_json_has_the_misses_of_every_measure(sample):
    found = report(sample)

    data = json.loads(WRITERS["json"](found, sample))

    assert {one["id"]: len(one["misses"]) for one in data["measures"]} == {
        one.id: len(one.misses) for one in found.measures
    }


def test_markdown_rows_have_the_cells_of_their_head(sample):
    lines = [
        line for line in WRITERS["markdown"](report(sample), sample).splitlines() if "|" in line
    ]

    assert all(line.startswith("| ") and line.endswith(" |") for line in lines)
