"""The date rules, row by row, then as properties, then against a second implementation."""

from __future__ import annotations

import time
from datetime import date

import edtf
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kb.dates.edtf import BadDate, When, parse

YEAR = st.integers(1, 9999).map("{:04d}".format)
MONTH = st.builds("{}-{:02d}".format, YEAR, st.integers(1, 12))
DAY = st.dates().map(date.isoformat)
PLAIN = YEAR | MONTH | DAY
UNKNOWN = st.builds("{:03d}X".format, st.integers(0, 999)) | YEAR.map("{}-XX".format)
POINT = st.builds(str.__add__, PLAIN | UNKNOWN, st.sampled_from(["", "~", "?", "%"]))
EDTF = (
    POINT
    | st.builds("{}/{}".format, POINT | st.sampled_from(["", ".."]), POINT)
    | st.builds("{}/{}".format, POINT, st.sampled_from(["", ".."]))
    | st.builds("[{}..{}]".format, POINT | st.just(""), POINT)
    | st.builds("[{}..]".format, POINT)
)


def when(text: str) -> When:
    found = parse(text)
    assert isinstance(found, When), found
    return found


def message(text: str) -> str:
    found = parse(text)
    assert isinstance(found, BadDate), found
    return f"{found.problem} {found.advice}"


def bounds(text: str) -> str:
    found = when(text)
    days = (found.earliest_begin, found.latest_begin, found.earliest_end, found.latest_end)
    return " ".join(map(str, days))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2011-11-26", "2011-11-26 2011-11-26 2011-11-26 2011-11-26"),
        ("2006-05", "2006-05-01 2006-05-31 2006-05-01 2006-05-31"),
        ("2005", "2005-01-01 2005-12-31 2005-01-01 2005-12-31"),
        ("2005~", "2004-01-01 2006-12-31 2004-01-01 2006-12-31"),
        ("2005-03~", "2005-02-01 2005-04-30 2005-02-01 2005-04-30"),
        ("2005-03-02?", "2005-03-01 2005-03-03 2005-03-01 2005-03-03"),
        ("2005-03-01%", "2005-02-28 2005-03-02 2005-02-28 2005-03-02"),
        ("201X", "2010-01-01 2019-12-31 2010-01-01 2019-12-31"),
        ("19XX", "1900-01-01 1999-12-31 1900-01-01 1999-12-31"),
        ("201X~", "2009-01-01 2020-12-31 2009-01-01 2020-12-31"),
        ("000X", "0001-01-01 0009-12-31 0001-01-01 0009-12-31"),
        ("2006-XX", "2006-01-01 2006-12-31 2006-01-01 2006-12-31"),
        ("2006-1X", "2006-10-01 2006-12-31 2006-10-01 2006-12-31"),
        ("2006-02-XX", "2006-02-01 2006-02-28 2006-02-01 2006-02-28"),
        ("2006-XX-XX", "2006-01-01 2006-12-31 2006-01-01 2006-12-31"),
        ("2006-XX-31", "2006-01-31 2006-12-31 2006-01-31 2006-12-31"),
        ("201X-02-29", "2012-02-29 2016-02-29 2012-02-29 2016-02-29"),
        ("[2006-01..2006-04]", "2006-01-01 2006-04-30 2006-01-01 2006-04-30"),
        ("[..2006]", "0001-01-01 2006-12-31 0001-01-01 2006-12-31"),
        ("[2006..]", "2006-01-01 9999-12-31 2006-01-01 9999-12-31"),
        ("2011-11-26/2012-07-03", "2011-11-26 2011-11-26 2012-07-03 2012-07-03"),
        ("2006-05/2007-03", "2006-05-01 2006-05-31 2007-03-01 2007-03-31"),
        ("2005~/2014", "2004-01-01 2006-12-31 2014-01-01 2014-12-31"),
        ("2001/..", "2001-01-01 2001-12-31 9999-12-31 9999-12-31"),
        ("2001/", "2001-01-01 2001-12-31 2001-01-01 9999-12-31"),
        ("../2014", "0001-01-01 0001-01-01 2014-01-01 2014-12-31"),
        ("/2014", "0001-01-01 2014-12-31 2014-01-01 2014-12-31"),
    ],
)
def test_bounds_of_every_form(text: str, expected: str) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2005/2005-03", "2005-01-01 2005-03-31 2005-03-01 2005-03-31"),
        ("2005-03/2005", "2005-03-01 2005-03-31 2005-03-01 2005-12-31"),
        ("2005/2005", "2005-01-01 2005-12-31 2005-01-01 2005-12-31"),
        ("2005~/2004", "2004-01-01 2004-12-31 2004-01-01 2004-12-31"),
    ],
)
def test_overlapping_begin_and_end_are_clipped(text: str, expected: str) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0001~", "0001-01-01 0002-12-31"),
        ("0001-01?", "0001-01-01 0001-02-28"),
        ("0001-01-01%", "0001-01-01 0001-01-02"),
        ("9999~", "9998-01-01 9999-12-31"),
        ("9999-12?", "9999-11-01 9999-12-31"),
        ("9999-12-31%", "9999-12-30 9999-12-31"),
    ],
)
def test_widening_stops_at_the_edge_of_time(text: str, expected: str) -> None:
    found = when(text)
    assert f"{found.earliest_begin} {found.latest_end}" == expected


