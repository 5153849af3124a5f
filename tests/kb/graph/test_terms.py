"""RDF terms: numbers keep their digits, dates their four-digit years."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kb.graph.terms import day, number, term


def test_a_whole_number_is_an_integer():
    assert str(number(24)) == '"24"^^<http://www.w3.org/2001/XMLSchema#integer>'


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_a_fraction_keeps_its_digits_and_has_no_exponent(value):
    literal = number(value)

    assert Decimal(literal.value) == value
    assert "e" not in literal.value.lower()
    assert literal.datatype == term("xsd:decimal")


@given(st.floats(-180, 180))
def test_a_coordinate_is_a_decimal(value):
    assert float(number(value).value) == value
    assert "e" not in number(value).value.lower()


def test_an_early_day_has_four_digits_of_year():
    assert day(date(33, 4, 3)).value == "0033-04-03"
