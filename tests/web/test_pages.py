"""The pages as they are without a script."""

import re
from dataclasses import replace
from html import unescape

import pytest

from kb.diagnostics import Diagnostic
from web.paging import SIZE


def listed(html: str) -> list[str]:
    """Ids of the events in the list, in order."""
    return re.findall(r'<li class="entry" data-id="([^"]+)"', html)


def all_pages(client, path: str) -> list[str]:
    """Ids of the events on this page of the list and on those that follow."""
    ids: list[str] = []
    while path:
        html = client.get(path).text
        ids += listed(html)
        later = re.search(r'<a href="([^"]+)" rel="next">Next page', html)
        path = unescape(later[1]) if later else ""
    return ids


class TestTimeline:
    def test_all_events_are_listed_page_by_page(self, client, live):
        total = f"{len(live.state.kb.events)}"

        ids = all_pages(client, "/")

        assert len(listed(client.get("/").text)) == SIZE
        assert sorted(ids) == sorted(live.state.kb.events)
        assert f"{total} of {total} events" in client.get("/").text

    def test_turning_the_page_keeps_the_state(self, page):
        html = page("/?partner=india&lang=ur&page=2")

        assert 'href="/?partner=india&amp;lang=ur&amp;page=1" rel="prev"' in html
        assert 'href="/?partner=india&amp;event=' in html

    def test_events_have_permanent_addresses(self, page):
        assert 'href="/?q=salala&amp;event=salala-attack"' in page("/?q=salala")

    def test_years_are_headings_in_order(self, page):
        years = re.findall(r'<h3 id="y(\d+)">\1</h3>', page("/"))

        assert years == sorted(set(years))

    @pytest.mark.parametrize(
        ("query", "holds"),
        [
            ("partner=isaf", lambda event: "isaf" in event.actors),
            ("kind=airstrike", lambda event: event.kind == "airstrike"),
            ("place=salala", lambda event: event.where == "salala"),
            ("source=ipri-2017", lambda event: "ipri-2017" in event.sources),
            ("from=2011&to=2012", lambda event: event.when.earliest_begin.year <= 2012),
            ("q=Salala", lambda event: True),
            ("min=9&max=9.5", lambda event: True),
            ("disputed=1", lambda event: True),
            ("family=military&family=sanction", lambda event: True),
        ],
    )
    def test_filters_take_less_and_the_right_ones(self, page, live, query, holds):
        events = live.state.kb.events

        ids = listed(page(f"/?{query}"))

        assert 0 < len(ids) < len(events)
        assert all(holds(events[slug]) for slug in ids)

    def test_filters_stand_in_the_form_as_asked(self, page):
        html = page("/?partner=nato&family=military&from=2005&max=-3&disputed=1")

        assert '<input type="checkbox" name="partner" value="nato" checked>' in html
        assert '<input type="checkbox" name="family" value="military" checked>' in html
        assert 'name="from" value="2005"' in html
        assert 'max="10" step="any" value="-3.0"' in html
        assert '<input type="checkbox" name="disputed" value="1" checked>' in html

    def test_a_selected_event_is_told_in_full_beside_the_list(self, page):
        html = page("/?event=salala-attack")

        assert '<article class="event-card" data-id="salala-attack">' in html
        assert 'aria-current="true"' in html
        assert "up to 28" in html
        assert "Follows from the kind" in html
        assert 'href="/codebook#airstrike"' in html
        assert 'href="/event/salala-attack.ttl"' in html
        assert 'href="/sparql?query=SELECT' in html

    def test_without_one_turning_points_stand_there(self, page):
        assert "<h2>Turning points</h2>" in page("/")

    def test_earlier_and_later_walk_the_filter(self, page):
        html = page("/?event=salala-attack&kind=airstrike")
        strikes = listed(html)
        place = strikes.index("salala-attack")

        neighbours = re.findall(r'data-event="([^"]+)" rel="(?:prev|next)"', html)

        assert neighbours == [
            *strikes[max(0, place - 1) : place],
            *strikes[place + 1 : place + 2],
        ]

    @pytest.mark.parametrize("part", ["list", "panel"])
    def test_a_part_comes_without_the_page_about_it(self, page, part):
        assert "<html" not in page(f"/?part={part}&event=salala-attack")


class TestBadValues:
    @pytest.mark.parametrize(
        ("query", "told"),
        [
            ("partner=pakistn", "“pakistn” was left out of “partner”"),
            ("from=2011-13", "“2011-13” was left out of “from”"),
            ("to=26/11/2011", "2011-11-26"),
            ("min=much", "“much” was left out of “min”"),
            ("max=11", "a number from −10 to +10"),
            ("max=nan", "“nan” was left out"),
            ("event=none", "“none” was left out of “event”"),
            ("lang=xx", "“xx” was left out of “lang”"),
            ("theme=pink", "“pink” was left out of “theme”"),
            ("kind=%3Cb%3E", "“&lt;b&gt;” was left out of “kind”"),
        ],
    )
    def test_they_are_left_out_with_a_note(self, page, live, query, told):
        html = page(f"/?{query}")

        total = len(live.state.kb.events)
        assert told in html
        assert f"{total} of {total} events" in html

    def test_good_values_have_none(self, page):
        assert 'class="notes"' not in page("/?partner=nato&from=2011~&utm_source=x")


