import json
import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor

import pyoxigraph
import pytest

from kb.formats import writing
from kb.guard import Answer, Guard, PublishError, Query, Refusal

pytestmark = pytest.mark.slow

ROW = "SELECT ?o { e:s1 e:p0 ?o }"


def value(answer) -> str:
    assert isinstance(answer, Answer), answer
    return json.loads(answer.body)["results"]["bindings"][0]["o"]["value"]


@pytest.mark.parametrize("form", writing("bindings"), ids=lambda form: form.name)
def test_select_is_answered_in_each_format(guard, form):
    answer = guard.query(Query("SELECT * { e:s1 ?p ?o } ORDER BY ?p", bindings_format=form.name))

    assert (answer.media_type, answer.form, answer.rows) == (form.content_type, "select", 4)
    assert answer.version == "first"
    assert 0 < answer.milliseconds < 5000
    if form.name != "csv":
        read = pyoxigraph.parse_query_results(answer.body, form.oxigraph)
        assert [row["o"].value for row in read] == ["v5", "v6", "v7", "v8"]
    else:
        assert answer.body.decode().splitlines()[:2] == ["p,o", "https://example.org/p0,v5"]


@pytest.mark.parametrize("name", ["json", "xml"])
@pytest.mark.parametrize(("pattern", "holds"), [("e:s1 e:p0 'v5'", True), ("e:s1 ?p 1", False)])
def test_ask_is_answered(guard, name, pattern, holds):
    answer = guard.query(Query(f"ASK {{ {pattern} }}", bindings_format=name))

    assert (answer.form, answer.rows) == ("ask", None)
    kind = {form.name: form.oxigraph for form in writing("bindings")}[name]
    assert bool(pyoxigraph.parse_query_results(answer.body, kind)) is holds


@pytest.mark.parametrize("form", writing("graph"), ids=lambda form: form.name)
@pytest.mark.parametrize("text", ["CONSTRUCT WHERE { e:s1 ?p ?o }", "DESCRIBE e:s1"])
def test_a_graph_is_answered_in_each_format(guard, form, text):
    answer = guard.query(Query(text, graph_format=form.name))

    assert (answer.media_type, answer.form) == (form.content_type, text.split()[0].lower())
    read = pyoxigraph.parse(answer.body, form.oxigraph)
    assert {quad.object.value for quad in read} == {"v5", "v6", "v7", "v8"}


def test_a_form_that_the_caller_can_take_no_answer_of_is_refused(guard):
    assert guard.query(Query("ASK {}", bindings_format=None)).status == "not_acceptable"
    assert guard.query(Query("DESCRIBE <s>", graph_format=None)).status == "not_acceptable"
    assert guard.query(Query("ASK {}", bindings_format="turtle")).status == "not_acceptable"


@pytest.mark.parametrize(
    ("default", "named", "found"),
    [
        ((), (), ["v5"]),
        (("g1",), (), ["v9"]),
        (("g1", "g2"), (), ["v14", "v9"]),
        ((), ("g1",), ["g v9"]),
        (("g2",), ("g1",), ["g v9", "v14"]),
    ],
)
def test_the_data_set_is_that_of_the_request(guard, default, named, found):
    text = """
        SELECT (IF(BOUND(?g), CONCAT('g ', ?v), ?v) AS ?o) FROM e:g3 {
          { ?s ?p ?v FILTER(?p = e:p4) } UNION { GRAPH ?g { ?s ?p ?v } }
        } ORDER BY ?o"""
    if not default and not named:
        text = ROW

    answer = guard.query(
        Query(
            text,
            default_graphs=tuple(f"https://example.org/{each}" for each in default),
            named_graphs=tuple(f"https://example.org/{each}" for each in named),
        )
    )

    rows = json.loads(answer.body)["results"]["bindings"]
    assert [row["o"]["value"] for row in rows] == found


def test_a_graph_that_is_no_iri_is_malformed(guard):
    assert guard.query(Query(ROW, default_graphs=("not an iri",))).status == "malformed"


def test_the_default_graph_does_not_hold_the_named_ones(guard):
    assert guard.query(Query("SELECT * { e:s1 e:p4 ?o }")).rows == 0
    assert guard.query(Query("SELECT * { GRAPH e:g1 { e:s1 e:p4 ?o } }")).rows == 1


def test_a_syntax_error_says_where(guard):
    refusal = guard.query(Query("SELECT *\n{ ?s x:p }"))

    assert (refusal.status, refusal.line, refusal.column) == ("malformed", 2, 6)
    assert refusal.excerpt == "{ ?s x:p }\n     ^"


def test_a_function_that_there_is_not_is_malformed(guard):
    assert guard.query(Query("SELECT (e:f(1) AS ?x) {}")).status == "malformed"


def test_a_text_that_is_too_long_is_refused(guard):
    assert guard.query(Query("ASK {}" + " " * 2_000_000)).status == "too_large"


def test_a_text_of_almost_a_megabyte_is_answered(guard):
    values = " ".join(f'"{index}é"' for index in range(90_000))

    assert guard.query(Query(f"SELECT * {{ VALUES ?x {{ {values} }} }}")).rows == 90_000


