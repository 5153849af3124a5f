"""The JSON-LD of pages, as a search engine takes it out of them."""

import json
import re

import pytest

from kb.iris import Iris


def told(page):
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    return json.loads(found)


@pytest.mark.parametrize(
    ("path", "kind", "type_"),
    [
        ("/event/salala-attack", "event", "Event"),
        ("/actor/united-states", "actor", "Country"),
        ("/actor/isaf", "actor", "Organization"),
    ],
)
def test_a_page_says_what_it_shows(page, live, path, kind, type_):
    said = told(page(path))
    assert said["@context"] == "https://schema.org"
    assert said["@type"] == type_
    assert said["@id"] == Iris(live.state.kb.dataset.base).record(kind, path.rsplit("/", 1)[-1])
    assert said["mainEntityOfPage"] == f"http://localhost{path}"
    assert {name["@language"] for name in said["name"]} >= {"en"}


def test_an_event_has_its_dates_place_and_parties(page, live):
    said = told(page("/event/salala-attack"))
    event = live.state.kb.events["salala-attack"]
    assert said["startDate"] == event.when.edtf.partition("/")[0]
    assert said["location"]["name"]
    assert len(said["about"]) == len(event.actors)
    assert len(said["subjectOf"]) == len(event.sources)


def test_a_source_is_a_work(page, live):
    said = told(page(f"/source/{next(iter(live.state.kb.sources))}"))
    assert (said["@type"], said["publisher"]["@type"]) == ("CreativeWork", "Organization")


def test_the_timeline_is_a_data_set_that_can_be_had(page, client):
    said = told(page("/"))
    assert said["@type"] == "Dataset"
    assert said["license"].startswith("https://")
    formats = {each["encodingFormat"]: each["contentUrl"] for each in said["distribution"]}
    assert {"text/turtle", "text/csv"} <= set(formats)
    assert client.head(formats["text/csv"]).status_code == 200


def test_no_text_ends_the_element(client_with, live):
    from dataclasses import replace

    kb = live.state.kb
    evil = replace(kb.events["salala-attack"], title={"en": "</script><script>alert(1)</script>"})
    client = client_with(kb=replace(kb, events={**kb.events, "salala-attack": evil}))
    page = client.get("/event/salala-attack").text
    assert "<script>alert" not in page
    assert told(page)["name"][0]["@value"] == evil.title["en"]