def test_space_around_a_date_is_no_part_of_it() -> None:
    assert when(" 2011-11-26\n").edtf == "2011-11-26"


@given(EDTF)
def test_bounds_are_always_ordered(text: str) -> None:
    found = parse(text)
    assume(isinstance(found, When))
    assert isinstance(found, When)
    assert found.earliest_begin <= found.latest_begin <= found.latest_end
    assert found.earliest_begin <= found.earliest_end <= found.latest_end


@given(EDTF)
def test_what_is_no_date_for_its_order_alone_is_proposed_the_other_way_round(text: str) -> None:
    found = parse(text)
    if isinstance(found, BadDate):
        assert found.problem.endswith("ends before it begins.")
        assert isinstance(parse(found.advice.removeprefix("Did you mean ").rstrip("? ")), When)


@given(PLAIN)
def test_plain_dates_round_trip(text: str) -> None:
    found = when(text)
    assert found.edtf == text
    length = {"year": 4, "month": 7, "day": 10}[found.precision]
    assert found.earliest_begin.isoformat()[:length] == text
    assert found.latest_end.isoformat()[:length] == text
    assert found.year == int(text[:4])


@given(PLAIN, st.sampled_from("~?%"))
def test_a_qualified_date_holds_the_plain_one(text: str, qualifier: str) -> None:
    assert when(text + qualifier).holds(when(text))


ODD_TEXT = st.text() | st.text(alphabet="0123456789X-/.~?%[]{}TYS, ٢۲２", max_size=30)


@given(ODD_TEXT)
def test_any_text_is_answered(text: str) -> None:
    found = parse(text)
    if isinstance(found, BadDate):
        assert found.problem.endswith(".")
        assert found.advice
    else:
        assert found.edtf.isascii()


@pytest.mark.parametrize(
    "text", ["1" * 10**6, "[2005," * 10**5, "{" + "2005," * 10**5 + "}", "2011-11-31/" * 10**5]
)
def test_a_very_long_text_is_answered_at_once_and_in_short(text: str) -> None:
    begin = time.perf_counter()
    assert len(message(text)) < 300
    assert time.perf_counter() - begin < 2


def as_days(text: str) -> tuple[str, str]:
    second_opinion = edtf.parse_edtf(text)
    first, last = second_opinion.lower_strict(), second_opinion.upper_strict()
    return date(*first[:3]).isoformat(), date(*last[:3]).isoformat()


@given(PLAIN)
def test_plain_dates_agree_with_the_edtf_package(text: str) -> None:
    found = when(text)
    assert (str(found.earliest_begin), str(found.latest_end)) == as_days(text)


@given(PLAIN, PLAIN)
def test_closed_intervals_agree_with_the_edtf_package(one: str, other: str) -> None:
    found = parse(f"{one}/{other}")
    assume(isinstance(found, When))
    assert isinstance(found, When)
    assert (str(found.earliest_begin), str(found.latest_end)) == as_days(f"{one}/{other}")
