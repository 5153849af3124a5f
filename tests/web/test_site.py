"""What machines look for at fixed addresses."""

import urllib.robotparser
import xml.etree.ElementTree as ET

import pytest

SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def test_crawlers_are_kept_out_of_what_has_no_end(client):
    text = client.get("/robots.txt").text
    rules = urllib.robotparser.RobotFileParser()
    rules.parse(text.splitlines())
    assert rules.can_fetch("any", "/event/salala-attack")
    assert not rules.can_fetch("any", "/search?q=x")
    assert "Disallow: /*?\n" in text
    assert rules.site_maps() == ["http://localhost/sitemap.xml"]


def test_the_sitemap_lists_every_page_and_each_is_there(client, live):
    index = ET.fromstring(client.get("/sitemap.xml").data)
    (part,) = [found.text for found in index.findall("s:sitemap/s:loc", SPACE)]
    places = [
        found.text for found in ET.fromstring(client.get(part).data).findall("s:url/s:loc", SPACE)
    ]
    kb = live.state.kb
    assert len(places) == 3 + len(kb.events) + len(kb.actors) + len(kb.sources)
    assert len(set(places)) == len(places)
    for place in places[:: len(places) // 8]:
        assert client.get(place).status_code == 200


@pytest.mark.parametrize("part", ["0", "99", "x"])
def test_a_part_that_there_is_not(client, part):
    assert client.get(f"/sitemap-{part}.xml").status_code == 404


def test_the_well_known_address_leads_to_the_description(client):
    """VoID, 7.2."""
    headers = {"Accept": "text/turtle"}
    answer = client.get("/.well-known/void", headers=headers, follow_redirects=True)
    assert answer.mimetype == "text/turtle"
    assert "void:Dataset" in answer.text
