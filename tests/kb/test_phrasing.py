"""How messages quote and propose."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kb.phrasing import did_you_mean, did_you_mean_one_of, nearest, quoted


def test_short_text_is_quoted_as_it_is() -> None:
    assert quoted("early 2006") == '"early 2006"'


def test_lines_are_joined_and_control_characters_replaced() -> None:
    assert quoted("early\n  2006\x1b[31m\u202e") == '"early 2006�[31m�"'


@given(st.text() | st.integers(0, 10**5).map("x".__mul__))
def test_a_quotation_is_one_short_printable_line(text: str) -> None:
    shown = quoted(text)
    assert len(shown) <= 62
    assert shown.isprintable()


def test_a_mark_of_a_proposal_is_kept_apart_from_the_question_mark() -> None:
    assert did_you_mean(["2011-11-26"]) == "Did you mean 2011-11-26?"
    assert did_you_mean(["[2006-01..2006-04]"]) == "Did you mean [2006-01..2006-04]?"
    assert did_you_mean(["2005~"]) == "Did you mean 2005~ ?"
    assert did_you_mean(["24", "28-"]) == "Did you mean 24 or 28- ?"
    assert did_you_mean(['"a"']) == 'Did you mean "a"?'


def test_the_nearest_of_known_words_is_offered() -> None:
    known = ("pakistan", "afghanistan", "nato")
    assert nearest(known, "pakistn") == "pakistan"
    assert did_you_mean_one_of(known, "afganistan") == 'Did you mean "afghanistan"?'


def test_nothing_is_offered_where_no_word_is_near_or_the_text_is_no_word() -> None:
    assert did_you_mean_one_of(("nato",), "pakistan") == ""
    assert did_you_mean_one_of((), "pakistan") == ""
    assert nearest(["x" * 100_000], "x" * 100_000) is None
