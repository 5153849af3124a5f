"""APA 7 against references that its authors and libraries have published."""

from dataclasses import replace

import pytest

from kb.cite import apa, plain
from kb.cite.work import Day, Name


def test_an_entry_names_its_whole_and_the_day_of_access(dictionary_entry):
    assert plain(apa(dictionary_entry)) == (
        "Merriam-Webster. (n.d.). Semantics. In Merriam-Webster.com dictionary. Retrieved "
        "January 4, 2020, from https://www.merriam-webster.com/dictionary/semantics"
    )


def test_an_entry_of_a_data_set_names_the_version(dictionary_entry):
    versioned = replace(dictionary_entry, version="0.1.0+1a2b3c")

    assert "In Merriam-Webster.com dictionary (Version 0.1.0+1a2b3c). Retrieved" in plain(
        apa(versioned)
    )


def test_an_article_stands_under_its_author_with_initials(news):
    assert plain(apa(news)) == (
        "Manjoo, F. (2017, March 8). Snap Makes a Bet on the Cultural Supremacy of the Camera. "
        "New York Times. https://www.nytimes.com/2017/03/08/technology/snap.html"
    )


def test_the_newspaper_is_in_italics_and_the_title_of_a_page_is(news, page_of_a_body):
    italic = [[run.text for run in apa(work) if run.italic] for work in (news, page_of_a_body)]

    assert italic == [
        ["New York Times"],
        ["Questions and answers on immunization and vaccine safety."],
    ]


def test_an_unsigned_article_begins_with_its_title(unsigned_news):
    assert plain(apa(unsigned_news)).startswith(
        "In Texas, Ad Heats Up Race for Governor. (2002, July 30). New York Times."
    )


def test_a_body_that_is_author_is_not_named_again_as_site(page_of_a_body):
    assert plain(apa(page_of_a_body)) == (
        "World Health Organization. (2018, March). Questions and answers on immunization and "
        "vaccine safety. https://www.who.int/features/qa/84/en"
    )


@pytest.mark.parametrize(
    ("names", "written"),
    [
        ([("Hellman", "Jesse"), ("Bowden", "John")], "Hellman, J., & Bowden, J."),
        ([("Rowling", "J.K.")], "Rowling, J. K."),
        ([("Sartre", "Jean-Paul")], "Sartre, J.-P."),
        ([("de Hoop Scheffer", "Jaap"), ("NATO", "")], "de Hoop Scheffer, J., & NATO."),
    ],
)
def test_names(news, names, written):
    work = replace(news, authors=tuple(Name(*name) for name in names))

    assert plain(apa(work)).startswith(f"{written} (2017, March 8).")


def test_of_more_than_twenty_authors_the_first_nineteen_and_the_last_are_named(news):
    work = replace(news, authors=tuple(Name(f"A{number}", "B") for number in range(1, 31)))

    assert "A19, B., . . . A30, B. (2017" in plain(apa(work))


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (Day(2011, 11, 26), "(2011, November 26)"),
        (Day(2011, 11), "(2011, November)"),
        (Day(2011), "(2011)"),
        (Day(2011, circa=True), "(ca. 2011)"),
        (None, "(n.d.)"),
    ],
)
def test_dates(news, day, written):
    assert written in plain(apa(replace(news, issued=day)))


def test_a_question_needs_no_full_stop_and_a_number_stands_behind_the_title(page_of_a_body):
    question = replace(page_of_a_body, title="Who was it?")
    numbered = replace(page_of_a_body, number="p. 4")

    assert "(2018, March). Who was it? https:" in plain(apa(question))
    assert "vaccine safety (p. 4). https:" in plain(apa(numbered))
