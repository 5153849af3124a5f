"""What is proposed for dates as people write them elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.dates.edtf import When, parse
from kb.dates.suggest import is_length, suggest


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("early 2006", "[2006-01..2006-04]"),
        ("mid 2006", "[2006-05..2006-08]"),
        ("mid-2006", "[2006-05..2006-08]"),
        ("late 2006", "[2006-09..2006-12]"),
        ("late May 2006", "[2006-05-21..2006-05-31]"),
        ("the early 1990s", "[1990..1993]"),
        ("spring 2006", "[2006-03..2006-05]"),
        ("winter of 2006", "[2006-12..2007-02]"),
        ("Q1 2006", "[2006-01..2006-03]"),
        ("2006 Q4", "[2006-10..2006-12]"),
        ("second half of 2006", "[2006-07..2006-12]"),
        ("c. 2005", "2005~"),
        ("c2005", "2005~"),
        ("circa 2005", "2005~"),
        ("about 2005", "2005~"),
        ("around May 2005", "2005-05~"),
        ("perhaps 2005", "2005?"),
        ("2005 (?)", "2005?"),
        ("perhaps about 2005", "2005%"),
        ("26/11/2011", "2011-11-26"),
        ("11/26/2011", "2011-11-26"),
        ("26.11.2011", "2011-11-26"),
        ("05/05/2011", "2011-05-05"),
        ("31/11/2011", "2011-11-30"),
        ("2011/11/26", "2011-11-26"),
        ("2011-1-5", "2011-01-05"),
        ("11/2011", "2011-11"),
        ("20111126", "2011-11-26"),
        ("476", "0476"),
        ("26 November 2011", "2011-11-26"),
        ("Nov 26, 2011", "2011-11-26"),
        ("Saturday, 26th of November 2011", "2011-11-26"),
        ("November 2011", "2011-11"),
        ("31 November 2011", "2011-11-30"),
        ("26 Nov 2011, 10:00 PKT", "2011-11-26"),
        ("۲۶ نومبر ۲۰۱۱", "2011-11-26"),
        ("the 1990s", "199X"),
        ("1990s", "199X"),
        ("20th century", "19XX"),
        ("201x", "201X"),
        ("2005-2006", "2005/2006"),
        ("2005–2006", "2005/2006"),
        ("2005 to 2007", "2005/2007"),
        ("from 2005 to 2007", "2005/2007"),
        ("2007-2005", "2005/2007"),
        ("26-27 November 2011", "2011-11-26/2011-11-27"),
        ("March to May 2006", "2006-03/2006-05"),
        ("26 November to 3 December 2011", "2011-11-26/2011-12-03"),
        ("early 2006 to late 2007", "2006-01/2007-12"),
        ("2005-11-26 - 2006-01-05", "2005-11-26/2006-01-05"),
        ("[2005..2006]/2008", "2005/2008"),
        ("since 2001", "2001/.."),
        ("since about 2001", "2001~/.."),
        ("2001-present", "2001/.."),
        ("2001-", "2001/.."),
        ("2001/open", "2001/.."),
        ("2001/unknown", "2001/"),
        ("until 2014", "../2014"),
        ("before 2006", "[..2005]"),
        ("before 1 March 2006", "[..2006-02-28]"),
        ("after May 2006", "[2006-06..]"),
        ("by 2006", "[..2006]"),
        ("between 2001 and 2005", "[2001..2005]"),
        ("2005 or 2006", "[2005..2006]"),
        ("[2001 .. 2005]", "[2001..2005]"),
        ("sometime in 2005", "2005"),
    ],
)
def test_one_reading(text: str, proposal: str) -> None:
    assert suggest(text) == (proposal,)


@pytest.mark.parametrize(
    ("text", "proposals"),
    [
        ("05/06/2011", ("2011-05-06", "2011-06-05")),
        ("since 05/06/2011", ("2011-05-06/..", "2011-06-05/..")),
        ("05/06/2011 to 2012", ("2011-05-06/2012", "2011-06-05/2012")),
        ("1.2.2011 - 3.4.2011", ("2011-01-02/2011-03-04", "2011-02-01/2011-04-03")),
    ],
)
def test_day_and_month_that_cannot_be_told_apart(text: str, proposals: tuple[str, ...]) -> None:
    assert suggest(text) == proposals


@pytest.mark.parametrize(
    "text",
    [
        "decade-long",
        "undated",
        "44",
        "26 Nov 11",
        "before 0001",
        "after 9999",
        "0000",
        "31/31/2011",
    ],
)
def test_nothing_is_proposed_where_it_would_be_a_guess(text: str) -> None:
    assert suggest(text) == ()


@pytest.mark.parametrize("text", ["decade-long", "three years", "for 10 days", "A Century"])
def test_a_length_is_told_from_a_date(text: str) -> None:
    assert is_length(text)


@pytest.mark.parametrize("text", ["undated", "two days after Salala", "the year 2006", "years ago"])
def test_other_texts_are_no_length(text: str) -> None:
    assert not is_length(text)


WORDS = """
early mid late c. about perhaps since until before after between and to or from of the - – / ..
1 2 05 06 26 31 2005 2006 0000 0001 9999 201X 1990s 05/06/2011 2011-11-31 2006-05~ 2001-21 Q1
spring Feb February Nov. May Monday 26th 20th century present unknown ? (?) 10:00 am UTC دسمبر
"""
LOOSE = st.lists(st.sampled_from(WORDS.split()), max_size=7).flatmap(
    lambda words: st.sampled_from(["", " "]).map(lambda space: space.join(words))
)


@given(LOOSE | st.text(max_size=30))
def test_every_proposal_is_a_date(text: str) -> None:
    for proposal in suggest(text):
        assert isinstance(parse(proposal), When), (text, proposal)


@given(st.dates(), st.sampled_from(["%d %B", "%B %d", "%d %b"]))
def test_days_by_name_are_read_back(day, form: str) -> None:
    assert suggest(f"{day.strftime(form)}, {day.year:04d}") == (day.isoformat(),)
