"""The index: what a word of a query stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.search.documents import Document, Passage, Tier
from kb.search.index import Index

WORDS = ("pakistan", "pakistani", "pa", "pact", "russia", "salala", "un", "under", "2011", "2012")


@pytest.fixture(scope="module")
def index() -> Index:
    """One document a word, the word in its title; the UN is an actor."""
    return Index(
        Document(
            "actor" if word == "un" else "event",
            word,
            1,
            (Passage(Tier.TITLE, "title", word, "en"),),
        )
        for word in WORDS
    )


@pytest.mark.parametrize(
    ("typed", "stands_for"),
    [
        ("pak", {"pakistan", "pakistani"}),
        ("pakistan", {"pakistan", "pakistani"}),
        ("pa", {"pa", "pact", "pakistan", "pakistani"}),
        ("un", {"un"}),
        ("p", set()),
        ("pakistn", {"pakistan"}),
        ("pakitsan", {"pakistan"}),
        ("rusia", {"russia"}),
        ("rusi", {"russia"}),
        ("salalla", {"salala"}),
        ("sax", set()),
        ("2013", set()),
        ("zebra", set()),
    ],
)
def test_a_word_is_itself_a_beginning_or_a_slip(index, typed, stands_for):
    assert set(index.term(typed).words) == stands_for


def test_only_a_word_that_nothing_begins_with_is_misspelt(index):
    assert [index.term(typed).misspelt for typed in ("pak", "rusia")] == [False, True]


def test_guesses_go_further_and_leave_numbers_alone(index):
    assert index.guesses("pakustann", 2) == ("pakistan", "pakistani")
    assert index.guesses("2013", 2) == ()


@given(st.sets(st.integers(0, 500)))
def test_the_numbers_of_a_set_of_documents_come_back_in_order(numbers):
    bits = sum(1 << number for number in numbers)

    assert list(Index(()).numbers(bits)) == sorted(numbers)
