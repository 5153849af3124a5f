"""The page of quality tells what the report tells."""

import re
from html import unescape

import pytest

from kb.report import read_checks, report
from web.quality import GROUPS, MOST_LISTED, anchor, isolated, shade


@pytest.fixture(scope="module")
def expected(live, shipped):
    kb = live.state.kb
    return report(kb, read_checks(shipped, kb))


@pytest.fixture
def html(client):
    return client.get("/quality?lang=en").text


def test_every_measure_stands_on_the_page_with_its_share(html, expected):
    for one in expected.measures:
        start = html.index(f'<li id="{anchor(one.id)}">')
        row = html[start : html.index("</li>", start)]
        assert one.of is None or f"{one.value:,} of {one.of:,}" in unescape(row), one.id


def test_every_measure_has_a_heading_to_stand_under(expected):
    grouped = {slug for slugs in GROUPS.values() for slug in slugs}

    assert {one.id.partition("@")[0] for one in expected.measures} <= grouped


def test_what_misses_a_measure_is_listed_with_links(html, expected):
    day = expected.measure("day")
    row = html[html.index('<li id="day">') :]
    listed = re.findall(r'href="/event/([a-z0-9-]+)', row[: row.index("</details>")])

    assert listed == [miss.id for miss in day.misses][:MOST_LISTED]


def test_a_cell_leads_to_the_events_of_its_partner_and_decade(html, expected):
    row = next(row for row in expected.grid.rows if row.actor == "nato")
    at = expected.grid.decades.index(2010)

    assert (
        f'href="/?partner=nato&amp;from=2010&amp;to=2019&amp;lang=en">{row.counts[at]}</a>' in html
    )


def test_in_urdu_it_speaks_urdu_and_keeps_percentages_together(client):
    html = client.get("/quality?lang=ur").text

    assert '<html lang="ur" dir="rtl"' in html
    assert "دو ناشروں کے ماخذ والے واقعات" in html
    assert isolated("70%") in html


@pytest.mark.parametrize(("count", "dark"), [(0, 0), (1, 1), (5, 2), (20, 4), (21, 5), (99, 5)])
def test_more_events_are_darker(count, dark):
    assert shade(count) == dark


@pytest.mark.parametrize("path", ["/", "/quality", "/codebook"])
def test_every_page_leads_there(client, path):
    assert 'href="/quality' in client.get(path).text
