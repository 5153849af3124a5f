"""`/search` as a page, and its suggestions."""

import re

import pytest


def hits(html: str) -> list[str]:
    return re.findall(r'<li class="hit" data-id="([^"]+)"', html)


class TestPage:
    def test_events_stand_best_first_with_the_words_marked(self, page):
        html = page("/search?q=salala")

        assert hits(html)[0] == "salala-attack"
        assert "posts at <mark>Salala</mark></a>" in html
        assert 'href="/?q=salala"' in html

    def test_where_the_title_does_not_say_it_the_passage_does(self, page, live):
        summary = live.state.kb.events["salala-attack"].summary["en"]
        word = max(re.findall(r"[a-z]+", summary), key=len)

        html = page(f"/search?q=salala {word}")

        assert re.search(rf"Summary:</span>.*<mark>{word}</mark>", html)

    def test_actors_places_kinds_and_sources_are_found_too(self, page):
        html = page("/search?q=nato")

        assert 'href="/actor/nato"><mark>NATO</mark></a>' in html
        assert '<h2 id="found-source">' in html
        assert 'href="/?place=salala"><mark>Salala</mark>' in page("/search?q=salala")
        assert 'href="/?kind=airstrike">' in page("/search?q=air strike")

    def test_a_slip_is_forgiven_and_told(self, page):
        html = page("/search?q=salalla")

        assert "salala-attack" in hits(html)
        assert "“salalla” is nowhere here, so it was taken for salala." in html

    def test_where_nothing_is_found_the_nearest_is_offered(self, page):
        html = page("/search?q=salala qqqqqq&lang=en")

        assert "Nothing here holds all these words." in html
        assert '<a href="/search?q=salala&amp;lang=en"><bdi>salala</bdi></a>' in html

    def test_urdu_is_found_whatever_the_keyboard(self, page):
        arabic = page("/search?q=پاكستان سلاله&lang=ur")

        assert hits(arabic) == hits(page("/search?q=پاکستان سلالہ&lang=ur"))
        assert "salala-attack" in hits(arabic)

    def test_many_results_come_in_pages(self, page):
        first, second = page("/search?q=pakistan"), page("/search?q=pakistan&page=2")

        assert 'href="/search?q=pakistan&amp;page=2" rel="next"' in first
        assert set(hits(first)).isdisjoint(hits(second))

    def test_without_a_text_it_says_what_can_be_searched(self, page):
        assert "Write words from titles" in page("/search")

    def test_the_text_is_escaped(self, page):
        assert "<script>alert" not in page("/search?q=<script>alert(1)</script>")


class TestSuggestions:
    def test_they_are_the_best_eight_of_all_kinds(self, client):
        answer = client.get("/search.json?q=nato&lang=en").json

        assert len(answer["options"]) == 8
        assert answer["total"] > 8
        assert answer["options"][0] == {
            "what": "actor",
            "parts": [["NATO", True]],
            "lang": "en",
            "dir": "ltr",
            "detail": "Intergovernmental organisation",
            "href": "/actor/nato?lang=en",
            "event": None,
        }

    def test_an_event_has_its_id_and_its_date(self, client):
        (event, *_) = client.get("/search.json?q=salala attack 2011").json["options"]

        assert event["event"] == "salala-attack"
        assert event["detail"] == "26 November 2011"

    def test_names_in_another_language_say_so(self, client):
        (first, *_) = client.get("/search.json?q=نیٹو&lang=ur").json["options"]

        assert (first["lang"], first["dir"]) == ("ur", "rtl")

    @pytest.mark.parametrize("text", ["", " ", "…", "qqqqqqqqqq"])
    def test_nothing_suggests_nothing(self, client, text):
        assert client.get("/search.json", query_string={"q": text}).json["options"] == []
