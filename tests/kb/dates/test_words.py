"""Dates as readers see them, in English and Urdu."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kb.dates.edtf import When, parse
from kb.dates.languages import LANGUAGES
from kb.dates.words import in_words


def words(text: str, lang: str = "en") -> str:
    found = parse(text)
    assert isinstance(found, When), found
    return in_words(found, lang)


@pytest.mark.parametrize(
    ("text", "english", "urdu"),
    [
        ("2011-11-26", "26 November 2011", "26 نومبر 2011"),
        ("2006-05", "May 2006", "مئی 2006"),
        ("2005", "2005", "2005"),
        ("2005~", "about 2005", "تقریباً 2005"),
        ("2005-03-02?", "perhaps 2 March 2005", "شاید 2 مارچ 2005"),
        ("2005%", "perhaps about 2005", "شاید تقریباً 2005"),
        ("201X", "the 2010s", "2010 کی دہائی"),
        ("2006-XX", "2006", "2006"),
        ("2006-05-XX", "May 2006", "مئی 2006"),
        (
            "2006-1X",
            "some time from October to December 2006",
            "اکتوبر سے دسمبر 2006 کے درمیان کسی وقت",
        ),
        ("20XX", "some time from 2000 to 2099", "2000 سے 2099 کے درمیان کسی وقت"),
        ("2006-05-1X~", "about 10 to 19 May 2006", "تقریباً 10 سے 19 مئی 2006 تک"),
        (
            "[2006-01..2006-04]",
            "some time from January to April 2006",
            "جنوری سے اپریل 2006 کے درمیان کسی وقت",
        ),
        ("[..2006]", "2006 or earlier", "2006 یا اس سے پہلے"),
        ("[2006-05..]", "May 2006 or later", "مئی 2006 یا اس کے بعد"),
        (
            "2011-11-26/2012-07-03",
            "26 November 2011 to 3 July 2012",
            "26 نومبر 2011 سے 3 جولائی 2012 تک",
        ),
        ("2011-11-26/2011-11-27", "26 to 27 November 2011", "26 سے 27 نومبر 2011 تک"),
        ("2011-05-03/2011-07-09", "3 May to 9 July 2011", "3 مئی سے 9 جولائی 2011 تک"),
        ("2005~/2014", "about 2005 to 2014", "تقریباً 2005 سے 2014 تک"),
        ("2005/2005", "2005", "2005"),
        ("2001/..", "since 2001 (ongoing)", "2001 سے جاری"),
        ("2001/", "from 2001, end unknown", "2001 سے، اختتام نامعلوم"),
        ("../2014", "until 2014", "2014 تک"),
        ("/2014", "until 2014, start unknown", "2014 تک، آغاز نامعلوم"),
    ],
)
def test_every_form_in_both_languages(text: str, english: str, urdu: str) -> None:
    assert words(text) == english
    assert words(text, "ur") == urdu


@pytest.mark.parametrize(
    ("lang", "expected"), [("ur-PK", "مئی 2006"), ("en-GB", "May 2006"), ("xx", "May 2006")]
)
def test_a_region_is_ignored_and_an_unknown_language_is_english(lang: str, expected: str) -> None:
    assert words("2006-05", lang) == expected


PLAIN = st.builds(
    "{:04d}-{:02d}-{:02d}".format, st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28)
)
SHORTENED = st.builds(lambda text, length: text[:length], PLAIN, st.sampled_from([4, 7, 10]))
WITH_X = st.from_regex(r"([0-9]{3}X|[1-9][0-9]XX|[1-9]{4}-[01X]X(-[0-2X]X)?)", fullmatch=True)
POINT = st.builds(str.__add__, SHORTENED | WITH_X, st.sampled_from(["", "~", "?", "%"]))
DATE = (
    POINT
    | st.builds("{}/{}".format, POINT, POINT | st.sampled_from(["", ".."]))
    | st.builds("{}/{}".format, st.sampled_from(["", ".."]), POINT)
    | st.builds("[{}..{}]".format, POINT, POINT | st.just(""))
    | st.builds("[..{}]".format, POINT)
)


@given(DATE, st.sampled_from([*LANGUAGES, "xx"]))
def test_every_date_has_words_with_its_year(text: str, lang: str) -> None:
    found = parse(text)
    assume(isinstance(found, When))
    assert isinstance(found, When)
    assert str(found.year) in in_words(found, lang)


@given(st.integers(1, 999))
def test_a_decade_is_named_by_its_first_year(decade: int) -> None:
    assert words(f"{decade:03d}X") == f"the {decade}0s"
