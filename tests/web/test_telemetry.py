"""What an operator sees: health, figures, the log."""

import json
import logging

import pytest
from prometheus_client.parser import text_string_to_metric_families

ROWS = "SELECT ?e { ?e a sem:Event } LIMIT 3"


@pytest.fixture
def logged(client, caplog):
    """The lines of the access log that a request writes."""

    def ask(path, **options):
        caplog.clear()
        with caplog.at_level(logging.INFO, "tieline.access"):
            client.get(path, **options)
        return [json.loads(record.getMessage()) for record in caplog.records]

    return ask


def samples(client):
    text = client.get("/metrics").text
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_each_request_is_a_line_that_a_program_reads(logged):
    (line,) = logged("/event/salala-attack")

    assert (line["method"], line["path"], line["status"]) == ("GET", "/event/salala-attack", 200)
    assert line["client"] == "127.0.0.1"
    assert line["ms"] > 0
    assert line["bytes"] > 1000
    assert "query" not in line


def test_a_query_is_told_by_its_digest_its_outcome_and_its_rows(logged):
    (answered,) = logged("/sparql", query_string={"query": ROWS})
    (again,) = logged("/sparql", query_string={"query": ROWS})
    (refused,) = logged("/sparql", query_string={"query": "SELECT"})

    assert (answered["outcome"], answered["rows"]) == ("answered", 3)
    assert answered["query"] == again["query"] != refused["query"]
    assert (refused["outcome"], refused["rows"]) == ("malformed", None)
    assert "sem:Event" not in json.dumps(answered)


def test_no_address_can_forge_a_line(logged):
    lines = logged("/x%0A%7B%22status%22:200%7D")

    assert [line["status"] for line in lines] == [404]


def test_the_figures_count_requests_and_queries(client):
    before = samples(client)
    client.get("/sparql", query_string={"query": ROWS})
    client.get("/sparql", query_string={"query": "SELECT"})
    after = samples(client)

    def more(*name):
        return after[name] - before.get(name, 0)

    assert more("tieline_requests_total", "sparql.endpoint", "200") == 1
    assert more("tieline_requests_total", "sparql.endpoint", "400") == 1
    assert more("tieline_queries_total", "answered") == 1
    assert more("tieline_queries_total", "malformed") == 1
    assert more("tieline_request_seconds_count", "sparql.endpoint") == 2


def test_the_figures_tell_the_state(client, live):
    found = samples(client)

    assert found["tieline_guard_up",] == 1
    assert found["tieline_data_broken",] == 0
    assert found["tieline_events",] == len(live.state.kb.events)
    assert found["process_resident_memory_bytes",] > 1_000_000


def test_it_is_ready_while_queries_are_answered(client, live):
    from kb.guard import Guard
    from web.app import create_app

    assert client.get("/healthz").text == "ok\n"
    assert client.get("/readyz").text == "ok\n"

    stopped = create_app(live, Guard()).test_client()

    assert stopped.get("/healthz").status_code == 200
    assert stopped.get("/readyz").status_code == 503
