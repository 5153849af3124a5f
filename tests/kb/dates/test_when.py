"""What can be asked of a date."""

from __future__ import annotations

import pytest

from kb.dates.edtf import When, parse


def when(text: str) -> When:
    found = parse(text)
    assert isinstance(found, When), found
    return found


@pytest.mark.parametrize(
    ("text", "year", "precision"),
    [
        ("2011-11-26", 2011, "day"),
        ("2006-05?", 2006, "month"),
        ("1986~", 1986, "year"),
        ("201X", 2010, "year"),
        ("000X", 1, "year"),
        ("2006-XX", 2006, "year"),
        ("2006-1X-05", 2006, "year"),
        ("2006-05-XX", 2006, "month"),
        ("2006-05-1X", 2006, "month"),
        ("[..2006]", 2006, "year"),
        ("[2006-01..2007]", 2006, "month"),
        ("../2006-05", 2006, "month"),
        ("2011-11-26/2012", 2011, "day"),
    ],
)
def test_year_and_precision_are_those_first_written(text: str, year: int, precision: str) -> None:
    assert (when(text).year, when(text).precision) == (year, precision)


@pytest.mark.parametrize(
    ("text", "open_begin", "open_end"),
    [
        ("2001/..", None, "ongoing"),
        ("2001/", None, "unknown"),
        ("../2001", "ongoing", None),
        ("/2001", "unknown", None),
        ("2001/2002", None, None),
        ("[2001..]", None, None),
    ],
)
def test_openness_of_intervals(text: str, open_begin: str | None, open_end: str | None) -> None:
    assert (when(text).open_begin, when(text).open_end) == (open_begin, open_end)


def test_interval_qualified_and_exact() -> None:
    texts = ("2011-11-26", "2011-11", "2011-11-26~", "2005?/2006", "[2011-11-26..2011-11-26]")
    assert [when(text).exact for text in texts] == [True, False, False, False, True]
    assert [when(text).qualified for text in texts] == [False, False, True, True, False]
    assert [when(text).is_interval for text in texts] == [False, False, False, True, False]


@pytest.mark.parametrize(
    ("one", "other", "disputed"),
    [
        ("2007", "2007-01-25", False),
        ("2005~", "2006-03", False),
        ("2011-11-26", "2011-11-25", True),
        ("2005-03-02?", "2005-03-05", True),
        ("2001/..", "2001-10/..", False),
        ("2001/2014", "2001/2013", True),
        ("2001/", "2001-05/2014", False),
        ("2001/..", "2001/2014", True),
    ],
)
def test_dates_dispute_where_neither_holds_the_other(one: str, other: str, disputed: bool) -> None:
    assert when(one).disputes(when(other)) is disputed
    assert when(other).disputes(when(one)) is disputed


def test_the_less_precise_date_holds_the_other() -> None:
    assert when("2007").holds(when("2007-01-25"))
    assert not when("2007-01-25").holds(when("2007"))


def test_sorting_puts_the_earlier_and_then_the_shorter_first() -> None:
    texts = ["2011/..", "2011", "2011-01-01", "2010~"]
    in_order = sorted(map(when, texts), key=lambda found: found.sort_key)
    assert [found.edtf for found in in_order] == ["2010~", "2011-01-01", "2011", "2011/.."]