class TestLanguage:
    def test_the_address_decides_before_the_browser(self, client):
        wish = {"Accept-Language": "ur"}

        assert '<html lang="ur" dir="rtl">' in client.get("/", headers=wish).text
        assert '<html lang="en" dir="ltr">' in client.get("/?lang=en", headers=wish).text

    def test_text_in_another_language_is_marked(self, page):
        html = page("/event/salala-attack?lang=ur")

        assert "سلالہ کی دو پاکستانی چوکیوں" in html
        assert '<span lang="en" dir="ltr">In the night of' in html

    def test_language_and_theme_stay_on_the_way_to_other_pages(self, page):
        assert "/actor/nato?lang=ur&amp;theme=dark" in page(
            "/event/salala-attack?lang=ur&theme=dark"
        )


class TestRecords:
    def test_an_actor_has_events_and_views_each_with_its_speaker(self, page, live):
        html = page("/actor/nato")
        views = [view for view in live.state.kb.views.values() if "nato" in view.about]

        assert html.count('<li class="view"><p class="speaker">') == len(views) > 0
        assert "salala-attack" in listed(html)

    def test_an_actor_says_what_was_searched_for_it(self, page, live):
        html = page("/actor/nato")

        for search in live.state.kb.actors["nato"].searched:
            assert all(collection in html for collection in search.collections)
        assert 'id="searched"' in html
        assert 'id="searched"' not in page("/actor/qureshi")

    def test_an_actor_has_its_decades_each_with_its_events_on_the_timeline(self, page):
        html = page("/actor/nato")

        assert 'href="/?partner=nato&amp;from=2010&amp;to=2019"' in html
        assert "11 August 2003 to 28 December 2014" in html

    def test_a_source_tells_what_cites_it_in_which_words(self, page):
        html = page("/source/ipri-2017")

        assert "Khurram Abbas" in html
        assert "killing 24 soldiers of Pakistan Army" in html

    @pytest.mark.parametrize("path", ["/event/salala-attack", "/actor/nato", "/source/ipri-2017"])
    def test_each_has_its_lasting_address_and_ways_to_cite_it(self, page, live, path):
        html = page(path)

        assert f"{live.state.kb.dataset.base}id{path}</a>" in html
        assert f"http://localhost{path}</a>" in html
        assert f"{live.state.kb.dataset.version}+{live.state.version}" in html
        for style in ("APA 7", "Chicago 17", "BibTeX", "CSL-JSON"):
            assert style in html
        assert f'href="{path}.ttl"' in html

    def test_an_event_leads_to_its_neighbours_in_the_filter(self, page):
        html = page("/event/salala-attack?kind=airstrike")

        neighbours = re.findall(r'href="([^"]+)" rel="(?:prev|next)"', html)
        assert len(neighbours) == 2
        assert all(address.endswith("?kind=airstrike") for address in neighbours)

    @pytest.mark.parametrize("path", ["/event/none", "/actor/none", "/source/none", "/none"])
    def test_what_is_not_there_has_a_page_that_says_so(self, client, path):
        response = client.get(path, headers={"Accept": "text/html"})

        assert response.status_code == 404
        assert "No such page" in response.text

    def test_what_may_have_been_meant_is_offered(self, client):
        response = client.get("/event/salala-atack?lang=ur")

        assert response.status_code == 404
        assert '<a href="/event/salala-attack?lang=ur"' in response.text

    def test_an_earlier_id_leads_to_the_record(self, client_with, live):
        kb = live.state.kb
        renamed = replace(kb.events["salala-attack"], was=("salala-strike",))
        client = client_with(kb=replace(kb, events={**kb.events, "salala-attack": renamed}))

        response = client.get("/event/salala-strike?lang=ur")

        assert response.status_code == 301
        assert response.location == "/event/salala-attack?lang=ur"
        assert 'data-id="salala-attack"' in client.get("/?event=salala-strike").text


class TestBanner:
    def test_broken_files_are_told_above_the_last_good_state(self, client_with, live):
        problem = Diagnostic(
            "data/events.yaml", 7, 9, "E08", 'unknown actor "pakistn".', "Mend it."
        )

        html = client_with(diagnostics=(problem,) * 7).get("/").text

        assert '<div class="banner" role="status">' in html
        assert "7 problems" in html
        assert html.count("data/events.yaml:7:9") == 5
        assert "and 2 more" in html
        assert len(listed(html)) == SIZE

    def test_sound_files_need_none(self, page):
        assert 'class="banner"' not in page("/")


def test_no_page_holds_inline_script_or_style(page):
    for path in ("/", "/?event=salala-attack", "/event/salala-attack", "/actor/nato"):
        html = page(path)
        assert not re.search(r"<[^>]+\s(style|on\w+)=", html)
        assert set(re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", html)) <= {
            ' type="application/json" id="setup"',
            ' type="application/ld+json"',
        }


def test_columns_are_cached_until_they_change(client):
    first = client.get("/timeline.json?lang=en")
    again = client.get("/timeline.json?lang=en", headers={"If-None-Match": first.headers["ETag"]})

    assert first.json["lang"] == "en"
    assert again.status_code == 304


def test_ids_are_those_of_the_list(client):
    for text in ("salala", "salalla", "سلاله", "turkiye visit"):
        ids = client.get("/timeline.json", query_string={"ids": 1, "q": text}).json

        assert ids == all_pages(client, f"/?q={text}") != []
