import json
import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from kb.guard import Answer, PublishError, Query, Refusal

pytestmark = pytest.mark.slow

ROW = "SELECT ?o { e:s1 e:p0 ?o }"


@pytest.fixture(scope="module")
def guard(file):
    """One for all tests here: whatever ends its worker must not be felt by the next."""
    from kb.guard import Guard, Settings

    settings = Settings(fork=False, timeout=1, memory=256 << 20, result=10_000, cache=0)
    with Guard(settings, {"e": "https://example.org/"}) as running:
        running.publish(file, "first")
        yield running


def value(answer: Answer | Refusal) -> str:
    assert isinstance(answer, Answer), answer
    return json.loads(answer.body)["results"]["bindings"][0]["o"]["value"]


def test_a_query_is_answered(guard):
    answer = guard.query(Query(ROW))

    assert (value(answer), answer.rows, answer.version) == ("v5", 1, "first")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", "timeout"),
        ("SELECT * { ?s ?p ?o }", "too_large"),
        ("SELECT * { ?s ?p", "malformed"),
        ("ASK { SERVICE <http://127.0.0.1:1/> {} }", "forbidden"),
        (
            "SELECT (STRLEN(?v40) AS ?n) { BIND('xxxxxxxx' AS ?v0) "
            + " ".join(f"BIND(CONCAT(?v{i}, ?v{i}) AS ?v{i + 1})" for i in range(40))
            + "}",
            "too_large",
        ),
    ],
)  # fmt: skip
def test_a_hostile_query_is_refused_and_the_next_is_answered(guard, text, status):
    assert guard.query(Query(text)).status == status
    assert value(guard.query(Query(ROW))) == "v5"


def test_queries_take_turns(guard):
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(guard.query, [Query(ROW)] * 40))

    assert {value(answer) for answer in answers} == {"v5"}


def test_an_abandoned_query_is_ended(guard, endless):
    still_there = iter([True, False])

    assert guard.query(Query(endless), lambda: next(still_there)).status == "abandoned"
    assert value(guard.query(Query(ROW))) == "v5"


def test_a_worker_that_was_killed_is_replaced(guard, soon):
    guard.query(Query(ROW))
    killed = guard.pid
    os.kill(killed, signal.SIGKILL)

    assert soon(lambda: isinstance(guard.query(Query(ROW)), Answer))
    assert guard.pid != killed


def test_a_new_state_takes_the_place_of_the_old(guard, file, quads, tmp_path):
    second = tmp_path / "second.nq"
    second.write_text(quads(10, "w"))
    guard.publish(second, "second")
    second.write_text("broken")
    with pytest.raises(PublishError):
        guard.publish(second, "third")
    second.unlink()

    assert value(guard.query(Query(ROW))) == "w5"

    guard.publish(file, "first")

    assert value(guard.query(Query(ROW))) == "v5"
