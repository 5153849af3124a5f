from datetime import date

import pytest

from kb.dates.edtf import parse
from kb.timeline.days import day, domain, mark, months, year


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("1970-01-11", 10),
        ("1970-01", 15),
        ("1970-01-01/1980", 0),
        # What has no begin stands at its end.
        ("../1970-01-11", 10),
    ],
)
def test_a_mark_stands_in_the_middle_of_the_days_on_which_it_may_have_begun(text, stands):
    assert mark(parse(text)) == stands


def test_the_domain_is_of_whole_years_and_open_ends_do_not_stretch_it():
    dates = [parse("1987-06-01/.."), parse("1971-03"), parse("2011-11-26")]

    first, last = domain(dates)

    assert (first, last) == (day(date(1971, 1, 1)), day(date(2012, 1, 1)))


def test_without_events_there_is_a_domain_all_the_same():
    first, last = domain([])

    assert first < last


def test_months_reach_from_the_first_day_to_the_day_after_the_last():
    span = day(date(1971, 1, 1)), day(date(1973, 1, 1))

    found = months(span)

    assert len(found) == 25
    assert (found[0], found[1] - found[0], found[-1]) == (span[0], 31, span[1])


def test_the_year_of_a_day():
    assert year(day(date(1947, 8, 14))) == 1947
