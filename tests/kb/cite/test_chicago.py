"""Chicago 17, author-date, against its sample citations."""

from dataclasses import replace

from kb.cite import chicago, plain
from kb.cite.work import Day, Name


def test_an_article_repeats_the_year_in_its_full_date(news):
    assert plain(chicago(news)) == (
        "Manjoo, Farhad. 2017. “Snap Makes a Bet on the Cultural Supremacy of the Camera.” "
        "New York Times, March 8, 2017. https://www.nytimes.com/2017/03/08/technology/snap.html."
    )


def test_a_newspaper_stands_in_the_place_of_an_author_who_is_not_named(unsigned_news):
    assert plain(chicago(unsigned_news)) == (
        "New York Times. 2002. “In Texas, Ad Heats Up Race for Governor.” July 30, 2002."
    )


def test_an_undated_page_has_the_day_of_access(undated_page):
    assert plain(chicago(undated_page)) == (
        "Yale University. n.d. “About Yale: Yale Facts.” Accessed May 1, 2017. "
        "https://www.yale.edu/about-yale/yale-facts."
    )


def test_an_entry_names_its_whole_the_version_and_the_day_of_access(dictionary_entry):
    work = replace(dictionary_entry, version="0.1.0+1a2b3c")

    assert plain(chicago(work)) == (
        "Merriam-Webster. n.d. “Semantics.” In Merriam-Webster.com dictionary, version "
        "0.1.0+1a2b3c. Accessed January 4, 2020. "
        "https://www.merriam-webster.com/dictionary/semantics."
    )


def test_only_the_first_name_is_inverted(news):
    two = replace(news, authors=(Name("Keng", "Shao-Hsun"), Name("Lin", "Chun-Hung")))
    many = replace(news, authors=tuple(Name(f"F{n}", "G") for n in range(1, 12)))

    assert plain(chicago(two)).startswith("Keng, Shao-Hsun, and Chun-Hung Lin. 2017.")
    assert plain(chicago(many)).startswith("F1, G, G F2, G F3, G F4, G F5, G F6, G F7, et al. 2017")


def test_a_date_is_as_precise_as_it_is_known(news):
    month, about = (replace(news, issued=day) for day in (Day(2017, 3), Day(2017, circa=True)))

    assert "New York Times, March 2017. " in plain(chicago(month))
    assert "Manjoo, Farhad. ca. 2017. “Snap" in plain(chicago(about))
