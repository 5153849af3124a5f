"""Words are compared without what keyboards, scripts and habits of spelling vary."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.search.folding import fold, words

URDU = st.text(
    st.characters(min_codepoint=0x600, max_codepoint=0x6FF, exclude_categories=("Cn",)), max_size=40
)


@pytest.mark.parametrize(
    "variants",
    [
        ("Türkiye", "Turkiye", "TÜRKIYE", "türki̇ye"),
        ("Erdoğan", "erdogan"),
        ("پاکستان", "پاكستان", "پاکِستان", "پاکـستان", "پا\u200cکستان"),
        ("سلالہ", "سلاله", "سلالة"),
        ("بھارت", "بهارت"),
        ("ایران", "ايران", "إيران"),
        ("آزاد", "ازاد"),
        ("۲۰۱۱", "٢٠١١", "2011"),
        ("Qur'an", "Quran", "Qur’an", "Qurʾān"),
        ("straße", "STRASSE"),
    ],
)
def test_variants_of_a_word_are_one(variants):
    assert len({fold(word) for word in variants}) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("US and ISAF air-strikes", ["us", "and", "isaf", "air", "strikes"]),
        ("the U.S. and the U.N.", ["the", "us", "and", "the", "un"]),
        ("Pakistan's and Jama'at's", ["pakistan", "and", "jamaat"]),
        ("  …!? — ", []),
        ("سلالہ، ۲۰۱۱", [fold("سلالہ"), "2011"]),
        ("snake_case", ["snake", "case"]),
    ],
)
def test_words(text, found):
    assert [word.folded for word in words(text)] == found


def test_a_word_knows_where_it_stands():
    text = "At Salala’s posts"

    (_, salala, _) = words(text)

    assert text[salala.begin : salala.end] == "Salala’s"


@given(st.text() | URDU)
def test_folding_what_is_folded_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text() | URDU)
def test_case_does_not_matter(text):
    assert fold(text.casefold()) == fold(text)


@given(st.text() | URDU)
def test_words_stand_in_order_and_do_not_overlap(text):
    found = list(words(text))

    assert all(0 <= one.begin < one.end <= len(text) for one in found)
    assert all(one.end <= other.begin for one, other in pairwise(found))


@given(st.text(st.sampled_from("پاکستان بھارت ایران سلالہ"), min_size=1))
def test_vowel_signs_joiners_and_arabic_letters_make_no_difference(text):
    arabic = text.translate(str.maketrans("یکہھ", "يكهه"))
    marked = "".join(f"{sign}\u064e\u200d" if sign.isalpha() else sign for sign in text)

    assert fold(arabic) == fold(text) == fold(marked)
