"""The report in words and numbers."""

import pytest

from kb.report.tables import percent, tables


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.9999, "99.9%"), (1, "100%"), (0.7, "70%"), (0.0004, "<0.1%"), (0, "0%"), (None, "–")],
)
def test_what_is_not_quite_all_is_never_written_as_all(share, text):
    assert percent(share) == text


@pytest.mark.parametrize("lang", ["en", "ur"])
def test_each_row_is_as_wide_as_its_head(of_sample, sample, lang):
    found = list(tables(of_sample, sample, lang))

    assert [table.title for table in found if not (table.rows or table.note)] == []
    assert all(len(row) == len(table.head) for table in found for row in table.rows)
