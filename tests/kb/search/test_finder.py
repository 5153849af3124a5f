"""Search as readers meet it."""

import pytest

from kb.search import reason


def ids(finder, text: str, what="event") -> list[str]:
    return [document.id for document in finder.find(text, what).documents]


class TestOrder:
    def test_title_before_summary_before_quotation(self, finder):
        assert ids(finder, "salala") == ["strike", "apology"]
        assert ids(finder, "air") == ["relief", "strike"]

    def test_a_name_counts_more_than_a_source(self, finder):
        assert ids(finder, "visit")[0] == "visit"

    def test_weight_decides_between_equals(self, finder):
        assert ids(finder, "nato") == ["strike", "apology", "relief"]

    def test_all_kinds_of_record_are_in_one_order(self, finder):
        found = finder.find("dawn").documents

        assert (found[0].what, found[0].id) == ("source", "dawn")


class TestMatching:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("salala 2011", ["strike"]),
            ("deliberate", ["strike"]),
            ("slept helicopters", ["strike"]),
            ("helicopters turkiye", []),
            ("Turkey", ["visit"]),
            ("TÜRKİYE", ["visit"]),
            ("turkiye", ["visit"]),
            ("turkyie", ["visit"]),
            ("سلالہ", ["strike"]),
            ("سلاله", ["strike"]),
            ("نيٹو", ["strike", "apology", "relief"]),
            ("helicoptre", ["strike"]),
            ("", []),
            ("…", []),
        ],
    )
    def test_every_word_must_be_in_the_record(self, finder, text, found):
        assert ids(finder, text) == found

    def test_the_filter_and_the_search_find_the_same(self, finder):
        for text in ("salala", "turkyie", "na", "نیٹو", "nothing of it"):
            assert finder.events(text) == set(ids(finder, text))

    def test_what_was_taken_for_what_is_told(self, finder):
        assert finder.find("salalla").corrected == {"salalla": ("salala",)}
        assert finder.find("salala").corrected == {}


class TestDidYouMean:
    @pytest.mark.parametrize(
        ("text", "proposal"),
        [
            ("salaala qqqqq", "salala"),
            ("helicpters zzz", "helicopters"),
            ("heeliicoptrs", "helicopters"),
            ("turkey helicopters mohmand", "helicopters mohmand"),
            ("zzzzzz", None),
            ("", None),
        ],
    )
    def test_the_nearest_text_that_finds_something(self, finder, text, proposal):
        assert finder.find(text).documents == ()
        assert finder.did_you_mean(text) == proposal


class TestReason:
    def why(self, finder, text, lang="en"):
        found = finder.find(text, "event")
        passage = reason(found.documents[0], found.words, lang)
        return passage and (passage.field, passage.text)

    def test_a_title_that_holds_the_words_needs_none(self, finder):
        assert self.why(finder, "posts") is None

    def test_it_is_the_passage_with_the_words_that_the_title_lacks(self, finder):
        assert self.why(finder, "salala slept") == ("quotation", "fired upon while they slept")
        assert self.why(finder, "mohmand") == ("summary", "Helicopters crossed into Mohmand.")
        assert self.why(finder, "posts express") == ("source", "The Express Tribune")

    def test_the_readers_language_comes_first(self, finder):
        assert self.why(finder, "نیٹو", "ur") == ("actor", "نیٹو")
