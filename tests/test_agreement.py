"""What a page counts, the matching SPARQL query counts: pages read the model, queries the store."""

import json
import shutil

import pytest
from pyoxigraph import DefaultGraph

from kb.graph import quads
from kb.guard import Answer, Guard, Query
from kb.live import Live


@pytest.fixture
def counted(client):
    """Number of events that a SPARQL pattern on `?e` matches."""

    def count(pattern):
        query = f"SELECT (COUNT(DISTINCT ?e) AS ?n) WHERE {{ ?e a sem:Event . {pattern} }}"
        answer = client.get("/sparql", query_string={"query": query})
        return int(answer.json["results"]["bindings"][0]["n"]["value"])

    return count


@pytest.fixture
def listed(client):
    """Number of events that the timeline shows with these filters."""
    return lambda **filters: len(
        client.get("/timeline.json", query_string={"ids": 1, **filters}).json
    )


def test_all_events(counted, listed):
    assert listed() == counted("") > 0


def test_events_of_a_kind(counted, listed, live):
    for kind in {event.kind for event in live.state.kb.events.values()}:
        assert listed(kind=kind) == counted(f"?e sem:eventType kind:{kind}"), kind


def test_events_of_a_family(counted, listed, live):
    for family in live.state.kb.vocabulary.families:
        assert listed(family=family) == counted(f"?e sem:eventType/kb:family family:{family}")


def test_events_that_cite_a_source(counted, listed, live):
    sources = list(live.state.kb.sources)
    for source in sources[:: max(1, len(sources) // 20)]:
        assert listed(source=source) == counted(f"?e dcterms:source source:{source}"), source


def test_events_at_a_place(counted, listed, live):
    for place in live.state.kb.places:
        assert listed(place=place) == counted(f"?e sem:hasPlace place:{place}"), place


@pytest.mark.parametrize(("first", "last"), [("2005", "2007"), ("2011-11-26", "2012-07-03")])
def test_events_of_a_period(counted, listed, first, last):
    begin = first if len(first) > 4 else f"{first}-01-01"
    end = last if len(last) > 4 else f"{last}-12-31"
    touches = (
        "?e sem:hasEarliestBeginTimeStamp ?b ; sem:hasLatestEndTimeStamp ?z . "
        f'FILTER(?b <= "{end}"^^xsd:date && ?z >= "{begin}"^^xsd:date)'
    )
    assert listed(**{"from": first, "to": last}) == counted(touches)


def test_events_by_score(counted, listed):
    assert listed(max=-5) == counted("?e kb:score ?s FILTER(?s <= -5)")
    assert listed(min=5) == counted("?e kb:score ?s FILTER(?s >= 5)")


def test_the_store_holds_the_same_after_reloads_as_the_graph(shipped, tmp_path):
    """Each save is applied as a difference, and nothing else may come or go with it."""
    folder = shutil.copytree(shipped, tmp_path / "data")
    everything = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    with Guard() as guard:
        live = Live(folder, guard)
        for number in range(3):
            with (folder / "places.yaml").open("a") as file:
                file.write(f"\nnew-place-{number}: {{name: New place}}\n")
            live.refresh()
            default = [q for q in quads(live.state.kb) if q.graph_name == DefaultGraph()]
            answer = guard.query(Query(everything))
            assert isinstance(answer, Answer)
            counted = json.loads(answer.body)["results"]["bindings"][0]["n"]["value"]
            assert int(counted) == len(default)
