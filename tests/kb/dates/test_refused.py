"""What is refused as a date, and the form that each message names instead."""

from __future__ import annotations

import pytest

from kb.dates.edtf import BadDate, parse


def message(text: str) -> str:
    found = parse(text)
    assert isinstance(found, BadDate), found
    return f"{found.problem} {found.advice}"


@pytest.mark.parametrize(
    ("text", "problem_and_advice"),
    [
        ("early 2006", '"early 2006" is not an EDTF date. Did you mean [2006-01..2006-04]?'),
        ("c. 2005", '"c. 2005" is not an EDTF date. Did you mean 2005~ ?'),
        ("2011-11-31", '"2011-11-31": November 2011 has 30 days. Did you mean 2011-11-30?'),
        ("26/11/2011", '"26/11/2011" is not an EDTF date. Did you mean 2011-11-26?'),
        (
            "05/06/2011",
            '"05/06/2011" is not an EDTF date.'
            " Day and month are ambiguous: write 2011-05-06 or 2011-06-05.",
        ),
        ("2014/2001", '"2014/2001" ends before it begins. Did you mean 2001/2014?'),
        (
            "decade-long",
            '"decade-long" is not an EDTF date.'
            " A length is not a date: give a begin and an end, e.g. 2005~/2014.",
        ),
        ("2005-03/2005-01", '"2005-03/2005-01" ends before it begins.'),
        ("[2006..2005]", "ends before it begins. Did you mean [2005..2006]?"),
        ("2011-02-29", "February 2011 has 28 days. Did you mean 2011-02-28?"),
        ("2011-11-31~", "November 2011 has 30 days. Did you mean 2011-11-30~ ?"),
        ("2011-02-3X", ": there is no such day. Did you mean 2011-02-XX?"),
        ("2011-26-11", ": there is no month 26. Did you mean 2011-11-26?"),
        ("2011-13", ": there is no month 13. Months run from 01 to 12."),
        ("2011-00", ": there is no month 00. Did you mean 2011?"),
        ("2011-05-00", ": there is no day 00. Did you mean 2011-05?"),
        ("2001-21", "is a season or another part of a year. Did you mean [2001-03..2001-05]?"),
        ("2001-24", "Did you mean [2001-12..2002-02]?"),
        ("9999-24", "Did you mean [9999-12..9999-12]?"),
        ("2001-34", "Did you mean [2001-04..2001-06]?"),
        ("2001-38", "Did you mean [2001-05..2001-08]?"),
        ("2001-41", "Did you mean [2001-07..2001-12]?"),
        ("2001-21/2002-22", "Did you mean 2001-03/2002-08?"),
        ("{2005,2007}", "is a set, and an event has one date. Write one event for each date,"),
        ("{2007,2005}", "or [2005..2007] (once in it)."),
        ("{2005..2007}", "or [2005..2007] (once in it)."),
        ("[2005,2006]", "lists dates. Did you mean [2005..2006]?"),
        ("[2005]", "Did you mean 2005?"),
        ("[2005/2006]", "Did you mean [2005..2006]?"),
        ("2004-06~-11", ": a qualifier is one mark at the end of a date. Did you mean 2004-06-11~"),
        ("~2004", "Did you mean 2004~ ?"),
        ("2004?~", "Did you mean 2004% ?"),
        (
            "2011-11-26T10:00Z",
            "has a time, and dates here end at the day. Did you mean 2011-11-26?",
        ),
        ("2011-11-26 10:00", "Did you mean 2011-11-26?"),
        ("2011-11-26T10/2012", "Did you mean 2011-11-26/2012?"),
        ("0000", "has a year outside 0001 to 9999. Write a year of four digits."),
        ("-0044", "has a year outside 0001 to 9999."),
        ("12011", "has a year outside 0001 to 9999."),
        ("Y170000", "has a year outside 0001 to 9999."),
        ("1950S2", "is a year in significant digits. Did you mean 19XX?"),
        ("XXXX", "leaves the whole year unknown."),
        ("../..", "has neither begin nor end."),
        ("/", "has neither begin nor end."),
        ("2001/2002/2003", "is not an EDTF date."),
        ("[..]", "is not an EDTF date."),
        ("", "The date is empty. Write 2011, 2011-11 or 2011-11-26"),
        ("٢٠١١", "is not an EDTF date. Did you mean 2011?"),
        ("２０１１-11", "is not an EDTF date. Did you mean 2011-11?"),
    ],
)
def test_refusals_say_what_is_wrong_and_what_to_write(text: str, problem_and_advice: str) -> None:
    assert problem_and_advice in message(text)


def test_one_proposal_mends_both_ends_of_an_interval_and_their_order() -> None:
    assert message("2011-11-31/2011-02-30").endswith("Did you mean 2011-02-28/2011-11-30?")
