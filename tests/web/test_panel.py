"""What the panel gathers, and how it is worded on the page."""

import re
from dataclasses import replace

import pytest

from kb.model import Citation
from kb.timeline import Timeline
from web.panel import panel, views_of


@pytest.fixture(scope="module")
def timeline(live):
    return Timeline(live.state.kb)


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


class TestViews:
    def test_what_was_said_on_the_occasion_is_shown_there(self, timeline):
        event = timeline.kb.events["salala-attack"]
        said = next(iter(timeline.kb.views.values()))
        there = replace(said, id="there", when=event.when, src=event.src[:1])
        elsewhere = replace(there, id="elsewhere", src=(Citation("of-another-event"),))
        later = replace(there, id="later", when=timeline.events[-1].when)
        views = {view.id: view for view in (there, elsewhere, later)}

        assert views_of(replace(timeline.kb, views=views), event) == (there,)

    def test_nothing_is_said_on_the_occasion_of_a_state(self, timeline):
        states = (e for e in timeline.events if e.when.is_interval)

        assert all(views_of(timeline.kb, event) == () for event in states)

    def test_other_views_are_counted_by_partner(self, timeline):
        event = timeline.kb.events["salala-attack"]

        shown = panel(timeline, event, ())

        assert shown.views == ()
        assert {spoken.actor.id for spoken in shown.spoken} <= set(timeline.lanes[event.id])
        assert all(spoken.count > 0 for spoken in shown.spoken)


class TestPage:
    def test_who_acted_on_whom_is_told(self, page, live):
        kb = live.state.kb
        event = kb.events["salala-attack"]
        by, to = (
            " , ".join(kb.actors[slug].name["en"] for slug in actors)
            for actors in (event.by, event.to)
        )

        assert f"By {by} To {to}" in text_of(page("/event/salala-attack"))

    def test_a_figure_has_its_speaker_apart_from_the_publisher_and_its_own_words(self, page):
        text = text_of(page("/event/salala-attack"))

        assert "People killed sources differ 24 accepted Pakistan ( ISPR , 2012)" in text
        assert ": Shahadat (killing) of 24 Pakistani soldiers" in text
        assert "up to 28 superseded " in text

    def test_several_accounts_stand_side_by_side(self, page):
        assert '<ul class="accounts several">' in page("/event/salala-attack")

    def test_where_no_cause_is_recorded_that_is_said(self, page, live):
        without = next(e for e in live.state.kb.events.values() if not e.because_of)
        caused = next(e for e in live.state.kb.events.values() if e.because_of)

        assert "No cause is recorded." in page(f"/event/{without.id}")
        assert "No cause is recorded." not in page(f"/event/{caused.id}")

    def test_a_source_has_type_side_day_of_reading_and_copy(self, client_with, live):
        kb = live.state.kb
        source = replace(kb.sources["ispr-2012"], archived="https://example.org/copy")
        client = client_with(kb=replace(kb, sources={**kb.sources, source.id: source}))

        text = text_of(client.get("/event/salala-attack").text)

        assert "ISPR , 23 January 2012 · Official statement · Speaks for Pakistan" in text
        assert "archived copy · read on " in text
