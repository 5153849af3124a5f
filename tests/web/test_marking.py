"""Words that were searched for are marked in the text as it stands."""

from hypothesis import given
from hypothesis import strategies as st

from kb.search.folding import fold
from web.marking import LONGEST, excerpt, marked, parts


def test_words_are_marked_whatever_their_accents_and_endings():
    assert marked("Türkiye’s visit", {"turkiye"}) == "<mark>Türkiye’s</mark> visit"
    assert marked("سلالہ حملہ", {fold("سلاله")}) == "<mark>سلالہ</mark> حملہ"


def test_the_text_is_escaped():
    assert marked("<b> & salala", {"salala"}) == "&lt;b&gt; &amp; <mark>salala</mark>"


@given(st.text(), st.sets(st.text(min_size=1)))
def test_the_parts_are_the_text(text, found):
    assert "".join(part.text for part in parts(text, found)) == text


def test_a_long_text_is_shortened_about_its_first_mark():
    text = "before " * 60 + "salala " + "after " * 60

    short = excerpt(text, {"salala"})

    assert short.startswith("… before")
    assert "<mark>salala</mark> after" in short
    assert short.endswith("after …")
    assert len(short) < 2 * LONGEST


def test_a_short_one_is_not():
    assert excerpt("At Salala", {"salala"}) == "At <mark>Salala</mark>"
