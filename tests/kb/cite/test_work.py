"""Names and dates as sources give them, in the terms of a citation."""

import pytest

from kb.cite.work import Day, Name, day_of, name_of
from kb.dates.edtf import parse


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Khurram Abbas", Name("Abbas", "Khurram")),
        ("Walter P. McConaughy", Name("McConaughy", "Walter P.")),
        ("Jaap de Hoop Scheffer", Name("de Hoop Scheffer", "Jaap")),
        ("Noor ul Haq", Name("ul Haq", "Noor")),
        ("Ban, Ki-moon", Name("Ban", "Ki-moon")),
        ("Reuters", Name("Reuters")),
        ("International Development Committee", Name("International Development Committee")),
        ("Our Correspondent", Name("Our Correspondent")),
        ("United States", Name("United States")),
    ],
)
def test_a_name_is_a_persons_or_a_bodys(written, name):
    assert name_of(written, frozenset({"United States"})) == name


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2011-11-26", Day(2011, 11, 26)),
        ("2011-11", Day(2011, 11)),
        ("2011", Day(2011)),
        ("2011~", Day(2011, circa=True)),
        ("2011-11/2012-02", Day(2011)),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(written, day):
    assert day_of(parse(written)) == day


def test_no_date_stays_none():
    assert day_of(None) is None
