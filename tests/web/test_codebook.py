"""The codebook shows every kind with all that a coder needs."""

import re
from collections import Counter

import pytest

from web.codebook import linked


@pytest.fixture
def html(client):
    return client.get("/codebook?lang=en").text


def entry(html: str, kind: str) -> str:
    start = html.index(f'<article class="kind" id="{kind}"')
    return html[start : html.index("</article>", start)]


def test_every_kind_has_an_entry_under_its_family(html, live):
    kinds = live.state.kb.vocabulary.kinds

    assert Counter(re.findall(r'<article class="kind" id="([^"]+)"', html)) == Counter(kinds.keys())
    assert re.findall(r'<h2 id="family-([^"]+)"', html) == [
        family
        for family in live.state.kb.vocabulary.families
        if any(kind.family == family for kind in kinds.values())
    ]


def test_an_entry_tells_definition_bounds_codes_and_score(html, live):
    kind = live.state.kb.vocabulary.kinds["alliance"]
    shown = re.sub(r"<[^>]+>", "", entry(html, "alliance"))

    for text in (kind.definition["en"], kind.includes, kind.excludes, *kind.borderline):
        assert text in shown
    assert f"PLOVER {kind.plover}" in shown
    assert f"CAMEO {kind.cameo}" in shown
    assert "+5" in shown
    assert "a state, which holds over time" in shown


def test_the_number_of_events_leads_to_them(html, client, live):
    count = sum(event.kind == "airstrike" for event in live.state.kb.events.values())

    found = re.search(r'<a href="([^"]+)">([\d,]+) events</a>', entry(html, "airstrike"))

    assert int(found[2]) == count
    listed = client.get(found[1].replace("&amp;", "&")).text
    assert f"{count} of {len(live.state.kb.events):,} events" in listed


def test_a_kind_named_in_parentheses_is_a_link_and_the_rest_is_escaped():
    text = linked("A <b> of a closure (closure, or-not), see (treaty-signed).", {"closure"})

    assert text == (
        'A &lt;b&gt; of a closure (<a href="#closure">closure</a>, or-not), see (treaty-signed).'
    )


def test_an_event_leads_to_its_kind(client):
    assert 'href="/codebook?lang=en#airstrike"' in client.get("/event/salala-attack?lang=en").text


def test_in_urdu_names_are_urdu_and_definitions_are_marked_as_english(client):
    shown = entry(client.get("/codebook?lang=ur").text, "alliance")

    assert "اتحاد" in shown
    assert '<span lang="en" dir="ltr">' in shown
