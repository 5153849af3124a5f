"""Works whose references are published: by the APA, by Chicago, or by guides that teach them."""

import pytest

from kb.cite.work import Day, Name, Work


@pytest.fixture
def dictionary_entry() -> Work:
    """An entry that changes over time, of a body that is author and publisher (APA example 47)."""
    return Work(
        key="semantics",
        type="entry-encyclopedia",
        title="Semantics",
        authors=(Name("Merriam-Webster"),),
        container="Merriam-Webster.com dictionary",
        publisher="Merriam-Webster",
        accessed=Day(2020, 1, 4),
        url="https://www.merriam-webster.com/dictionary/semantics",
    )


@pytest.fixture
def news() -> Work:
    """An article of a newspaper, with its author (Chicago's sample citations)."""
    return Work(
        key="manjoo",
        type="article-newspaper",
        title="Snap Makes a Bet on the Cultural Supremacy of the Camera",
        authors=(Name("Manjoo", "Farhad"),),
        container="New York Times",
        publisher="New York Times",
        issued=Day(2017, 3, 8),
        accessed=Day(2017, 5, 1),
        url="https://www.nytimes.com/2017/03/08/technology/snap.html",
    )


@pytest.fixture
def unsigned_news() -> Work:
    return Work(
        key="nyt-2002",
        type="article-newspaper",
        title="In Texas, Ad Heats Up Race for Governor",
        container="New York Times",
        publisher="New York Times",
        issued=Day(2002, 7, 30),
    )


@pytest.fixture
def page_of_a_body() -> Work:
    return Work(
        key="who",
        type="webpage",
        title="Questions and answers on immunization and vaccine safety",
        container="World Health Organization",
        publisher="World Health Organization",
        issued=Day(2018, 3),
        url="https://www.who.int/features/qa/84/en",
    )


@pytest.fixture
def undated_page() -> Work:
    return Work(
        key="yale",
        type="webpage",
        title="About Yale: Yale Facts",
        container="Yale University",
        publisher="Yale University",
        accessed=Day(2017, 5, 1),
        url="https://www.yale.edu/about-yale/yale-facts",
    )