def test_many_threads_ask_at_once(guard):
    def ask(number: int) -> str:
        return value(guard.query(Query(f"SELECT ?o {{ e:s{number} e:p1 ?o }}")))

    with ThreadPoolExecutor(16) as threads:
        found = list(threads.map(ask, range(300)))

    assert found == [f"v{5 * number + 1}" for number in range(300)]


def test_before_anything_is_published_there_is_no_answer():
    with Guard() as guard:
        refusal = guard.query(Query("ASK {}"))

    assert (refusal.status, refusal.retry_seconds) == ("unavailable", 1)


def test_a_new_state_takes_the_place_of_the_old(new_guard, quads, tmp_path):
    guard = new_guard()
    second = tmp_path / "second.nq"
    second.write_text(quads(1500, "w") + quads(4).replace("s0", "s9999"))

    guard.publish(second, "second", {"x": "https://example.org/"})
    second.unlink()

    answer = guard.query(Query("SELECT ?o { x:s1 x:p0 ?o }"))
    assert (value(answer), answer.version) == ("w5", "second")
    assert guard.query(Query("SELECT * { x:s9999 ?p ?o }")).rows == 4
    assert guard.query(Query("SELECT * { x:s350 ?p ?o }")).rows == 0
    count = guard.query(
        Query("SELECT (COUNT(*) AS ?o) { { ?s ?p ?q } UNION { GRAPH ?g { ?s ?p ?q }}}")
    )
    assert value(count) == "1504"


@pytest.mark.parametrize("text", ["<https://e.org/s> <https://e.org/p> .\n", "\x00"])
def test_a_state_that_cannot_be_read_leaves_the_old_one_up(new_guard, tmp_path, text):
    guard = new_guard()
    broken = tmp_path / "broken.nq"
    broken.write_text(text)

    with pytest.raises(PublishError):
        guard.publish(broken, "broken")
    with pytest.raises(OSError, match="No such file"):
        guard.publish(tmp_path / "none.nq", "none")

    assert guard.query(Query(ROW)).version == "first"


def test_a_query_in_flight_finishes_on_the_old_state(new_guard, quads, tmp_path):
    guard = new_guard(timeout=20)
    second = tmp_path / "second.nq"
    second.write_text(quads(10, "w"))
    slow = "SELECT (COUNT(*) AS ?o) { ?a ?b ?c . ?d ?e ?f FILTER(STRLEN(?c) > 0) }"

    with ThreadPoolExecutor(1) as threads:
        begun = threading.Event()
        flight = threads.submit(lambda: guard.query(Query(slow), alive=lambda: begun.set() or True))
        assert begun.wait(10)
        guard.publish(second, "second")
        after = guard.query(Query(slow))
        before = flight.result()

    assert (value(before), before.version) == (str(1600**2), "first")
    assert (value(after), after.version) == (str(8**2), "second")


def test_after_the_guard_was_killed_answers_resume_with_the_last_state(
    new_guard, quads, tmp_path, processes, soon
):
    guard = new_guard()
    second = tmp_path / "second.nq"
    second.write_text(quads(10, "w"))
    guard.publish(second, "second")
    second.unlink()
    killed = guard.pid
    workers = processes(killed)
    assert len(workers) >= 4

    os.kill(killed, signal.SIGKILL)
    answer = guard.query(Query(ROW))

    assert (value(answer), answer.version) == ("w5", "second")
    assert guard.pid != killed
    assert soon(lambda: not workers & processes(os.getpid()) and not processes(killed))


def test_a_query_is_asked_again_when_the_guard_dies_under_it(new_guard):
    guard = new_guard()
    slow = "SELECT (COUNT(*) AS ?o) { ?a ?b ?c . ?d ?e ?f FILTER(STRLEN(?c) > 0) }"
    kills = iter([guard.pid])

    def alive() -> bool:
        for pid in kills:
            os.kill(pid, signal.SIGKILL)
        return True

    assert value(guard.query(Query(slow), alive)) == str(1600**2)


def test_an_abandoned_query_is_ended(new_guard, endless, processes, soon):
    guard = new_guard(timeout=60)
    before = processes(guard.pid)
    still_there = iter([True, True, False])

    refusal = guard.query(Query(endless), alive=lambda: next(still_there))

    assert refusal.status == "abandoned"
    assert soon(lambda: len(before - processes(guard.pid)) == 1)
    assert value(guard.query(Query(ROW))) == "v5"


@pytest.mark.parametrize("settings", [{}, {"portable": True}, {"fork": False, "wait": 0.5}])
def test_no_process_is_left_after_closing(file, endless, processes, settings):
    from kb.guard import Settings

    before = processes(os.getpid())
    with Guard(Settings(**settings)) as guard, ThreadPoolExecutor(1) as threads:
        guard.publish(file, "first")
        flight = threads.submit(guard.query, Query(endless))
        guard.query(Query("ASK {}", timeout=0.5))
        assert processes(os.getpid()) > before
        guard.close()
        assert processes(os.getpid()) == before
        assert isinstance(flight.result(), Refusal)


def test_a_guard_that_is_closed_does_not_answer(new_guard):
    guard = new_guard()
    guard.close()
    guard.close()

    assert guard.query(Query("ASK {}")).status == "unavailable"
    assert guard.pid is None
